"""What an article is about stands in it.

The page of a name or an edition lists each article that says in `about` to be about it, and a reader follows the link
to find it there. Told are a name, an award and an edition that nothing in the article has to do with: no link, no block
of data, no word of its name; for an edition neither its year nor its number, nor somebody who has a part in no other of
the editions that the article is about. An article of less than twenty words is let pass.

Passes:

```markdown
---
title: The night of the pies
about: {editions: pie/2011, names: Ann Crust}
---

In 2011 it was [[Ann Crust]] who rose.
```

Fails:

```markdown
---
title: The night of the pies
about: {editions: pie/2011, names: Ben Crumble}
---

In 2011 it was [[Ann Crust]] who rose, as [[Cy Dough]] said, and nobody else …
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Article, Block, Edition, Ref
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem, if_right
from ..sources.numerals import ordinals
from ..sources.plaintext import word_list

CODE = "unnamed-subject"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles",)

_WORD = re.compile(r"[^\W_]+")
_LEAST = 20
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """What an article says: its words, what its links and blocks lead to, and the numbers in it."""

    tokens: frozenset[str]
    met: frozenset[str]
    led_to: frozenset[str]
    counted: frozenset[int]


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    about = article.about
    if not (about.names or about.editions or about.awards):
        return
    said = _said(archive, article)
    if len(_WORD.findall(article.body.text)) < _LEAST:
        return
    for ref in about.names:
        name = archive.named(ref.text)
        if name and name.id not in said.met and not _is_named(said, *name.spellings, name.expansion):
            yield _problem(article, "names", ref, f"[[{name.name}]]")
    for ref in about.awards:
        award = archive.awards.get(ref.text)
        called = [award.name, award.short, award.id, *(dated.name for dated in award.names)] if award else []
        awards = {place.split("/")[0] for place in said.led_to}
        if award and award.id not in awards and not _is_named(said, *called):
            yield _problem(article, "awards", ref, f"[[{award.id}]]")
    editions = [(ref, archive.editions[ref.text]) for ref in about.editions if ref.text in archive.editions]
    for ref, edition in editions:
        others = [other for _, other in editions if other is not edition]
        if not _is_told(archive, article, said, edition, others):
            yield _problem(article, "editions", ref, f"[[{edition.key}]]")


def _problem(article: Article, key: str, ref: Ref, link: str) -> Problem:
    message = f'the article is about "{ref.text}", and nothing in it names that'
    right = if_right(CODE, article.id, ref.text)
    hint = f"take {ref.text} out of `{key}`, or write {link} where the text tells of it; {right}"
    return Problem(CODE, ref.span, message, hint, LEVEL, (article.id, ref.text))


def _is_named(said: _Said, *spellings: str) -> bool:
    """Whether a word of a name stands in the text: a family name, or what of a firm's name is its own."""
    words = {word for text in spellings for word in word_list(text)}
    long = {word for word in words if len(word) >= _LETTERS}
    return bool(said.tokens & (long or words))


def _is_told(archive: Archive, article: Article, said: _Said, edition: Edition, others: list[Edition]) -> bool:
    if edition.key in said.led_to or edition.years & said.counted or edition.ordinal in said.counted:
        return True
    if article.date and article.date.year in edition.years:
        return True
    there = _people(archive, edition)
    elsewhere = {id for other in others for id in _people(archive, other)}
    return any(id in said.met or _is_named(said, *archive.names[id].spellings) for id in there - elsewhere)


def _people(archive: Archive, edition: Edition) -> set[str]:
    """Who has a part in an edition."""
    laureates = (holder.name.text for result in results_in(edition) for holder in result.holders)
    texts = (*laureates, *(part.name.text for part in edition.parts))
    return {archive.ids[text] for text in texts if text in archive.ids}


def _said(archive: Archive, article: Article) -> _Said:
    picture = (article.picture.alt, article.picture.caption) if article.picture else ()
    texts = (article.title, article.deck, article.body.text, *picture, *(each.text for each in article.comments))
    text = " ".join(texts)
    names = {archive.ids[ref.text] for ref in article.author if ref.text in archive.ids}
    places: set[str] = set()
    for target in (archive.target(link.target) for link in article.body.links):
        if target:
            (names if target[0] == "name" else places).add(target[1])
    blocks = [piece for piece in article.body.pieces if isinstance(piece, Block) and piece.kind != "quote"]
    shown = {argument for block in blocks for argument in block.arguments}
    claimed = {
        ref.text for claim in (*article.claims, *article.body.claims) for ref in (claim.edition, claim.of) if ref
    }
    for key in sorted(shown | claimed):
        places.add(key)
        if key in archive.editions:
            names |= _people(archive, archive.editions[key])
        if key in archive.ids:
            names.add(archive.ids[key])
    numbers = {int(each) for each in re.findall(r"\d{1,4}", text)} | set(ordinals(text))
    return _Said(frozenset(word_list(text)), frozenset(names), frozenset(places), frozenset(numbers))

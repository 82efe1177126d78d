"""The number that a report gives its edition is the number of that edition.

Where a report, a palmarès, a brief or a text on the jury is about one edition, calls one edition alone by its number
("the twelfth edition", "the 12th Golden Pie"), and that is another number, the number or the edition is wrong. Told is
nothing where the text has the right number too, nor in a sentence that tells of another time, or of another award.

Passes, in an article about the edition no. 14:

```markdown
---
title: The night of the pies
kind: report
about: {editions: pie/2011}
---

It was the fourteenth edition.
```

Fails:

```markdown
---
title: The night of the pies
kind: report
about: {editions: pie/2011}
---

It was the twelfth edition.
```
"""

import re
from collections.abc import Iterator

from ..model import Article, ArticleKind, Award, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception
from ..sources.markdown import place
from ..sources.numerals import ordinals
from .sentences import Sentence, called, sentences

CODE = "edition-in-text"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles",)

_KINDS = (ArticleKind.REPORT, ArticleKind.PALMARES, ArticleKind.BRIEF, ArticleKind.JURY)
_NTH = r"(?<![\w-])(?P<nth>\d{1,3}(?:st|nd|rd|th|ers?|re|[eè]mes?|e|nde?)|[^\W\d_]{5,16})"
_NUMBERED = re.compile(rf"{_NTH} +[ée]dition\b", re.I)
_BEFORE = re.compile(rf"{_NTH} {{1,6}}$", re.I)
_BEFORE_A_NAME = 30
_THIS = re.compile(
    r"\b(?:this (?:is|was)|it (?:is|was)|c'est|c'était|ce fut|at|for|of|pour|lors de|de|à)"
    r" (?:the|la|this|cette) *$|\b(?:cette|this) *$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:next|will|would|since|already|before|earlier|lost|first ever|had|until|after|like|unlike|than"
    r"|prochaine?|déjà|depuis|sera|seront|aura|prépare|avant|après|jusqu'à|comme|contrairement|que"
    r"|avait|dès)\b",
    re.I,
)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    about = article.about.editions
    edition = archive.editions.get(about[0].text) if len(about) == 1 else None
    award = archive.awards.get(edition.award) if edition else None
    if not edition or not award or not edition.ordinal or article.kind not in _KINDS:
        return
    named = [
        (number, sentence, at, words)
        for sentence in sentences(article)
        for number, at, words in _numbers(award, sentence)
    ]
    numbers = {number for number, *_ in named} | set(ordinals(f"{article.title} {article.deck}"))
    if len(numbers) != 1 or edition.ordinal in numbers:
        return
    for number, sentence, at, words in named:
        if not _is_elsewhere(archive, award, edition, sentence) and (number > 1 or _THIS.search(sentence.text[:at])):
            message = f'"{words}" is said in an article about {edition.key}, which is no. {edition.ordinal}'
            right = f"if it is right, {exception(CODE, words, article.id)}"
            hint = f"correct the number, `about`, or `ordinal` in {edition.span.path}; {right}"
            span = place(article.body, article.span.path, sentence.start + at)
            yield Problem(CODE, span, message, hint, LEVEL, (words, article.id, edition.key))
            return


def _numbers(award: Award, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Each edition that is called by its number: the number, where it stands, and its words."""
    text = sentence.text
    linked = [(first, text[first:last].strip()) for first, last, link in sentence.links if link.target == award.id]
    named = [(text.find(name), name) for name in called(award) if name in text]
    before = ((_BEFORE.search(text[max(0, at - _BEFORE_A_NAME) : at]), at, name) for at, name in (*linked, *named[:1]))
    ahead = ((found, max(0, at - _BEFORE_A_NAME), name) for found, at, name in before if found)
    for found, offset, name in (*((found, 0, "") for found in _NUMBERED.finditer(text)), *ahead):
        said = ordinals(found["nth"].lower())
        if len(said) == 1:
            yield said[0], offset + found.start(), " ".join(f"{found[0]} {name}".split())


def _is_elsewhere(archive: Archive, award: Award, edition: Edition, sentence: Sentence) -> bool:
    """Whether a sentence tells of another time, or of another award."""
    targets = {link.target for _, _, link in sentence.links} | {link.target for link in sentence.links_before}
    editions = {target for target in targets if target in archive.editions}
    awards = {target for target in targets if target in archive.awards} | {key.split("/")[0] for key in editions}
    years = (sentence.named_years | sentence.named_before) - edition.years
    is_other = bool(editions - {edition.key} or awards - {award.id} or years)
    names = {name for other in archive.awards.values() if other.id != award.id for name in (other.name, other.short)}
    names -= {"", award.name, award.short}
    return is_other or sentence.another_time or bool(_OTHER.search(sentence.text)) or _any_in(names, sentence.text)


def _any_in(names: set[str], text: str) -> bool:
    return any(name in text for name in names)

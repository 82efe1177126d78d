"""A claim counts what its text tells of.

A claim that is copied with its paragraph goes on counting where it did: `{laureates pie/2011}` in an article about the
edition of 2012. Told is a claim with an edition of its own that the article is not about, where nothing around it names
that one: no link, neither its year nor its number, and no word of another time. Around a claim in a text is what stands
below its heading, down to the end of its paragraph; around one above a text all of it. In the file of an edition the
words of the claim, or its note, name another edition of the same award. So is told one of an article that counts in
another award than all that it is about, and names neither; and one of another name (`of`) than the only one that its
sentence links to, where nothing around it names that one, and the article is not about it.

Passes, in an article about the edition of 2012:

```markdown
In 2011 they had been [three laureates]{laureates pie/2011}.
```

Fails:

```markdown
They were [three laureates]{laureates pie/2011}.
```
"""

import re
from collections.abc import Iterator

from ..model import Article, Award, Claim, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, if_right
from ..sources.markdown import own_words
from ..sources.numerals import ordinals
from ..sources.plaintext import folded, word_list
from .sentences import OTHER_TIME, Sentence, sentences

CODE = "other-claim"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles", "editions")

_OTHER_TIME = re.compile(
    r"\b(?:before|earlier|ago|last|next|previous(?:ly)?|then|former(?:ly)?|already|first|since|preceding|following"
    r"|avant|auparavant|dernier|derniere|passee?|precedente?|prochaine?|suivante?|deja|alors|jadis|depuis|premiere?)\b"
)


def each(archive: Archive, record: Article | Edition) -> Iterator[Problem]:
    if isinstance(record, Edition):
        about, awards = {record.key}, {record.award}
        claims = [(claim, f"{claim.says} {claim.note}", frozenset[str]()) for claim in record.claims]
        called = record.key
    else:
        about = {ref.text for ref in record.about.editions if ref.text in archive.editions}
        awards = {archive.editions[key].award for key in about} | {ref.text for ref in record.about.awards}
        claims = [*_above(record), *_inside(record)] if about else []
        called = " and ".join(sorted(about))
    for claim, around, targets in claims:
        other = archive.editions.get(claim.edition.text) if claim.edition else None
        award = archive.awards.get(claim.home) if not claim.edition else None
        is_far = isinstance(record, Edition) and other is not None and other.award != record.award
        if (
            other
            and other.key not in about
            and not is_far
            and not _is_named(archive, claim, other, around, targets, is_beside=claim not in record.claims)
        ):
            yield _problem(record, claim, other.key, called)
        elif award and award.id not in awards and not _is_called(award, around, targets):
            yield _problem(record, claim, award.id, called)
    if isinstance(record, Article) and any(claim.of for claim in record.body.claims):
        yield from _of_another(archive, record)


def _of_another(archive: Archive, article: Article) -> Iterator[Problem]:
    """Each claim in a text that counts for another name than the sentence speaks of."""
    said = [*sentences(article)]
    about = {archive.ids.get(ref.text) for ref in article.about.names}
    title = set(word_list(f"{article.title} {article.deck}"))
    for claim, around, targets in _inside(article):
        name = archive.named(claim.of.text) if claim.of else None
        if not name or not claim.of or name.id in about:
            continue
        led = {archive.ids.get(target) for target in targets}
        words = {word for text in (*name.spellings, name.expansion) for word in word_list(text)}
        others = _linked_before(archive, claim, article, said)
        if len(others) == 1 and name.id not in led and not words & (title | set(word_list(around))):
            other = archive.names[min(others)]
            message = f'"{claim.says}" is counted for {claim.of.text}, and the sentence speaks of {other.name}'
            right = if_right(CODE, claim.says, claim.of.text)
            hint = f"write `of={_quoted(other.name)}`, or name {claim.of.text} in the words; {right}"
            yield Problem(CODE, claim.span, message, hint, LEVEL, (claim.says, claim.of.text))


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _linked_before(archive: Archive, claim: Claim, article: Article, said: list[Sentence]) -> set[str]:
    """The names to which a sentence links before a claim in it."""
    lines = article.body.text.split("\n")[: claim.span.line - article.body.line]
    at = sum(len(line) + 1 for line in lines) + claim.span.column - 1
    here = next((each for each in said if each.start <= at < each.start + len(each.text)), None)
    links = here.links if here else ()
    found = (archive.target(link.target) for first, _, link in links if here and here.start + first < at)
    return {target[1] for target in found if target and target[0] == "name"}


def _problem(record: Article | Edition, claim: Claim, counted: str, called: str) -> Problem:
    what = "this is" if isinstance(record, Edition) else "the article is about"
    message = f'"{claim.says}" is counted in {counted}, and {what} {called}'
    hint = f"take `{counted}` out of the claim, or name it in the words; {if_right(CODE, claim.says, counted)}"
    return Problem(CODE, claim.span, message, hint, LEVEL, (claim.says, counted))


def _is_named(
    archive: Archive, claim: Claim, edition: Edition, around: str, targets: frozenset[str], *, is_beside: bool
) -> bool:
    said = folded(around)
    years = {int(each) for each in re.findall(r"(?<!\d)\d{4}(?!\d)", said)}
    is_counted = bool(years & edition.years) or edition.ordinal in ordinals(around) or folded(edition.label) in said
    award = archive.awards.get(edition.award)
    is_other_award = all(archive.editions[each].award != edition.award for each in targets if each in archive.editions)
    by_award = bool(award and is_other_award and _is_called(award, around, targets))
    is_before = bool(
        _OTHER_TIME.search(folded(f"{claim.says} {claim.note}")) or (is_beside and OTHER_TIME.search(around))
    )
    return edition.key in targets or is_counted or is_before or by_award


def _is_called(award: Award, around: str, targets: frozenset[str]) -> bool:
    said = folded(around)
    names = (award.name, award.short, *(each.name for each in award.names))
    led = {target.split("/")[0] for target in targets}
    return award.id in led or any(folded(name) in said for name in names if name)


def _above(article: Article) -> Iterator[tuple[Claim, str, frozenset[str]]]:
    """Each claim above a text, and all that the article says."""
    text = f"{article.title} {article.deck} {own_words(article.body)}"
    targets = frozenset(link.target for link in article.body.links)
    for claim in article.claims:
        yield claim, f"{text} {claim.says} {claim.note}", targets


def _inside(article: Article) -> Iterator[tuple[Claim, str, frozenset[str]]]:
    """Each claim in a text, with what stands below its heading, down to the end of its paragraph."""
    body = article.body
    lines, written = own_words(body).split("\n"), body.text.split("\n")
    for claim in body.claims:
        here = claim.span.line - body.line
        first = next((at for at in range(min(here, len(lines) - 1), -1, -1) if written[at].startswith("#")), 0)
        last = next((at for at in range(here, len(lines)) if not lines[at].strip()), len(lines))
        links = (link for link in body.links if first <= link.span.line - body.line < last)
        yield claim, f"{' '.join(lines[first:last])} {claim.note}", frozenset(link.target for link in links)

"""The jury is as large as was stated.

A juror who is listed twice, under one name or two spellings of it, makes a jury too large. A claim whose words speak of
jurors, and which counts nothing (`count: stated`), is held against the list too. Where the list has as many as a claim
says and its coverage is `partial`, nobody is missing any more; `coverage: complete`, in one word, says nothing of it. A
jury has one head, unless `as: co-chair` or the like says that two shared it, or each has another `as` or category.

Passes:

```yaml
coverage: {results: complete, jury: complete}
jury: [Ann Crust, Ben Crumble]
claims: [{says: two jurors, count: jurors, is: 2}]
```

Fails, because the list has three:

```yaml
jury: [Ann Crust, Ben Crumble, Cleo Custard]
claims: [{says: two jurors, count: stated, is: 2}]
```
"""

import re
from collections.abc import Iterator

from ..model import Coverage, Edition, Part
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..statistics.claims import Owner, Verdict, all_verdicts, claims_of

CODE = "jury-size"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

_TOGETHER = re.compile(r"\b(?:co[- ]?(?=[a-zé])|joint|jointly|vice|deputy|ensemble|à deux)", re.I)
"""Words by which two share the head of a jury, or one of them is the second."""
_JURORS = re.compile(r"\b(?:jur(?:ée?s?|ors?|y members?)|(?:membres|members|personnalités) (?:du|of the) jury)\b", re.I)


def check(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions.values():
        yield from _twice(archive, edition)
        yield from _chairs(edition)
    for owner, number, verdict in all_verdicts(archive):
        if verdict.edition in archive.editions and not verdict.category:
            yield from _stated(archive, owner, number, verdict)


def _twice(archive: Archive, edition: Edition) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Part] = {}
    for part in edition.jurors:
        key = (archive.ids.get(part.name.text, part.name.text), part.category.text if part.category else "")
        first = seen.setdefault(key, part)
        if first is not part:
            message = f'"{part.name.text}" sits on the jury twice; the first is on line {first.name.span.line}'
            hint = "delete one; several posts go below one name, as `posts: [{role: …, org: …}, …]`"
            yield Problem(CODE, part.name.span, message, hint, LEVEL, (part.name.text,))


def _chairs(edition: Edition) -> Iterator[Problem]:
    """A second head of one jury, where nothing says that there were two."""
    heads = [part for part in edition.jurors if part.chair and not _TOGETHER.search(_said(part))]
    first: dict[tuple[str, str], Part] = {}
    for part in heads:
        before = first.setdefault((part.category.text if part.category else "", part.role), part)
        if before is not part:
            place = f"line {before.name.span.line}"
            message = f'"{part.name.text}" chairs the jury, and so does "{before.name.text}" in {place}'
            hint = "delete one `chair: true`; if both did, write `as: co-chair` for each"
            yield Problem(CODE, part.name.span, message, hint, LEVEL, (part.name.text, before.name.text))


def _said(part: Part) -> str:
    return " ".join((part.role, part.note, *(post.role for post in part.posts)))


def _stated(archive: Archive, owner: Owner, number: int, verdict: Verdict) -> Iterator[Problem]:
    """A number of jurors that counts nothing, or one that the list has reached."""
    claim, edition = claims_of(owner)[number], archive.editions[verdict.edition]
    listed = len({archive.ids.get(part.name.text, part.name.text) for part in edition.jurors})
    said = edition.covered.jury
    if verdict.count == "stated" and _JURORS.search(verdict.says) and not verdict.disputed and listed:
        wrong = listed > verdict.value or (listed < verdict.value and said is Coverage.COMPLETE)
        if wrong:
            message = f'"{verdict.says}": the jury of {edition.key} lists {listed}, not {verdict.value}'
            hint = "write `count: jurors`, or `disputed: true` and a `note`"
            yield Problem(CODE, claim.span, message, hint, LEVEL, (verdict.says, edition.key))
    elif verdict.count == "jurors" and listed == verdict.value and said is Coverage.PARTIAL:
        if edition.covered.results is edition.covered.categories is Coverage.COMPLETE:
            return  # One word, `complete`, may be all that was written, and it speaks of no jury.
        lists = f'the jury of {edition.key} lists {listed}, as many as "{verdict.says}" says'
        message = f"{lists}, and the coverage does not call it complete"
        parts = (edition.covered.results, edition.covered.categories)
        hint = f"write `coverage: {{results: {parts[0]}, categories: {parts[1]}, jury: complete}}`"
        yield Problem(CODE, edition.covered.span, message, hint, LEVEL, (verdict.says, edition.key))

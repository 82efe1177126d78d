"""What belongs to an award lies within its years.

An edition before its award was founded, or after it ended, is told once for the award: either the year of the award is
wrong, or the edition's. What counts is the day of the ceremony; without one, the year of the edition. An award that had
another name before still began then; `names` says so, and leaves no edition between two names without one; nor do the
`names` of a name leave out an edition in which it has a part. A category that is `new` in an edition has no laureates
in an earlier one, and one that was `dropped` has none in a later one, until it is `revived`. In an award that has no
two editions in a year, no edition has a number above the years since it was founded, nor are two digits of that year
exchanged (1989, where the first edition was in 1998); and where its `periodicity` is
every two years, three or four, no two editions are a year apart.

Passes:

```yaml
# editions/pie/award.yaml
founded: 1990
```

Fails, where the archive holds an edition of 1990:

```yaml
# editions/pie/award.yaml
founded: 1991
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ..model import Award, Category, Date, DatedName, Edition, Event, Name, Outcome
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception
from ..sources.plaintext import folded

CODE = "outside-years"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "profiles")

_YEARS = ("one", "two", "three", "four")
_EVERY = re.compile(
    r"(?P<one>annual(?:ly)?|yearly|(?:once )?(?:a|every|each) year|annuel(?:le)?|tous les ans|chaque annee|jahrlich)"
    r"|(?P<two>(?:every|once in) (?:two|2|other|second) years?|tous les (?:deux|2) ans|alle (?:zwei|2) jahre"
    r"|biennial(?:ly)?|biennale?|bisannuel(?:le)?)"
    r"|(?P<three>(?:every|once in) (?:three|3) years|tous les (?:trois|3) ans|triennial(?:ly)?|triennale?)"
    r"|(?P<four>(?:every|once in) (?:four|4) years|tous les (?:quatre|4) ans|quadrennial(?:ly)?|quadriennale?)"
)
_NOT_GIVEN = (Outcome.NOT_AWARDED, Outcome.CANCELLED)


def each(archive: Archive, record: Award | Name) -> Iterator[Problem]:
    if isinstance(record, Award):
        yield from _in_award(archive, record)
    elif len(record.names) > 1:
        keys = {mention.edition for mention in archive.mentions_of.get(record.id, ()) if mention.edition}
        there = sorted((archive.editions[key] for key in keys), key=lambda each: (each.when, each.key))
        yield from _named(record.names, there, record.id)


def _in_award(archive: Archive, award: Award) -> Iterator[Problem]:
    editions = archive.award_editions(award.id)
    # An edition without any year is told as such.
    dated = (each for each in editions if each.is_held and each.when.year)
    held = sorted(dated, key=lambda each: each.when)
    if held:
        yield from _of(award, held)
        yield from _named(award.names, held, "the award")
        yield from _of_periodicity(award, held)
    order = {each.id: place for place, each in enumerate(editions)}
    for category in award.categories:
        there = (entry for entry in archive.entries_of.get(category.key, ()) if entry.outcome not in _NOT_GIVEN)
        places = [order[archive.editions[entry.edition].id] for entry in there]
        yield from _of_category(category, places, order)


def _of(award: Award, held: list[Edition]) -> Iterator[Problem]:
    first, last = held[0], held[-1]
    if award.founded and award.founded.first > first.when.last:
        message = f"the award was founded in {award.founded}, and has an edition of {first.when} ({first.key})"
        hint = f"write `founded: {first.when.year}`, or correct the `ceremony` in {first.span.path}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (str(award.founded), first.key), key=("founded",))
    if award.ended and award.ended.last < last.when.first:
        message = f"the award ended in {award.ended}, and has an edition of {last.when} ({last.key})"
        hint = f"write `ended: {last.when.year}`, or correct the `ceremony` in {last.span.path}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (str(award.ended), last.key), key=("ended",))
    if award.founded and first.ordinal == 1 and _is_exchanged(award.founded.year, first.when.year):
        message = f"the award was founded in {award.founded}, and its first edition was in {first.when.year}"
        hint = f"if two digits changed places, write `founded: {first.when.year}`; if not, {exception(CODE, first.key)}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (str(award.founded), first.key), key=("founded",))
    years = [each.when.year for each in held]
    for each in held if award.founded and len(set(years)) == len(years) else ():
        since = each.when.year - (award.founded.year if award.founded else 0) + 1
        if each.ordinal and 0 < since < each.ordinal:
            message = f"no. {each.ordinal} does not fit: the award was founded in {award.founded}"
            hint = f"write `ordinal: {since}` or less, or correct `founded` in {award.span.path}"
            yield Problem(CODE, each.span, message, hint, LEVEL, (each.key, str(each.ordinal)), key=("ordinal",))
            return


def _is_exchanged(year: int, other: int) -> bool:
    """Whether an earlier year is a later one with two digits that changed places."""
    return year < other and sorted(str(year)) == sorted(str(other))


def _of_periodicity(award: Award, held: list[Edition]) -> Iterator[Problem]:
    """The first two editions between which fewer years lie than the award lets pass, or more where none is left out."""
    found = _EVERY.fullmatch(folded(award.periodicity).strip(" ."))
    every = next((years for years, name in enumerate(_YEARS, 1) if found and found[name]), 0)
    pairs = tuple(pairwise(sorted(held, key=lambda edition: edition.sort_year)))
    between = [after.sort_year - before.sort_year for before, after in pairs]
    is_next = [bool(before.ordinal) and after.ordinal == (before.ordinal or 0) + 1 for before, after in pairs]
    # An award may not be held in a year, and count on; one that was never held so often is not.
    is_seldom = every and len(pairs) > 1 and all(is_next) and min(between) > every
    for (before, after), years in zip(pairs, between, strict=True):
        if is_seldom or 0 < years < every:
            when = "in the year" if years == 1 else f"{years} years"
            message = f"the award is held {award.periodicity}, and {after.key} is {when} after {before.key}"
            since = "say since when: `periodicity: yearly, every two years since 2016`"
            hint = f"correct `periodicity`, or {'the `ordinal` of editions' if is_seldom else since}"
            doubts = (("date", after.key),)
            subject = (award.periodicity, after.key)
            yield Problem(CODE, award.span, message, hint, LEVEL, subject, doubts, key=("periodicity",))
            return


def _named(dated: Iterable[DatedName], held: list[Edition], whose: str) -> Iterator[Problem]:
    """The first edition that falls between two names."""
    names = sorted(dated, key=lambda name: name.since.first if name.since else (0, 0, 0))
    for edition in held:
        after = next((name for name in names if name.since and name.since.first > edition.when.last), None)
        before = [name for name in names if name.until and name.until.last < edition.when.first]
        if after and before and not any(_is_called(name, edition.when) for name in names):
            message = f'between "{before[-1].name}" and "{after.name}" {edition.key} has no name of {whose}'
            hint = f"write `until: {edition.when.year}` for the first, or `from: {edition.when.year}` for the second"
            yield Problem(CODE, after.span, message, hint, LEVEL, (before[-1].name, after.name), key=("from",))
            return


def _is_called(name: DatedName, date: Date) -> bool:
    begun = name.since is None or name.since.first <= date.last
    return begun and (name.until is None or name.until.last >= date.first)


def _of_category(category: Category, places: list[int], order: Mapping[str, int]) -> Iterator[Problem]:
    """The first edition that has a category before there was one, or after there was one no more."""
    steps = [(order[step.edition], step) for step in category.lineage if step.edition in order]
    ids = list(order)
    began = min((at for at, step in steps if step.event is Event.NEW), default=0)
    for at, step in steps:
        back = min((other for other, each in steps if each.event is Event.REVIVED and other > at), default=len(ids))
        early = [place for place in places if place < began] if step.event is Event.NEW and at == began else []
        late = [place for place in places if at < place < back] if step.event is Event.DROPPED else []
        for place in (*early, *late)[:1]:
            message = f"{category.id} is {step.event} in {step.edition}, and was awarded in {ids[place]}"
            other = f"or add `{{event: revived, in: {ids[place]}}}`" if late else f"or take it out of {ids[place]}"
            hint = f"write `in: {ids[place]}`, {other}"
            yield Problem(CODE, step.span, message, hint, LEVEL, (category.id, ids[place]), key=("in",))

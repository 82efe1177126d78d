"""Coverage of an edition, and of a series of editions."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..model import Coverage, Edition, Held
from ..model.archive import Archive
from .count import Reason
from .memoize import once

# Say which ordinals don't fit the order of an award's editions.
#
# An ordinal fits its neighbour when it is higher by at least the number of editions held from one to the other: more
# where editions are missing from the archive, never fewer.


def misfits(archive: Archive, award: str) -> tuple[str, ...]:
    """The editions (keys, old to new) whose ordinals contradict more of the others than they agree with."""
    return _misfits(archive).get(award, ())


@once
def _misfits(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for award in archive.editions_of:
        numbered = _numbered_editions(archive, award)
        kept = _longest_rise([(edition.ordinal or 0) - place for edition, place in numbered])
        found[award] = tuple(edition.key for at, (edition, _) in enumerate(numbered) if at not in kept)
    return found


def neighbours(archive: Archive, edition: str) -> tuple[str | None, str | None]:
    """The nearest editions before and after whose ordinals are not in doubt."""
    award = archive.editions[edition].award
    doubtful = set(misfits(archive, award)) - {edition}
    sure = [each.key for each, _ in _numbered_editions(archive, award) if each.key not in doubtful]
    place = sure.index(edition)
    return (sure[place - 1] if place else None), (sure[place + 1] if place + 1 < len(sure) else None)


def _numbered_editions(archive: Archive, award: str) -> list[tuple[Edition, int]]:
    """The editions with an ordinal, and how many held ones there are up to each.

    One that was postponed lends its number to the one that was held in its stead, and is then left out.
    """
    place, found = 0, []
    editions = archive.award_editions(award)
    held = {edition.ordinal for edition in editions if edition.is_held}
    for edition in editions:
        is_lent = edition.status is Held.POSTPONED and edition.ordinal in held
        is_numbered = edition.ordinal is not None and not is_lent
        place += edition.is_held or is_numbered
        if is_numbered:
            found.append((edition, place))
    return found


def _longest_rise(values: list[int]) -> frozenset[int]:
    """The places of a longest subsequence that never falls; of two equally long, the one that ends first.

    No ordinal is below its place in the row, so no value is below 0.
    """
    ends: list[int] = []
    lengths: list[list[int]] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_right(ends, value) if value >= 0 else -1
        before.append(lengths[length - 1][-1] if length > 0 else None)
        if length < 0:
            continue
        if length == len(ends):
            ends.append(value)
            lengths.append([])
        ends[length] = value
        lengths[length].append(at)
    kept, at_end = set(), lengths[-1][0] if lengths else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before[at_end]
    return frozenset(kept)


# Say what the archive knows: of one edition, and of a row of editions.

Stretch = tuple[int, int]
"""Numbers that follow each other, from the first to the last: an award may lack thousands of editions in a row."""

Run = tuple[str, str]
"""Editions (keys) that follow each other in the archive, from the first to the last."""

_LAUREATES = (Coverage.COMPLETE, Coverage.WINNERS_ONLY, Coverage.NAMES_ONLY)


@dataclass(frozen=True, slots=True)
class Known:
    """Which parts of an edition the archive holds whole; a cancelled edition has nothing to hold.

    `laureates` are all winners with all their titles, `places` every other result as well.
    """

    laureates: bool
    categories: bool
    places: bool
    jury: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One held edition in its award's row, its ordinal (stated or deduced), and what is missing before it.

    `missing` are the ordinals of missing editions; where only how many is known, there are none. It `follows` the
    step before where nothing can be missing between the two; where that is not sure, without a number, it is `apart`.
    """

    edition: str
    ordinal: int | None
    missing_before: int = 0
    missing: tuple[Stretch, ...] = ()
    apart: bool = False

    @property
    def follows(self) -> bool:
        return not self.missing_before and not self.apart


@dataclass(frozen=True, slots=True)
class Gaps:
    """Editions that a statistic over several lacks: missing or incomplete; empty where all is known.

    `missing` ordinals and `missing_count` editions are not in the archive, `incomplete` ones are not whole,
    `open_start` says that nothing tells which edition was the first; right before those `apart` others may be missing.
    """

    missing_count: int = 0
    missing: tuple[Stretch, ...] = ()
    incomplete: tuple[Run, ...] = ()
    open_start: bool = False
    apart: tuple[Run, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.missing_count or self.incomplete or self.open_start or self.apart)


def known(edition: Edition) -> Known:
    """What the archive holds whole of one edition; a winner marked unknown is a hole in the laureates."""
    if not edition.is_held:
        return Known(laureates=True, categories=True, places=True, jury=True)
    covered = edition.covered
    nameless = any(entry.lacks_winner for entry in edition.entries)
    return Known(
        laureates=covered.results in _LAUREATES and not (nameless and covered.results is not Coverage.NAMES_ONLY),
        categories=covered.categories is Coverage.COMPLETE and all(entry.category for entry in edition.entries),
        places=covered.results is Coverage.COMPLETE
        and not nameless
        and all(result.holders for entry in edition.entries for result in entry.results),
        jury=covered.jury is Coverage.COMPLETE,
    )


def known_results(edition: Edition) -> Coverage:
    """How much is known of the results: in part, where all of them are said to be here and a winner is not."""
    said = edition.covered.results
    all_winners = said in (Coverage.COMPLETE, Coverage.WINNERS_ONLY)
    return Coverage.PARTIAL if all_winners and edition.is_held and not known(edition).laureates else said


def holds(archive: Archive, edition: str, part: str) -> bool:
    """Whether a part, a field of `Known`, is whole; results by category need the laureates too."""
    whole = _known(archive)[edition]
    return bool(getattr(whole, part)) and (part != "categories" or whole.laureates)


def timeline(archive: Archive, award: str) -> tuple[Step, ...]:
    """The held editions of an award from old to new, with ordinals deduced where they can only be one."""
    row = _rows(archive).get(award)
    return row.steps if row else ()


def step_places(archive: Archive, award: str) -> Mapping[str, int]:
    """Where each held edition stands in the timeline of its award."""
    row = _rows(archive).get(award)
    return row.places if row else {}


def only(steps: Iterable[Step], stays: Callable[[Step], bool]) -> tuple[Step, ...]:
    """A selection of steps; what is missing before a step that is left out counts before the next."""
    kept: list[Step] = []
    missing: list[Stretch] = []
    count, apart = 0, False
    for step in steps:
        count, apart = count + step.missing_before, apart or step.apart
        missing += step.missing
        if stays(step):
            numbers = tuple(missing) if sum(last + 1 - first for first, last in missing) == count else ()
            kept.append(replace(step, missing_before=count, missing=numbers, apart=apart))
            count, apart = 0, False
            missing.clear()
    return tuple(kept)


def gaps_before(archive: Archive, edition: str) -> Gaps:
    """Gaps of the award before this edition, on which "first time" depends."""
    row = _rows(archive)[archive.editions[edition].award]
    place = row.places.get(edition)
    if place is not None:
        return row.before[place]
    here = archive.places[edition]
    return _gaps(archive, [step for step in row.steps if archive.places[step.edition] < here])


def gaps_of(archive: Archive, award: str, part: str = "laureates") -> Gaps:
    """Gaps of all editions of an award, on which "the most titles" depends; `part` is a field of `Known`."""
    row = _rows(archive).get(award)
    return row.gaps[part] if row else Gaps()


def gaps_until(archive: Archive, edition: str, part: str) -> Gaps:
    """The same of the editions up to this one, itself included."""
    return _gaps(archive, steps_until(archive, edition), part=part)


def steps_until(archive: Archive, edition: str) -> Sequence[Step]:
    """The held editions of an award up to this one, itself included."""
    here = archive.places[edition]
    steps = timeline(archive, archive.editions[edition].award)
    return [step for step in steps if archive.places[step.edition] <= here]


def edition_before(archive: Archive, edition: str) -> tuple[str | None, bool]:
    """The held edition before this one in the archive, and whether it certainly is the one before.

    `(None, True)` means that this edition was the first.
    """
    row = _rows(archive)[archive.editions[edition].award]
    place = row.places.get(edition)
    if place is None:
        return None, False
    certain = row.steps[place].follows and not (place == 0 and open_start(archive, row.steps))
    return (row.steps[place - 1].edition if place else None), certain


def missing_before(archive: Archive, edition: str) -> int:
    """How many editions are missing for certain between this one and the one before in the archive."""
    row = _rows(archive)[archive.editions[edition].award]
    place = row.places.get(edition)
    return 0 if place is None else row.steps[place].missing_before


def open_start(archive: Archive, steps: Sequence[Step]) -> bool:
    """Whether there may be editions before the first here: it has no ordinal, and not the year of foundation."""
    if not steps or steps[0].ordinal is not None or steps[0].missing_before:
        return False
    first = archive.editions[steps[0].edition]
    award = archive.awards.get(first.award)
    founded = award.founded.year if award and award.founded else None
    held = first.ceremony.date.year if first.ceremony.date else None
    return founded is None or founded not in (first.sort_year, held)


def label(archive: Archive, edition: str) -> str:
    """The name of an edition inside a sentence: `Palmes 2011`."""
    record = archive.editions[edition]
    award = archive.awards.get(record.award)
    return f"{award.label if award else record.award} {record.label}"


def reason_about(archive: Archive, code: str, edition: str) -> Reason:
    """The reason that names one edition (its key)."""
    return Reason(code, (("edition", label(archive, edition)),))


def doubt_of_two(
    archive: Archive, edition: str, before: str, certain: bool, code: str, is_whole: Callable[[Known], bool]
) -> Reason | None:
    """Why an edition can't be held against the one before: another may lie between, or one of them is not whole."""
    if not certain:
        return reason_about(archive, "before", edition)
    partial = next((key for key in (edition, before) if not is_whole(known(archive.editions[key]))), None)
    return reason_about(archive, code, partial) if partial else None


def reason(archive: Archive, gaps: Gaps) -> Reason | None:
    """The reason that names the editions a statistic lacks."""
    missing = (("ordinals", _ordinals(gaps.missing)),) if gaps.missing else (("count", gaps.missing_count),)
    incomplete = (("editions", _labels(archive, gaps.incomplete)),)
    some = "missing" if gaps.missing else "missing-some"
    if gaps.missing_count and gaps.incomplete:
        return Reason(f"{some}-incomplete", missing + incomplete)
    if gaps.missing_count:
        return Reason(some, missing)
    if gaps.incomplete:
        return Reason("incomplete", incomplete)
    if gaps.open_start:
        return Reason("start")
    return Reason("apart", (("editions", _labels(archive, gaps.apart)),)) if gaps.apart else None


@dataclass(frozen=True, slots=True)
class _Row:
    """The held editions of an award, where each stands, what all of them lack, by part, and those before each."""

    steps: tuple[Step, ...]
    places: Mapping[str, int]
    gaps: Mapping[str, Gaps]
    before: tuple[Gaps, ...]


@once
def _known(archive: Archive) -> Mapping[str, Known]:
    return MappingProxyType({key: known(edition) for key, edition in archive.editions.items()})


@once
def _rows(archive: Archive) -> Mapping[str, _Row]:
    return MappingProxyType({award: _row(archive, keys) for award, keys in archive.editions_of.items()})


def _row(archive: Archive, keys: Sequence[str]) -> _Row:
    steps = _steps(archive, keys)
    places = {step.edition: place for place, step in enumerate(steps)}
    gaps = {part: _gaps(archive, steps, part=part) for part in Known.__slots__}
    return _Row(steps, MappingProxyType(places), MappingProxyType(gaps), tuple(_before(archive, steps)))


def _before(archive: Archive, steps: Sequence[Step]) -> Iterator[Gaps]:
    """The gaps before each step, from those before the last one: an award may have thousands of editions."""
    missing, listed, start = 0, True, open_start(archive, steps)
    ordinals: list[Stretch] = []
    incomplete: list[Run] = []
    apart: list[Run] = []
    for step in steps:
        if step.apart:
            _add(archive, apart, step.edition)
        missing += step.missing_before
        listed = listed and bool(step.missing or not step.missing_before)
        ordinals += step.missing
        yield Gaps(
            missing_count=missing,
            missing=tuple(ordinals) if listed else (),
            incomplete=tuple(incomplete),
            open_start=start,
            apart=tuple(apart),
        )
        if not holds(archive, step.edition, "laureates"):
            _add(archive, incomplete, step.edition)


def runs(archive: Archive, editions: Iterable[str]) -> tuple[Run, ...]:
    """Editions of one award, old to new, grouped into consecutive runs."""
    found: list[Run] = []
    for edition in editions:
        _add(archive, found, edition)
    return tuple(found)


def _add(archive: Archive, found: list[Run], edition: str) -> None:
    if found and archive.places[found[-1][1]] + 1 == archive.places[edition]:
        found[-1] = (found[-1][0], edition)
    else:
        found.append((edition, edition))


def _steps(archive: Archive, keys: Sequence[str]) -> tuple[Step, ...]:
    steps: list[Step] = []
    waiting: list[Edition] = []
    last = 0
    before: Edition | None = None
    years = frozenset(archive.editions[key].sort_year for key in keys)
    for edition in (archive.editions[key] for key in keys if _counts(archive.editions[key])):
        waiting.append(edition)
        if edition.ordinal is not None:
            steps += _numbered(waiting, last, edition.ordinal)
            last = max(last, edition.ordinal)
            waiting, before = [], edition
    steps += _unnumbered(waiting, last, before, years)
    return only(steps, lambda step: archive.editions[step.edition].is_held)


def _counts(edition: Edition) -> bool:
    """Whether an edition has a place in the series; a cancelled one only where it has a number."""
    return edition.is_held or edition.ordinal is not None


def _numbered(editions: Sequence[Edition], last: int, ordinal: int) -> list[Step]:
    """The steps of editions of which only the last bears a number; `last` is the number before them."""
    between = ordinal - last - 1
    missing = max(0, between - (len(editions) - 1))
    exact = between == len(editions) - 1
    ordinals = range(last + 1, ordinal + 1) if exact else (*(None for _ in editions[:-1]), ordinal)
    lost = ((last + 1, ordinal - 1),) if missing and len(editions) == 1 else ()
    # What is missing may be before any of them: it is counted before the first.
    steps = [Step(each.key, number, apart=missing > 0) for each, number in zip(editions, ordinals, strict=True)]
    return [Step(steps[0].edition, steps[0].ordinal, missing, lost), *steps[1:]]


def _unnumbered(editions: Sequence[Edition], last: int, before: Edition | None, years: frozenset[int]) -> list[Step]:
    """Editions after the last number go on counting while their years do; with no number at all nothing is deduced."""
    steps: list[Step] = []
    for edition in editions:
        apart = before is not None and any(year not in years for year in range(before.sort_year, edition.sort_year))
        last = last + 1 if last and not apart else 0
        steps.append(Step(edition.key, last or None, apart=apart))
        before = edition
    return steps


def _gaps(archive: Archive, steps: Sequence[Step], part: str = "laureates") -> Gaps:
    """The gaps in these editions and between them."""
    return Gaps(
        missing_count=sum(step.missing_before for step in steps),
        missing=tuple(stretch for step in steps for stretch in step.missing)
        if all(step.missing or not step.missing_before for step in steps)
        else (),
        incomplete=runs(archive, (step.edition for step in steps if not holds(archive, step.edition, part))),
        open_start=open_start(archive, steps),
        apart=runs(archive, (step.edition for step in steps if step.apart)),
    )


def _ordinals(stretches: Iterable[Stretch]) -> str:
    """`1–3, 7`: stretches that touch are one; two numbers are written as two."""
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return ", ".join(
        str(first) if first == last else f"{first}, {last}" if first + 1 == last else f"{first}–{last}"
        for first, last in joined
    )


def _labels(archive: Archive, found: Iterable[Run]) -> str:
    """`2008–2010, 2013`: the labels of editions; those that follow each other are one stretch."""
    return ", ".join(_stretch(archive, *run) for run in found)


def _stretch(archive: Archive, first: str, last: str) -> str:
    start, end = archive.editions[first].label, archive.editions[last].label
    apart = archive.places[last] - archive.places[first]
    return start if not apart else f"{start}, {end}" if apart == 1 else f"{start}–{end}"

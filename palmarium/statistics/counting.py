"""What a claim may count: each count, found from the archive alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ..model import Article, Distinction, Edition, Function, Ref, Result, Source, Status
from ..model.archive import Archive, results_in
from . import coverage, holders
from .changes import category_keys
from .count import Count, Reason
from .titles import Scope
from .titles import laureates as count_laureates
from .titles import titles as count_titles

OVERALL = "overall"


class Bound(StrEnum):
    """How a counted number bounds the true one."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    LISTED = "listed"
    """The number that the archive lists; whether its list is complete is never known."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ClaimScope:
    """What a claim speaks of, resolved; empty or None where it doesn't say. `sources` are those that state it."""

    value: int
    award: str = ""
    edition: Edition | None = None
    until: Edition | None = None
    article: Article | None = None
    category: str = ""
    name: str = ""
    scope: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A number the archive finds; `refuted` when it finds none, but knows that the claim is wrong."""

    value: int | None
    bound: Bound = Bound.EXACT
    because: Reason | None = None
    refuted: bool = False


def _of_edition(count: Callable[[Archive, ClaimScope, Edition], Finding]) -> Callable[[Archive, ClaimScope], Finding]:
    """What only an edition has, counted where the claim speaks of one."""
    return lambda archive, asked: count(archive, asked, asked.edition) if asked.edition else _without_edition()


def laureates(archive: Archive, asked: ClaimScope) -> Finding:
    return _found(count_laureates(archive, _scope(asked))) if asked.award else _without_edition()


def titles(archive: Archive, asked: ClaimScope) -> Finding:
    return _found(count_titles(archive, _scope(asked))) if asked.award else _without_edition()


def categories(archive: Archive, asked: ClaimScope) -> Finding:
    if asked.edition:
        number = len(category_keys(archive, asked.edition.key))
        return _part(archive, asked.edition, "categories", number)
    award = archive.awards.get(asked.award)
    if asked.until:
        steps = coverage.steps_until(archive, asked.until.key)
        number = len({key for step in steps for key in category_keys(archive, step.edition)})
        because = coverage.reason(archive, coverage.gaps_until(archive, asked.until.key, "categories"))
        return _found(Count(number, because is None, because))
    return _listed([category for category in award.categories if not category.special] if award else ())


@_of_edition
def jurors(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    seats = (
        part.name.text
        for part in edition.jurors
        if not asked.category or (part.category and asked.category.endswith(f"/{part.category.text}"))
    )
    return _part(archive, edition, "jury", len(set(seats)))


@_of_edition
def ordinal(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    number = edition.ordinal
    told = _told(archive, edition)
    if number is None:
        return Finding(None, Bound.NONE, Reason("no-ordinal", told))
    if edition.key in coverage.misfits(archive, edition.award) and number == asked.value:
        return Finding(None, Bound.NONE, Reason("ordinal-contradicted", (("ordinal", number), *told)))
    return Finding(number)


def editions(archive: Archive, asked: ClaimScope) -> Finding:
    steps: Sequence[coverage.Step] = coverage.timeline(archive, asked.award)
    if asked.until:
        steps = coverage.steps_until(archive, asked.until.key)
    elif asked.edition:
        place = next((at for at, step in enumerate(steps, 1) if step.edition == asked.edition.key), 0)
        steps = steps[:place]
    if not steps:
        return _without_edition()
    number = len(steps) + sum(step.missing_before for step in steps)
    gaps = coverage.Gaps(
        open_start=coverage.open_start(archive, steps),
        apart=coverage.runs(archive, (step.edition for step in steps if step.apart)),
    )
    return Finding(number, Bound.AT_LEAST if gaps.any else Bound.EXACT, coverage.reason(archive, gaps))


@_of_edition
def places(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    inside = (r for r in _active(asked, edition) if r.place is not None or r.distinction is Distinction.RANKED)
    number = sum(1 for result in inside if asked.scope in ("", result.scope))
    return _part(archive, edition, "places", number)


@_of_edition
def rank(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    if not asked.name:
        return Finding(None, Bound.NONE, Reason("unresolved"))
    scope = asked.scope or OVERALL
    ranking = [(result, result.place) for result in _active(asked, edition) if result.place and result.holders]
    own = [(result, place) for result, place in ranking if asked.name in _names(archive, result)]
    here = [place for result, place in own if (result.scope or OVERALL) == scope]
    if here:
        return Finding(asked.value if asked.value in here else min(here))
    taken = (r for r, place in ranking if (r.scope or OVERALL) == scope and place == asked.value)
    other = next(taken, None)
    if other:
        return Finding(None, Bound.NONE, _taken(archive, asked, scope, other, own), refuted=True)
    if coverage.known(edition).places:
        reason = Reason("no-place", (("name", _called(archive, asked.name)), *_told(archive, edition)))
        return Finding(None, Bound.NONE, reason, refuted=True)
    return Finding(None, Bound.NONE, Reason("results", _told(archive, edition)))


@_of_edition
def first_time(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    group = holders.holders(archive, edition.key).first
    if group.whole and not group.certain:
        return Finding(len(group.names), Bound.AT_MOST, group.because)
    return _group(group)


@_of_edition
def retained(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    return _group(holders.holders(archive, edition.key).retained)


@_of_edition
def regained(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    return _group(holders.holders(archive, edition.key).regained)


@_of_edition
def partners(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    stated = (part.name for part in edition.parts if part.function is Function.PARTNER)
    refs = (*stated, *(ref for entry in edition.entries for ref in entry.partners))
    return _listed({_id(archive, ref) for ref in refs})


@_of_edition
def entrants(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    if asked.category:
        here = (e for e in edition.entries if asked.category == e.category_key)
        return _figure(archive, asked, edition, "results", ((e.entrants, e.sources) for e in here))
    return _figure(archive, asked, edition, "rounds", ((each.entrants, ()) for each in edition.rounds))


@_of_edition
def attendance(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    numbers = sorted(edition.attendance, key=lambda each: (each.value != asked.value, each.forecast))
    return _figure(archive, asked, edition, "attendance", ((each.value, each.sources) for each in numbers))


def comments(archive: Archive, asked: ClaimScope) -> Finding:
    return _listed(asked.article.comments if asked.article else ())


@_of_edition
def channels(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    method = edition.method
    if method and method.channels:
        return _listed(method.channels)
    return _figure(archive, asked, edition, "method", ((method.channel_count, method.sources),) if method else ())


@_of_edition
def rounds(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    return _listed(edition.rounds)


@_of_edition
def finalists(archive: Archive, asked: ClaimScope, edition: Edition) -> Finding:
    final = {r.category for r in _active(asked, edition) if r.distinction is Distinction.FINALIST}
    counted = (Distinction.FINALIST, Distinction.RANKED, Distinction.WINNER)
    inside = [r for r in _active(asked, edition) if r.category in final and r.distinction in counted]
    names = {name for result in inside for name in _names(archive, result)}
    if names:
        winners = {n for r in inside if r.distinction is Distinction.WINNER for n in _names(archive, r)}
        meant = names - winners if len(names - winners) == asked.value else names
        return Finding(len(meant)) if coverage.known(edition).places else _listed(meant)
    return _figure(archive, asked, edition, "rounds", ((each.entrants, ()) for each in edition.rounds[-1:]))


def stated(archive: Archive, asked: ClaimScope) -> Finding:
    return Finding(None, Bound.NONE, Reason("stated"))


@dataclass(frozen=True, slots=True)
class CountRule:
    """One `count` that a claim may name: how it is found, what editors are told of it, what readers are."""

    find: Callable[[Archive, ClaimScope], Finding]
    says: str
    counted: str = ""
    """What was counted, a msgid of the catalogue; nothing where nothing can be."""
    of_results: bool = False
    """Whether it rests on the palmarès alone."""
    by_time: bool = False
    """Whether it is counted over the editions of an award, where none is named."""


COUNTS = MappingProxyType(
    {
        "laureates": CountRule(
            laureates,
            "How many distinct names have a title, in the edition, or in the whole award where none is named.",
            "distinct names with a title",
            of_results=True,
            by_time=True,
        ),
        "titles": CountRule(
            titles,
            "How many titles were given, each trophy of a result counted; `of` and `category` narrow it.",
            "titles, each trophy for one",
            of_results=True,
            by_time=True,
        ),
        "categories": CountRule(
            categories,
            "How many categories the edition has; without an edition, how many the award lists, or had `until` one.",
            "categories",
            by_time=True,
        ),
        "jurors": CountRule(
            jurors, "How many people sit on the jury of the edition, or of its category.", "people on the jury"
        ),
        "ordinal": CountRule(
            ordinal,
            "Which edition it is, by its own number, as long as the numbers of the others allow it.",
            "the number of the edition, held against those of the others",
        ),
        "editions": CountRule(
            editions,
            "How many editions were held up to this one, or of the award; missing ones count where ordinals "
            "tell of them.",
            "editions held, and those that only the numbers tell of",
            by_time=True,
        ),
        "places": CountRule(
            places,
            "How many winners and ranked places the edition or its category has; `scope` narrows it.",
            "winners and ranked places",
            of_results=True,
        ),
        "rank": CountRule(
            rank,
            "Which place `of` has in the edition, in its category, and in `scope` (overall where none is named).",
            "the place in the ranking",
            of_results=True,
        ),
        "first-time": CountRule(
            first_time,
            "How many laureates of the edition had no title in an earlier one.",
            "laureates without a title in an earlier edition",
            of_results=True,
        ),
        "retained": CountRule(
            retained,
            "How many laureates of the edition also have a title in the edition before.",
            "laureates with a title in the edition before too",
            of_results=True,
        ),
        "regained": CountRule(
            regained,
            "How many laureates of the edition have an earlier title, but none in the edition before.",
            "laureates with an earlier title, and none in the edition before",
            of_results=True,
        ),
        "partners": CountRule(partners, "How many partners the edition and its categories list.", "partners listed"),
        "entrants": CountRule(
            entrants, "How many entered the category, or the first round of the edition.", "entrants recorded"
        ),
        "attendance": CountRule(
            attendance,
            "How many people came to the edition, as recorded; a forecast where nothing else is.",
            "people present, as recorded",
        ),
        "comments": CountRule(
            comments, "How many readers' comments the article has.", "comments archived with the article"
        ),
        "channels": CountRule(
            channels,
            "How many channels of contact were tested: those named, or else the number recorded.",
            "channels of contact recorded",
        ),
        "rounds": CountRule(rounds, "How many rounds the edition lists.", "rounds listed"),
        "finalists": CountRule(
            finalists,
            "How many finalists are listed, with the winners of their categories or without, whichever was counted; "
            "where none is, how many entered the last round.",
            "finalists, with the winners or without",
            of_results=True,
        ),
        "stated": CountRule(
            stated, "A number that nothing in the archive can recompute: it is kept and shown as stated."
        ),
    }
)
"""Every `count` that a claim may name."""


def _scope(asked: ClaimScope) -> Scope:
    edition, until = (each.key if each else "" for each in (asked.edition, asked.until))
    return Scope(asked.award, edition, until, asked.category, asked.name)


def _found(count: Count) -> Finding:
    return Finding(count.value, Bound.EXACT if count.exact else Bound.AT_LEAST, count.because)


def _part(archive: Archive, edition: Edition, part: str, number: int) -> Finding:
    """A number that is exact where this part of the edition, a field of `Known`, is whole."""
    if getattr(coverage.known(edition), part):
        return Finding(number)
    code = "results" if part == "places" else part
    return Finding(number, Bound.AT_LEAST, Reason(code, _told(archive, edition)))


def _group(group: holders.Group) -> Finding:
    if not group.certain:
        return Finding(None, Bound.NONE, group.because)
    return Finding(len(group.names), Bound.EXACT if group.whole else Bound.AT_LEAST, group.because)


def _listed(things: Iterable[object]) -> Finding:
    return Finding(sum(1 for _ in things), Bound.LISTED, Reason("perhaps-more"))


def _figure(
    archive: Archive,
    asked: ClaimScope,
    edition: Edition,
    field: str,
    figures: Iterable[tuple[int | None, tuple[Ref, ...]]],
) -> Finding:
    """The first number recorded: it can contradict a claim, but confirms it only where it has a source of its own."""
    known = [(number, refs) for number, refs in figures if number is not None]
    if not known:
        return Finding(None, Bound.NONE, Reason("no-figure", _told(archive, edition)))
    value = known[0][0]
    refs = tuple(ref for number, refs in known if number == value for ref in refs)
    if value == asked.value and not _other_source(edition, asked, field, refs):
        return Finding(None, Bound.NONE, Reason("recorded"))
    return Finding(value)


def _other_source(edition: Edition, asked: ClaimScope, field: str, refs: tuple[Ref, ...]) -> bool:
    """Whether a number of the edition rests on a source that is none of those of the claim."""
    cited = (ref for each in edition.cited if each.field.split(".")[0] == field for ref in each.sources)
    ids = {ref.text for ref in (*refs, *cited)}
    claimed = {_same(source) for source in asked.sources}
    return any(source.id in ids and _same(source) not in claimed for source in edition.sources)


def _same(source: Source) -> tuple[str, ...]:
    """The key by which sources of two files are compared: the address, or else all other fields."""
    return (source.url,) if source.url else (source.title, source.author, source.publisher, str(source.date or ""))


def _without_edition() -> Finding:
    return Finding(None, Bound.NONE, Reason("no-edition"))


def _told(archive: Archive, edition: Edition) -> tuple[tuple[str, str | int], ...]:
    return (("edition", coverage.label(archive, edition.key)),)


def _active(asked: ClaimScope, edition: Edition) -> Iterator[Result]:
    """The active results of the edition, or of its category."""
    for result in results_in(edition):
        if result.status is Status.ACTIVE and asked.category in ("", result.category_key):
            yield result


def _names(archive: Archive, result: Result) -> tuple[str, ...]:
    return tuple(_id(archive, holder.name) for holder in result.holders)


def _id(archive: Archive, ref: Ref) -> str:
    return archive.ids.get(ref.text, ref.text)


def _called(archive: Archive, name: str) -> str:
    return archive.names[name].name if name in archive.names else name


def _taken(archive: Archive, asked: ClaimScope, scope: str, other: Result, own: list[tuple[Result, int]]) -> Reason:
    """Who holds the claimed place, and where the name of the claim holds it instead."""
    held = " & ".join(_called(archive, name) for name in _names(archive, other))
    told: tuple[tuple[str, str | int], ...] = (("rank", asked.value), ("other", held))
    if scope != OVERALL:
        told += (("scope", _short(scope)),)
    here = "" if scope == OVERALL else "-here"
    elsewhere = min(own, key=lambda pair: pair[1], default=None)
    if elsewhere is None:
        return Reason(f"place-taken{here}", told)
    result, place = elsewhere
    told += (("name", _called(archive, asked.name)), ("place", place))
    if (result.scope or OVERALL) == OVERALL:
        return Reason("place-overall-here", told)
    return Reason(f"place-elsewhere{here}", (*told, ("where", _short(result.scope))))


def _short(scope: str) -> str:
    """The name of a scope without its kind: `sector:telecom` gives telecom."""
    return scope.rsplit(":", 1)[-1]

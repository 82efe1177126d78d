"""Results as rows: laureates, mark, links and sources."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ...model import (
    Acceptance,
    Amendment,
    Distinction,
    Edition,
    Function,
    Holder,
    Kind,
    Outcome,
    Part,
    Post,
    Result,
    Status,
)
from ...model.archive import Archive
from ...statistics.memoize import once
from ..context import Context, name_then
from ..links import Link, Mark, Sign, link_to_category, link_to_edition, link_to_name
from .pager import lines
from .picture import PictureView, portrait
from .sources import Cite, Sourced, cites


@dataclass(frozen=True, slots=True)
class PostLine:
    """A role in an organisation, as it was then; either may be missing."""

    role: str
    org: Link | None


@dataclass(frozen=True, slots=True)
class LaureateLink:
    """One name in a result: called as it was then, `today` where it has another name now.

    `status` is its own, inside a joint result. `portrait` is there where a page shows it.
    """

    link: Link
    kind: Kind
    today: str = ""
    as_role: str = ""
    posts: tuple[PostLine, ...] = ()
    size: str = ""
    country: str = ""
    share: Fraction | None = None
    status: Status = Status.ACTIVE
    note: str = ""
    portrait: PictureView | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result as it was written, and all that it refers to.

    `laureates` is empty where a title was given to somebody unknown; several share a joint prize. `supersedes` are
    those whose prize it was before (edge case 26).
    `edition` and `category` say where it stands, for lists that mix them; no category where the
    archive does not know it. `round` is the name of its round.
    """

    result: Result
    mark: Mark
    edition: Link
    category: Link | None
    laureates: tuple[LaureateLink, ...]
    represented_by: tuple[Link, ...] = ()
    round: str = ""
    superseded_by: Link | None = None
    supersedes: tuple[Link, ...] = ()
    entered_in: Link | None = None
    amendments: tuple[Sourced[Amendment], ...] = ()
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class PartLine:
    """A name's part in an edition or award: juror, partner, host…; `anchor` is the id to point at."""

    link: Link
    function: Function
    role: str = ""
    chair: bool = False
    posts: tuple[PostLine, ...] = ()
    category: Link | None = None
    note: str = ""
    cites: tuple[Cite, ...] = ()
    anchor: str = ""


def result_row(context: Context, result: Result) -> ResultRow:
    """A result of any edition; references to sources lead to that edition's page."""
    archive = context.archive
    edition = archive.editions[result.edition]
    here = context.urls.edition(edition.key)
    category = archive.category(result)
    rounds = {round.id: round.name or round.id for round in edition.rounds}
    return ResultRow(
        result=result,
        mark=mark(result),
        edition=link_to_edition(context, edition.key),
        category=link_to_category(context, category.key) if category else None,
        laureates=tuple(laureate(context, holder, edition) for holder in result.holders),
        represented_by=tuple(_ref(context, ref.text) for ref in result.represented_by),
        round=rounds.get(result.round, result.round),
        superseded_by=_ref(context, result.superseded_by.text) if result.superseded_by else None,
        supersedes=tuple(_superseded(context, result, edition)),
        entered_in=_entered_in(context, edition, result),
        amendments=tuple(Sourced(each, cites(each.sources, edition, here)) for each in result.amendments),
        cites=cites(result.sources, edition, here),
    )


def weigh_row(row: ResultRow) -> int:
    """How many lines a result takes, about."""
    works = (text for work in row.result.works for text in (work.title, work.note))
    texts = (row.result.citation, row.result.note, *works, *(one.note for one in row.laureates))
    return lines(*texts) + max(0, len(row.laureates) - 1) // 2


def mark(result: Result) -> Mark:
    """The sign of a result: what became of it comes before its place."""
    if result.status is not Status.ACTIVE:
        return Mark(Sign.REVOKED)
    if result.acceptance is not Acceptance.RECEIVED:
        return Mark(Sign.DECLINED)
    if not (result.holders or result.rank):
        return Mark(Sign.UNKNOWN)
    if result.tie and (result.place or result.distinction is Distinction.RANKED):
        return Mark(Sign.TIE, result.place or 1)
    if result.distinction is Distinction.WINNER:
        return _winner(result)
    if result.place:
        signs = {1: Sign.FIRST, 2: Sign.SECOND, 3: Sign.THIRD}
        return Mark(signs.get(result.place, Sign.PLACE), result.place)
    return Mark(Sign.NOMINATION)


def outcome_mark(outcome: Outcome) -> Mark:
    """The sign of a category without a result."""
    signs = {Outcome.NOT_AWARDED: Sign.NOT_AWARDED, Outcome.CANCELLED: Sign.CANCELLED}
    return Mark(signs.get(outcome, Sign.UNKNOWN))


def laureate(context: Context, holder: Holder, edition: Edition) -> LaureateLink:
    name = context.archive.name(holder.name)
    then = name_then(name, edition)
    return LaureateLink(
        link_to_name(context, name.id, then if then != name.name else ""),
        name.kind,
        name.name if then != name.name else "",
        holder.as_role,
        posts(context, holder.posts),
        holder.size,
        holder.country,
        holder.share,
        holder.status,
        holder.note,
    )


def pictured(context: Context, result: Result, row: ResultRow) -> ResultRow:
    """The row with the portraits of its laureates, for the page that shows them."""
    names = context.archive.holders(result)
    who = (replace(each, portrait=portrait(context, name)) for each, name in zip(row.laureates, names, strict=True))
    return replace(row, laureates=tuple(who)) if any(name.picture for name in names) else row


def named(laureate: LaureateLink) -> LaureateLink:
    """As a list names it: without what only its result shows, such as its post then."""
    return LaureateLink(laureate.link, laureate.kind, status=laureate.status)


def posts(context: Context, written: tuple[Post, ...]) -> tuple[PostLine, ...]:
    return tuple(PostLine(post.role, _ref(context, post.org.text) if post.org else None) for post in written)


def part_line(context: Context, part: Part, cited: tuple[Cite, ...], award: str) -> PartLine:
    category = f"{award}/{part.category.text}" if part.category else ""
    return PartLine(
        _ref(context, part.name.text),
        part.function,
        part.role,
        part.chair,
        posts(context, part.posts),
        link_to_category(context, category) if category in context.archive.categories else None,
        part.note,
        cited,
    )


def _winner(result: Result) -> Mark:
    if len(result.holders) > 1:
        return Mark(Sign.JOINT, result.rank or 0)
    if result.rank:
        return Mark(Sign.FIRST, result.rank)
    return Mark(Sign.TITLE, result.count if result.count > 1 else 0)


def _superseded(context: Context, result: Result, edition: Edition) -> Iterator[Link]:
    """Laureates of the same category who lost it to one of this result's."""
    lost = _lost(context.archive)
    mine = dict.fromkeys(context.archive.ids.get(holder.name.text, "") for holder in result.holders)
    for other in (each for name in mine for each in lost.get((edition.key, result.category, name), ())):
        if other is not result:
            yield from (laureate(context, holder, edition).link for holder in other.holders)


@once
def _lost(archive: Archive) -> Mapping[tuple[str, str, str], list[Result]]:
    """The results that went to another, by edition, category and the name (id) that has them now."""
    found: defaultdict[tuple[str, str, str], list[Result]] = defaultdict(list)
    for result in archive.results:
        if result.superseded_by:
            heir = archive.ids.get(result.superseded_by.text, "")
            found[result.edition, result.category, heir].append(result)
    return found


def _ref(context: Context, text: str) -> Link:
    """A name as it was written: a check has made sure that it is known."""
    id = context.archive.ids.get(text)
    return link_to_name(context, id, "" if text == id else text) if id else Link(text)


def _entered_in(context: Context, edition: Edition, result: Result) -> Link | None:
    if not result.entered_in:
        return None
    key = f"{edition.award}/{result.entered_in.text}"
    return link_to_category(context, key) if key in context.archive.categories else Link(result.entered_in.text)

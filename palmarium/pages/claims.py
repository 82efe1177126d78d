"""The page of claims: every number that a source states, with its verdict."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..statistics.claims import ClaimOutcome
from .context import Context, makes
from .links import SECTIONS, Head, Link, section_head, section_link
from .messages import Message
from .parts.pager import Shares, lines, paged, shares_of_groups
from .parts.sources import ClaimRow, every_claim, listed_here, verdict_summary
from .plan import Page

TEMPLATE = "page/claims.html"
_ROWS = 120
"""How many claims stand on a page."""
_ORDER = (ClaimOutcome.DIFFERS, ClaimOutcome.AGREES, ClaimOutcome.NOT_COMPUTABLE)
"""What a reader looks for first: the numbers that are wrong."""


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one verdict."""

    outcome: ClaimOutcome
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class FurtherClaim:
    """A claim on a page that goes on: the `anchor` it would have on the first leads there."""

    anchor: str
    says: str
    url: str


@dataclass(frozen=True, slots=True)
class View:
    """The claims of the whole archive by verdict; `verdicts` say how many there are and how they fare.

    The `further` ones, on pages that go on, are listed nowhere else.
    """

    head: Head
    count: int
    verdicts: tuple[Message, ...]
    groups: tuple[ClaimGroup, ...]
    further: tuple[FurtherClaim, ...]
    conventions: Link
    gaps: Link
    table: Link | None


def pages(context: Context) -> Iterator[Page]:
    view = claims_view(context)
    groups = shares_of_groups(view.groups, _ROWS, lambda group: tuple(map(_weigh, group.claims)), _cut)
    rest = replace(view, groups=())
    whole = replace(view, further=tuple(_further(context, view.head.url, groups)))
    yield from paged(context, Page(view.head.url, TEMPLATE, whole), rest, groups=groups)


def _further(context: Context, url: str, parts: Shares[ClaimGroup]) -> Iterator[FurtherClaim]:
    """Claims that are listed nowhere else, and not on the first page: links lead to them there."""
    pages = {row.anchor: (n, row) for n, part in enumerate(parts, 1) for group in part for row in group.claims}
    for anchor in listed_here(context):
        number, row = pages[anchor]
        if number > 1:
            yield FurtherClaim(anchor, row.verdict.says, f"{context.urls.sheet(url, number)}#{anchor}")


def _weigh(row: ClaimRow) -> int:
    return lines(row.verdict.says, row.verdict.note)


def _cut(group: ClaimGroup, first: int, end: int) -> ClaimGroup:
    return replace(group, claims=group.claims[first:end])


def claims_view(context: Context) -> View:
    rows = every_claim(context)
    groups = (ClaimGroup(outcome, tuple(row for row in rows if row.verdict.outcome is outcome)) for outcome in _ORDER)
    return View(
        head=section_head(
            context,
            "claims",
            Message("Every number that a source states, counted again: agrees, differs, can't be computed."),
            title=Message("Claims checked"),
        ),
        count=len(rows),
        verdicts=verdict_summary(rows),
        groups=tuple(group for group in groups if group.claims),
        further=(),
        conventions=Link(SECTIONS["conventions"], f"{context.urls.section('conventions')}#claims"),
        gaps=section_link(context, "gaps"),
        table=Link(Message("All claims, as CSV"), context.urls.table("claims")) if makes(context, "tables") else None,
    )

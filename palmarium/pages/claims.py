"""The page of claims: every number that a source states, with its verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..statistics.claims import Outcome
from .context import Context
from .links import SECTIONS, Head, Link, crumbs
from .messages import Message
from .parts.sources import ClaimRow, every_claim, verdict_summary
from .plan import Page

TEMPLATE = "page/claims.html"
_ORDER = (Outcome.DIFFERS, Outcome.AGREES, Outcome.NOT_COMPUTABLE)
"""What a reader looks for first: the numbers that are wrong."""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one verdict."""

    outcome: Outcome
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The claims of the whole archive by verdict; `verdicts` say how many there are and how they fare."""

    head: Head
    count: int
    verdicts: tuple[Message, ...]
    groups: tuple[Group, ...]
    conventions: Link
    gaps: Link
    table: Link


def pages(context: Context) -> Iterator[Page]:
    view = claims_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def claims_view(context: Context) -> View:
    url = context.urls.section("claims")
    rows = every_claim(context)
    groups = (Group(outcome, tuple(row for row in rows if row.outcome is outcome)) for outcome in _ORDER)
    return View(
        head=Head(
            url=url,
            title=Message("Claims checked"),
            description=Message(
                "Every number that a source states, counted again: agrees, differs, can't be computed."
            ),
            crumbs=crumbs(),
            section=url,
        ),
        count=len(rows),
        verdicts=verdict_summary(rows),
        groups=tuple(group for group in groups if group.claims),
        conventions=Link(SECTIONS["conventions"], f"{context.urls.section('conventions')}#claims"),
        gaps=Link(SECTIONS["gaps"], context.urls.section("gaps")),
        table=Link(Message("All claims, as CSV"), context.urls.table("claims")),
    )

"""The page of conventions: counting rules, signs and verdicts."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Coverage, Distinction
from ..statistics.claims import ClaimOutcome
from ..statistics.rules import RULES
from .context import Context
from .links import Definition, Head, Link, Mark, Sign, section_head, section_link
from .messages import Message
from .parts.rows import mark, outcome_mark
from .plan import Page

TEMPLATE = "page/conventions.html"


@dataclass(frozen=True, slots=True)
class View:
    """The conventions: every sign, rule, verdict, degree of coverage and distinction."""

    head: Head
    signs: tuple[Mark, ...]
    unused: tuple[Sign, ...]
    rules: tuple[Definition, ...]
    verdicts: tuple[ClaimOutcome, ...]
    coverages: tuple[Coverage, ...]
    distinctions: tuple[Distinction, ...]
    gaps: Link
    claims: Link


def pages(context: Context) -> Iterator[Page]:
    view = conventions_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def conventions_view(context: Context) -> View:
    used = frozenset(_used(context))
    return View(
        head=section_head(
            context,
            "conventions",
            Message("How titles are counted, what each sign means, how claims are checked."),
            title=Message("Signs and conventions"),
        ),
        signs=_KEY,
        unused=tuple(mark.sign for mark in _KEY if mark.sign not in used),
        rules=tuple(Definition(Message(rule.term), Message(rule.says)) for rule in RULES),
        verdicts=tuple(ClaimOutcome),
        coverages=tuple(Coverage),
        distinctions=tuple(Distinction),
        gaps=section_link(context, "gaps"),
        claims=section_link(context, "claims"),
    )


def _used(context: Context) -> Iterator[Sign]:
    """The signs that occur in a palmarès."""
    for edition in context.archive.editions.values():
        for entry in edition.entries:
            yield from (mark(result).sign for result in entry.results)
            if not entry.results:
                yield outcome_mark(entry.outcome).sign


_KEY = (
    Mark(Sign.TITLE, 1),
    Mark(Sign.FIRST, 1),
    Mark(Sign.SECOND, 2),
    Mark(Sign.THIRD, 3),
    Mark(Sign.PLACE, 4),
    Mark(Sign.TIE, 2),
    Mark(Sign.JOINT),
    Mark(Sign.NOMINATION),
    Mark(Sign.NOT_AWARDED),
    Mark(Sign.CANCELLED),
    Mark(Sign.UNKNOWN),
    Mark(Sign.DECLINED),
    Mark(Sign.REVOKED),
)

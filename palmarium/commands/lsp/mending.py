"""What mends a problem: the text that is sure, or the nearest of all that may stand at its place."""

import re
from collections.abc import Iterable, Iterator

from ...problems import Fix, Problem, Span, line_starts, nearest
from ..offers import offers
from .places import award_of
from .site import OpenSite

_WORD = re.compile(r"[\w'’-]+|\S?")


def mending(problem: Problem, site: OpenSite, text: str) -> Iterator[tuple[Fix, bool]]:
    """The fix of a problem, and whether it is sure; else what is nearest among all that may be named there."""
    if problem.fix:
        yield problem.fix, True
        return
    if problem.likely:
        yield problem.likely, False
        return
    kind = problem.needs[0][0] if problem.needs and problem.code == f"unknown-{problem.needs[0][0]}" else ""
    typed = problem.subject[0] if problem.subject else ""
    start, end = told(text, problem)
    known = offers(site.archive, award_of(problem.span.path)).get(kind, {})
    likely = nearest(typed, (each for each in known if each != typed), 0.6) if typed == text[start:end] else None
    if likely:
        yield Fix(problem.span, typed, likely), False


def told(text: str, problem: Problem) -> tuple[int, int]:
    """From where to where the text of a problem goes: what was typed, or the word that stands at its place."""
    return word(text, problem.span, (*(each.typed for each in (problem.fix, problem.likely) if each), *problem.subject))


def word(text: str, span: Span, likely: Iterable[str] = ()) -> tuple[int, int]:
    """From where to where the word at a place goes, or one of the likely texts where it stands there."""
    starts = line_starts(text)
    if span.line > len(starts):
        return len(text), len(text)
    start = starts[span.line - 1] + span.column - 1
    known = next((each for each in likely if each and text.startswith(each, start)), "")
    found = _WORD.match(text, start)
    return start, start + len(known) if known else found.end() if found else start

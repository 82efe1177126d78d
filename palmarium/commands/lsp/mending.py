"""Fixes for problems: the certain text, or the most similar of the texts allowed at the place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...problems import Fix, Problem, Span, line_starts, nearest
from ..offers import offers
from .places import award_of
from .site import OpenSite

_LINK = "[["
_WORD = re.compile(r"[\w'’-]+|\S?")


def mending(problem: Problem, site: OpenSite, text: str) -> Iterator[tuple[Fix, bool]]:
    """The fix of a problem, and whether it is sure; else what is nearest among all that may be named there."""
    if problem.fix:
        yield problem.fix, True
        return
    if problem.likely:
        yield problem.likely, False
        return
    typed = problem.subject[0] if problem.subject else ""
    start, _ = told(text, problem)
    lead = len(_LINK) if text.startswith(_LINK, start) else 0
    if not typed or not text.startswith(typed, start + lead):
        return
    offered = offers(site.archive, award_of(problem.span.path))
    known = {text for kind in _kinds(problem, typed) for text in offered.get(kind, ()) if text != typed}
    if likely := nearest(typed, sorted(known), 0.6):
        yield Fix(replace(problem.span, column=problem.span.column + lead), typed, likely), False


def _kinds(problem: Problem, typed: str) -> Iterator[str]:
    """What a text that leads nowhere may name, as it is offered there."""
    first = problem.needs[0][0] if problem.needs else ""
    if problem.code != f"unknown-{first}":
        return
    for kind, key in problem.needs:
        if kind == first or key == typed:
            # With the award before it, a category is of any award.
            yield "category-key" if kind == "category" and "/" in typed else kind


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

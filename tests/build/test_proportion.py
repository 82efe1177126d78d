"""Twice the data takes twice the work: steps of the interpreter are counted, not seconds."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType, MappingProxyType, ModuleType
from typing import Any

import pytest

from palmarium.checks import circles, derived, homonyms, ordinals, ranks, twice
from palmarium.checks.references import unknown
from palmarium.checks.run import asked
from palmarium.exports import tables
from palmarium.pages import article, award, awards, category, edition, name, records
from palmarium.pages.context import Context
from palmarium.statistics.coverage import gaps_of, reason, timeline
from tests.archives import archive
from tests.exports.exported import context, exported
from tests.kinds import pages_of

MOST = 2.3
"""A part of the work is the same for any number of things, sorting takes a little more than twice as much."""
AWARD = "-- editions/pie/award.yaml --\nname: Pie\n"


def _categories(number: int) -> str:
    every, won = range(number), "".join(f"  c{at}: Ann\n" for at in range(number))
    listed = "".join(f"  c{at}: {{name: C{at}, parent: c0}}\n" for at in every if at)
    first, second = (f"-- editions/pie/{year}.yaml --\ncoverage: complete\nresults:\n{won}" for year in (2001, 2002))
    return f"{AWARD}categories:\n  c0: C\n{listed}{first}{second}"


def _awards(number: int) -> str:
    head = "-- editions/a{0}/award.yaml --\nname: A{0}\npart_of: a{1}\nsucceeds: a{1}\ncategories: {{best: Best}}\n"
    year = "-- editions/a{0}/2001.yaml --\nresults: {{best: {{laureate: N{1}, derived_from: a0/2001}}}}\n"
    rest = "".join(head.format(at, at // 3) + year.format(at, at % 9) for at in range(1, number))
    top = "-- editions/a0/award.yaml --\nname: A0\ncategories: {best: Best}\n"
    return f"{top}-- editions/a0/2001.yaml --\ncoverage: complete\nresults: {{best: N0}}\n{rest}"


def _editions(number: int) -> str:
    year = "-- editions/pie/{0}.yaml --\ncoverage: partial\njury: [Jo, J{0}]\nresults: {{best: N{1}}}\n"
    return f"{AWARD}categories: {{best: Best}}\n{''.join(year.format(1000 + at, at % 9) for at in range(number))}"


def _winners(number: int) -> str:
    line = "    - {{rank: {0}, laureate: {{name: N{0}, posts: {{org: Ovens}}}}, sources: s{0}{1}}}\n"
    lost = ("", ", status: superseded, superseded_by: N1")
    ranked = "".join(line.format(at + 1, lost[at % 2]) for at in range(number))
    known = "".join(f"  s{at + 1}: {{title: T, date: 2001}}\n" for at in range(number))
    results = f"-- editions/pie/2001.yaml --\nresults:\n  best:\n{ranked}sources:\n{known}"
    return f"{AWARD}categories: {{best: Best}}\n{results}"


def _people(number: int) -> str:
    text = "-- content/articles/x{0}.md --\n---\ntitle: X\nkind: brief\nauthor: N{0}\nabout: {{names: N{1}}}\n---\nT.\n"
    jury = "".join(f"  - {{name: N{at}, role: cook, org: Ovens {at}}}\n" for at in range(number))
    texts = "".join(text.format(at, (at + 1) % number) for at in range(number))
    return f"{AWARD}categories: {{best: Best}}\n-- editions/pie/2001.yaml --\njury:\n{jury}{texts}"


SITES = MappingProxyType(
    {"categories": _categories, "awards": _awards, "editions": _editions, "winners": _winners, "people": _people}
)


def steps(do: Callable[[], Iterator[Any]]) -> int:
    """How many instructions of Python are carried out until everything is made."""
    counted = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal counted
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        counted += 1
        return trace

    sys.settrace(trace)
    try:
        for _ in do():
            pass
    finally:
        sys.settrace(None)
    return counted


def of(kind: ModuleType) -> Callable[[Context], Iterator[Any]]:
    """All pages of a kind."""
    return partial(pages_of, kind)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("site", "made"),
    [
        ("categories", of(category)), ("categories", of(award)), ("categories", of(edition)),
        ("categories", records.pages), ("categories", lambda there: unknown(there.archive, ())),
        ("awards", of(award)), ("awards", awards.pages), ("awards", of(name)),
        ("awards", lambda there: asked(derived, there.archive)),
        ("editions", lambda there: exported(tables, there)),
        ("editions", lambda there: asked(ordinals, there.archive)),
        ("winners", of(edition)), ("winners", of(name)), ("winners", of(category)),
        ("winners", lambda there: asked(ranks, there.archive)), ("winners", lambda there: asked(twice, there.archive)),
        ("people", of(name)), ("people", of(article)),
        ("people", lambda there: asked(homonyms, there.archive)),
        ("people", lambda there: asked(circles, there.archive)),
    ],
)  # fmt: skip
def test_twice_as_much_takes_twice_as_long(site: str, made: Callable[[Context], Iterator[Any]]) -> None:
    some, more = (context(SITES[site](number)) for number in (40, 80))
    assert steps(lambda: iter(made(more))) < MOST * steps(lambda: iter(made(some)))


def test_thousands_of_missing_editions_are_one_stretch() -> None:
    there = archive(f"{AWARD}categories: {{best: A}}\n-- editions/pie/2011.yaml --\nordinal: 9999\n")
    (step,) = timeline(there, "pie")
    assert (step.missing_before, step.missing) == (9998, ((1, 9998),))
    told = reason(there, gaps_of(there, "pie"))
    assert told is not None
    assert dict(told.values)["ordinals"] == "1–9998"

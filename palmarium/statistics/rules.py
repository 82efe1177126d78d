"""Read the counting rules off the docstrings of the statistics, as readers are told them.

Owns: Rule, the order in which rules are printed.   Never: states a rule itself.

In a module's docstring a rule is a paragraph `Term: sentence.`; both are msgids of the catalogue.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from . import (
    absences,
    breakdown,
    careers,
    changes,
    counts,
    coverage,
    declared_links,
    gaps,
    holders,
    identity,
    jurors,
    lineage,
    makeup,
    points,
    ranking,
    reigns,
    renewal,
    scope,
    streaks,
    titles,
    years,
)

_ORDER = (
    *(titles, ranking, holders, makeup, renewal, streaks, reigns, absences, changes, lineage, scope, identity),
    *(breakdown, jurors, declared_links, careers, points, coverage, gaps, years, counts),
)
_RULE = re.compile(r"(?!Owns|Never)([^\n:.,]{2,40}): (\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """A term and the rule by which it is counted, in English: msgids of the catalogue."""

    term: str
    says: str


def rules() -> tuple[Rule, ...]:
    """Every rule of every statistic, as the Conventions page prints them."""
    return tuple(rule for module in _ORDER for rule in stated(module))


def stated(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module's docstring states."""
    for paragraph in (module.__doc__ or "").split("\n\n")[1:]:
        found = _RULE.fullmatch(paragraph.strip())
        if found:
            yield Rule(found[1], " ".join(found[2].split()))

"""Every statistic has its rule, and the rule is the one that its module states."""

import pkgutil
from importlib import import_module
from types import ModuleType

import pytest

from palmarium import statistics
from palmarium.statistics.rules import Rule, rules, stated

# They count nothing that a reader sees by itself: `counts` states the rule of claims, `holders` that of standings.
MACHINERY = {"claims", "count", "once", "ordinals", "rules"}
MODULES = {found.name for found in pkgutil.iter_modules(statistics.__path__)}


@pytest.mark.parametrize("name", sorted(MODULES - MACHINERY))
def test_every_statistic_has_a_printed_rule(name: str) -> None:
    own = tuple(stated(import_module(f"palmarium.statistics.{name}")))
    assert own
    assert set(own) <= set(rules())


def test_a_rule_is_a_paragraph_of_the_docstring_and_nothing_else_is() -> None:
    module = ModuleType("pies")
    module.__doc__ = """Count pies: all of them.

    Owns: pies.
    Never: tarts.

    Pie: A round thing,
    with a crust.

    At most: So many.

    Every value is plain, such as: a number.
    """
    assert tuple(stated(module)) == (Rule("Pie", "A round thing, with a crust."), Rule("At most", "So many."))
    module.__doc__ = "Count pies.\n\nPie: A round thing."
    assert tuple(stated(module)) == (Rule("Pie", "A round thing."),)
    module.__doc__ = None
    assert tuple(stated(module)) == ()


def test_each_term_is_explained_once_in_whole_sentences() -> None:
    terms = [rule.term for rule in rules()]
    assert len(set(terms)) == len(terms)
    for rule in rules():
        assert rule.says.endswith("."), rule
        assert rule.says[0].isupper(), rule

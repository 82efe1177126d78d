"""Patterns of a mapping: those that may take for ever are refused, the others look at texts of some length."""

import re

import pytest

from palmarium.importing.patterns import LONGEST, UnreadableCell, may_take_for_ever, search
from tests.importing.small import AWARD, bring


@pytest.mark.slow
@pytest.mark.parametrize(
    "pattern",
    [
        r"(\w+\s*)*:",
        r"(a+)+b",
        r"(?:a*)*b",
        r"(a|aa)+$",
        r"(a|a)*b",
        r"(x+x+)+y",
        r"(.*?,)*x",
        r"^(?:[^,]+,?)*$",
        r"(\s*\w*\s*)*!",
        r"((a{1,20}){1,20})+b",
        r"(?:(?:[ab]+){1,3}){1,3},",
        r"(?=(a+)+b)c",
        r"(?i:(?:b|Bb)*)*c",
        "(?:" + ".?" * 100 + ")*",
    ],
)
def test_a_pattern_that_reads_one_text_in_ever_more_ways_is_refused(pattern: str) -> None:
    assert may_take_for_ever(re.compile(pattern))


@pytest.mark.slow
@pytest.mark.parametrize(
    "pattern",
    [
        r"^(.*?)(?: \(.*\))?$",
        r"\d{4}(?:[/–-]\d\d(?:\d\d)?)?",
        r"(?P<laureate>[^,]+), (?P<org>.+)",
        r"^(.*) - (.*) - (.*) \((.*)\)$",
        r"(?:\w+, )*\w+",
        r"(?:[^,]+,)*[^,]+",
        r"(?:Ann|Anna|Bob)*",
        r"^\s*(?P<laureate>.+?)\s*\[(?P<org>[^\]]*)\]\s*$",
        r"[A-Z][a-z]+(?: [A-Z][a-z]+)*",
        r"(?:\([^)]*\)|[^()])+",
        r"(a)\1+",
        r'(?:[^"]|"")*',
        r"(\w+\s+)+:",
        r"(.|\n)*?z",
        r"(?:a++)*b",
        r"(?>a+)*b",
        "|".join(f"name{number}" for number in range(400)),
    ],
)
def test_a_pattern_as_an_editor_writes_it_passes(pattern: str) -> None:
    assert not may_take_for_ever(re.compile(pattern))


def test_it_is_told_at_its_line() -> None:
    mapping = AWARD.replace('"{name}"', r"""{column = "name", pattern = '(\w+\s*)*:'}""")
    made = bring("", "name,year,category\nAnn,2011,pie\n", mapping)
    said = r'"(\w+\s*)*:" reads some texts in too many ways, and would never end'
    assert made.problems == (f"results.toml:8:40: pattern: {said}  [value]",)
    assert made.written == ()


def test_a_text_that_is_too_long_for_a_pattern_does_not_land() -> None:
    assert search(re.compile("x$"), "a" * (LONGEST - 1) + "x")
    with pytest.raises(UnreadableCell, match="a text of 2,001 letters is too long for a pattern"):
        search(re.compile("x$"), "a" * LONGEST + "x")
    mapping = AWARD.replace('"{name}"', '{column = "name", pattern = "A.*"}')
    made = bring("", f"name,year,category\n{'A' * 3_000},2011,pie\nAnn,2012,pie\n", mapping)
    assert "editions/pie/2012.yaml" in made.files
    assert "editions/pie/2011.yaml" not in made.files
    assert any("a text of 3,000 letters is too long for a pattern" in line for line in made.problems)


def test_a_cell_that_is_too_long_for_a_value_does_not_land() -> None:
    made = bring("", f"name,year,category\n{'A' * 20_001},2011,pie\nAnn,2012,pie\n", AWARD)
    assert "editions/pie/2011.yaml" not in made.files
    assert any("the cell has 20,001 letters: 20,000 are the most" in line for line in made.problems)

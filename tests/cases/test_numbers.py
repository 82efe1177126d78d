"""All 57 cases are cited by a test and told to editors, in words and samples that come from the built sites."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MANUAL = HERE.parent.parent / "docs" / "cases.md"
MODULES = tuple(ast.parse(path.read_text("utf-8")) for path in sorted(HERE.glob("test_*.py")) if path != Path(__file__))
CASES = range(1, 58)


def sites() -> Iterator[str]:
    """The SITE of each module."""
    for module in MODULES:
        for node in module.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SITE":
                yield str(ast.literal_eval(node.value))


def asserted() -> Iterator[str]:
    """Every text that a test of a case holds a page against."""
    for module in MODULES:
        for test in module.body:
            if isinstance(test, ast.FunctionDef):
                yield from (str(node.value) for node in ast.walk(test) if isinstance(node, ast.Constant))


def bare(text: str) -> str:
    """A sample or a site, less its indentation and its comments."""
    lines = (line.strip() for line in text.splitlines())
    return "\n" + "".join(f"{line}\n" for line in lines if line and not line.startswith("#"))


def test_every_case_is_cited_by_a_test() -> None:
    names = (node.name for module in MODULES for node in module.body if isinstance(node, ast.FunctionDef))
    cited = {int(found[1]) for name in names if (found := re.match(r"test_case_(\d+)_", name))}
    assert sorted(set(CASES) - cited) == []
    assert sorted(cited - set(CASES)) == []


def test_every_case_is_told_to_editors_in_order() -> None:
    told = [int(number) for number in re.findall(r"^### (\d+)\. ", MANUAL.read_text("utf-8"), re.MULTILINE)]
    assert told == list(CASES)


@pytest.mark.parametrize("sample", re.findall(r"^```yaml\n(.*?)^```$", MANUAL.read_text("utf-8"), re.M | re.S))
def test_a_sample_is_part_of_a_site_that_is_built(sample: str) -> None:
    assert any(bare(sample) in bare(site) for site in sites())


@pytest.mark.parametrize("line", re.findall(r"^> (.+)$", MANUAL.read_text("utf-8"), re.MULTILINE))
def test_what_readers_are_said_to_see_is_what_a_test_saw(line: str) -> None:
    assert any(line in text for text in asserted())

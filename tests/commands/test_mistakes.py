"""`explain CODE`: every code of the program is explained, and its samples are what it says."""

import ast
import re
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

import palmarium
from palmarium.build import discovery, stages
from palmarium.build.work import silent
from palmarium.commands import cli
from palmarium.commands.lsp import site as sites
from palmarium.commands.mistakes import MISTAKES, Mistake
from palmarium.sources.disk import Snapshot
from tests import small
from tests.conftest import PHARE_2010, SETTINGS, sections

SOURCE = Path(palmarium.__file__).parent
IMPORTING = ("importing/", "commands/")
TELLS = re.compile(r"""(?:_tell|_warn|found\.tell)\(\s*"([a-z-]+)\"""")


def codes(without: tuple[str, ...] = IMPORTING) -> set[str]:
    """Every code that stands in the program as it is told, those of some folders left out."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).as_posix().startswith(without):
            continue
        text = path.read_text("utf-8")
        tree = ast.parse(text)
        named = {
            target.id: each.value
            for each in tree.body
            if isinstance(each, ast.Assign)
            for target in each.targets
            if isinstance(target, ast.Name)
        }
        calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call) and each.args)
        first = (each.args[0] for each in calls if getattr(each.func, "id", "") == "Problem")
        said = (named.get(each.id) if isinstance(each, ast.Name) else each for each in first)
        found |= {str(each.value) for each in said if isinstance(each, ast.Constant)}
        found |= set(TELLS.findall(text))
    return found


def test_every_code_is_explained() -> None:
    checks = {str(module.CODE) for module in discovery.discover("checks")}
    assert codes() - checks - MISTAKES.keys() == set()


def test_a_code_without_a_sample_is_told_somewhere() -> None:
    assert {code for code, mistake in MISTAKES.items() if not mistake.path} - codes(("importing/",)) == set()


def told(said: Mistake, path: str, text: str) -> set[str]:
    files = {"site.toml": SETTINGS, **sections(PHARE_2010), **dict(said.beside), path: text}
    return {each.code for each in sites.read({key: value.encode() for key, value in files.items()}).problems}


BUILT = frozenset(
    {
        *("merge", "navigation", "theme", "timezone", "url-lock", "change-log", "lost-address", "moved", "other-base"),
        *("unsafe-picture", "stray-file", "contrast", "near-publisher", "template", "catalogue", "style"),
        *("stray-template", "url-collision", "host-domain", "host-file", "hidden-name"),
    }
)
"""Codes of what only a build looks at."""
BASE = {path: data for path, data in small.files().items() if path.startswith("themes/base/")}


def built(said: Mistake, path: str, text: str, remembered: object = None) -> tuple[set[str], object]:
    """The codes that a build tells, and what it leaves for the next one."""
    files = {"site.toml": SETTINGS, **sections(PHARE_2010), **dict(said.beside), path: text}
    whole = {**BASE, **{key: value.encode() for key, value in files.items()}}
    made, found = stages.make(Snapshot(MappingProxyType(whole), ""), "engine", remembered, silent)
    return {each.code for problem in found for each in (problem, *problem.below)}, made.prose if made else None


@pytest.fixture(scope="module")
def remembered() -> object:
    """What a build of the base theme leaves, so that its templates are looked at once."""
    return built(Mistake(""), "site.toml", SETTINGS)[1]


@pytest.mark.parametrize("code", [code for code, mistake in MISTAKES.items() if mistake.path and code not in BUILT])
def test_the_broken_sample_is_told_and_the_right_one_is_not(code: str) -> None:
    mistake = MISTAKES[code]
    (_, path, broken), (_, there, right) = mistake.samples()
    assert code in told(mistake, path, broken)
    assert code not in told(mistake, there, right)


@pytest.mark.parametrize("code", sorted(BUILT))
def test_the_broken_sample_is_told_by_a_build_and_the_right_one_is_not(code: str, remembered: object) -> None:
    mistake = MISTAKES[code]
    (_, path, broken), (_, there, right) = mistake.samples()
    assert code in built(mistake, path, broken, remembered)[0]
    assert code not in built(mistake, there, right, remembered)[0]


def test_a_mistake_of_form_is_shown_with_its_samples() -> None:
    said = CliRunner().invoke(cli.main, ["explain", "idle-key"]).output
    assert said == (
        "idle-key\n\nA key that says nothing without another one.\n\nFails, editions/phare/2011.yaml:\n\n"
        "    results: {lumiere: {laureate: Ann, out_of: 20}}\n\nPasses, editions/phare/2011.yaml:\n\n"
        "    results: {lumiere: {laureate: Ann, score: 12, out_of: 20}}\n"
    )
    assert "idle-key" in CliRunner().invoke(cli.main, ["explain", "idlekey"]).output

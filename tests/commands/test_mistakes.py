"""`explain CODE`: every code of the program is explained, and its samples are what it says."""

import ast
import re
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

import palmarium
from palmarium.build import discovery, limits, one_page, stages
from palmarium.build.work import silent
from palmarium.commands import cli
from palmarium.commands.lsp import site as sites
from palmarium.commands.mistakes import MISTAKES, Mistake
from palmarium.sources import disk, fact_lock
from palmarium.sources.disk import Snapshot
from tests import small
from tests.conftest import PHARE_2010, SETTINGS, sections

SOURCE = Path(palmarium.__file__).parent
ELSEWHERE = ("commands/",)
TELLS = re.compile(r"""\b(?:_tell|_warn|found\.tell|fault|here)\(\s*"([a-z-]+)\"""")


def codes(without: tuple[str, ...] = ELSEWHERE) -> set[str]:
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
    assert {code for code, mistake in MISTAKES.items() if not mistake.path} - codes(()) == set()


def told(said: Mistake, path: str, text: str) -> set[str]:
    files = {"site.toml": SETTINGS, **sections(PHARE_2010), **dict(said.beside), path: text}
    return {each.code for each in sites.read({key: value.encode() for key, value in files.items()}).problems}


BUILT = frozenset(
    {
        *("merge", "navigation", "theme", "timezone", "url-lock", "change-log", "lost-address", "moved", "other-base"),
        *("unsafe-picture", "stray-file", "contrast", "near-publisher", "template", "catalogue", "style"),
        *("stray-template", "url-collision", "host-domain", "host-file", "hidden-name", "picture", "dead-link"),
        *("autoescape", "unsafe-filter", "unsafe-attribute", "unknown-method", "unknown-filter", "unknown-test"),
        *("unknown-view-field", "taken-name", "dynamic-template", "lost-block", "untranslated", "sentence"),
        *("computed-tag", "unquoted-attribute", "inline-script", "inline-style", "unchecked-address", "fixed-address"),
        "unclosed-quote",
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


APART = frozenset({"as-drafted", "fact-lock", "conflict-copy", "duplicate-id"})
"""Codes of what is told at a publication, by the reader of the disk, or when a page is rendered."""


@pytest.mark.parametrize(
    "code", [code for code, mistake in MISTAKES.items() if mistake.path and code not in BUILT | APART]
)
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


def test_a_draft_and_a_line_of_the_facts_are_told_at_a_publication() -> None:
    for code, tell in (
        ("as-drafted", lambda path, data: tuple(limits.as_drafted({path: data}))),
        ("fact-lock", lambda path, data: fact_lock.parse(data)[1]),
    ):
        (_, path, broken), (_, there, right) = MISTAKES[code].samples()
        assert [each.code for each in tell(path, broken.encode())] == [code]
        assert tell(there, right.encode()) == ()


def test_a_copy_of_two_changes_is_told_by_its_name(tmp_path: Path) -> None:
    (_, path, text), (_, there, _) = MISTAKES["conflict-copy"].samples()
    (tmp_path / path).parent.mkdir(parents=True)
    for name in (path, there):
        (tmp_path / name).write_text(text)
    told = disk.read(tmp_path)[1]
    assert [(each.code, each.span.path) for each in told] == [("conflict-copy", path)]


def test_two_elements_of_one_id_are_told_when_the_page_is_rendered() -> None:
    mistake = MISTAKES["duplicate-id"]
    for (_, path, text), wanted in zip(mistake.samples(), (["duplicate-id"], []), strict=True):
        files = {
            "site.toml": SETTINGS,
            **dict(mistake.beside),
            path: text,
            "content/pages/a.md": "---\ntitle: A\n---\n",
        }
        whole = {**BASE, **{key: value.encode() for key, value in files.items()}}
        setting = one_page.opened(whole, sites.read(whole).archive)
        assert setting
        assert [each.code for each in one_page.page(setting, "note", "a")[1]] == wanted


def test_a_code_without_a_sample_says_why() -> None:
    for code, mistake in MISTAKES.items():
        assert bool(mistake.unshown) == (not mistake.path), code
    assert CliRunner().invoke(cli.main, ["explain", "busy"]).output == (
        "busy\n\nAnother build is writing this site: wait until it is done.\n\nNo sample: it hangs on what else runs.\n"
    )


def test_a_mistake_of_form_is_shown_with_its_samples() -> None:
    said = CliRunner().invoke(cli.main, ["explain", "idle-key"]).output
    assert said == (
        "idle-key\n\nA key that says nothing without another one.\n\nFails, editions/phare/2011.yaml:\n\n"
        "    results: {lumiere: {laureate: Ann, out_of: 20}}\n\nPasses, editions/phare/2011.yaml:\n\n"
        "    results: {lumiere: {laureate: Ann, score: 12, out_of: 20}}\n"
    )
    assert "idle-key" in CliRunner().invoke(cli.main, ["explain", "idlekey"]).output

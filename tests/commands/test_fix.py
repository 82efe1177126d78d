"""`check --fix`: what is sure is mended, every other byte is kept, and a second run changes nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.commands import cli
from palmarium.commands.fix import diff, mended
from palmarium.problems import Fix, Problem, Span
from tests.conftest import PHARE, Site


def check(root: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli.main, ["check", "--root", str(root), *arguments], input=typed, catch_exceptions=False)


def problem(line: int, column: int, typed: str, instead: str, path: str = "a.yaml") -> Problem:
    return Problem("x", Span(path), "wrong", fix=Fix(Span(path, line, column), typed, instead))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ordinl: 1", "ordinal: 1"),
        ("ordinal: 1re", "ordinal: 1"),
        ("ordinal: '1st'", "ordinal: 1"),
        ("ceremony: {date: 12 novembre 2011, city: Brest}", "ceremony: {date: 2011-11-12, city: Brest}"),
        ("ceremony: {date: 2011-11-12, city:Brest}", "ceremony: {date: 2011-11-12, city: Brest}"),
        ("theme: “la mer”  # as printed", 'theme: "la mer"  # as printed'),
        ("status: anulé", "status: cancelled"),
        ("results: {lumère: Corderie Vauban}", "results: {lumiere: Corderie Vauban}"),
        ("results:\r\n  Phare de lumière: Corderie Vauban\r\n", "results:\r\n  lumiere: Corderie Vauban\r\n"),
        ("\ufeffordinl: 1", "\ufeffordinal: 1"),
    ],
)
def test_what_is_sure_is_mended_and_a_second_run_changes_nothing(site: Site, typed: str, right: str) -> None:
    root = site(PHARE)
    path = root / "editions/phare/2011.yaml"
    path.write_bytes(typed.encode())
    check(root, "--fix", "--yes")
    assert path.read_bytes().decode() == right
    assert "done" not in check(root, "--fix", "--yes").output


@pytest.mark.parametrize(
    "typed",
    [
        "ceremony: {date: 11/12/2011}",
        "ceremony: {date: 2011 ou 2012}",
        "ceremony: {date: 12 novembre 2011 à Brest}",
        "ordinal: environ 12 personnes",
        "attendance: {value: 300 personnes}",
        "ordinal: 1\nordinl: 2",
        "zzz: 1",
        "results: {phare: Corderie Vauban}",
    ],
)
def test_what_is_not_sure_is_left_to_the_editor(site: Site, typed: str) -> None:
    root = site(PHARE)
    path = root / "editions/phare/2011.yaml"
    path.write_text(typed, "utf-8")
    check(root, "--fix", "--yes")
    assert path.read_text("utf-8") == typed


def test_the_changes_are_shown_first_and_nothing_is_written_unasked(site: Site) -> None:
    root = site(PHARE)
    path = root / "editions/phare/2011.yaml"
    path.write_text("ordinl: 1\n", "utf-8")
    result = check(root, "--fix")
    assert result.exit_code == 1
    assert result.output == (
        "--- editions/phare/2011.yaml\n+++ editions/phare/2011.yaml\n@@ -1,2 +1,2 @@\n-ordinl: 1\n+ordinal: 1\n \n"
        "nothing was written; with --yes this would mend 1 mistake\n"
    )
    assert path.read_text("utf-8") == "ordinl: 1\n"


def test_yes_alone_is_wrong_usage(site: Site) -> None:
    assert check(site(PHARE), "--yes").exit_code == 2


def test_only_the_text_that_stands_there_is_replaced() -> None:
    files = {"a.yaml": "clé: é x\r\n- 'b' b2\n".encode(), "b.yaml": b"\xff"}
    made = mended(
        files,
        [
            problem(1, 6, "é", "e"),
            problem(2, 3, "b", "c"),
            problem(2, 7, "b", "no: another word goes on"),
            problem(1, 8, "y", "no: another text"),
            problem(9, 1, "b", "no such line"),
            problem(1, 1, "\xff", "no text", "b.yaml"),
            problem(1, 1, "a", "no file", "c.yaml"),
            Problem("x", Span("a.yaml"), "nothing is sure"),
        ],
    )
    assert (made.files, made.count) == ({"a.yaml": "clé: e x\r\n- c b2\n".encode()}, 2)


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    assert "\x1b" not in "".join(diff({"a.yaml": b"a: \x1b[2J\nb: 1"}, {"a.yaml": b"a: \x1b[2J\nb: 2"}))


def test_wrong_usage_mends_nothing(site: Site) -> None:
    root = site(PHARE)
    path = root / "editions/phare/2011.yaml"
    path.write_text("ordinl: 1\n", "utf-8")
    assert check(root, "--fix", "--yes", "--again").exit_code == 2
    assert path.read_text("utf-8") == "ordinl: 1\n"

"""`check --fix`: what is sure is mended, every other byte is kept, and a second run changes nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.commands import cli
from palmarium.commands.fix import diff, edits, mended
from palmarium.commands.lsp import site as sites
from palmarium.commands.lsp.mending import mending
from palmarium.importing import yaml_edit
from palmarium.problems import Fix, Problem, Span
from tests.conftest import PHARE, SETTINGS, Site, sections


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


FIRST = (
    PHARE
    + """\
-- editions/phare/2010.yaml --
ordinal: 1
ceremony: {date: 2010-10-04, city: Brest, country: France}
results: {lumiere: Corderie Vauban}
-- content/articles/nuit.md --
---
title: Une nuit
date: 2010-10-05
about: {editions: phare/2010}
---
Tout, ce soir-là, à [[phare/2010]].
"""
)
MENDED = (
    # what nothing else can have been meant by
    ("near-country", "editions/phare/2011.yaml", "ceremony: {city: Brest, country: FR}\n", "country: France}"),
    ("weekday", "editions/phare/2011.yaml", "ceremony: {date: 2011-10-03, weekday: lundy}\n", "weekday: lundi}"),
    ("beyond-last", "editions/phare/2011.yaml", "results: {lumiere: {laureate: Ann, score: 1O}}\n", "score: 10}"),
    ("unknown-count", "editions/phare/2011.yaml", "claims: [{says: un, count: laureats, is: 1}]\n", "laureates,"),
    ("encoding", "editions/phare/2011.yaml", "results: {lumiere: Corderie Vaub\u0430n}\n", "Corderie Vauban}"),
    ("joined-names", "content/articles/a.md", "---\ntitle: A\ntags: ['#mer', vent]\n---\nTout.\n", "tags: [mer, vent]"),
    ("single-brackets", "content/articles/a.md", "---\ntitle: A\n---\nVoir [phare/2010].\n", "Voir [[phare/2010]]."),
    ("yaml", "editions/phare/2011.yaml", "ordinal: 2\ntheme:mer\n", "theme: mer"),
    ("toml", "site.toml", 'title: "Prix"\nbase_url = "https://example.org/"\nlanguage = "fr"\n', 'title = "Prix"'),
    ("toml", "site.toml", 'title = Prix\nbase_url = "https://example.org/"\nlanguage = "fr"\n', 'title = "Prix"'),
    # what probably was
    ("near-word", "editions/phare/2011.yaml", "ceremony: {city: Bresst}\n", "city: Brest}"),
    (
        "ambiguous-amount",
        "editions/phare/2011.yaml",
        "results: {lumiere: {laureate: Ann, prize: 3.000 €}}\n",
        "3 000 €}",
    ),
    ("ambiguous-amount", "editions/phare/2011.yaml", "results: {lumiere: {laureate: Ann, prize: 5 GPB}}\n", "5 GBP}"),
    ("coverage", "editions/phare/2011.yaml", "coverage: none\nresults: {lumiere: Ann}\n", "coverage: partial"),
    ("far-date", "editions/phare/2011.yaml", "ceremony: {date: 1011-10-03}\n", "date: 2011-10-03}"),
    ("dead-anchor", "content/articles/a.md", "---\ntitle: A\n---\nVoir [x](#finn).\n\n## Fin\n", "(#fin)"),
    (
        "claim-words",
        "content/articles/a.md",
        "---\ntitle: A\n---\nDits [deux titres]{titles phare/2010 is=3}.\n",
        "is=2}",
    ),
    (
        "relative-date",
        "content/articles/a.md",
        "---\ntitle: A\ndate: 2017-10-13\n---\nHier, tout.\n",
        "le 12 octobre 2017, tout",
    ),
    ("pseudo-name", "editions/phare/2011.yaml", "results: {lumiere: n.c.}\n", "lumiere: unknown}"),
    ("unfinished", "content/articles/a.md", "---\ntitle: A\n---\nDans la la salle, les les gens.\n", "les gens."),
    ("slip", "content/articles/a.md", "---\ntitle: A\n---\nUn ~~mot~~ de trop.\n", "Un <del>mot</del> de"),
    (
        "unknown-field",
        "editions/phare/2011.yaml",
        "theme: mer\ncited: {theem: s1}\nsources: {s1: {title: T}}\n",
        "{theme: s1}",
    ),
    (
        "unknown-edition",
        "content/articles/a.md",
        "---\ntitle: A\n---\nVoir [[/phare/2010/|cela]].\n",
        "[[phare/2010|cela]]",
    ),
)


@pytest.mark.parametrize(("code", "path", "typed", "right"), MENDED)
def test_what_is_offered_makes_its_problem_vanish_and_no_other_one_appear(
    code: str, path: str, typed: str, right: str
) -> None:
    settings = {"site.toml": SETTINGS, **sections(FIRST)}
    files = {key: text.encode() for key, text in {**settings, path: typed}.items()}
    before = sites.read(files)
    told = [each for each in before.problems if each.code == code and each.span.path == path]
    (problem, fix), *_ = ((each, fix) for each in told for fix, _ in mending(each, before, typed))
    after = yaml_edit.apply(typed, edits(typed, (fix,)))
    assert right in after
    then = sites.read({**files, path: after.encode()})
    assert (problem.code, problem.message) not in {(each.code, each.message) for each in then.problems}
    assert {each.code for each in then.problems} <= {each.code for each in before.problems} | {"unfinished"}


@pytest.mark.slow
def test_what_is_only_likely_is_left_to_the_editor_by_check_fix(site: Site) -> None:
    root = site(FIRST)
    path = root / "editions/phare/2011.yaml"
    path.write_text("ceremony: {city: Bresst}\n", "utf-8")
    told = check(root, "--fix", "--yes").output
    assert "done" not in told
    assert "; none of it can be mended for sure" in told.splitlines()[-1]
    assert path.read_text("utf-8") == "ceremony: {city: Bresst}\n"


def test_a_text_that_stands_twice_below_a_place_is_not_touched() -> None:
    fix = Fix(Span("a.yaml", 1, 4), "x", "y")
    assert edits("a: {b: x, c: x}\n", (fix,)) == ()
    assert edits("a: {b: x, c: z}\n", (fix,)) == (yaml_edit.Edit(7, 8, "y"),)
    keyed = Fix(Span("a.yaml", 1, 4), "x", "y", "c")
    assert edits("a: {b: x, c: x}\n", (keyed,)) == (yaml_edit.Edit(13, 14, "y"),)


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    assert "\x1b" not in "".join(diff({"a.yaml": b"a: \x1b[2J\nb: 1"}, {"a.yaml": b"a: \x1b[2J\nb: 2"}))


def test_wrong_usage_mends_nothing(site: Site) -> None:
    root = site(PHARE)
    path = root / "editions/phare/2011.yaml"
    path.write_text("ordinl: 1\n", "utf-8")
    assert check(root, "--fix", "--yes", "--again").exit_code == 2
    assert path.read_text("utf-8") == "ordinl: 1\n"

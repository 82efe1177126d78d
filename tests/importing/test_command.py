"""`palmarium import`, as an editor types it: what is printed, what is written, and the exit status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.commands import cli
from palmarium.importing import run as command
from palmarium.sources import disk
from tests.conftest import Site

from .small import AWARD

EMPTY = "-- editions/bun/award.yaml --\nname: Bun\n"
TABLE = "year,category,name\n2001,Best,Ann\n2001,Tart,Bo\n"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["import", *arguments, "--root", str(root)], catch_exceptions=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "results.toml").write_text(AWARD, encoding="utf-8")
    (tmp_path / "results.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "results.csv"


def test_an_import_writes_and_says_what_it_did(site: Site, table: Path) -> None:
    root = site(EMPTY)
    result = run(root, str(table))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[:3] == [
        "2 rows read = 2 landed + 0 skipped + 0 not landed",
        "files: 2 created, 0 edited, 0 unchanged",
        "names: 2 new, 0 matched, 0 suggestions",
    ]
    assert lines[3].startswith("2 files written in ")
    assert (root / "editions/pie/2001.yaml").read_text(encoding="utf-8") == "results:\n  best: Ann\n  tart: Bo\n"
    again = run(root, str(table))
    assert again.output.splitlines()[-1].startswith("nothing was written (")


def test_a_dry_run_writes_nothing(site: Site, table: Path) -> None:
    root = site(EMPTY)
    result = run(root, str(table), "--dry-run")
    assert result.exit_code == 0
    assert "files: 2 created" in result.output
    would = "  would write editions/pie/2001.yaml\n  would write editions/pie/award.yaml\nnothing was written"
    assert would in result.output
    assert not (root / "editions/pie").exists()


def test_a_guess_in_a_dry_run_is_shown_and_not_written(site: Site, table: Path) -> None:
    root, mapping = site(EMPTY), table.with_suffix(".toml")
    there = mapping.read_bytes()
    for before in (there, None):
        mapping.write_bytes(before) if before else mapping.unlink()
        result = run(root, str(table), "--guess", "--dry-run")
        assert result.exit_code == 0
        assert f"  would write {mapping}\n" in result.output
        assert '\nlaureate = "{name}"\n' in result.output
        assert result.output.endswith("\nnothing was written\n")
        assert (mapping.read_bytes() if before else mapping.exists()) == (before or False)


def test_an_error_writes_nothing_and_shows_the_line_of_the_table(site: Site, table: Path) -> None:
    table.write_text(TABLE + "late,Best,Cy\n", encoding="utf-8")
    root = site(EMPTY)
    result = run(root, str(table))
    assert result.exit_code == 1
    assert "results.csv:4:1: error: this row would bring that in" in result.output
    assert "    4 | late,Best,Cy\n" in result.output
    assert not (root / "editions/pie").exists()


def test_a_missing_mapping_says_how_to_get_one(site: Site, table: Path) -> None:
    (table.parent / "results.toml").unlink()
    result = run(site(EMPTY), str(table))
    assert result.exit_code == 1
    assert "there is no such file  [no-mapping]" in result.output
    assert "hint: --guess writes a first mapping" in result.output


def test_a_guess_never_overwrites_a_mapping(site: Site, table: Path) -> None:
    result = run(site(EMPTY), str(table), "--guess")
    assert result.exit_code == 2
    assert "is there already; nothing was written" in result.stderr
    assert (table.parent / "results.toml").read_text(encoding="utf-8") == AWARD


def test_the_same_mistake_in_many_rows_is_told_once_and_in_json_each(site: Site, table: Path) -> None:
    rows = "2001,Best,Ann,\n,Best,Bo,x\n,Best,Cy,\n,Best,Di,\n"
    table.write_text(f"year,category,name,more\n{rows}", encoding="utf-8")
    root = site(EMPTY)
    result = run(root, str(table), "--dry-run")
    assert "results.csv:3:1: warning: no edition (and in lines 4–5)  [row-not-landed]" in result.output
    result = run(root, str(table), "--format", "json")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["line"], each["code"]) for each in told] == [(line, "row-not-landed") for line in (3, 4, 5)]
    # A document holds problems; what else is to be said is said beside it.
    assert "columns not taken: more" in result.stderr
    assert result.stderr.splitlines()[0] == "4 rows read = 1 landed + 0 skipped + 3 not landed"


def test_what_differs_is_taken_on_demand(site: Site, table: Path) -> None:
    root = site(EMPTY)
    run(root, str(table))
    table.write_text(TABLE.replace("Ann", "Zed"), encoding="utf-8")
    kept = run(root, str(table))
    assert 'results.best.Zed.laureate: the site says "Ann", results.csv:2 says "Zed"' in kept.output
    taken = run(root, str(table), "--take-import")
    assert taken.exit_code == 0
    assert "1 taken from the import" in taken.output
    assert (root / "editions/pie/2001.yaml").read_text(encoding="utf-8") == "results:\n  best: Zed\n  tart: Bo\n"


def test_files_are_written_all_or_none(site: Site) -> None:
    root = site(EMPTY)
    (root / "editions/pie").write_text("in the way", encoding="utf-8")
    said = command.write(root, {"editions/bun/award.yaml": b"name: New\n", "editions/pie/2001.yaml": b"{}\n"}, "import")
    assert said.startswith("the site can't be written: ")
    assert said.endswith("every file is as it was")
    assert (root / "editions/bun/award.yaml").read_text(encoding="utf-8") == "name: Bun\n"


def test_no_file_is_written_outside_the_site(site: Site, tmp_path: Path) -> None:
    root = site(EMPTY)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "editions/pie").symlink_to(elsewhere)
    assert "leads out of the site" in command.write(root, {"editions/pie/2001.yaml": b"{}\n"}, "import")
    assert list(elsewhere.iterdir()) == []


def test_no_file_is_written_while_a_build_runs(site: Site) -> None:
    root = site(EMPTY)
    with disk.held(root):
        assert (
            command.write(root, {"editions/pie/2001.yaml": b"{}\n"}, "import")
            == "a build is under way; nothing was written"
        )
    assert not (root / "editions/pie").exists()

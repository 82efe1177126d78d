"""The commands, as an editor types them: what is printed, and the exit status."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from palmarium import problems
from palmarium.commands import cli
from palmarium.problems import Level, Problem, Span
from palmarium.sources import disk
from tests.conftest import PHARE_2010, Site

WRONG = """\
-- editions/phare/2011.yaml --
ordinal: 2
results: {lumière: Maël Kerouan}
"""


def run(*arguments: str, root: Path | None = None) -> Result:
    where = ("--root", str(root)) if root else ()
    return CliRunner().invoke(cli.main, [*arguments, *where], catch_exceptions=False)


def output(root: Path) -> dict[str, bytes]:
    out = root / "_site"
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_a_build_says_how_many_pages_it_wrote(site: Site) -> None:
    result = run("build", root=site(PHARE_2010))
    assert result.exit_code == 0, result.output
    assert " pages, " in result.output
    assert " 0 removed in " in result.output


@pytest.mark.slow
def test_without_a_command_it_builds(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site(PHARE_2010)
    monkeypatch.chdir(root)
    assert run().exit_code == 0
    assert (root / "_site" / "index.html").exists()


@pytest.mark.slow
def test_a_second_build_writes_nothing(site: Site) -> None:
    root = site(PHARE_2010)
    run("build", root=root)
    assert " 0 written, 0 removed in " in run("build", root=root).output


@pytest.mark.slow
def test_a_full_build_gives_the_same_site(site: Site) -> None:
    root = site(PHARE_2010)
    run("build", root=root)
    before = output(root)
    assert run("build", "--full", root=root).exit_code == 0
    assert output(root) == before


@pytest.mark.slow
def test_an_error_exits_with_1_and_leaves_the_site_as_it_was(site: Site) -> None:
    root = site(PHARE_2010)
    run("build", root=root)
    before = output(root)
    result = run("build", root=site(WRONG))
    assert result.exit_code == 1
    assert 'editions/phare/2011.yaml:2:11: error: "lumière" is not a category of phare' in result.output
    assert result.output.endswith("1 error; nothing was written\n")
    assert output(root) == before


@pytest.mark.slow
def test_check_writes_nothing(site: Site) -> None:
    root = site(PHARE_2010)
    result = run("check", root=root)
    assert result.exit_code == 0
    assert result.output.endswith(" pages, no problems\n")
    assert not (root / "_site").exists()


def test_check_exits_with_1_where_an_error_stands(site: Site) -> None:
    site(PHARE_2010)
    assert run("check", root=site(WRONG)).exit_code == 1


def test_json_is_one_object_a_line_and_nothing_else(site: Site) -> None:
    site(PHARE_2010)
    result = run("check", "--format", "json", root=site(WRONG))
    assert [json.loads(line)["code"] for line in result.stdout.splitlines()] == ["unknown-category"]


def test_github_shows_a_mistake_beside_its_line(site: Site) -> None:
    site(PHARE_2010)
    result = run("build", "--format", "github", root=site(WRONG))
    assert result.stdout.startswith("::error file=editions/phare/2011.yaml,line=2,col=11,title=unknown-category::")


def test_a_document_for_other_programs_is_alone_on_the_output(site: Site) -> None:
    site(PHARE_2010)
    [said] = json.loads(run("check", "--format", "gitlab", root=site(WRONG)).stdout)
    assert said["check_name"] == "unknown-category"


@pytest.mark.slow
def test_the_folder_of_the_site_may_stand_before_the_command(site: Site) -> None:
    root = site(PHARE_2010)
    before = CliRunner().invoke(cli.main, ["--root", str(root), "check"], catch_exceptions=False)
    assert before.output == run("check", root=root).output
    made = CliRunner().invoke(cli.main, ["--root", str(root), "new", "name", "Maël Kerouan"], catch_exceptions=False)
    assert made.output == "wrote content/names/mael-kerouan.md\n"
    assert (root / "content/names/mael-kerouan.md").exists()


def test_explain_prints_the_manual_of_a_check_with_its_samples() -> None:
    said = run("explain", "weekday").output
    assert said.startswith("weekday (warning)\n\nThe weekday that a source states is that of the date.\n")
    assert "\nPasses:\n\n    ceremony: {date: 2011-10-03, weekday: lundi}\n" in said
    assert "```" not in said
    assert said.endswith('    weekday = "off"\n')


def test_explain_says_where_a_code_is_none() -> None:
    result = run("explain", "weekdy")
    assert (result.exit_code, result.output) == (
        2,
        'palmarium: "weekdy" is no code that build, check, deploy or import tells; did you mean "weekday"?\n',
    )
    assert "; codes are ambiguous-amount, " in run("explain", "zzz").output


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    assert run("bulid").exit_code == 2
    assert run("build", "--format", "xml").exit_code == 2
    assert run("build", root=tmp_path / "nowhere").exit_code == 2


def test_a_folder_that_is_no_site_is_a_problem(tmp_path: Path) -> None:
    result = run("build", root=tmp_path)
    assert result.exit_code == 1
    assert result.output.startswith("site.toml:1:1: error: ")


def test_explain_says_what_an_address_is_made_from(site: Site) -> None:
    root = site(PHARE_2010)
    result = run("explain", "/prix/phare/2010/", root=root)
    assert result.exit_code == 0, result.output
    assert "template   page/edition.html" in result.output
    assert "editions/phare/2010.yaml" in result.output


def test_explain_of_nothing_offers_the_nearest_address(site: Site) -> None:
    result = run("explain", "/prix/phare/2011/", root=site(PHARE_2010))
    assert result.exit_code == 1
    assert 'did you mean "/prix/phare/2010/"?' in result.output


@pytest.mark.slow
def test_a_new_edition_passes_check(site: Site) -> None:
    root = site(PHARE_2010)
    assert run("new", "edition", "phare", "2011", root=root).output == "wrote editions/phare/2011.yaml\n"
    result = run("check", root=root)
    assert result.exit_code == 0, result.output


def test_a_new_file_never_replaces_another(site: Site) -> None:
    root = site(PHARE_2010)
    before = (root / "editions/phare/2010.yaml").read_text()
    result = run("new", "edition", "phare", "2010", root=root)
    assert result.exit_code == 2
    assert "editions/phare/2010.yaml is there already; nothing was written" in result.output
    assert (root / "editions/phare/2010.yaml").read_text() == before


@pytest.mark.parametrize("id", ["../evil", "a/b", "..", "C:\\x", ".x", "Phare"])
def test_a_new_file_never_leads_out_of_the_site(id: str, site: Site) -> None:
    root = site(PHARE_2010)
    before = sorted(root.parent.rglob("*"))
    for arguments in (("award", id, "--name", "x"), ("edition", "phare", id), ("article", id, "--title", "x")):
        assert run("new", *arguments, root=root).exit_code == 2
    assert sorted(root.parent.rglob("*")) == before


def test_a_new_file_does_not_follow_a_link_out_of_the_site(site: Site, tmp_path: Path) -> None:
    root = site(PHARE_2010)
    (tmp_path / "outside").mkdir()
    (root / "content").symlink_to(tmp_path / "outside")
    assert run("new", "name", "Soizic Morvan", root=root).exit_code == 2
    assert list((tmp_path / "outside").rglob("*.md")) == []


def test_an_edition_of_an_unknown_award_is_refused_with_the_nearest_one(site: Site) -> None:
    result = run("new", "edition", "phrae", "2011", root=site(PHARE_2010))
    assert result.exit_code == 2
    assert 'did you mean "phare"?' in result.output


@pytest.mark.slow
def test_a_new_article_bears_the_date_of_today(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime

    monkeypatch.setattr(cli, "_today", lambda: datetime.date(2011, 10, 3))
    root = site(PHARE_2010)
    assert run("new", "article", "soiree", "--title", "La soirée", root=root).exit_code == 0
    assert "date: 2011-10-03\n" in (root / "content/articles/soiree.md").read_text()
    assert run("check", root=root).exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en", "de", "es", "it", "ar"])
def test_a_new_site_builds_at_once(language: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    assert run("new", "site", str(root), "--language", language).exit_code == 0
    result = run("build", root=root)
    assert result.exit_code == 0, result.output
    assert (root / "_site" / "index.html").exists()


@pytest.mark.slow
def test_a_new_site_says_what_it_is_told_and_what_comes_next(tmp_path: Path) -> None:
    root = tmp_path / "my prizes"
    said = ("--language", "en", "--title", 'The "Kettle" Prizes', "--url", "https://kettle.example/")
    made = run("new", "site", str(root), *said, "--award", "Golden Kettle", "--ci", "gitlab", "--editor", "vscode")
    assert made.exit_code == 0
    assert f"  cd '{root}'\n  editions/golden-kettle/award.yaml: write its categories" in made.output
    assert "\n  palmarium new edition golden-kettle " in made.output
    assert (
        (root / "site.toml")
        .read_text("utf-8")
        .startswith('title = "The \\"Kettle\\" Prizes"\nbase_url = "https://kettle.example/"\n')
    )
    assert (root / "editions/golden-kettle/award.yaml").read_text("utf-8").startswith("name: Golden Kettle\n")
    assert (root / ".gitlab-ci.yml").exists()
    assert "palmarium tools" not in made.output
    assert (root / ".vscode/settings.json").exists()
    assert (root / ".palmarium/schemas/award.json").exists()
    assert run("new", "edition", "golden-kettle", "2024", root=root).exit_code == 0
    assert run("check", root=root).output.endswith("no problems\n")


def test_a_new_site_says_what_has_a_stand_in_and_asks_at_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run("new", "site", str(tmp_path / "a"), "--language", "en", "--title", "Pies")
    assert "`title`" not in made.output
    assert "`base_url` in site.toml is a stand-in, and told once you publish: replace it, or begin again" in made.output
    assert "editions/my-award, name and folder, is a stand-in, and told once you publish: replace it" in made.output
    monkeypatch.setattr(cli, "_is_terminal", lambda stream: True)
    typed = "Pies\nThe Golden Pie\nBest Crust\n\n"
    asked = CliRunner().invoke(cli.main, ["new", "site", str(tmp_path / "b")], input=typed)
    assert "wrote editions/the-golden-pie/award.yaml" in asked.output
    assert "write its categories" not in asked.output
    award = (tmp_path / "b/editions/the-golden-pie/award.yaml").read_text()
    assert "categories:\n  best-crust: Best Crust\n" in award
    assert "my-award" not in asked.output


def test_where_a_site_is_a_folder_of_a_repository_its_files_are_told_from_the_root_of_that(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(PHARE_2010)
    (root / "editions/phare/2010.yaml").write_text("ordnal: 1\n")
    told = f"{root.name}/editions/phare/2010.yaml"
    monkeypatch.chdir(root.parent)
    assert f"file={told},line=1" in run("check", "--format", "github", root=root).output
    assert f'"uri": "{told}"' in run("check", "--format", "sarif", root=root).output
    assert f'"path": "{told}"' in run("check", "--format", "gitlab", root=root).output
    assert run("check", root=root).output.startswith("editions/phare/2010.yaml:1:1: error")
    monkeypatch.chdir(root)
    assert "file=editions/phare/2010.yaml,line=1" in run("check", "--format", "github", root=root).output


def test_a_new_site_with_an_address_that_is_none_writes_nothing(tmp_path: Path) -> None:
    result = run("new", "site", str(tmp_path / "a"), "--url", "prizes.example/x?y")
    assert result.exit_code == 2
    assert result.output == (
        'palmarium: --url: "prizes.example/x?y" is not the address of a site; write --url https://prizes.example/x/\n'
    )
    assert not (tmp_path / "a").exists()


def test_a_new_site_has_the_last_slash_of_its_address(tmp_path: Path) -> None:
    assert run("new", "site", str(tmp_path / "a"), "--url", "https://prizes.example").exit_code == 0
    assert 'base_url = "https://prizes.example/"\n' in (tmp_path / "a/site.toml").read_text("utf-8")


def test_a_new_site_touches_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("mine")
    assert run("new", "site", str(tmp_path)).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["site.toml"]


def test_schema_prints_a_json_schema() -> None:
    assert json.loads(run("schema", "edition").output)["properties"]["ordinal"]


@pytest.mark.slow
def test_bench_prints_figures_and_leaves_the_site_alone(site: Site) -> None:
    root = site(PHARE_2010)
    before = sorted(root.rglob("*"))
    lines = [line.split()[0] for line in run("bench", root=root).output.splitlines()]
    assert lines[:6] == ["pages", "cold", "nothing", "result", "preview", "memory"]
    assert lines[6] == "stage"
    assert "templates" in lines[7:]
    assert sorted(root.rglob("*")) == before


def test_a_taken_port_is_wrong_usage(site: Site) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port), root=site(PHARE_2010))
    assert result.exit_code == 2
    assert f"port {port} can't be used" in result.output


@pytest.mark.slow
def test_nothing_to_do_is_found_out_before_heavy_libraries_are_imported(site: Site) -> None:
    root = site(PHARE_2010)
    assert run("build", root=root).exit_code == 0
    code = (
        "import sys; from palmarium.commands.cli import main\n"
        f"try: main(['build', '--root', {str(root)!r}])\n"
        "except SystemExit as stop: assert not stop.code\n"
        "late = {'pydantic', 'jinja2', 'markdown', 'babel', 'rich', 'yaml', 'tornado'}\n"
        "late |= {'ctypes', 'pickle', 'tempfile'}\n"
        "print(*sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.slow
def test_a_build_waits_for_nothing_that_only_other_commands_need(site: Site) -> None:
    root = site(PHARE_2010)
    code = (
        "import sys; from palmarium.commands.cli import main\n"
        f"try: main(['build', '--root', {str(root)!r}])\n"
        "except SystemExit as stop: assert not stop.code\n"
        "print(*sorted(name for name in sys.modules if name.startswith('palmarium.importing')))\n"
        "print(*sorted(name for name in sys.modules if name.startswith('palmarium.commands.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *_, importing, commands = done.stdout.splitlines()
    assert not importing
    assert set(commands.split()) <= {
        f"palmarium.commands.{name}" for name in ("ci_files", "cli", "problem_forms", "schema_files")
    }


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_a_letter_gets_no_traceback(encoding: str, site: Site) -> None:
    site(PHARE_2010)
    root = site(WRONG.replace("lumière", "屠呦呦"))
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "palmarium", "check", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"is not a category of phare" in done.stdout
    assert b"Traceback" not in done.stderr


def test_colour_is_for_terminals_and_not_where_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert cli._is_terminal(Terminal())
    assert not cli._is_terminal(object())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not cli._is_terminal(Terminal())


def test_counts_are_told_by_level() -> None:
    span = Span("a.yaml")
    problem = Problem("value", span, "wrong")
    warning = Problem("weekday", span, "odd", level=Level.WARNING)
    assert problems.counted((problem, warning, problem)) == "2 errors, 1 warning"
    assert problems.counted(()) == ""


def test_every_source_folder_is_watched() -> None:
    assert set(disk.SOURCES) == {"site.toml", "urls.lock", "editions", "content", "themes"}


def test_the_preview_finds_a_file_at_its_root_and_below_the_path_of_the_site(site: Site) -> None:
    root = site(
        '-- site.toml --\ntitle = "A"\nbase_url = "https://prix.example/archives/"\noutput = "docs"\n'
        "-- docs/assets/site.css --\nh1{}\n-- docs/archives/x --\nits own\n-- docs/x --\nanother\n"
    )
    fetch = partial(cli._published, root)
    assert fetch("assets/site.css") == fetch("archives/assets/site.css") == b"h1{}\n"
    assert fetch("archives/x") == b"its own\n"
    assert [fetch(path) for path in ("other/assets/site.css", "../site.toml", "archives/../site.toml")] == [None] * 3
    (root / "site.toml").write_text("title =")
    assert fetch("assets/site.css") is None


ELSEWHERE = """
import ctypes, os, sys
for name in ("fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty"):
    sys.modules[name] = None
for name in ("fork", "wait4", "O_NOFOLLOW", "O_NONBLOCK", "mkfifo", "geteuid", "getuid", "chown"):
    delattr(os, name)
os.supports_follow_symlinks = set()
def library(*arguments, **more):
    raise TypeError("no such library")
ctypes.CDLL = library
sys.argv = ["palmarium", *sys.argv[1:]]
from palmarium.commands.cli import main
main()
"""


@pytest.mark.slow
def test_nothing_that_only_unix_has_is_needed(site: Site) -> None:
    root = site(PHARE_2010)
    (root / "_site").mkdir()
    (root / "_site/.DS_Store").write_text("")
    for said in (" 0 removed in ", " 0 written, 0 removed in "):
        command = [sys.executable, "-c", ELSEWHERE, "build", "--root", str(root)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (made.returncode, "Traceback" in made.stderr) == (0, False), made.stderr
        assert said in made.stdout
    assert sorted(path.name for path in (root / ".palmarium").iterdir()) == [
        "ledger.json",
        "lock",
        "prose.json",
        "units.db",
    ]
    assert (root / "_site/.DS_Store").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("new", "award", "pie", "--name", "Pie"), ("new", "edition", "pie", "2011"), ("new", "name", "Ann Crust"),
        ("new", "article", "a", "--title", "A"), ("import", __file__),
    ],
)  # fmt: skip
def test_a_command_outside_a_site_says_where_to_go_and_writes_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*command, root=tmp_path)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert result.stderr == (
        "palmarium: there is no site.toml here; go to the folder of your site with `cd …`, or name it with `--root`; "
        "`palmarium new site` starts one\n"
    )


def test_a_command_below_a_site_says_which_one(site: Site) -> None:
    root = site("-- editions/pie/award.yaml --\nname: Pie\n")
    result = run("new", "name", "Ann Crust", root=root / "editions")
    assert result.stderr == f"palmarium: there is no site.toml here; your site is above: `cd {root}`\n"


@pytest.mark.parametrize("group", [(), ("new",)])
def test_help_says_what_each_command_does_in_a_whole_sentence(group: tuple[str, ...]) -> None:
    said = CliRunner().invoke(cli.main, [*group, "--help"], terminal_width=80).output
    assert "..." not in said.partition("Commands:")[2]


def commands(group: click.Group, *words: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, with the words by which it is called."""
    for name, command in group.commands.items():
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *words, name)


COMMANDS = tuple(commands(cli.main))


@pytest.mark.parametrize(("words", "command"), COMMANDS, ids=[" ".join(words) for words, _ in COMMANDS])
def test_every_command_has_an_example_and_a_whole_sentence_for_itself_and_each_option(
    words: tuple[str, ...], command: click.Command
) -> None:
    said = CliRunner().invoke(cli.main, [*words, "--help"]).output
    assert f"\n  palmarium {' '.join(words)}" in said.replace("palmarium --root prizes", "palmarium")
    assert command.help
    assert command.help.partition("\n")[0].endswith(".")
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help[0].isupper(), option.name
            assert option.help.endswith((".", "/.")), option.name
    # The examples of a group are those of its commands.
    typed = set(re.findall(r"^  palmarium.*? (--[a-z-]+)", said.partition("Options:")[0], re.MULTILINE))
    assert isinstance(command, click.Group) or typed <= {name for each in command.params for name in each.opts}

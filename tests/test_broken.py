"""One site for each kind of mistake: whole outputs, exit status, and the old site as it was."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.commands import cli
from tests.small import SITES, copy, tree

pytestmark = pytest.mark.slow

BROKEN = SITES / "broken"
NAMES = sorted(path.name for path in BROKEN.iterdir())


def broken(name: str, built: Path, folder: Path) -> Path:
    """The built site, with the files of a broken one laid over it."""
    root = copy(folder / "site", built)
    for path in sorted((BROKEN / name).rglob("*")):
        if path.is_file() and path.name != "problems.txt":
            target = root / path.relative_to(BROKEN / name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return root


def run(command: str, root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, [command, "--root", str(root), *arguments], catch_exceptions=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_word_for_word_and_nothing_is_written(
    name: str, built: Path, tmp_path: Path, update_golden: bool
) -> None:
    root = broken(name, built, tmp_path)
    made = run("build", root)
    expected = BROKEN / name / "problems.txt"
    if update_golden:
        expected.write_text(made.stdout.replace("; nothing was written", ""), encoding="utf-8")
    assert made.stdout == expected.read_text(encoding="utf-8").rstrip("\n") + "; nothing was written\n"
    assert made.exit_code == 1
    assert tree(root) == tree(built)


@pytest.mark.parametrize("name", NAMES)
def test_every_error_says_what_to_write(name: str) -> None:
    said = (BROKEN / name / "problems.txt").read_text(encoding="utf-8")
    told = re.split(r"(?m)^(?=\S+:\d+:\d+: )", said)
    assert [each for each in told if ": error: " in each.split("\n")[0] and "\n   hint: " not in each] == []


def test_check_says_what_build_says(built: Path, tmp_path: Path) -> None:
    checked = run("check", broken("mixed", built, tmp_path))
    assert checked.stdout.replace("; more may be told once that is mended", "") == (
        BROKEN / "mixed" / "problems.txt"
    ).read_text(encoding="utf-8")
    assert checked.exit_code == 1


def test_beside_many_warnings_the_last_line_says_where_the_first_error_is(built: Path, tmp_path: Path) -> None:
    root = copy(tmp_path / "site", built)
    for day in range(1, 26):
        text = f"---\ntitle: Revue {day}\nabout: {{editions: palmes/2011}}\n---\nLe {day} octobre, il pleuvait.\n"
        (root / f"content/articles/jour-{day}.md").write_text(text, encoding="utf-8")
    (root / "content/articles/revue.md").write_text("---\ntitle: Revue\n---\nVoir [[palmes/1900]].\n")
    made = run("build", root).stdout
    assert made.startswith("content/articles/revue.md:4:6: error: ")
    assert made.endswith("; nothing was written: content/articles/revue.md:4 is the first error\n")


def test_the_mixed_site_tells_mistakes_of_every_kind_in_one_run() -> None:
    said = (BROKEN / "mixed" / "problems.txt").read_text(encoding="utf-8")
    codes = ("unknown-name", "yaml", "value", "unknown-key", "shares-sum", "unknown-view-field", "setting")
    assert [code for code in codes if f"[{code}]" not in said] == []


def test_once_put_right_the_site_builds_again(built: Path, tmp_path: Path) -> None:
    root = broken("mixed", built, tmp_path)
    assert run("build", root).exit_code == 1
    for name in ("editions/palmes/2013.yaml", "editions/palmes/2014.yaml", "content/articles/revue.md"):
        (root / name).unlink()
    for name in ("site.toml", "themes/maison/templates/page/note.html"):
        (root / name).write_bytes((built / name).read_bytes())
    result = run("build", root)
    assert result.exit_code == 0
    assert " 0 written, 0 removed " in result.output
    assert tree(root) == tree(built)

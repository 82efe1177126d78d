"""`tidy` changes the form of a file, never what it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from palmarium.commands import cli
from palmarium.commands.tidy import tidied
from tests.conftest import Site

ROOT = Path(__file__).parent.parent.parent
AWARD = "-- editions/phare/award.yaml --\nname: Le Prix du Phare\nshort: Phare\n"
LINES = st.sampled_from(
    [
        "name: A",
        "name: e\u0301  ",
        "note: |",
        "  x ",
        "  y  ",
        "  ",
        "",
        "- a ",
        "# c \t",
        "links: [b] ",
        "\ta: 1",
        "---",
    ]
)


def tidy(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["tidy", "--root", str(root), *arguments], catch_exceptions=False)


@pytest.mark.parametrize(
    ("path", "typed", "tidy"),
    [
        ("editions/p/award.yaml", "\ufeffname: A  \r\nshort: B\r\n", "name: A\r\nshort: B\r\n"),
        ("editions/p/award.yaml", "name: A\r\nshort: B\ndescription: C\n", "name: A\nshort: B\ndescription: C\n"),
        ("editions/p/award.yaml", "name: Ve\u0301lo\n\n\n", "name: V\u00e9lo\n"),
        ("editions/p/award.yaml", "name: A", "name: A\n"),
        (
            "content/pages/a.md",
            "---\ntitle: A \n---\nOne \ntwo   \nthree\n\n",
            "---\ntitle: A\n---\nOne\ntwo   \nthree\n",
        ),
    ],
)
def test_the_form_is_made_better(path: str, typed: str, tidy: str) -> None:
    made = tidied({path: typed.encode()}, "en")
    assert made[path].decode() == tidy
    assert tidied(made, "en") == {}


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("content/pages/a.md", "---\ntitle: A\n---\n```\none \ntwo\n```\n"),
        ("content/pages/a.md", "---\ntitle: A\n---\nOne  \ntwo\n"),
        ("content/media/a.svg", "<svg/>  "),
        ("editions/p/award.yaml", "name: A\n"),
        ("site.toml", 'title = "A"  '),
    ],
)
def test_what_would_say_something_else_or_is_no_record_is_left(path: str, typed: str) -> None:
    assert tidied({path: typed.encode()}, "en") == {}


def test_bytes_that_are_no_text_are_left() -> None:
    assert tidied({"content/pages/a.md": b"\xff  \n"}, "en") == {}


@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_second_time_changes_nothing(lines: list[str], end: str) -> None:
    files = {"editions/p/award.yaml": end.join(lines).encode()}
    assert tidied(tidied(files, "en"), "en") == {}


def test_the_changes_are_shown_and_written_once_they_are_agreed_to(site: Site) -> None:
    root = site(AWARD)
    path = root / "editions/phare/award.yaml"
    path.write_text("name: Le Prix du Phare  \nshort: Phare", "utf-8")
    asked = tidy(root)
    assert (asked.exit_code, path.read_text("utf-8")) == (1, "name: Le Prix du Phare  \nshort: Phare")
    assert "nothing was written; with --yes this would tidy 1 file\n" in asked.output
    assert tidy(root, "--yes").output.endswith("done: tidy 1 file\n")
    assert path.read_text("utf-8") == "name: Le Prix du Phare\nshort: Phare\n"
    assert tidy(root).output == "all files are tidy\n"


def test_the_reference_archive_is_tidy() -> None:
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in ("content", "editions")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert sorted(tidied(files, "fr")) == []

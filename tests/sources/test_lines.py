"""A name that goes on over lines is told: it is read as one, and may have been meant as several."""

import pytest

from palmarium.problems import Level
from palmarium.sources.load import load


def told(text: str, path: str = "editions/tarte/2020.yaml") -> list[tuple[str, str]]:
    """The place and the hint of each text that is told."""
    _, problems = load(path, text.encode(), "fr")
    assert {(problem.code, problem.level) for problem in problems} <= {("doubtful-text", Level.WARNING)}
    return [(f"{problem.span.line}:{problem.span.column}", problem.hint) for problem in problems]


HINT = "if they are several, write `[Ann Crust, Ben Dough]`; if it is one, write it on one line: `Ann Crust Ben Dough`"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("results:\n  pomme: |\n    Ann Crust\n    Ben Dough\n", "2:10"),
        ("results:\n  pomme: >\n    Ann Crust\n    Ben Dough\n", "2:10"),
        ("results:\n  pomme: |-\n    Ann Crust\n\n    Ben Dough", "2:10"),
        ("results:\n  pomme: Ann Crust\n    Ben Dough\n", "2:10"),
        ("results:\n  pomme: {laureate: Ann Crust\n    Ben Dough}\n", "2:21"),
        ("results:\n  pomme: {laureate: Eve, represented_by: Ann Crust\n    Ben Dough, count: 2}\n", "2:42"),
        ("jury:\n  - Ann Crust\n    Ben Dough\n", "2:5"),
        ("hosts: |\n  - Ann Crust\n  - Ben Dough\n", "1:8"),
        ("partners:\n  - name: |\n      Ann Crust\n      Ben Dough\n", "2:11"),
    ],
)
def test_a_name_over_several_lines_is_told(text: str, place: str) -> None:
    assert told(text) == [(place, HINT)]


def test_words_of_a_list_and_titles_are_told_where_their_line_breaks_get_lost() -> None:
    name = "---\nname: Ann Crust\nkind: person\naliases: |\n  A. Crust\n  Crust\n---\n"
    assert [place for place, _ in told(name, "content/names/ann-crust.md")] == ["4:10"]
    title = "---\ntitle: |\n  Une nuit\n  de tartes\n---\n"
    assert [place for place, _ in told(title, "content/pages/nuit.md")] == ["2:8"]


@pytest.mark.parametrize(
    "text",
    [
        "results:\n  pomme: |\n    Ann Crust\n",
        'results:\n  pomme: "Ann Crust\n    Ben Dough"\n',
        "note: |\n  Une ligne.\n\n  Une autre.\n",
        "theme: Une ligne\n  et la suite.\n",
        "results:\n  pomme: {laureate: Ann Crust, citation: Une ligne\n    et la suite.}\n",
        "sources:\n  s1: {title: Une ligne\n    et la suite, date: 2020}\n",
    ],
)
def test_longer_texts_and_what_is_in_quotes_pass(text: str) -> None:
    assert told(text) == []

"""What stands twice in one list is told, in every kind of list."""

import pytest

from palmarium.problems import Level
from palmarium.sources.load import load

EDITION, ARTICLE, NAME, AWARD = (
    "editions/tarte/2020.yaml",
    "content/articles/nuit.md",
    "content/names/ann.md",
    "editions/tarte/award.yaml",
)


def told(path: str, text: str) -> list[str]:
    front = f"---\n{text}\n---\nTexte.\n" if path.endswith(".md") else text
    _, problems = load(path, front.encode(), "fr")
    assert {(problem.code, problem.level) for problem in problems} <= {("listed-twice", Level.WARNING)}
    return [f"{problem.span.line}:{problem.span.column}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("path", "text", "place", "shown"),
    [
        (EDITION, "hosts: [Ann Crust, Ann Crust]", "1:20", "Ann Crust"),
        (EDITION, "partners: [{name: Four, as: bois}, {name: Four, as: bois}]", "1:43", "Four"),
        (EDITION, "jury: {name: Ann, posts: [{role: chef}, {role: chef}]}", "1:14", "chef"),
        (EDITION, "method: {how: [jury, oral, jury]}", "1:1", "jury"),
        (EDITION, "results: {pomme: {laureate: Ann, sources: [s1, s1]}}", "1:48", "s1"),
        (EDITION, "results: {pomme: {laureate: Ann, represented_by: [Ben, Ben]}}", "1:56", "Ben"),
        (EDITION, "results: {pomme: {laureate: Ann, for: [Tarte, Tarte]}}", "1:29", "Tarte"),
        (EDITION, "deadlines: [{what: envoi, date: 2020}, {what: envoi, date: 2020}]", "1:40", "envoi"),
        (EDITION, "rounds: [{id: une, name: Une}, {id: une}]", "1:32", "une"),
        (EDITION, "figures: [{id: f, title: A, answers: a}, {id: f, title: B, answers: a}]", "1:42", "f"),
        (EDITION, "cited: {theme: [s1, s1]}", "1:21", "s1"),
        (EDITION, "sources: {s1: {title: Le Four, date: 2020}, s2: {title: Le Four, date: 2020}}", "1:49", "s2"),
        (EDITION, "claims: [{says: un, count: titles, is: 1}, {says: un, count: titles, is: 1}]", "1:44", "un"),
        (AWARD, "name: Tarte\nrivals: [gateau, gateau]", "2:18", "gateau"),
        (AWARD, "name: Tarte\nlinks: ['https://a.example', 'https://a.example']", "1:1", "https://a.example"),
        (NAME, "name: Ann\nkind: person\naliases: [A. Crust, A. Crust]", "2:1", "A. Crust"),
        (ARTICLE, "title: Nuit\ntags: [four, tarte, four]", "3:21", "four"),
        (ARTICLE, "title: Nuit\nauthor: [Ann, Ann]", "3:15", "Ann"),
        (ARTICLE, "title: Nuit\nabout: {editions: [tarte/2020, tarte/2020]}", "3:32", "tarte/2020"),
    ],
)
def test_a_value_that_stands_twice_in_a_list_is_told(path: str, text: str, place: str, shown: str) -> None:
    assert told(path, text) == [f'{place}: "{shown}" stands in this list twice']


def test_the_line_of_the_first_is_named() -> None:
    assert told(EDITION, "hosts:\n  - Ann\n  - Ben\n  - Ann\n") == [
        '4:5: "Ann" stands in this list twice; the first is on line 2'
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (EDITION, "hosts: [Ann, Ben]\nspeakers: [Ann, Ben]"),
        (EDITION, "partners: [{name: Four, as: bois}, {name: Four, as: pain}]"),
        (EDITION, "jury: [Ann, Ann]"),
        (EDITION, "results: {pomme: [Ann, Ann]}"),
        (EDITION, "attendance: [{value: 300, what: inscrits}, {value: 300, what: convives}]"),
        (NAME, "name: Ann\nkind: person\naliases: [A. Crust, a. crust]"),
    ],
)
def test_different_values_and_what_a_check_tells_pass(path: str, text: str) -> None:
    assert told(path, text) == []

"""A dispute has two sides, and a citation something that it is for."""

import pytest

from palmarium.checks import disputes
from tests.archives import hints, messages, told

EDITION = """\
-- editions/tarte/2020.yaml --
ordinal: 3
ceremony: {date: 2020-05-04, venue: Le Four}
status: online
hosts: Ann Crust
results: {pomme: Ben Dough}
sources: {s1: {title: A, date: 2020}}
"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ordinal", "3"),
        ("ceremony.date", "2020-05-04"),
        ("ceremony.venue", "le four"),
        ("status", "online"),
        ("hosts", "Ann Crust"),
    ],
)
def test_the_same_value_is_no_dispute(field: str, value: str) -> None:
    site = EDITION + f"disputes: {{field: {field}, value: {value}, source: s1}}\n"
    (found,) = told(disputes, site)
    assert found.split(": ", 1)[1] == f'`{field}` is "{value}" in this file, too: nothing is disputed'
    assert hints(disputes, site) == [f"write what the other source says, or cite it: `cited: {{{field}: …}}`"]


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("theme", "Le feu", "write `theme: Le feu`, or what ours is"),
        ("ceremony.city", "Brest", "write `ceremony: {city: Brest}`, or what ours is"),
        ("period", "2020", 'write `period: "2020"`, or what ours is'),
        ("jury", "Di", "write `jury: Di`, or what ours is"),
        ("results.poire", "Di", "write `results: {poire: Di}`, or what ours is"),
    ],
)
def test_a_field_of_which_the_file_says_nothing_is_no_dispute(field: str, value: str, hint: str) -> None:
    site = EDITION + f"disputes: {{field: {field}, value: {value}}}\n"
    assert messages(disputes, site) == [f"`{field}` is disputed, and this file says nothing of it"]
    assert [each.replace('"2020"', "2020") for each in hints(disputes, site)] == [hint.replace('"2020"', "2020")]


@pytest.mark.parametrize("field", ["theme", "ceremony.city", "note", "deadlines", "jury", "method", "results.poire"])
def test_a_source_of_nothing_is_told(field: str) -> None:
    site = EDITION + f"cited: {{{field}: s1}}\n"
    assert messages(disputes, site) == [f"a source is cited for `{field}`, of which this file says nothing"]
    first, dot, rest = field.partition(".")
    written = f"{first}: {{{rest}: …}}" if dot else f"{first}: …"
    assert hints(disputes, site) == [f"write `{written}`, or delete the citation"]


def test_an_award_has_them_too() -> None:
    site = "-- editions/tarte/award.yaml --\nname: Tarte\nfounded: 1990\ndisputes: {field: founded, value: 1990}\n"
    assert len(told(disputes, site)) == 1


@pytest.mark.parametrize(
    "more",
    [
        "cited: {ordinal: s1, ceremony: s1, ceremony.date: s1, hosts: s1, results: s1, results.pomme: s1, status: s1}",
        "disputes: {field: ordinal, value: 4}",
        "disputes: {field: results.pomme, value: Di Fork}",
        "disputes: {field: results.pomme.printed_name, value: Pommes}",
        "disputes: {field: coverage, value: tout}",
    ],
)
def test_two_sides_and_what_is_there_pass(more: str) -> None:
    assert told(disputes, f"{EDITION}{more}\n") == []


@pytest.mark.parametrize("ours", ["260", "{value: 260, qualifier: about}"])
def test_a_number_of_people_is_the_same_whatever_stands_beside_it(ours: str) -> None:
    site = f'{EDITION}attendance: {ours}\ndisputes: {{field: attendance, value: "%s"}}\n'
    assert len(told(disputes, site % "260")) == 1
    assert told(disputes, site % "300") == []

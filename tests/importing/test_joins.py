from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import JoinedColumns, Reading, Table, places
from palmarium.problems import Problem

CONTEST = b"""[
 {"year": 2020, "entries": [{"id": 1, "song": "Crumbs"}, {"id": 2, "song": "Dough"}],
  "rounds": [{"name": "final", "shows": [{"entry": 2, "place": 1}, {"entry": 1, "place": 2}]}]},
 {"year": 2021, "entries": [{"id": 1, "song": "Yeast"}, {"id": 2, "song": "Flour"}],
  "rounds": [{"name": "half", "shows": [{"entry": 1, "place": 1}]},
             {"name": "final", "shows": [{"entry": 1, "place": 3}]}]}
]"""
SHOWS = JoinedColumns(rows="[].rounds[].shows[]", on=(("entry", "id"),), prefix="show.")
HOMES = b"code;home\nXA;Alphaland\nXB;Betaland\n"
PIES = b"winner,country\nAda,XA\nBo,XC\nCy,\n"
HOME = JoinedColumns(file="homes.csv", on=(("code", "country"),), prefix="home.")


def read(data: bytes, name: str, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    return read_table(name, data, {"homes.csv": HOMES}, how)


def columns(found: Table | None, *names: str) -> list[tuple[object, ...]]:
    assert found
    at = places(found)
    return [tuple(row.cells[at[name]] for name in names) for row in found.rows]


def test_rows_of_the_same_file_go_together_below_the_same_item() -> None:
    found, problems = read(CONTEST, "contest.json", Reading(rows="[].entries[]", joins=(SHOWS,)))
    assert columns(found, "../year", "song", "show.place", "show.../name") == [
        ("2020", "Crumbs", "2", "final"),
        ("2020", "Dough", "1", "final"),
        ("2021", "Yeast", "1", "half"),
        ("2021", "Flour", "", ""),
    ]
    assert [(p.span.line, p.message, p.hint) for p in problems] == [
        (
            4,
            '2 rows of [].rounds[].shows[] agree with this row (id = "1"), on lines 5, 6: the first is read',
            "add a column to `on` that tells them apart",
        ),
        (4, 'nothing in [].rounds[].shows[] agrees with this row (id = "2"): its joined columns are empty', ""),
    ]


def test_what_both_repeat_of_their_parent_is_not_there_twice() -> None:
    found, _ = read(CONTEST, "contest.json", Reading(rows="[].entries[]", joins=(SHOWS,)))
    assert found
    assert [name for name in found.columns if "year" in name] == ["../year"]


def test_another_file_adds_its_columns() -> None:
    found, problems = read(PIES, "pies.csv", Reading(joins=(HOME,)))
    assert columns(found, "winner", "home.home", "home.code") == [
        ("Ada", "Alphaland", "XA"),
        ("Bo", "", ""),
        ("Cy", "", ""),
    ]
    assert [(p.span.line, p.message) for p in problems] == [
        (3, 'nothing in homes.csv agrees with this row (country = "XC"): its joined columns are empty')
    ], "a row without a key is not missed"


def test_a_row_with_half_a_key_is_not_missed() -> None:
    join = JoinedColumns(file="homes.csv", on=(("code", "country"), ("home", "home")), prefix="home.")
    found, problems = read(b"winner,country,home\nAda,XA,Alphaland\nBo,XA,\n", "pies.csv", Reading(joins=(join,)))
    assert columns(found, "home.code") == [("XA",), ("",)]
    assert problems == ()


def test_a_mapping_of_codes_to_names_is_a_file_to_join() -> None:
    join = JoinedColumns(file="homes.json", rows="{}", on=(("#", "country"),), prefix="home.")
    found, _ = read_table("pies.csv", PIES, {"homes.json": b'{"XA": "Alphaland", "XC": "C"}'}, Reading(joins=(join,)))
    assert columns(found, "home.value") == [("Alphaland",), ("C",), ("",)]


def told(join: JoinedColumns) -> tuple[str, str]:
    found, problems = read(PIES, "pies.csv", Reading(joins=(join,)))
    assert found is None
    return problems[-1].message, problems[-1].hint


def test_a_join_that_can_not_be_made_is_told() -> None:
    assert told(JoinedColumns(file="home.csv", on=HOME.on)) == (
        'there is no file "home.csv" to join',
        'did you mean "homes.csv"?',
    )
    assert told(JoinedColumns(file="homes.csv")) == (
        "this join does not say which columns agree",
        'on = { their_column = "our_column" }',
    )
    assert told(JoinedColumns(file="homes.csv", on=(("cod", "country"),))) == (
        'the joined rows have no column "cod"',
        'did you mean "code"?',
    )
    assert told(JoinedColumns(file="homes.csv", on=(("code", "contry"),))) == (
        'the imported rows have no column "contry"',
        'did you mean "country"?',
    )
    clash = JoinedColumns(file="homes.csv", on=(("code", "country"),))
    found, problems = read_table("pies.csv", PIES, {"homes.csv": b"code,winner\nXA,1\n"}, Reading(joins=(clash,)))
    assert found is None
    assert (problems[-1].message, problems[-1].hint) == (
        'a join would add a column "winner" that is there already',
        'prefix = "joined."',
    )


PEOPLE = b"""{"prizes": [{"winner": "a", "guest": "b"}],
 "people": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "B&oslash; Rye"}, {"id": "c", "name": "Cy"}]}"""


def of_people(column: str) -> JoinedColumns:
    return JoinedColumns(rows="people[]", on=(("id", column),), prefix=f"{column}.")


def test_of_two_joins_to_one_list_each_leaves_what_neither_needs() -> None:
    found, _ = read(PEOPLE, "p.json", Reading(rows="prizes[]", joins=(of_people("winner"), of_people("guest"))))
    assert found
    assert [text for text in found.rest if "agrees" in text] == ["1 row of people[] that none of these agrees with"]


def test_what_was_mended_in_joined_rows_of_the_same_file_is_told_once() -> None:
    _, problems = read(PEOPLE, "p.json", Reading(rows="prizes[]", joins=(of_people("winner"), of_people("guest"))))
    assert [problem.code for problem in problems] == ["repaired-entities"]

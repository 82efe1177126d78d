from pathlib import Path

import pytest

from palmarium.importing.tables.reading import endings, formats, read_table
from palmarium.importing.tables.table import JoinedColumns, Reading, WideColumns, places

FOUND_OUT = Reading()


def refused(path: str, how: Reading = FOUND_OUT, data: bytes = b"") -> tuple[str, str]:
    found, problems = read_table(path, data, {}, how)
    assert found is None
    return problems[-1].message, problems[-1].hint


def test_there_are_seven_formats() -> None:
    assert formats() == ("csv", "json", "jsonl", "markdown", "names", "spreadsheet", "yaml")
    known = {".csv", ".tsv", ".xlsx", ".ods", ".xls", ".json", ".jsonl", ".ndjson", ".txt", ".yml", ".md"}
    assert known <= set(endings())
    assert len(endings()) == len(set(endings()))


@pytest.mark.parametrize("how", [Reading(format="csv"), Reading(format="tsv")])
def test_a_format_can_be_said_by_its_name_or_its_ending(how: Reading) -> None:
    found, _ = read_table("pies.dat", b"winner;prize\nAda;Pie\n", {}, how)
    assert found
    assert found.how.format == "csv"


def test_the_ending_says_the_format_in_any_case() -> None:
    found, _ = read_table("folder.x/PIES.CSV", b"winner\nAda\n", {}, Reading())
    assert found


def test_what_no_importer_reads_is_told() -> None:
    assert refused("pies.docx")[0] == 'the ending ".docx" says no format that can be read'
    assert refused("pies.cvs") == ('the ending ".cvs" says no format that can be read', 'did you mean ".csv"?')
    assert refused("a.b/pies") == (
        "this file's name has no ending",
        'say it: format = "csv" (formats are csv, json, jsonl, markdown, names, spreadsheet, yaml)',
    )
    assert refused("pies.csv", Reading(format="exel")) == (
        '"exel" is not a format that can be read',
        "formats are csv, json, jsonl, markdown, names, spreadsheet, yaml",
    )


@pytest.mark.parametrize(
    "page",
    ["<!DOCTYPE html>\n<html>", "<html><body>", "<table><tr><td>Ann</td></tr></table>", "\ufeff\n<!-- a --><html>"],
)
@pytest.mark.parametrize(("name", "how"), [("pies.html", ""), ("pies.xls", ""), ("pies.htm", "csv"), ("pies", "")])
def test_a_web_page_is_refused_with_a_way_to_its_table(page: str, name: str, how: str) -> None:
    assert refused(name, Reading(format=how), page.encode()) == (
        "this file is a web page (HTML), which can't be read",
        "open it in a browser, select its table, paste it into a spreadsheet, and save that as .ods or .csv",
    )


def test_a_table_that_holds_tags_is_no_web_page() -> None:
    found, _ = read_table("pies.csv", b"winner,prize\n<b>Ada</b>,<table>\n", {}, Reading())
    assert found


def test_what_is_wrong_with_a_table_without_rows_names_the_file() -> None:
    _, problems = read_table("pies.csv", b"winner,prize\n", {}, Reading(fill_down=("year",)))
    assert {problem.span.path for problem in problems} == {"pies.csv"}


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refused("pies.csv", data=bytes(100_000_001)) == (
        "this file is 100 MB; 100 MB are read at most",
        "cut it into several files, and import one by one",
    )


def test_a_mistake_in_every_row_is_told_twenty_times_and_then_by_line() -> None:
    text = "winner,prize\n" + "Ada\n" * 25
    _, problems = read_table("pies.csv", text.encode(), {}, Reading())
    ragged = [problem for problem in problems if problem.code == "ragged-row"]
    assert len(ragged) == 21
    assert ragged[-1].message == "5 more like the ones above, on lines 22–26"


DATASETS = Path(__file__).parent.parents[2] / "shared" / "datasets"


@pytest.mark.skipif(not DATASETS.exists(), reason="the data sets lie beside the repository")
def test_real_data_made_by_others_is_read_whole() -> None:
    data = (DATASETS / "nobel" / "prize.json").read_bytes()
    found, _ = read_table("prize.json", data, {}, Reading(rows="prizes[].laureates[]"))
    assert found
    named = [row for row in found.rows if row.cells[places(found)["id"]]]
    assert (len(named), len(found.rows) - len(named)) == (1000, 49)

    data = (DATASETS / "eurovision-junior" / "junior.json").read_bytes()
    shows = JoinedColumns(rows="[].rounds[].performances[]", on=(("contestantId", "id"),), prefix="show.")
    found, problems = read_table("junior.json", data, {}, Reading(rows="[].contestants[]", joins=(shows,)))
    assert found
    place, total = places(found)["show.place"], places(found)["show.scores[0].name"]
    assert len(found.rows) == 346
    assert all(row.cells[place] and str(row.cells[total]).startswith("total") for row in found.rows)
    assert [problem.code for problem in problems] == ["repaired-spaces"]


# Tables that are laid out for readers.


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_a_table_in_a_text_file_is_read_as_one_and_told(delimiter: str) -> None:
    text = "year,name\n2019,Ann\n2020,Bo\n".replace(",", delimiter)
    found, problems = read_table("pies.txt", text.encode(), {}, Reading())
    assert found
    assert (found.columns, found.how.format, found.how.delimiter) == (("year", "name"), "csv", delimiter)
    assert [(problem.message, problem.hint) for problem in problems] == [
        (
            "this text file holds a table and no list of names: it is read as CSV",
            'if it is a list of names: format = "names"',
        )
    ]
    names, none = read_table("pies.txt", text.encode(), {}, Reading(format="names"))
    assert names
    assert (names.how.format, none) == ("names", ())


@pytest.mark.parametrize("text", ["Crumb, Ann\nRye, Bo\n", "Ann\nBo\n", "Ann | Co\n", "Ann\tBo\nCy\nDi\nEd\n"])
def test_a_list_of_names_stays_one(text: str) -> None:
    found, _ = read_table("pies.txt", text.encode(), {}, Reading())
    assert found
    assert found.how.format == "names"


def arranged(text: str, how: Reading) -> list[tuple[object, ...]]:
    found, problems = read_table("pies.csv", text.encode(), {}, how)
    assert found
    assert problems == ()
    return [found.columns, *(row.cells for row in found.rows)]


def test_an_empty_cell_means_the_one_above_until_a_wider_one_changes() -> None:
    text = "Year,Prize,Winner\n2019,Pie,Ann\n,,Bo\n,Tart,Cy\n2020,,Di\n, ,Ed\n"
    assert arranged(text, Reading(fill_down=("Year", "Prize")))[1:] == [
        ("2019", "Pie", "Ann"),
        ("2019", "Pie", "Bo"),
        ("2019", "Tart", "Cy"),
        ("2020", "", "Di"),
        ("2020", "", "Ed"),
    ]


def test_columns_of_one_kind_become_rows() -> None:
    text = "Year,Best Film,Best Song,Town\n2019,Loaf,Rise,Bath\n2020,Bun,,York\n2021,,,Ely\n"
    for wide in (
        WideColumns(("Best *",), (), "Prize", "Winner"),
        WideColumns(("*",), ("Year", "Town"), "Prize", "Winner"),
    ):
        assert arranged(text, Reading(wide=(wide,))) == [
            ("Year", "Town", "Prize", "Winner"),
            ("2019", "Bath", "Best Film", "Loaf"),
            ("2019", "Bath", "Best Song", "Rise"),
            ("2020", "York", "Best Film", "Bun"),
            ("2021", "Ely", "", ""),
        ]


@pytest.mark.parametrize(
    ("how", "message", "hint"),
    [
        (Reading(fill_down=("Yaer",)), 'there is no column "Yaer"', 'did you mean "Year"?'),
        (
            Reading(wide=(WideColumns(("Bst *",), (), "a", "b"),)),
            'there is no column "Bst *"',
            "columns are Year, Best Film",
        ),
        (
            Reading(wide=(WideColumns(("Best *",), (), "Year", "b"),)),
            'a column "Year" is there already',
            "give `name` and",
        ),
    ],
)
def test_columns_that_are_not_there_or_are_there_already_are_told(how: Reading, message: str, hint: str) -> None:
    found, problems = read_table("pies.csv", b"Year,Best Film\n2019,Loaf\n", {}, how)
    assert found is None
    assert problems[-1].message == message
    assert problems[-1].hint.startswith(hint)


def test_lists_that_nothing_goes_through_are_named() -> None:
    text = b'{"prizes": [{"year": 1, "won": [{"name": "Ann"}], "jury": [{"name": "Bo"}]}], "notes": [{"a": 1}]}'
    found, _ = read_table("pies.json", text, {}, Reading(rows="prizes[].won[]"))
    assert found
    assert found.rest == ("the lists notes[], prizes[].jury[]",)
    joined = Reading(rows="prizes[].won[]", joins=(JoinedColumns(rows="notes[]", on=(("a", "../year"),), prefix="n."),))
    found, _ = read_table("pies.json", text, {}, joined)
    assert found
    assert found.rest == ("the lists prizes[].jury[]",)


def test_where_others_have_a_list_a_single_object_is_a_list_of_one() -> None:
    text = b'[{"won": {"name": "Ann"}}, {"won": [{"name": "Bo"}]}]'
    found, _ = read_table("pies.json", text, {}, Reading(rows="[].won[]"))
    assert found
    assert [row.cells[places(found)["name"]] for row in found.rows] == ["Ann", "Bo"]

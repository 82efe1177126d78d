from pathlib import Path

import pytest

from palmarium.intake import endings, formats, read_table
from palmarium.table import Join, Reading, places

FOUND_OUT = Reading()


def refused(path: str, how: Reading = FOUND_OUT, data: bytes = b"") -> tuple[str, str]:
    found, problems = read_table(path, data, {}, how)
    assert found is None
    return problems[-1].message, problems[-1].hint


def test_there_are_five_formats() -> None:
    assert formats() == ("csv", "json", "jsonl", "names", "spreadsheet")
    assert {".csv", ".tsv", ".xlsx", ".ods", ".xls", ".json", ".jsonl", ".ndjson", ".txt"} <= set(endings())
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
        'say it: format = "csv" (formats are csv, json, jsonl, names, spreadsheet)',
    )
    assert refused("pies.csv", Reading(format="exel")) == (
        '"exel" is not a format that can be read',
        "formats are csv, json, jsonl, names, spreadsheet",
    )


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
    assert ragged[-1].message == "5 more like the ones above, on lines 22, 23, 24, 25, 26"


DATASETS = Path(__file__).parents[2] / "shared" / "datasets"


@pytest.mark.skipif(not DATASETS.exists(), reason="the data sets lie beside the repository")
def test_real_data_made_by_others_is_read_whole() -> None:
    data = (DATASETS / "nobel" / "prize.json").read_bytes()
    found, _ = read_table("prize.json", data, {}, Reading(rows="prizes[].laureates[]"))
    assert found
    named = [row for row in found.rows if row.cells[places(found)["id"]]]
    assert (len(named), len(found.rows) - len(named)) == (1000, 49)

    data = (DATASETS / "eurovision-junior" / "junior.json").read_bytes()
    shows = Join(rows="[].rounds[].performances[]", on=(("contestantId", "id"),), prefix="show.")
    found, problems = read_table("junior.json", data, {}, Reading(rows="[].contestants[]", joins=(shows,)))
    assert found
    place, total = places(found)["show.place"], places(found)["show.scores[0].name"]
    assert len(found.rows) == 346
    assert all(row.cells[place] and str(row.cells[total]).startswith("total") for row in found.rows)
    assert [problem.code for problem in problems] == ["repaired-spaces"]

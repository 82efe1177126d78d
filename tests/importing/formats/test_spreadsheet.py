import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading
from palmarium.importing.tables.workbook import beside_values
from tests.importing.formats.reading import cells, lines, open_document, refused, said, table, workbook

PIES = workbook({"Pies": [["year", "winner", "points", "first", "on"], [2020, "Ada", 1.5, True, "date:2020-05-01"]]})


def test_cells_become_texts() -> None:
    found, problems = table("pies.xlsx", PIES)
    assert found.columns == ("year", "winner", "points", "first", "on")
    assert cells(found) == [("2020", "Ada", "1.5", "true", "2020-05-01")]
    assert problems == ()
    assert (found.how.format, found.how.sheet) == ("spreadsheet", "Pies")


def test_rows_have_the_number_that_the_spreadsheet_shows() -> None:
    found, _ = table(
        "pies.xlsx", workbook({"Pies": [[], ["Pies of the year"], ["winner"], [], ["Ada"]]}), Reading(header=3)
    )
    assert (found.columns, cells(found), lines(found)) == (("winner",), [("Ada",)], [5])


def test_the_sheet_that_is_said_is_read_and_the_others_are_told() -> None:
    book = workbook({"Empty": [], "Pies": [["winner"], ["Ada"]], "Cakes": [["winner"], ["Bo"]]})
    found, problems = table("pies.xlsx", book)
    assert cells(found) == [("Ada",)]
    assert said(problems) == [(1, 'of 2 sheets "Pies" is read; the others are Cakes')]
    assert problems[0].hint == 'sheet = "Cakes"'
    assert cells(table("pies.xlsx", book, Reading(sheet="Cakes"))[0]) == [("Bo",)]
    assert refused("pies.xlsx", book, Reading(sheet="Cake")) == (
        1,
        'this file has no sheet "Cake"',
        'did you mean "Cakes"?',
    )


def test_a_sheet_with_a_single_cell_is_told_too() -> None:
    book = workbook({"Pies": [["winner"], ["Ada"]], "To do": [["phone Bo"]]})
    found, problems = table("pies.xlsx", book)
    assert said(problems) == [(1, 'of 2 sheets "Pies" is read; the others are To do')]
    assert table("pies.xlsx", book, Reading(sheet="Pies"))[0].rest == found.rest == ("the sheets To do",)


def test_a_merged_cell_stands_in_every_row_it_covers() -> None:
    rows: list[list[object]] = [["prize", "winner"], ["Best Pie", "Ada"], ["", "Bo"], ["Best Cake", "Cy"]]
    found, problems = table("pies.xlsx", workbook({"Pies": rows}, merged="A2:A3"))
    assert cells(found) == [("Best Pie", "Ada"), ("Best Pie", "Bo"), ("Best Cake", "Cy")]
    assert said(problems) == [(2, "1 merged cell: it stands in every row that it covers")]


def test_a_cell_merged_across_columns_is_told_below_the_header_alone() -> None:
    rows: list[list[object]] = [["prize", "2021", "2022"], ["Best Pie", "Ada", ""], ["Best Cake", "Cy", "Bo"]]
    found, problems = table("pies.xlsx", workbook({"Pies": rows}, merged="B2:C2"))
    assert cells(found) == [("Best Pie", "Ada", ""), ("Best Cake", "Cy", "Bo")]
    assert said(problems) == [(2, '"Ada" stands in a cell merged across 2 columns: read in the first alone')]
    assert problems[0].hint == "if it is meant in each of them, unmerge the cell and write it in each"
    assert not table("pies.xlsx", workbook({"Pies": rows}, merged="B1:C1"))[1]


def test_a_merged_cell_of_an_open_document_stands_in_every_row_it_covers() -> None:
    book = open_document(
        [["year", "prize", "winner"], ["2020", "Pie", "Ada"], ["", "Cake", "Bo"], ["2021", "Bun", "Di"]]
    )
    cell = '<table:table-cell office:value-type="string"><text:p>2020<'
    spans = cell.replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    empty = '<table:table-cell office:value-type="string"><text:p></text:p></table:table-cell>'
    changes = {"content.xml": (cell, spans), "content.xml#below": (empty, "<table:covered-table-cell/>")}
    found, problems = table("pies.ods", _with(book, changes, {}))
    assert cells(found) == [("2020", "Pie", "Ada"), ("2020", "Cake", "Bo"), ("2021", "Bun", "Di")]
    assert said(problems) == [(2, "1 merged cell: it stands in every row that it covers")]


def test_what_is_no_spreadsheet_is_told() -> None:
    _, message, hint = refused("pies.xlsx", b"winner,prize\n")
    assert message.startswith("this is no spreadsheet that can be read: ")
    assert hint == "open it in a spreadsheet, save it again, or save it as CSV"


@given(st.data())
def test_a_spoiled_file_gives_a_table_or_problems(data: st.DataObject) -> None:
    spoiled = bytearray(PIES)
    for _ in range(data.draw(st.integers(1, 6))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    for name in ("a.xlsx", "a.ods", "a.xls"):
        found, problems = read_table(name, bytes(spoiled), {}, Reading())
        assert found is not None or problems


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
def test_any_bytes_give_a_table_or_problems(data: bytes, start: bytes) -> None:
    found, problems = read_table("a.xls", start + data, {}, Reading())
    assert found is not None or problems


def test_open_document_is_read_too() -> None:
    found, problems = table("pies.ods", open_document([["winner", "prize"], ["Ada & Bo", "Best Pie"]]))
    assert (found.columns, cells(found), lines(found)) == (("winner", "prize"), [("Ada & Bo", "Best Pie")], [2])
    assert problems == ()


def sheet(rows: str, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, rows)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("prefix", "far"),
    [
        *(("", 's="1" r="XFD1048576"'), ("x:", 's="1" r="XFD1048576"'), ("", 'r = "XFD1048576"')),
        *(("", "r\n='XFD1048576'"), ("", f'cm="{"1" * 200}" r="XFD1048576"'), ("abcdefghijkl:", 'r="xfd1048576"')),
    ],
)
def test_two_cells_in_far_corners_are_refused_before_room_is_made_for_all_between(prefix: str, far: str) -> None:
    named = f'xmlns{":" * bool(prefix)}{prefix.rstrip(":")}="a"'
    first = f'<{prefix}row r="1"><{prefix}c r="A1"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row>'
    last = f'<{prefix}row r="1048576"><{prefix}c {far} t="n"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row>'
    data = sheet(f"<{prefix}worksheet {named}>{first}{last}</{prefix}worksheet>")
    assert refused("pies.xlsx", data) == (
        1,
        "a sheet here (sheet1.xml) is 1048576 rows high and 16384 columns wide",
        "delete what is empty, and save it again",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/worksheets/sheet1.xml", '<worksheet><row><c r="A1"/></worksheet><c r="XFD1048576"/>'),
        ("xl/worksheets/sheet1.xml", '<x:c r="A1"/>'),
        ("xl/worksheets/sheet1.xml", '<!DOCTYPE a><worksheet><c r="A1"/></worksheet>'),
        ("xl/pies.xml", '<worksheet><c r="A1">&b;</c></worksheet>'),
        ("content.xml", "<table:table><table:table-cell/></table:table>"),
    ],
)
def test_a_part_with_cells_that_is_no_xml_to_its_end_is_refused(name: str, text: str) -> None:
    said = f"this is no spreadsheet that can be read: {name} is no XML to its end"
    assert refused("pies.xlsx", sheet(text, name))[1] == said


def test_a_part_without_cells_may_be_anything() -> None:
    found, problems = table("pies.xlsx", _with(BOOK, {}, {"xl/drawings/notes.vml": "<xml><br></xml>", "a.txt": "<<<"}))
    assert len(found.rows) == len(table("pies.xlsx", BOOK)[0].rows)
    assert problems == table("pies.xlsx", BOOK)[1]


def _with(book: bytes, changes: dict[str, tuple[str, str]], added: dict[str, str | bytes]) -> bytes:
    """A packed file with some texts of its parts replaced, and parts added or put in place of others."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in [each for each in old.namelist() if each not in added]:
            text = old.read(name).decode()
            for before, after in [pair for part, pair in changes.items() if name.endswith(part.partition("#")[0])]:
                assert before in text, (name, text)
                text = text.replace(before, after, 1)
            new.writestr(name, text)
        for name, text in added.items():
            new.writestr(name, text)
    return packed.getvalue()


BOOK = workbook({"Pies": [["winner", "points"], ["Ada", 1], ["Bo", 2], ["Cy", 3]]})
with zipfile.ZipFile(io.BytesIO(BOOK)) as _packed:
    BEFORE = _packed.read("xl/worksheets/sheet1.xml").index(b"<worksheet")
NOTE = '<comment ref="A3" authorId="0"><text><t>declined &amp; gone</t></text></comment>'
COMMENT = f"<comments><commentList>{NOTE}</commentList></comments>"
RELATION = '<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>'


def test_what_a_spreadsheet_hides_or_holds_beside_its_cells_is_told() -> None:
    changes = {
        "sheet1.xml": ("<sheetData>", '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>'),
        "sheet1.xml#row": ('<row r="3"', '<row r="3" hidden="1"'),
        "sheet1.xml#last": (
            "</row></sheetData>",
            '<c r="C4"><f>B4*2</f><v></v></c><c r="D4" t="e"><v>#N/A</v></c></row></sheetData>',
        ),
    }
    added = {"xl/comments1.xml": COMMENT, "xl/worksheets/_rels/sheet1.xml.rels": RELATION}
    _, problems = table("pies.xlsx", _with(BOOK, changes, added))
    assert [each for each in said(problems) if "header" not in each[1]] == [
        (3, "what the spreadsheet hides in lines 3 is read as the other lines are"),
        (1, "what the spreadsheet hides in the columns B is read as the others are"),
        (4, "formulas without a value are read as empty: C4"),
        (4, 'cells that hold an error are read as empty: D4 "#N/A"'),
        (3, 'comments on cells are not read: A3 "declined & gone"'),
    ]
    assert table("pies.xlsx", BOOK)[1] == ()


def test_hidden_lines_and_notes_of_an_open_document_are_told() -> None:
    book = open_document([["winner", "prize"], ["Ada", "Best Pie"], ["Bo", "Best Pie"]])
    note = "<office:annotation><text:p>declined</text:p></office:annotation><text:p>Bo"
    changes = {"content.xml": ("<text:p>Bo", note)}
    _, problems = table("pies.ods", _with(book, changes, {}))
    assert said(problems) == [(3, 'comments on cells are not read: A3 "declined"')]
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        rows = packed.read("content.xml").decode().partition("Ada")[0]
    start = rows[rows.rindex("<table:table-row") :]
    hidden = {"content.xml": (start + "Ada", start.replace("-row", '-row table:visibility="collapse"', 1) + "Ada")}
    _, problems = table("pies.ods", _with(book, hidden, {}))
    assert said(problems) == [(2, "what the spreadsheet hides in lines 2 is read as the other lines are")]


ODS = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="p"><office:body><office:spreadsheet>
<table:table table:name="a">
<table:table-row><table:table-cell office:value-type="string"><text:p>winner</text:p></table:table-cell>
</table:table-row>
{}
</table:table></office:spreadsheet></office:body></office:document-content>"""
SAYS = '<table:table-cell {} office:value-type="string"><text:p>x</text:p></table:table-cell>'
EMPTY = "<table:table-cell {}/>"
ROWS, COLUMNS = 'table:number-rows-repeated="{}"', 'table:number-columns-repeated="{}"'


def row(cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cells}</table:table-row>"


@pytest.mark.parametrize(
    ("rows", "height", "width"),
    [
        (
            row(EMPTY.format(""), ROWS.format(1_048_574)) + row(EMPTY.format(COLUMNS.format(16_383)) + SAYS.format("")),
            1_048_576,
            16_384,
        ),
        (row(SAYS.format(COLUMNS.format(16_384)), ROWS.format(1_048_575)), 1_048_576, 16_384),
        (row(SAYS.format(COLUMNS.format(4_000_000_000))), 2, 4_000_000_000),
        (row(SAYS.format(""), ROWS.format(4_000_000_000)), 4_000_000_001, 1),
    ],
)
def test_far_corners_of_open_document_are_refused_too(rows: str, height: int, width: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("content.xml", ODS.format(rows))
    said = f"a sheet here (content.xml) is {height} rows high and {width} columns wide"
    assert refused("pies.ods", packed.getvalue())[1] == said


def test_empty_rows_up_to_the_end_are_none() -> None:
    packed = io.BytesIO()
    end = row(EMPTY.format(COLUMNS.format(16_384)), ROWS.format(1_048_574))
    with (
        zipfile.ZipFile(io.BytesIO(open_document([["winner", "prize"], ["Ada", "Best Pie"]]))) as file,
        zipfile.ZipFile(packed, "w") as other,
    ):
        for name in file.namelist():
            text = file.read(name).decode()
            other.writestr(name, text.replace("</table:table>", f"{end}</table:table>"))
    found, problems = table("pies.ods", packed.getvalue())
    assert problems == ()
    assert [line.cells for line in found.rows] == [("Ada", "Best Pie")]


def record(kind: int, body: bytes) -> bytes:
    return bytes((kind, len(body))) + body


def test_far_corners_of_a_binary_sheet_are_refused_too() -> None:
    parts = []
    for at_row, at_column in ((0, 0), (1_048_575, 16_383)):
        parts.append(record(0, at_row.to_bytes(4, "little") + bytes(13)))
        parts.append(record(5, at_column.to_bytes(4, "little") + bytes(12)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.bin", b"\x81\x01\x00" + b"".join(parts))
    assert refused("pies.xlsb", packed.getvalue())[1] == (
        "a sheet here (sheet1.bin) is 1048576 rows high and 16384 columns wide"
    )


def test_what_is_hidden_by_its_size_and_what_is_hidden_and_empty() -> None:
    changes = {
        "sheet1.xml": (
            "<sheetData>",
            '<cols><col min="2" max="2" width="0"/><col min="3" max="16384" hidden="1"/></cols><sheetData>',
        ),
        "sheet1.xml#row": ('<row r="3"', '<row r="3" ht="0"'),
        "sheet1.xml#last": ("</sheetData>", '<row r="9" hidden="1"><c r="A9"/></row></sheetData>'),
    }
    _, problems = table("pies.xlsx", _with(BOOK, changes, {}))
    assert said(problems) == [
        (3, "what the spreadsheet hides in lines 3 is read as the other lines are"),
        (1, "what the spreadsheet hides in the columns B is read as the others are"),
    ]


def test_hidden_columns_errors_and_formulas_without_a_value_of_an_open_document_are_told() -> None:
    book = open_document([["winner", "prize", "points"], ["Ada", "Best Pie", "1"], ["Bo", "Best Pie", "2"]])
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        before = packed.read("content.xml").decode().partition("<table:table-row")[0]
    start = before[before.rindex("<table:table ") :]
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    error = '<table:table-cell xmlns:calcext="c" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
    changes = {
        "content.xml": (start, start + columns),
        "content.xml#last": (
            "</table:table-row></table:table>",
            f'{error}<table:table-cell table:formula="of:=1"/></table:table-row></table:table>',
        ),
    }
    _, problems = table("pies.ods", _with(book, changes, {}))
    assert [each for each in said(problems) if "header" not in each[1] and "column" not in each[1].split()[0]][:3] == [
        (1, "what the spreadsheet hides in the columns B, C is read as the others are"),
        (3, "formulas without a value are read as empty: E3"),
        (3, 'cells that hold an error are read as empty: D3 "#REF!"'),
    ]


def test_a_hidden_sheet_is_read_last_and_told() -> None:
    book = workbook({"Old": [["winner"], ["Zed"]], "Pies": [["winner"], ["Ada"]]})
    hidden = {"xl/workbook.xml": ('<sheet name="Old"', '<sheet state="hidden" name="Old"')}
    found, problems = table("pies.xlsx", _with(book, hidden, {}))
    assert cells(found) == [("Ada",)]
    assert said(problems) == [(1, 'of 2 sheets "Pies" is read; the others are Old (hidden)')]
    alone = workbook({"Pies": [["winner"], ["Ada"]]})
    hidden = {"xl/workbook.xml": ('<sheet name="Pies"', '<sheet state="veryHidden" name="Pies"')}
    found, problems = table("pies.xlsx", _with(alone, hidden, {}))
    assert said(problems) == [(1, 'the sheet "Pies", which is read, is hidden in the spreadsheet')]
    assert problems[0].hint == 'if it is meant: sheet = "Pies"'
    assert table("pies.xlsx", _with(alone, hidden, {}), Reading(sheet="Pies"))[1] == ()


def record_of(kind: int, form: str, *values: object) -> bytes:
    body = struct.pack(f"<{form}", *values)
    return struct.pack("<2H", kind, len(body)) + body


def binary_sheet(sheet: bytes, before: bytes = b"") -> bytes:
    """The stream of a binary workbook with two sheets, and styles that are plain, bold, struck and filled."""
    fonts = b"".join(record_of(0x31, "4H", 200, 8 * (at == 2), 8, 700 if at == 5 else 400) for at in range(6))
    styles = b"".join(
        record_of(0xE0, "H12xIH", font, fill, 0) for font, fill in ((0, 0), (6, 0), (2, 0), (0, 1 << 26), (1, 2 << 26))
    )
    start = record_of(0x809, "2H12x", 0x600, 5) + before + fonts + styles
    offset = len(start) + (8 + 4 + 3) + (8 + 4 + 8) + 4
    sheets = record_of(0x85, "IH2B3s", offset - 4, 0, 3, 0, b"Old") + record_of(
        0x85, "IH2B8s", offset, 0, 4, 1, "Pies".encode("utf-16-le")
    )
    return start + sheets + record_of(0x0A, "") + sheet + record_of(0x0A, "")


def compound(stream: bytes, is_small: bool = False) -> bytes:
    """A compound file with one stream."""
    free, end, size = 0xFFFFFFFF, 0xFFFFFFFE, len(stream) if is_small else max(len(stream), 4096)
    body = stream.ljust(-(-size // 512) * 512, b"\0")
    count = len(body) // 512
    table = [0xFFFFFFFD, end, end, *range(4, 3 + count), end]
    small = [*range(1, -(-size // 64)), end]
    kinds = (62, 3, 0xFFFE, 9, 6, 0, 1, 1, 4096, 2, 1, end, 0)
    head = struct.pack("<8s16x5H6xI2I4x5I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *kinds)
    entry = "<64sH2B3I36xII4x"
    named = [f"{name}\0".encode("utf-16-le") for name in ("Root Entry", "Workbook")]
    root = struct.pack(entry, named[0], len(named[0]), 5, 1, free, free, 1, 3 if is_small else end, len(body))
    book = struct.pack(entry, named[1], len(named[1]), 2, 1, free, free, free, 0 if is_small else 3, size)
    parts = [
        head + struct.pack("<109I", 0, *[free] * 108),
        struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff"),
        (root + book).ljust(512, b"\0"),
        struct.pack(f"<{len(small)}I", *small).ljust(512, b"\xff"),
        body,
    ]
    return b"".join(parts)


SHEET = (
    record_of(0x809, "2H12x", 0x600, 16)
    + record_of(0x7D, "5H2x", 2, 2, 2560, 0, 1)
    + record_of(0x7D, "5H2x", 4, 9, 2560, 0, 1)
    + record_of(0x208, "6HI", 1, 0, 3, 255, 0, 0, 0x20)
    + record_of(0x208, "6HI", 2, 0, 3, 255, 0, 0, 0x100)
    + b"".join(record_of(0xFD, "3HI", row, column, 0, 0) for row in range(6) for column in (0, 2))
    + b"".join(record_of(0xFD, "3HI", row, 1, style, 0) for row, style in enumerate((0, 0, 1, 2, 3, 4)))
    + record_of(0x1C, "4H", 2, 1, 0, 1)
)


@pytest.mark.parametrize("is_small", [False, True])
def test_what_a_binary_workbook_hides_sets_apart_or_notes_is_told(is_small: bool) -> None:
    problems = tuple(beside_values("pies.xls", compound(binary_sheet(SHEET), is_small), "Pies"))
    assert said(problems) == [
        (2, "what the spreadsheet hides in lines 2 is read as the other lines are"),
        (1, "what the spreadsheet hides in the columns C is read as the others are"),
        (3, "bold or struck letters or a fill set some cells, or a part of one, apart: B3, B4, B5; all are read alike"),
        (3, "comments on cells are not read: B3"),
    ]
    plain = record_of(0x809, "2H12x", 0x600, 16) + record_of(0xFD, "3HI", 0, 0, 0, 0)
    assert tuple(beside_values("pies.xls", compound(binary_sheet(plain), is_small), "Pies")) == ()


@pytest.mark.parametrize(
    "data",
    [
        compound(binary_sheet(SHEET, record_of(0x2F, "H", 1))),
        compound(binary_sheet(SHEET)).replace("Workbook".encode("utf-16-le"), "Contents".encode("utf-16-le")),
        compound(binary_sheet(SHEET))[:1700],
        compound(binary_sheet(SHEET).replace("Pies".encode("utf-16-le"), "Bun!".encode("utf-16-le"))),
    ],
    ids=["locked", "no workbook", "cut", "no such sheet"],
)
def test_what_of_a_binary_workbook_can_not_be_seen_is_told(data: bytes) -> None:
    assert said(tuple(beside_values("pies.xls", data, "Pies"))) == [(1, UNSEEN)]


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=8))
def test_any_damage_to_a_binary_workbook_gives_problems_and_ends(at: int, other: bytes) -> None:
    whole = compound(binary_sheet(SHEET), is_small=at % 2 == 0)
    assert isinstance(tuple(beside_values("pies.xls", whole[:at] + other + whole[at + len(other) :], "Pies")), tuple)


DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'
WIDE = f'<?xml version="1.0" encoding="UTF-16"?>{DTD}<workbook/>'.encode("utf-16")
UNSEEN = "what is hidden in this file, and comments on its cells, can't be seen: hidden lines are read as all others"


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        _with(BOOK, {}, {"xl/workbook.bin": ""}).replace(b"xl/workbook.xml", b"xl/workbook.old"),
        _with(BOOK, {"sheet1.xml": ("<sheetData>", "<sheetDat>")}, {}),
        _with(BOOK, {"sheet1.xml": ("<worksheet", f"{DTD}<worksheet")}, {}),
        # It begins before the end of what is read at once, and goes on behind it.
        _with(BOOK, {"sheet1.xml": ("<worksheet", f"{' ' * (65_532 - BEFORE)}{DTD}<worksheet")}, {}),
        _with(BOOK, {}, {"xl/workbook.xml": WIDE}),
    ],
    ids=["xls", "xlsb", "broken", "entities", "entities further on", "two bytes a letter"],
)
def test_where_what_is_hidden_can_not_be_seen_that_is_told(data: bytes) -> None:
    problems = tuple(beside_values("pies.xls", data, "Pies"))
    assert said(problems) == [(1, UNSEEN)]
    assert problems[0].hint == "open it in a spreadsheet, and save it as .xlsx: there they are told"


STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts><font/><font><b/></font><font><b val="0"/></font><font><strike/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"/></fill></fills>'
    '<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="0" fillId="2"/>'
    '<xf fontId="2" fillId="1"/><xf fontId="3" fillId="0"/></cellXfs></styleSheet>'
)
NOMINEES: list[list[object]] = [
    ["Year", "Who", "Town"],
    [2011, "Ann", "Bath"],
    [2011, "Bo", "York"],
    [2012, "Cy", "Bath"],
]


def styled(marks: dict[str, int], rich: str = "", rows: list[list[object]] = NOMINEES) -> bytes:
    """The nominees with a style for some cells, and for one with a part of it in bold."""
    before = zipfile.ZipFile(io.BytesIO(workbook({"Pies": rows})))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name in before.namelist():
            text = before.read(name).decode()
            for place, style in marks.items():
                text = text.replace(f'<c r="{place}"', f'<c r="{place}" s="{style}"')
            if rich:
                parted = "<r><rPr><b/></rPr><t>Bo</t></r><r><t>, Di</t></r>"
                text = text.replace('<t xml:space="preserve">Bo</t>', parted)
            file.writestr(name, text)
        file.writestr("xl/styles.xml", STYLES)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("marks", "rich", "shown"),
    [
        ({"B2": 1}, "", "B2"),
        ({"B2": 1, "B4": 2}, "", "B2, B4"),
        ({"A1": 1, "B1": 1, "C1": 1, "B3": 2}, "", "B3"),
        ({"B4": 4}, "", "B4"),
        ({"A3": 1, "B3": 1, "C3": 1}, "", "B3"),
        ({"A1": 1, "B1": 1, "C1": 1, "B2": 1, "C2": 1, "B4": 2, "C4": 2}, "", "B2, B4"),
        ({}, "Bo", "B3"),
    ],
)
def test_bold_letters_or_a_fill_that_set_some_names_apart_are_told_once(
    marks: dict[str, int], rich: str, shown: str
) -> None:
    _, problems = table("pies.xlsx", styled(marks, rich))
    message = f"bold or struck letters or a fill set some cells, or a part of one, apart: {shown}; all are read alike"
    assert [each.message for each in problems] == [message]
    assert problems[0].code == "uneven-emphasis"


@pytest.mark.parametrize(
    "marks",
    [
        ("A1", "B1", "C1"),
        ("A1", "B1", "C1", "A5"),
        ("A1", "B1", "C1", "B6", "C6"),
        ("B2", "C2", "B3", "C3", "B4", "C4"),
    ],
)
def test_a_header_a_title_a_sum_or_all_rows_in_bold_say_nothing(marks: tuple[str, ...]) -> None:
    rows = [*NOMINEES, ["The 2010s", "", ""], ["Total", "three", ""]] if {"A5", "B6"} & {*marks} else NOMINEES
    extra = {"B6": 1, "A6": 1} if "B6" in marks else {}
    _, problems = table("pies.xlsx", styled(dict.fromkeys(marks, 1) | extra, rows=rows))
    assert [each.code for each in problems if each.code == "uneven-emphasis"] == []


def test_every_second_row_with_a_fill_says_nothing() -> None:
    rows = [NOMINEES[0], *([2011 + at, f"Ann {at}", "Bath"] for at in range(6))]
    striped = {f"{column}{line}": 2 for line in (3, 5, 7) for column in "ABC"}
    assert table("pies.xlsx", styled(striped, rows=rows))[1] == ()
    assert len(table("pies.xlsx", styled({**striped, "B4": 2, "C4": 2}, rows=rows))[1]) == 1


def test_a_text_all_of_whose_letters_are_bold_by_themselves_is_set_apart() -> None:
    whole = {"sheet1.xml": ("<r><t>, Di</t></r>", "")}
    _, problems = table("pies.xlsx", _with(styled({}, "Bo"), whole, {}))
    assert [each.message for each in problems] == [
        "bold or struck letters or a fill set some cells, or a part of one, apart: B3; all are read alike"
    ]


OWN_STYLES = (
    '<office:automatic-styles xmlns:style="s" xmlns:fo="f">'
    '<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="bold"/>'
    '<style:style style:name="thin" style:family="table-cell" style:parent-style-name="bold">'
    '<style:text-properties fo:font-weight="normal"/></style:style>'
    '<style:style style:name="struck" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="green" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#00ff00"/></style:style>'
    '<style:style style:name="clear" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="transparent"/></style:style>'
    '<style:style style:name="letters" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>'
    "</office:automatic-styles><office:body>"
)


def set_apart(*changes: tuple[str, str]) -> list[str]:
    """What is said of the nominees in an OpenDocument file whose cells have styles."""
    rows = [[str(cell) for cell in row] for row in NOMINEES]
    parts = {"content.xml": ("<office:body>", OWN_STYLES)}
    parts |= {f"content.xml#{at}": change for at, change in enumerate(changes)}
    return [each.message for each in table("pies.ods", _with(open_document(rows), parts, {}))[1]]


def cell_of(text: str, style: str) -> tuple[str, str]:
    cell = '<table:table-cell office:value-type="string"'
    return f"{cell}><text:p>{text}<", f'{cell} table:style-name="{style}"><text:p>{text}<'


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        *(([cell_of("Bo", style)], "B3") for style in ("bold", "child", "struck", "green")),
        ([cell_of("Ann", "bold"), cell_of("Cy", "green")], "B2, B4"),
        ([(">Bo<", '><text:span text:style-name="letters">Bo</text:span><')], "B3"),
        ([(">Bo<", '><text:span text:style-name="letters">Bo</text:span>, Di<')], "B3"),
        (
            [
                ('<table:table table:name="Pies">',
                 '<table:table table:name="Pies"><table:table-column/>'
                 '<table:table-column table:default-cell-style-name="bold"/><table:table-column/>'),
                cell_of("Who", "clear"), cell_of("Ann", "thin"), cell_of("Cy", "clear"),
            ],
            "B3",
        ),
    ],
)  # fmt: skip
def test_bold_letters_or_a_fill_of_an_open_document_are_told_too(changes: list[tuple[str, str]], shown: str) -> None:
    message = f"bold or struck letters or a fill set some cells, or a part of one, apart: {shown}; all are read alike"
    assert set_apart(*changes) == [message]


@pytest.mark.parametrize("style", ["", "thin", "clear", "letters", "nowhere"])
def test_cells_of_an_open_document_that_look_like_the_others_are_not_told(style: str) -> None:
    assert set_apart(cell_of("Bo", style)) == []


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"A1": 1, "B1": 1, "C1": 1},
        {"B2": 1, "B3": 1, "B4": 1},
        {"B1": 1, "B2": 1, "B3": 1, "B4": 1},
        {"B3": 3},
    ],
)
def test_a_header_or_a_column_that_is_marked_throughout_says_nothing(marks: dict[str, int]) -> None:
    assert table("pies.xlsx", styled(marks))[1] == ()

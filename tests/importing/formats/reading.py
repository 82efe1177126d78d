"""Tables read from texts, for the tests of importers."""

import io
import zipfile
from xml.sax.saxutils import escape

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading, Table
from palmarium.problems import Problem

Cells = tuple[object, ...]
FOUND_OUT = Reading()


def table(name: str, data: str | bytes, how: Reading = FOUND_OUT) -> tuple[Table, tuple[Problem, ...]]:
    found, problems = read_table(name, data.encode() if isinstance(data, str) else data, {}, how)
    assert found is not None, problems
    return found, problems


def refused(name: str, data: str | bytes, how: Reading = FOUND_OUT) -> tuple[int, str, str]:
    found, problems = read_table(name, data.encode() if isinstance(data, str) else data, {}, how)
    assert found is None
    return problems[-1].span.line, problems[-1].message, problems[-1].hint


def cells(found: Table) -> list[Cells]:
    return [row.cells for row in found.rows]


def lines(found: Table) -> list[int]:
    return [row.span.line for row in found.rows]


def said(problems: tuple[Problem, ...]) -> list[tuple[int, str]]:
    return [(problem.span.line, problem.message) for problem in problems]


def workbook(sheets: dict[str, list[list[object]]], merged: str = "") -> bytes:
    """An Excel file with nothing in it but cells."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.worksheet+xml"/>'
            for at in range(1, len(sheets) + 1)
        )
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'spreadsheetml.sheet.main+xml"/>{parts}</Types>',
        )
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        rels = "http://schemas.openxmlformats.org/package/2006/relationships"
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kind}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        links = "".join(
            f'<Relationship Id="rId{at}" Type="{kind}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(sheets) + 1)
        )
        file.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{rels}">{links}</Relationships>')
        names = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(sheets, 1))
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets>{names}</sheets></workbook>'
        )
        for at, rows in enumerate(sheets.values(), 1):
            said = "".join(f'<row r="{number}">{_row(number, row)}</row>' for number, row in enumerate(rows, 1))
            spans = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
            file.writestr(
                f"xl/worksheets/sheet{at}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{said}</sheetData>{spans}</worksheet>',
            )
    return packed.getvalue()


def _row(number: int, row: list[object]) -> str:
    return "".join(_cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row) if value != "")


def _cell(place: str, value: object) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, str) and value.startswith("date:"):
        return f'<c r="{place}" t="d"><v>{value[5:]}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def open_document(rows: list[list[str]]) -> bytes:
    """An OpenDocument spreadsheet of one sheet, with nothing in it but texts."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = "urn:oasis:names:tc:opendocument:xmlns"
    said = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("mimetype", kind)
        file.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        file.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
            f'xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Pies">{said}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()

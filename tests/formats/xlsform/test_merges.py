"""Merged cells stand before the rows for whoever reads them, and nothing else of a worksheet changes."""

import time
from io import BytesIO

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from icc_consult.formats.xlsform.merges import merges_first
from icc_consult.formats.xlsform.problems import What
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.zipped import packed, parts_of

SHEET = "xl/worksheets/sheet1.xml"
ROWS = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
MERGED = b'<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
MARGINS = b'<pageMargins left="1"/>'


def worksheet(*inner: bytes) -> bytes:
    return b"".join((b'<worksheet xmlns="x"><dimension ref="A1"/>', *inner, b"</worksheet>"))


def workbook(*merged: str) -> bytes:
    """A form of three rows with these ranges merged."""
    book = Workbook()
    survey = book.worksheets[0]
    survey.title = "survey"
    for row in (["type", "name", "label"], ["text", "a", "A"], ["text", "b", "B"], ["text", "c", "C"]):
        survey.append(row)
    for one in merged:
        survey.merge_cells(one)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(parts: dict[str, bytes]) -> tuple[list[list[object]], object]:
    """The values and the merged cells that calamine finds."""
    with CalamineWorkbook.from_filelike(packed(parts)) as book:
        sheet = book.get_sheet_by_index(0)
        return sheet.to_python(), sheet.merged_cell_ranges


@pytest.mark.parametrize("merged", [(), ("A1:B1",), ("A2:C3", "A4:B4")])
def test_the_same_is_read_either_way(merged: tuple[str, ...]) -> None:
    parts = parts_of(workbook(*merged))
    moved = parts | {SHEET: merges_first(parts[SHEET])}
    assert moved[SHEET] != parts[SHEET]
    assert read(moved) == read(parts)


def test_a_form_with_merged_cells_says_where_they_are() -> None:
    problems = read_form(workbook("A3:B3", "C1:C2"), name="merged").problems
    merged = [one for one in problems if one.what is What.MERGED_CELLS]
    assert [(one.row, one.column, one.detail["last"]) for one in merged] == [(1, "C", "C2"), (3, "A", "B3")]


def test_they_come_right_before_the_rows() -> None:
    assert merges_first(worksheet(ROWS, MERGED, MARGINS)) == worksheet(MERGED, ROWS, MARGINS)
    spaced = MERGED.replace(b"><", b">\r\n <")
    assert merges_first(worksheet(ROWS, MARGINS, spaced)) == worksheet(spaced, ROWS, MARGINS)


@pytest.mark.parametrize("none", [b"", b"<mergeCells/>", b'<mergeCells count="0"></mergeCells>'])
def test_where_there_are_none_that_is_said_first(none: bytes) -> None:
    assert merges_first(worksheet(ROWS, none)) == worksheet(none or b"<mergeCells/>", ROWS)


@pytest.mark.parametrize(
    "unusual",
    [
        worksheet(MERGED, ROWS),
        worksheet(b"<sheetData/>", MERGED),
        worksheet(b"<!-- <sheetData> -->", ROWS),
        worksheet(ROWS, b"<!-- ", MERGED, b" -->"),
        worksheet(ROWS, MERGED, MERGED),
        worksheet(ROWS, MERGED.replace(b"mergeCell", b"x:mergeCell")),
        worksheet(ROWS, b'<mergeCells count="1"><mergeCell ref="A1:B2">'),
        worksheet(ROWS.replace(b"sheetData", b"x:sheetData"), MERGED),
        b"</sheetData><mergeCells/></sheetData><sheetData>",
        b"",
    ],
)
def test_what_is_unusual_stays_as_it_is(unusual: bytes) -> None:
    assert merges_first(unusual) is unusual


@pytest.mark.parametrize(
    "torn", [b"<mergeCells ", b"<mergeCells>", b"<mergeCells><mergeCell ", b" <mergeCell/>"]
)
def test_a_worksheet_that_never_ends_a_block_is_soon_looked_through(torn: bytes) -> None:
    once, often = (worksheet(ROWS, torn * count) for count in (2_000, 64_000))
    assert merges_first(often) is often
    assert took(often) < 20 * 32 * took(once)


def took(part: bytes) -> float:
    """Seconds of processor time, the best of three."""
    times = []
    for _ in range(3):
        began = time.process_time()
        merges_first(part)
        times.append(time.process_time() - began)
    return max(min(times), 1e-5)

"""What stands in cells: formulas, merged cells, encodings, characters, numbers and days."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import xlwt

from icc_consult.formats.xlsform.problems import What

from tests.formats.xlsform.sheets import (
    SMALL,
    changed,
    csv,
    form_of,
    only,
    read,
    row,
    said,
    with_cells,
    xls,
    xlsx,
)

HEADERS = row(1, "type", "name", "label")


def test_macros_are_left_out_and_told() -> None:
    reading = read(changed(xlsx(SMALL), {"xl/vbaProject.bin": b"Sub Auto_Open()"}))
    assert reading.form is not None
    assert said(reading) == [(What.MACROS_LEFT_OUT, 0, "")]


def test_the_result_of_a_formula_is_taken_and_told() -> None:
    cells = b'<c r="C2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c>'
    reading = read(with_cells(HEADERS + row(2, "text", "a").replace(b"</row>", cells + b"</row>")))
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"und": "AB"}
    assert (What.FORMULA_RESULT, 2, "C") in said(reading)


@pytest.mark.parametrize("prefix", ["x:", "", "main:"])
def test_a_formula_is_told_whatever_stands_before_its_name(prefix: str) -> None:
    cells = '<c r="C2" t="str">\n<f>"A"&amp;"B"</f><v>AB</v></c>'.replace("<", f"<{prefix}").replace(
        f"<{prefix}/", f"</{prefix}"
    )
    reading = read(with_cells(HEADERS + row(2, "text", "a").replace(b"</row>", cells.encode() + b"</row>")))
    assert (What.FORMULA_RESULT, 2, "C") in said(reading)


def test_a_formula_that_was_never_worked_out_is_an_error_at_its_cell() -> None:
    reading = read(xlsx({"survey": [["type", "name", "label"], ["text", "a", "=1+1"]]}))
    assert reading.form is None
    assert (What.FORMULA_WITHOUT_RESULT, 2, "C") in said(reading)


@pytest.mark.parametrize("cells", [b'<c r="C2" t="e"><v>#N/A</v></c>', b"<c t='e' r='C2'><v>#N/A</v></c>"])
def test_an_error_of_the_spreadsheet_is_an_error_at_its_cell(cells: bytes) -> None:
    reading = read(with_cells(HEADERS + row(2, "text", "a").replace(b"</row>", cells + b"</row>")))
    assert reading.form is None
    problem = only(reading, What.ERROR_CELL)
    assert (problem.sheet, problem.row, problem.column) == ("survey", 2, "C")


def test_formulas_and_errors_of_old_workbooks_are_told_too() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("survey")
    for column, text in enumerate(("type", "name", "label")):
        sheet.write(0, column, text)
    sheet.write(1, 0, "text")
    sheet.write(1, 1, "a")
    sheet.write(1, 2, xlwt.Formula('"A"&"B"'))
    sheet.row(2).set_cell_error(2, "#N/A!")
    stream = BytesIO()
    book.save(stream)
    found = said(read(stream.getvalue()))
    assert (What.FORMULA_RESULT, 2, "C") in found
    assert (What.ERROR_CELL, 3, "C") in found


def test_merged_cells_are_told_with_their_range() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(SMALL)))
    book["choices"].merge_cells("A2:A3")
    stream = BytesIO()
    book.save(stream)
    reading = read(stream.getvalue())
    problem = only(reading, What.MERGED_CELLS)
    assert (problem.sheet, problem.row, problem.column, problem.detail["last"]) == ("choices", 2, "A", "A3")
    assert only(reading, What.CHOICE_WITHOUT_LIST).row == 3


def test_a_western_windows_file_is_read_and_told() -> None:
    reading = read("survey,,,\n,type,name,label\n,text,a,Où – ça coûte 5 €?\n".encode("cp1252"))
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"]["und"] == "Où – ça coûte 5 €?"
    assert only(reading, What.ENCODING_GUESSED).detail["encoding"] == "Windows-1252"


def test_halves_of_characters_are_replaced_and_told_with_their_cell() -> None:
    half = b"survey,,,\n,type,name,label\n,text,a,x\xed\xa0\x80y\n"
    utf16 = "survey,,,\n,type,name,label\n,text,a,x\ud800y\n".encode("utf-16", "surrogatepass")
    for content in (half, utf16):
        reading = read(content)
        assert reading.form is not None
        assert reading.form.nodes[0].texts["label"]["und"] == "x�y"
        assert (What.SURROGATES_REPLACED, 3, "D") in said(reading)


@pytest.mark.parametrize("broken", ["&#xD800;", "&#55296;", "\ud800"])
def test_halves_of_characters_in_a_workbook_are_replaced_and_told(broken: str) -> None:
    cells = row(2, "text", "a", "x!y").replace(b"!", broken.encode("utf-8", "surrogatepass"))
    reading = read(with_cells(HEADERS + cells))
    assert reading.form is not None
    assert set(reading.form.nodes[0].texts["label"]["und"]) == set("x�y")
    assert only(reading, What.SURROGATES_REPLACED).sheet == "survey"


def test_emoji_pass_through_every_format() -> None:
    sheets = {"survey": [["type", "name", "label"], ["text", "a", "👩🏽‍🚀 ok?"]]}
    for content in (xlsx(sheets), xls(sheets), csv(sheets).encode(), csv(sheets).encode("utf-16")):
        assert form_of(content).nodes[0].texts["label"]["und"] == "👩🏽‍🚀 ok?"


def test_a_label_of_forty_thousand_characters_is_kept_whole_and_told() -> None:
    long = "ab " * 13_333 + "c"
    reading = read(f"survey,,,\n,type,name,label\n,text,a,{long}\n")
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"]["und"] == long
    assert only(reading, What.LONG_TEXT).detail == {"length": "40000"}
    assert (What.LONG_TEXT, 2, "C") in said(read(with_cells(HEADERS + row(2, "text", "a", long))))


def test_control_characters_are_removed_and_told() -> None:
    reading = read("survey,,,\n,type,name,label\n,text,a,one\x1btwo\n")
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"]["und"] == "onetwo"
    assert (What.CONTROLS_REMOVED, 3, "D") in said(reading)


def test_escapes_of_excel_are_characters_in_a_workbook_and_letters_elsewhere() -> None:
    form = form_of(with_cells(HEADERS + row(2, "text", "a", "one_x000D_two")))
    assert form.nodes[0].texts["label"]["und"] == "one\ntwo"
    form = form_of("survey\n,type,name,label\n,text,a,one_x000D_two\n")
    assert form.nodes[0].texts["label"]["und"] == "one_x000D_two"


def test_a_cell_that_became_a_date_is_told() -> None:
    reading = read(xlsx({"survey": [["type", "name", "label"], ["text", "a", date(2026, 2, 1)]]}))
    problem = only(reading, What.DATE_CELL)
    assert (problem.row, problem.column, problem.detail["text"]) == (2, "C", "2026-02-01")


def test_numbers_and_truth_values_are_what_was_typed() -> None:
    rows = [["type", "name", "label", "required"], ["text", "a", 1.0, True], ["text", "b", 2.5, False]]
    form = form_of(xlsx({"survey": rows}))
    assert [node.texts["label"]["und"] for node in form.nodes] == ["1", "2.5"]
    assert [node.logic["required"] for node in form.nodes] == ["true()", "false()"]


def test_a_cell_with_line_breaks_and_commas_is_one_cell_of_csv() -> None:
    form = form_of('survey,,,\n,type,name,label\n,text,a,"One, two\r\n""three"""\n')
    assert form.nodes[0].texts["label"]["und"] == 'One, two\n"three"'

"""Files of every kind, good and bad: the content decides, and no file is a traceback."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.formats.xlsform.problems import What
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

from tests.formats.xlsform.sheets import (
    HEAD,
    SHEET,
    SMALL,
    TAIL,
    changed,
    csv,
    form_of,
    markdown,
    only,
    read,
    row,
    said,
    with_cells,
    xls,
    xlsx,
)

HEADERS = row(1, "type", "name", "label")


def refusal(content: bytes) -> FormRefused:
    with pytest.raises(FormRefused) as caught:
        read(content)
    return caught.value


def reason(content: bytes) -> Refusal:
    return refusal(content).reason


WAYS = {
    "xlsx": xlsx(SMALL),
    "xls": xls(SMALL),
    "csv": csv(SMALL).encode(),
    "csv with semicolons": csv(SMALL, ";").encode("utf-8-sig"),
    "csv with tabs in UTF-16": csv(SMALL, "\t").encode("utf-16"),
    "csv in UTF-16 without a mark": csv(SMALL).encode("utf-16-be"),
    "markdown": markdown(SMALL).encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_form_is_the_same_in_every_file_format(way: str, tmp_path: Path) -> None:
    place = tmp_path / "form.anything"
    place.write_bytes(WAYS[way])
    reading = read_form(place)
    assert reading.form is not None
    assert reading.problems == ()
    form = reading.form
    assert (form.title, form.form_id, form.version) == ("Buses", "buses", "2026")
    assert [(node.name, node.texts["label"]["ar"]) for node in form.nodes] == [
        ("bus", "هل تستقل الحافلة؟"),
        ("why", "لماذا؟"),
    ]
    assert [choice.texts["label"]["en"] for choice in form.lists["yn"].choices] == ["Yes", "No"]
    assert form.nodes[1].logic == {"relevant": "${bus} = 'no'"}


def test_rows_and_columns_are_those_of_the_spreadsheet() -> None:
    shifted = [[], [None, None, "type", "name", "label"], [], [None, None, "txt", "a", "A"]]
    for content in (xlsx({"survey": shifted}), xls({"survey": shifted})):
        assert (What.UNKNOWN_TYPE, 4, "C") in said(read(content))
    drawn = "| survey |\n| | type | name | label |\n| | txt | a | A |"
    assert (What.UNKNOWN_TYPE, 3, "B") in said(read(drawn))


def test_empty_lines_and_lines_inside_cells_count_as_a_spreadsheet_counts_them() -> None:
    drawn = 'survey\n,type,name,label\n\n,,,\n,text,a,"A\nB"\n,txt,b,B\n'
    assert (What.UNKNOWN_TYPE, 6, "B") in said(read(drawn))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormRefused) as caught:
        read_form(tmp_path / "form.xlsx")
    assert caught.value.reason is Refusal.NOT_FOUND
    with pytest.raises(FormRefused) as caught:
        read_form(tmp_path)
    assert caught.value.reason is Refusal.UNREADABLE


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", Refusal.EMPTY),
        (b" \n\0", Refusal.EMPTY),
        (b"<!DOCTYPE html><html>", Refusal.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', Refusal.WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", Refusal.NOT_A_FORM),
        (b"PK\x03\x04 and no more", Refusal.DAMAGED),
        (xlsx(SMALL)[:3_000], Refusal.DAMAGED),
        (xls(SMALL)[:700], Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 900, Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), Refusal.DAMAGED),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", Refusal.OLD_WORKBOOK),
        (b"Dear all, the form follows.", Refusal.NO_SURVEY),
    ],
)
def test_what_is_no_form_is_refused_with_its_reason(content: bytes, wanted: Refusal) -> None:
    assert reason(content) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("content.xml", Refusal.OPEN_DOCUMENT),
        ("xl/workbook.bin", Refusal.BINARY_WORKBOOK),
        ("letter.txt", Refusal.NOT_A_FORM),
    ],
)
def test_other_zips_are_refused_by_name(name: str, wanted: Refusal) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    assert reason(stream.getvalue()) is wanted


def test_a_workbook_with_a_password_is_refused() -> None:
    book = xls(SMALL)
    encrypted = book.replace("Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")[:16])
    at = encrypted.index("Encrypte".encode("utf-16-le"))
    entry = bytearray(encrypted)
    entry[at : at + 64] = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0")
    entry[at + 64 : at + 66] = struct.pack("<H", 34)
    assert reason(bytes(entry)) is Refusal.PASSWORD


def test_an_old_workbook_with_a_password_is_refused() -> None:
    book = xls(SMALL)
    begin = book.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    second = begin + 20
    assert reason(book[:second] + b"\x2f\x00" + book[second + 2 :]) is Refusal.PASSWORD


def test_an_encrypted_zip_is_refused() -> None:
    book = bytearray(xlsx(SMALL))
    at = book.index(b"PK\x01\x02")
    while at >= 0:
        book[at + 8] |= 1
        at = book.find(b"PK\x01\x02", at + 4)
    assert reason(bytes(book)) is Refusal.PASSWORD


def test_an_unknown_compression_is_refused() -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(xlsx(SMALL))) as old, ZipFile(stream, "w", ZIP_BZIP2) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert reason(stream.getvalue()) is Refusal.DAMAGED


def test_an_xml_bomb_is_refused_before_it_is_parsed() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><worksheet><v>&lol;</v></worksheet>'
    assert reason(changed(xlsx(SMALL), {SHEET: bomb})) is Refusal.ENTITIES
    assert reason(changed(xlsx(SMALL), {"xl/workbook.xml": bomb})) is Refusal.ENTITIES
    assert reason(changed(xlsx(SMALL), {SHEET: b'<!ENTITY lol "lol">'})) is Refusal.ENTITIES


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert reason(changed(xlsx(SMALL), {SHEET: bytes(20 * 2**20)})) is Refusal.TOO_COMPRESSED


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    honest = changed(xlsx(SMALL), {SHEET: b"A" * 100_000})
    lying = honest.replace(struct.pack("<I", 100_000), struct.pack("<I", 100))
    assert lying != honest
    assert reason(lying) is Refusal.DAMAGED


def test_a_zip_of_thousands_of_files_is_refused() -> None:
    stream = BytesIO(xlsx(SMALL))
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        for number in range(2_000):
            archive.writestr(f"xl/{number}.xml", "")
    assert reason(stream.getvalue()) is Refusal.TOO_MANY_FILES


def test_a_million_empty_rows_are_no_rows() -> None:
    empty = b"".join(b'<row r="%d"/>' % number for number in range(3, 1_000_004))
    form = form_of(with_cells(HEADERS + row(2, "text", "a", "A") + empty))
    assert [node.name for node in form.nodes] == ["a"]


def test_a_million_rows_of_coloured_cells_are_no_rows() -> None:
    coloured = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 1_000_004))
    form = form_of(with_cells(HEADERS + row(2, "text", "a", "A") + coloured))
    assert [node.name for node in form.nodes] == ["a"]


def test_a_million_empty_lines_of_csv_are_no_rows() -> None:
    form = form_of("survey,,,\n,type,name,label\n,text,a,A\n" + ",,,\n" * 1_000_000)
    assert [node.name for node in form.nodes] == ["a"]


def test_a_lone_cell_far_away_is_refused_with_its_sheet() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    error = refusal(with_cells(HEADERS + far))
    assert (error.reason, error.where) == (Refusal.TOO_SPARSE, "survey")
    book = xlwt.Workbook()
    sheet = book.add_sheet("survey")
    sheet.write(0, 0, "type")
    sheet.write(65_535, 255, "x")
    stream = BytesIO()
    book.save(stream)
    error = refusal(stream.getvalue())
    assert (error.reason, error.where) == (Refusal.TOO_SPARSE, "survey")


@pytest.mark.parametrize("written", ['r="%s"', "r='%s'", 'r = "%s"', '\tr="%s"', 'x="1"\nr\r\n=\t"%s"'])
@pytest.mark.parametrize(
    ("line", "cell"), [("9999", "XFD9999"), ("1048576", "Z1048576"), ("9999", "AAA9999"), ("2", "xfd9999")]
)
def test_a_lone_cell_far_down_or_far_aside_is_found_however_it_is_written(
    written: str, line: str, cell: str
) -> None:
    far = f"<row {written % line}><c {written % cell}><v>1</v></c></row>"
    assert reason(with_cells(HEADERS + far.encode())) is Refusal.TOO_SPARSE


def test_a_lone_cell_at_a_distance_that_can_be_read_is_read() -> None:
    form = form_of(with_cells(HEADERS + row(100_000, "text", "a", "A")))
    assert form.nodes[0].place.row == 100_000


def test_a_table_without_sheet_names_is_the_survey() -> None:
    form = form_of("type,name,label\ntext,a,A\n")
    assert [node.name for node in form.nodes] == ["a"]


def test_a_single_sheet_is_the_survey_whatever_its_name() -> None:
    assert form_of(xlsx({"Tabelle1": [SMALL["survey"][0], ["text", "a", "A", "ا"]]})).nodes


def test_several_sheets_without_a_survey_are_refused_with_their_names() -> None:
    error = refusal(xlsx({"questions": [["x"]], "choices": [["y"]]}))
    assert (error.reason, error.detail) == (Refusal.NO_SURVEY, "questions, choices")


def test_other_sheets_survive_and_are_told_unless_they_are_private() -> None:
    reading = read(xlsx({**SMALL, "notes": [["By", "Ana"], [None, 3]], "_draft": [["x"]]}))
    assert reading.form is not None
    assert reading.form.unknown_sheets == {"notes": (("By", "Ana"), ("", "3")), "_draft": (("x",),)}
    assert [problem.sheet for problem in reading.problems] == ["notes"]


def test_two_sheets_of_one_name_are_an_error() -> None:
    reading = read(xlsx({"survey": SMALL["survey"], "Survey ": SMALL["survey"], "choices": SMALL["choices"]}))
    assert only(reading, What.SHEET_TWICE).sheet == "Survey "


def test_a_workbook_without_links_to_its_sheets_is_refused() -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(xlsx(SMALL))) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            if "workbook.xml.rels" not in name:
                new.writestr(name, old.read(name))
    assert reason(stream.getvalue()) is Refusal.DAMAGED


BOOKS = (xlsx(SMALL), xls(SMALL), csv(SMALL).encode(), markdown(SMALL).encode())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(BOOKS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_file_is_read_or_refused(book: bytes, bites: list[tuple[float, int]], cut: float) -> None:
    damaged = bytearray(book)
    for place, value in bites:
        damaged[int(place * (len(book) - 1))] = value
    end = len(book) if cut > 0.5 else int(len(book) * 2 * cut)
    try:
        read(bytes(damaged[:end]))
    except FormRefused:
        return


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), max_size=5))
def test_a_damaged_worksheet_is_read_or_refused(bites: list[tuple[int, int]]) -> None:
    with ZipFile(BytesIO(BOOKS[0])) as archive:
        sheet = bytearray(archive.read(SHEET))
    for place, value in bites:
        sheet[place % len(sheet)] = value
    try:
        read(changed(BOOKS[0], {SHEET: bytes(sheet)}))
    except FormRefused:
        return


def test_an_empty_worksheet_has_no_questions() -> None:
    reading = read(changed(xlsx(SMALL), {SHEET: HEAD + TAIL}))
    assert reading.form is None
    assert (What.NO_QUESTIONS, 0, "") in said(reading)

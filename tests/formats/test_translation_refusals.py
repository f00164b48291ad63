"""Files that cannot be taken in are refused with their place, and no file does harm."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations import FORMATS, read_texts, write_texts
from icc_consult.services.handing_out import Given, Handout
from icc_consult.services.translation_errors import Flaw, Problem, TextsRefused

ROWS = tuple(
    Given(f"q{n}/text", "q1", "A question.", 30, f"How {n}?", f"Comment {n} ?", TranslationState.DRAFT)
    for n in (1, 2)
)
GOOD = {name: write_texts([Handout("sketch", "en", "fr", ROWS)], kind) for name, kind in FORMATS.items()}
SUFFIX = {name: kind.suffix for name, kind in FORMATS.items()}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">&b;</xliff>'
)
FETCHES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="2.1">&a;</xliff>'


def problem(path: Path, content: bytes) -> Problem:
    path.write_bytes(content)
    with pytest.raises(TextsRefused) as caught:
        read_texts(path)
    (found,) = caught.value.problems
    return found


def workbook(change: Callable[[Worksheet], object], sheet: str = "Texts") -> bytes:
    book = load_workbook(io.BytesIO(GOOD["xlsx"]))
    change(book[sheet])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(place: str, value: object) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        sheet[place] = value

    return change


@pytest.mark.parametrize("content", [BOMB, FETCHES, b"<!DOCTYPE xliff><xliff/>"])
def test_a_file_that_defines_entities_or_a_document_type_is_refused(tmp_path: Path, content: bytes) -> None:
    assert problem(tmp_path / "a.xlf", content).flaw is Flaw.XML_BOMB


def test_entities_inside_a_workbook_are_refused_too(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD["xlsx"])) as good, zipfile.ZipFile(stream, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, BOMB if name.endswith("sheet1.xml") else good.read(name))
    assert problem(tmp_path / "a.xlsx", stream.getvalue()).flaw is Flaw.XML_BOMB


def test_a_workbook_that_grows_beyond_measure_is_not_unpacked(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bad:
        bad.writestr("xl/worksheets/sheet1.xml", b" " * 65_000_000)
    assert problem(tmp_path / "a.xlsx", stream.getvalue()).flaw is Flaw.TOO_LARGE


@pytest.mark.parametrize("place", ["A1048576", "XFD1048576"])
def test_a_cell_at_the_end_of_the_sheet_takes_no_time(tmp_path: Path, place: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(put(place, "far away")))
    assert len(read_texts(path).returned) == 2


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    assert problem(tmp_path / "a.xlsx", workbook(put("A20001", "k"))).flaw is Flaw.TOO_LARGE


def test_a_formula_is_refused_with_its_cell(tmp_path: Path) -> None:
    found = problem(tmp_path / "a.xlsx", workbook(put("G3", "=G2&'!'")))
    assert (found.flaw, found.where) == (Flaw.FORMULA, "Texts G3")


@pytest.mark.parametrize("value", [True, "#N/A"])
def test_a_cell_that_is_no_text_is_refused_with_its_place(tmp_path: Path, value: object) -> None:
    found = problem(tmp_path / "a.xlsx", workbook(put("G3", value)))
    assert (found.flaw, found.where) == (Flaw.NOT_TEXT, "Texts G3")


def test_a_number_that_somebody_typed_is_its_digits(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(put("G3", 42)))
    assert [one.text for one in read_texts(path).returned] == ["Comment 1 ?", "42"]


@pytest.mark.parametrize(
    ("place", "value", "sheet", "flaw"),
    [
        ("A1", "clé", "Texts", Flaw.NO_COLUMN),
        ("F1", "english", "Texts", Flaw.NO_COLUMN),
        ("H1", "fr", "Texts", Flaw.COLUMN_TWICE),
        ("A3", None, "Texts", Flaw.NO_KEY),
        ("B2", "finished", "States", Flaw.UNKNOWN_STATE),
    ],
)
def test_a_workbook_that_lost_what_it_needs_is_refused(
    tmp_path: Path, place: str, value: object, sheet: str, flaw: Flaw
) -> None:
    assert problem(tmp_path / "a.xlsx", workbook(put(place, value), sheet)).flaw is flaw


def test_an_edited_source_comes_back_as_a_text_of_the_source_language(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(put("F3", "How many?")))
    edited = [one for one in read_texts(path).returned if one.language == "en"]
    assert [(one.key, one.text, one.where) for one in edited] == [("q2/text", "How many?", "Texts F3")]
    assert [one.source for one in read_texts(path).returned if one.language == "fr"] == ["How 1?", None]


@pytest.mark.parametrize("name", ["po", "xliff12", "xliff21"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, name: str) -> None:
    content = GOOD[name].replace(b"Comment 2 ?", "Où est-ce ?".encode("cp1252"))
    found = problem(tmp_path / f"a{SUFFIX[name]}", content)
    assert found.flaw is (Flaw.NOT_UTF8 if name == "po" else Flaw.MALFORMED)
    assert re.fullmatch(r"line \d+", found.where)


def test_an_xliff_that_says_its_other_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    text = GOOD["xliff12"].decode().replace('encoding="UTF-8"', 'encoding="windows-1252"')
    path.write_bytes(text.replace("Comment 2 ?", "Où est-ce ?").encode("cp1252"))
    assert read_texts(path).returned[1].text == "Où est-ce ?"


@pytest.mark.parametrize(
    ("old", "new", "flaw", "where"),
    [
        ('msgid "How 2?"', 'msgid "How 2?', Flaw.MALFORMED, "line 23"),
        ('msgid "How 2?"', "msgid How", Flaw.MALFORMED, "line 23"),
        ('msgctxt "q2/text"\n', "", Flaw.NO_KEY, "line 22"),
        ('msgstr "Comment 2 ?"', 'msgid_plural "x"\nmsgstr[0] "x"', Flaw.NOT_TEXT, "line 23"),
        ("X-Consultation", "X-Other", Flaw.NOT_OURS, ""),
        ('msgstr "Comment 2 ?"', "", Flaw.MALFORMED, "line 23"),
    ],
)
def test_a_broken_po_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, flaw: Flaw, where: str
) -> None:
    content = GOOD["po"].decode()
    assert old in content
    found = problem(tmp_path / "a.po", content.replace(old, new).encode())
    assert (found.flaw, found.where) == (flaw, where)


def test_a_text_that_stands_twice_in_a_po_comes_back_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(GOOD["po"] + b'\nmsgctxt "q2/text"\nmsgid "How 2?"\nmsgstr "Autre"\n')
    assert [one.text for one in read_texts(path).returned if one.key == "q2/text"] == ["Comment 2 ?", "Autre"]


def test_obsolete_texts_of_a_po_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(GOOD["po"] + b'\n#~ msgctxt "old"\n#~ msgid "Old"\n#~ msgstr "Vieux"\n')
    assert [one.key for one in read_texts(path).returned] == ["q1/text", "q2/text"]


@pytest.mark.parametrize(
    ("name", "old", "new", "flaw"),
    [
        ("xliff12", 'version="1.2"', 'version="1.1"', Flaw.NOT_OURS),
        ("xliff12", ' id="q2/text"', "", Flaw.NO_KEY),
        ("xliff12", "Comment 2 ?", "Comment <x id='1'/> ?", Flaw.INLINE_ELEMENT),
        ("xliff12", "<source>How 2?</source>", "", Flaw.MALFORMED),
        ("xliff12", "</xliff>", "", Flaw.MALFORMED),
        ("xliff21", 'version="2.1"', 'version="3.0"', Flaw.NOT_OURS),
        ("xliff21", ' name="q2/text"', "", Flaw.NO_KEY),
        ("xliff21", "Comment 2 ?", "Comment <ph id='1'/> ?", Flaw.INLINE_ELEMENT),
        ("xliff21", "Comment 2 ?", "Comment <cp hex='zz'/> ?", Flaw.INLINE_ELEMENT),
        ("xliff21", "<source>How 2?</source>", "", Flaw.MALFORMED),
    ],
)
def test_a_broken_xliff_is_refused(tmp_path: Path, name: str, old: str, new: str, flaw: Flaw) -> None:
    content = GOOD[name].decode()
    assert old in content
    assert problem(tmp_path / "a.xlf", content.replace(old, new).encode()).flaw is flaw


@pytest.mark.parametrize("name", ["missing.po", "a.csv", "directory.po"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "directory.po").mkdir()
    (tmp_path / "a.csv").write_text("key,fr\n")
    with pytest.raises(TextsRefused) as caught:
        read_texts(tmp_path / name)
    wanted = {"missing.po": Flaw.NOT_FOUND, "a.csv": Flaw.UNKNOWN_FORMAT, "directory.po": Flaw.UNREADABLE}
    assert caught.value.problems[0].flaw is wanted[name]


def test_a_text_that_no_cell_can_hold_is_not_cut() -> None:
    long = Given("k", "p", "h", 30, "x" * 32_768, "", TranslationState.MISSING)
    with pytest.raises(TextsRefused) as caught:
        write_texts([Handout("sketch", "en", "fr", (long,))], FORMATS["xlsx"])
    assert caught.value.problems[0].flaw is Flaw.CELL_TOO_LONG


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    name: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    with suppress(TextsRefused):
        FORMATS[name].read(bytes(content))

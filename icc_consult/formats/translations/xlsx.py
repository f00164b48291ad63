"""A spreadsheet with one row a text and one column a language; the states stand on a second sheet."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations.xml import parsed
from icc_consult.services.handing_out import Handout, Returned, ReturnedFile
from icc_consult.services.translation_errors import Flaw, refused
from icc_consult.services.translation_rules import mark_of

TEXTS, STATES, DRAFTS, ABOUT = "Texts", "States", "Translations", "About"
KEY, PAGE, HINT, MOST, MARK = "key", "page", "hint", "maximum length", "mark of the source"
FIXED: Final = (KEY, PAGE, HINT, MOST, MARK)
CONSULTATION, SOURCE = "consultation", "source language"
MOST_BYTES: Final = 64_000_000
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 20_000, 200, 32_767
_DAMAGE: Final = (
    *(BadZipFile, zlib.error, EOFError, OSError, ParseError, InvalidFileException, NotImplementedError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, RuntimeError),
)
_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_|\r")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WIDTHS: Final = {PAGE: 14, HINT: 30, MOST: 9}
_WIDE: Final = 48


def write(handouts: Sequence[Handout]) -> bytes:
    """The workbook for translators: all languages of the handouts, which are of one consultation."""
    book = Workbook()
    book.remove(book.active)
    _fill(book.create_sheet(TEXTS), _text_rows(handouts))
    _fill(book.create_sheet(STATES), _state_rows(handouts))
    drafts = list(_draft_rows(handouts))
    if len(drafts) > 1:
        _fill(book.create_sheet(DRAFTS), drafts)
    first = handouts[0]
    about = [(CONSULTATION, first.consultation), (SOURCE, first.source_language)]
    _fill(book.create_sheet(ABOUT), about)
    sheet = book[TEXTS]
    sheet.freeze_panes = sheet.cell(2, len(FIXED) + 2)
    sheet.column_dimensions[get_column_letter(FIXED.index(MARK) + 1)].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _text_rows(handouts: Sequence[Handout]) -> Iterator[Sequence[str]]:
    yield (*FIXED, handouts[0].source_language, *(one.language for one in handouts))
    for row in zip(*(one.given for one in handouts), strict=True):
        first = row[0]
        fixed = (first.key, first.page, first.hint, str(first.most), first.mark)
        yield (*fixed, first.source, *(given.target for given in row))


def _state_rows(handouts: Sequence[Handout]) -> Iterator[Sequence[str]]:
    former = [f"{one.language} former source" for one in handouts]
    yield (KEY, *(one.language for one in handouts), *former)
    for row in zip(*(one.given for one in handouts), strict=True):
        yield (row[0].key, *(given.state.value for given in row), *(given.former_source for given in row))


def _draft_rows(handouts: Sequence[Handout]) -> Iterator[Sequence[str]]:
    yield (KEY, "language", "step", "by", "text")
    for one in handouts:
        for given in one.given:
            yield from ((given.key, one.language, *draft) for draft in given.drafts)


def _fill(sheet: Worksheet, rows: Iterator[Sequence[str]] | Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            _put(sheet.cell(number, column), text, is_heading=number == 1)
            if number == 1:
                letter = get_column_letter(column)
                sheet.column_dimensions[letter].width = _WIDTHS.get(text, _WIDE)


def _put(cell: Cell, text: str, *, is_heading: bool) -> None:
    """A text and nothing but a text: what begins with `=` must not be reckoned."""
    value = _ESCAPE.sub(lambda found: _spelt(found[0]), text)
    if len(value) > MOST_LETTERS:
        raise refused(Flaw.CELL_TOO_LONG, detail=text[:40])
    cell.value = value
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith("=")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)


def _spelt(found: str) -> str:
    return "_x000D_" if found == "\r" else f"_x005F{found}"


def read(content: bytes) -> ReturnedFile:
    """What came back; raises `TextsRefused`, also for a cell that is reckoned instead of written."""
    try:
        _check(content)
        with catch_warnings():
            simplefilter("ignore")  # openpyxl tells what it leaves out: styles, lists to choose from
            return _read(load_workbook(io.BytesIO(content), read_only=True, keep_links=False))
    except _DAMAGE as error:
        raise refused(Flaw.MALFORMED) from error


def _read(book: Workbook) -> ReturnedFile:
    if TEXTS not in book.sheetnames or ABOUT not in book.sheetnames:
        raise refused(Flaw.NOT_OURS, detail="XLSX")
    about = {row[0]: row[1] for row in _rows(book[ABOUT])}
    states = _states(book[STATES]) if STATES in book.sheetnames else {}
    source = about.get(SOURCE, "")
    return ReturnedFile(about.get(CONSULTATION, ""), source, tuple(_returned(book[TEXTS], source, states)))


def _check(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
            raise refused(Flaw.TOO_LARGE)
        for info in archive.infolist():
            if info.filename.endswith((".xml", ".rels")):
                parsed(archive.read(info))


def _rows(sheet: Worksheet) -> Iterator[list[str]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
    for number, row in enumerate(rows, start=1):
        texts = [_text(sheet, number, column, cell) for column, cell in enumerate(row, start=1)]
        if number > MOST_ROWS and any(texts):
            raise refused(Flaw.TOO_LARGE)
        yield texts


def _text(sheet: Worksheet, row: int, column: int, cell: Any) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "f":
        raise refused(Flaw.FORMULA, _place(sheet.title, row, column))
    is_plain = cell.data_type != "e" and not isinstance(cell.value, bool)
    if not is_plain or not isinstance(cell.value, str | int | float):
        raise refused(Flaw.NOT_TEXT, _place(sheet.title, row, column))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell.value))


def _place(title: str, row: int, column: int) -> str:
    return f"{title} {get_column_letter(column)}{row}"


def _headings(rows: list[list[str]], title: str, wanted: Sequence[str]) -> dict[str, int]:
    headings = rows[0] if rows else []
    for name in wanted:
        if name not in headings:
            raise refused(Flaw.NO_COLUMN, title, detail=name)
    for name in headings:
        if name and headings.count(name) > 1:
            raise refused(Flaw.COLUMN_TWICE, title, detail=name)
    return {name: at for at, name in enumerate(headings) if name}


def _states(sheet: Worksheet) -> Mapping[tuple[str, str], TranslationState]:
    rows = list(_rows(sheet))
    headings = _headings(rows, STATES, (KEY,))
    tags = [name for name in headings if name != KEY and " " not in name]
    words = set(TranslationState)
    found: dict[tuple[str, str], TranslationState] = {}
    for number, row in enumerate(rows[1:], start=2):
        for tag in tags:
            word = row[headings[tag]]
            if word and word not in words:
                raise refused(Flaw.UNKNOWN_STATE, f"{STATES} line {number}", detail=word)
            if word:
                found[row[headings[KEY]], tag] = TranslationState(word)
    return found


def _returned(
    sheet: Worksheet, source: str, states: Mapping[tuple[str, str], TranslationState]
) -> Iterator[Returned]:
    rows = list(_rows(sheet))
    headings = _headings(rows, TEXTS, (KEY, MARK, source))
    tags = [name for name in headings if name not in (*FIXED, source)]
    for number, row in enumerate(rows[1:], start=2):
        key, seen, mark = row[headings[KEY]], row[headings[source]], row[headings[MARK]]
        if not any(row):
            continue
        if not key:
            raise refused(Flaw.NO_KEY, f"{TEXTS} line {number}")
        is_edited = bool(seen) and mark_of(seen) != mark
        if is_edited:
            where = _place(TEXTS, number, headings[source] + 1)
            yield Returned(key, source, seen, where, mark=mark)
        for tag in tags:
            where, text = _place(TEXTS, number, headings[tag] + 1), row[headings[tag]]
            yield Returned(key, tag, text, where, None if is_edited else seen, states.get((key, tag)))

"""Forms drawn as text, and the same forms as workbooks of every kind."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlwt

from icc_consult.formats.xlsform.form import Form
from icc_consult.formats.xlsform.problems import Problem, What
from icc_consult.formats.xlsform.reading import Reading, read_form

Sheets = Mapping[str, Sequence[Sequence[object]]]

SMALL: Sheets = {
    "survey": [
        ["type", "name", "label::English (en)", "label::Arabic (ar)", "relevant"],
        ["select_one yn", "bus", "Do you take the bus?", "هل تستقل الحافلة؟", None],
        ["text", "why", "Why?", "لماذا؟", "${bus} = 'no'"],
    ],
    "choices": [
        ["list_name", "name", "label::English (en)", "label::Arabic (ar)"],
        ["yn", "yes", "Yes", "نعم"],
        ["yn", "no", "No", "لا"],
    ],
    "settings": [["form_title", "form_id", "version"], ["Buses", "buses", 2026]],
}
SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def read(drawn: str | bytes, name: str = "form") -> Reading:
    """Read a form that is drawn as a Markdown table."""
    return read_form(drawn.encode() if isinstance(drawn, str) else drawn, name=name)


def form_of(drawn: str | bytes) -> Form:
    """The form, which has to be without errors."""
    reading = read(drawn)
    assert reading.form is not None, [problem for problem in reading.problems if problem.is_error]
    return reading.form


def said(reading: Reading) -> list[tuple[What, int, str]]:
    """Of all problems: what, row and column."""
    return [(problem.what, problem.row, problem.column) for problem in reading.problems]


def only(reading: Reading, what: What) -> Problem:
    """The one problem of this kind."""
    (found,) = [problem for problem in reading.problems if problem.what is what]
    return found


def xlsx(sheets: Sheets) -> bytes:
    """A workbook as Excel writes it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(sheets: Sheets) -> bytes:
    """A workbook as Excel wrote it until 2007."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv(sheets: Sheets, separator: str = ",") -> str:
    """A form as the tools of ODK export it to text."""
    lines = []
    for name, rows in sheets.items():
        lines.append(name)
        lines += [separator.join(["", *("" if cell is None else str(cell) for cell in row)]) for row in rows]
    return "\n".join(lines)


def markdown(sheets: Sheets) -> str:
    """A form as people write it in a forum."""
    lines = []
    for name, rows in sheets.items():
        lines.append(f"| {name} |")
        lines += [f"| | {' | '.join('' if cell is None else str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def changed(workbook: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same zip with these parts in place of its own, or added."""
    stream = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return stream.getvalue()


def with_cells(cells: bytes) -> bytes:
    """A form whose first sheet is exactly this XML."""
    return changed(xlsx({"survey": [["x"]]}), {SHEET: HEAD + cells + TAIL})


def row(number: int, *texts: str) -> bytes:
    """One row of XML with texts from column A on."""
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'.encode()

"""The files that different programs leave of one and the same table."""

import csv
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from io import BytesIO, StringIO
from zipfile import ZipFile

import xlwt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from scripts.forms.ooxml import GOOGLE, LIBREOFFICE, PLAIN, Sheets, workbook, zipped

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?")
_DAY = re.compile(r"day:(\d{4}-\d\d-\d\d)")
_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TYPES = '"text,integer,note,date,select_one,select_multiple,begin_group,end_group"'


def excel(sheets: Sheets) -> bytes:
    """Styled, frozen, with drop-down lists, a comment, and a hidden sheet of the team's own."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    hidden = book.create_sheet("lookup")
    hidden.append(["types", "text"])
    hidden.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = _TIMES.sub(b"2020-01-01T00:00:00Z", parts["docProps/core.xml"])
    return zipped(parts)


def _fill(sheet: Worksheet, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column, _value(text))
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(name="Calibri", bold=number == 1)
    sheet.freeze_panes = "C2"
    sheet.cell(1, 1).fill = PatternFill("solid", fgColor="FFDDEEFF")
    sheet.cell(1, 1).comment = Comment("Do not rename this column.", "The team", height=80, width=140)
    rule = DataValidation(type="list", formula1=_TYPES, allow_blank=True)
    rule.add("A2:A500")
    sheet.add_data_validation(rule)


def _value(text: str) -> str | int | float | bool | datetime:
    """What Excel makes of what is typed into a cell."""
    if day := _DAY.fullmatch(text):
        return datetime.fromisoformat(day[1])
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def old(sheets: Sheets) -> bytes:
    """What Excel wrote until 2007."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    sheet.write(number, column, _value(text))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def text_table(sheets: Sheets, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """One file for all sheets, the name of each before its rows."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    for name, rows in sheets.items():
        writer.writerow([name])
        writer.writerows(["", *row] for row in rows)
    return stream.getvalue().encode(encoding)


def markdown(sheets: Sheets) -> bytes:
    """As people write forms in forums."""
    lines = []
    for name, rows in sheets.items():
        lines.append(f"| {name} |")
        lines += [f"| | {' | '.join(row)} |" for row in rows]
    return ("\n".join(lines) + "\n").encode()


CONVENTIONS: Mapping[str, Callable[[Sheets], bytes]] = {
    "excel": excel,
    "libreoffice": partial(workbook, manner=LIBREOFFICE),
    "google": partial(workbook, manner=GOOGLE),
    "plain": partial(workbook, manner=PLAIN),
    "old": old,
    "comma": partial(text_table, encoding="utf-8-sig"),
    "semicolon": partial(text_table, delimiter=";", encoding="cp1252"),
    "markdown": markdown,
}

"""Forms as text: CSV with the name of the sheet in the first column, and the tables of Markdown."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from icc_consult.formats.xlsform.cells import decent
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.texts import text_of
from icc_consult.formats.xlsform.workbook import Row, Sheet, Workbook

MOST_COLUMNS = 2_000
MOST_CELLS = 2_000_000
_NEW_LINE = re.compile(r"\r\n?|\n")
_LINE = re.compile(r"^\s*\|(.*?)\|?\s*$")
_RULE = re.compile(r"^[\s|:=-]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table|head|body|!--)", re.IGNORECASE)
_DELIMITERS = ",;\t"

Numbered = Iterable[tuple[int, list[str]]]


def table_workbook(content: bytes, findings: Findings) -> Workbook:
    """The sheets in a CSV or Markdown file. Raises FormRefused."""
    text = text_of(content, findings)
    if _PAGE.match(text):
        raise FormRefused(Refusal.WEB_PAGE)
    rows = list(_of_markdown(text) if _is_markdown(text) else _of_csv(text))
    if sum(len(cells) for _, cells in rows) > MOST_CELLS:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    sheets = tuple(_sheets(rows))
    return Workbook(tuple(_decent(sheet, findings) for sheet in sheets))


def _is_markdown(text: str) -> bool:
    lines = [line.lstrip() for line in text[:5_000].splitlines() if line.strip() and line.lstrip()[0] != "#"]
    return bool(lines) and lines[0].startswith("|") and text.count("|") > 4


def _of_markdown(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(_NEW_LINE.split(text), 1):
        found = _LINE.match(line)
        if found and not _RULE.match(found[1]):
            yield number, [cell.strip().replace(r"\|", "|") for cell in _PIPE.split(found[1])]


def _of_csv(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, row in enumerate(reader, 1):
            if any(row) and any(cells := [cell.strip() for cell in row]):
                if len(cells) > MOST_COLUMNS:
                    raise FormRefused(Refusal.TOO_SPARSE, detail=str(len(cells)))
                yield number, cells
    except csv.Error as error:
        raise FormRefused(Refusal.DAMAGED, str(reader.line_num), str(error)) from None


def _delimiter(text: str) -> str:
    head = text[:5_000]
    return max(_DELIMITERS, key=head.count)


def _sheets(rows: Numbered) -> Iterator[Sheet]:
    """A name in the first column begins a sheet; a table that names none is the survey."""
    rows = list(rows)
    if _is_single(rows):
        yield Sheet("survey", tuple(Row(number, cells) for number, cells in rows))
        return
    named: dict[str, list[Row]] = {}
    name = ""
    for number, (first, *cells) in rows:
        name = first or name
        if name and any(cells):
            named.setdefault(name, []).append(Row(number, cells))
        elif first:
            named.setdefault(name, [])
    yield from (Sheet(title, tuple(found), first=1) for title, found in named.items())


def _is_single(rows: Numbered) -> bool:
    first = next((cells for _, cells in rows), [])
    headers = {cell.casefold() for cell in first}
    return bool(first and first[0]) and {"type", "name"} <= headers and first[0].casefold() != "survey"


def _decent(sheet: Sheet, findings: Findings) -> Sheet:
    rows = tuple(
        Row(number, [decent(cell, sheet.at(number, index), findings) for index, cell in enumerate(cells)])
        for number, cells in sheet.rows
    )
    return Sheet(sheet.name, rows, sheet.first)

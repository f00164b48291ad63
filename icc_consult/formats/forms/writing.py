"""Sheets as files: a workbook, or text."""

import csv
import os
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from icc_consult.formats.forms.sheets import Table

_WIDTH = 30


def write_form(sheets: Sequence[Table], path: Path, media: Mapping[str, Callable[[], bytes]]) -> None:
    """Write a workbook, or text by the suffix `.csv` or `.md`, with its media in a folder beside it.

    The form appears whole or not at all; raises `OSError`.
    """
    make = {".csv": csv_bytes, ".md": markdown_bytes}.get(path.suffix.casefold(), workbook_bytes)
    if media:
        directory = path.with_name(f"{path.stem}-media")
        directory.mkdir(exist_ok=True)
        for name, read in media.items():
            put(directory / name.rpartition("/")[2], read())
    put(path, make(sheets))


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises `OSError`."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def workbook_bytes(sheets: Sequence[Table]) -> bytes:
    """An .xlsx workbook whose cells are all text, so that no spreadsheet runs one as a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in sheets:
        sheet = book.create_sheet(table.name[:31])
        for row, cells in enumerate(table.lines(), 1):
            for column, text in enumerate(cells, 1):
                if not text:
                    continue
                cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", text))
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=row > 1)
                cell.font = Font(bold=row == 1)
        for column in range(1, len(table.headers()) + 1):
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
        sheet.freeze_panes = "A2"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_bytes(sheets: Sequence[Table]) -> bytes:
    """All sheets in one file, the name of each in the first column, as forms do."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for table in sheets:
        writer.writerow([table.name])
        writer.writerows(["", *line] for line in table.lines())
    return stream.getvalue().encode("utf-8-sig")


def markdown_bytes(sheets: Sequence[Table]) -> bytes:
    """The tables of a markdown file."""
    lines: list[str] = []
    for table in sheets:
        lines.append(f"| {table.name} |")
        lines += [f"| | {' | '.join(map(_escaped, line))} |" for line in table.lines()]
        lines.append("")
    return "\n".join(lines).encode()


def _escaped(cell: str) -> str:
    return " ".join(cell.replace("|", r"\|").split("\n"))

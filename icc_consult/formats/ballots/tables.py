"""Tables in other people's files: cells with the line each row begins in."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.text import Source

MOST_COLUMNS: Final = 20_000
_END: Final = "\x1fend of file\x1f"


class Row(NamedTuple):
    """One row and the line that it begins in."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; every row has as many cells as the heading."""

    source: Source
    line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def place(self, *names: str) -> int:
        """Where the first of these columns stands; raises NO_COLUMN."""
        for name in names:
            if name in self.columns:
                return self.columns.index(name)
        raise self.source.refused(Fault.NO_COLUMN, self.line, len(self.columns) + 1, names[0])

    def place_if_any(self, name: str) -> int | None:
        """Where the column stands, if there is one."""
        return self.columns.index(name) if name in self.columns else None


def rows_of(source: Source, delimiter: str) -> Iterator[Row]:
    """Every row that is not blank, cells without the spaces around them; raises OPEN_QUOTE, CELL_TOO_LONG."""
    lines = source.lines
    fed = [*(f"{line}\n" for line in lines), _END]
    reader = csv.reader(fed, delimiter=delimiter, skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            if reader.line_num > len(lines):
                if cells != [_END]:
                    raise source.refused(Fault.OPEN_QUOTE, line, len(cells))
                return
            if len(cells) > MOST_COLUMNS:
                raise source.refused(Fault.TOO_MANY_COLUMNS, line, MOST_COLUMNS + 1, str(MOST_COLUMNS))
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield Row(line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        raise source.refused(Fault.CELL_TOO_LONG, line, 1) from error


def table_of(source: Source, rows: Sequence[Row], *, named: Callable[[str], str] = str.lower) -> Table:
    """The first row as heading, its names in small letters unless told otherwise, and the others under it."""
    if not rows:
        raise source.refused(Fault.EMPTY, 1, 1)
    head, *body = rows
    columns = tuple(named(cell) for cell in _without_empty_end(head.cells))
    for place, name in enumerate(columns):
        if name and name in columns[:place]:
            raise source.refused(Fault.COLUMN_TWICE, head.line, place + 1, name)
    return Table(source, head.line, columns, tuple(_fitted(source, row, len(columns)) for row in body))


def table_in(source: Source, *, named: Callable[[str], str] = str.lower) -> Table:
    """A whole file as a table, separated by what its first line holds most of."""
    return table_of(source, tuple(rows_of(source, separator_of(source.text))), named=named)


def separator_of(text: str) -> str:
    """Comma, semicolon or tab, whichever the first line with anything in it holds most of."""
    first = text.lstrip("\n").partition("\n")[0]
    return max(",;\t", key=first.count)


def ignore_column(table: Table, place: int) -> None:
    """Remark that a column is not understood."""
    table.source.note(Oddity.COLUMN_IGNORED, table.line, place + 1, table.columns[place])


def _fitted(source: Source, row: Row, width: int) -> Row:
    cells = row.cells
    if len(cells) > width:
        for place, cell in enumerate(cells[width:], start=width + 1):
            if cell:
                raise source.refused(Fault.CELL_EXTRA, row.line, place, cell)
        return Row(row.line, cells[:width])
    return row if len(cells) == width else Row(row.line, cells + [""] * (width - len(cells)))


def _without_empty_end(cells: list[str]) -> list[str]:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[:width]

"""A file as sheets of rows, whatever program wrote it; the content decides, never the suffix."""

from dataclasses import dataclass
from typing import NamedTuple

from icc_consult.formats.xlsform.cells import column_letter
from icc_consult.formats.xlsform.problems import At


class Row(NamedTuple):
    """A row that has something in it; `number` is the one beside it in a spreadsheet program."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet that are not empty. `first` is the place of the first column in the file."""

    name: str
    rows: tuple[Row, ...]
    first: int = 0

    def at(self, row: int, index: int) -> At:
        """Where a cell is found in the file."""
        return At(self.name, row, column_letter(self.first + index))


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, in its order."""

    sheets: tuple[Sheet, ...]

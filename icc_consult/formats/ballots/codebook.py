"""What our own codebook says of the questions that can be counted."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Remarks
from icc_consult.formats.ballots.tables import Row, Table, table_in
from icc_consult.formats.ballots.text import read_source
from icc_consult.services.polls import Option

CODEBOOK: Final = "codebook.csv"
STATEMENTS: Final = "statements"
"""The name of the question that all statements are where the codebook names no papers."""

COUNTED: Final = ("approval", "ranking", "judgment", "score", "dots", "budget", "pairwise")
_GUARDED = re.compile(r"'[=+\-@\t\r＝＋－＠]")
_WHOLE = re.compile(r"\d{1,18}")


@dataclass(slots=True)
class Entry:
    """One question: its options, its grades as places and words, and its value: a purse, places, or dots."""

    name: str
    kind: str
    value: int = 0
    options: list[Option] = field(default_factory=list)
    grades: dict[str, int] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Codebook:
    """Every question that can be counted, in order, and the statements of every paper."""

    table: Table
    entries: dict[str, Entry] = field(default_factory=dict)
    statements: dict[str, list[Option]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("name", "kind", "column", "code"):
            self.table.place(name)
        for row in self.table.rows:
            self._take(row)

    def _take(self, row: Row) -> None:
        name, kind, code = (self._cell(row, column) for column in ("name", "kind", "code"))
        if kind == "statement" and not code:
            paper = self._cell(row, "paper") or STATEMENTS
            self.statements.setdefault(paper, []).append(Option(name, self._label(row, name)))
        elif kind == "grade" and name in self.entries:
            self._take_grade(row, self.entries[name], code)
        elif kind in COUNTED:
            entry = self.entries.setdefault(name, Entry(name, kind))
            if code:
                self._take_option(row, entry, code)
            else:
                entry.value = self._value(row)
                self._check_value(row, entry)

    def _take_grade(self, row: Row, entry: Entry, code: str) -> None:
        place = self._value(row)
        if code in entry.grades or place in entry.words:
            raise self._refused(Fault.KEY_TWICE, row, "code" if code in entry.grades else "value")
        entry.grades[code] = place
        entry.words[place] = self._label(row, code)

    def _take_option(self, row: Row, entry: Entry, code: str) -> None:
        if any(option.id == code for option in entry.options):
            raise self._refused(Fault.OPTION_REPEATED, row, "code")
        cost = Decimal(self._value(row)) if entry.kind == "budget" else None
        if cost is not None and cost <= 0:
            raise self._refused(Fault.COST_NOT_POSITIVE, row, "value")
        entry.options.append(Option(code, self._label(row, code), cost))

    def _check_value(self, row: Row, entry: Entry) -> None:
        if entry.value <= 0 and entry.kind in ("budget", "dots"):
            fault = Fault.BUDGET_NOT_POSITIVE if entry.kind == "budget" else Fault.OUT_OF_RANGE
            raise self._refused(fault, row, "value")

    def _refused(self, fault: Fault, row: Row, column: str) -> BallotsRefused:
        place = self.table.place(column)
        return self.table.source.refused(fault, row.line, place + 1, row.cells[place] or "0")

    def _cell(self, row: Row, column: str) -> str:
        place = self.table.place_if_any(column)
        return "" if place is None else row.cells[place]

    def _value(self, row: Row) -> int:
        text = self._cell(row, "value")
        if text and not _WHOLE.fullmatch(text):
            raise self.table.source.refused(Fault.NOT_WHOLE, row.line, self.table.place("value") + 1, text)
        return int(text or 0)

    def _label(self, row: Row, otherwise: str) -> str:
        """The text in the first language that has one."""
        first = self.table.place("code") + 1
        text = next((cell for cell in row.cells[first:] if cell), otherwise)
        return text[1:] if _GUARDED.match(text) else text


def read_codebook(directory: Path, remarks: Remarks) -> Codebook:
    """The codebook of an export; raises BallotsRefused."""
    return Codebook(table_in(read_source(directory / CODEBOOK, remarks)))

"""Sheets of an XLSForm as they are built row by row, columns in the order in which they were first needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from icc_consult.languages import UnknownLanguage, language

Cells = Mapping[str, str]
_FIRST = ("type", "list_name", "name", "label", "hint")


@dataclass(slots=True)
class Table:
    """Rows by the headers of their cells."""

    name: str
    rows: list[Cells] = field(default_factory=list)

    def add(self, cells: Cells) -> None:
        """One row more; empty cells count for nothing."""
        self.rows.append({header: cell for header, cell in cells.items() if cell != ""})

    def headers(self) -> list[str]:
        """What stands above the columns: what it is and how it is called first."""
        found = dict.fromkeys(header for row in self.rows for header in row)
        return sorted(found, key=_rank)

    def lines(self) -> list[list[str]]:
        """The heading and the rows, all of one length."""
        headers = self.headers()
        return [headers, *([row.get(header, "") for header in headers] for row in self.rows)]


def _rank(header: str) -> int:
    column = header.partition("::")[0]
    return _FIRST.index(column) if column in _FIRST else len(_FIRST)


def header_of(column: str, tag: str) -> str:
    """The header of a text in one language: `label::French (fr)`."""
    return f"{column}::{_english(tag)} ({tag})" if tag != "und" else column


def _english(tag: str) -> str:
    try:
        return language(tag).english
    except UnknownLanguage:
        return tag


def spread(column: str, text: Mapping[str, str] | None) -> dict[str, str]:
    """One text over the columns of its languages."""
    return {header_of(column, tag): written for tag, written in (text or {}).items()}


def appended(tables: Iterable[Table]) -> list[Table]:
    """Only those that hold anything, the survey whatever it holds."""
    return [table for table in tables if table.rows or table.name == "survey"]

"""Forms drawn as text: a first line with the program that saves it, then sheets of cells between bars.

A line `@list` among the choices stands for a list of `lists.txt`, in the languages of the form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_SHEETS = ("survey", "choices", "external_choices", "settings", "notes of the team")
_SUFFIXES = {"old": ".xls", "comma": ".csv", "semicolon": ".csv", "markdown": ".md"}
_TAGS = {"label": "en", "English": "en", "Français": "fr", "French": "fr", "Farsi": "fa", "Arabic": "ar"}
_BRACKET = re.compile(r"\(([\w-]+)\)")

Row = list[str]
Sheets = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form, the convention it is saved by, and the name of its file."""

    file: str
    convention: str
    sheets: Sheets


def all_drawn() -> Iterator[Drawn]:
    """Every form that is drawn beside this module, by name."""
    for path in sorted(HERE.glob("sources/*.txt")):
        yield drawn(path.stem, path.read_text("utf-8"))


def drawn(stem: str, text: str) -> Drawn:
    """One form."""
    convention, _, rest = text.partition("\n")
    return Drawn(f"{stem}{_SUFFIXES.get(convention, '.xlsx')}", convention, _sheets(rest))


def _sheets(text: str) -> Sheets:
    sheets: Sheets = {}
    rows: list[Row] = []
    for line in text.splitlines():
        if line in _SHEETS:
            rows = sheets.setdefault(line, [])
        elif line.startswith("@"):
            rows += _listed(line[1:], rows[0])
        elif line.strip():
            rows.append([cell.strip().replace(r"\n", "\n") for cell in line.split("|")])
    return {name: [_padded(row, rows[0]) for row in rows] for name, rows in sheets.items()}


def _padded(row: Row, header: Row) -> Row:
    return row + [""] * (len(header) - len(row))


def _listed(name: str, header: Row) -> Iterator[Row]:
    for row in _lists():
        if row["list"] == name:
            yield [_cell(row, column) for column in header]


def _cell(row: dict[str, str], column: str) -> str:
    if column in ("list_name", "list name"):
        return row["list"]
    if column == "name":
        return row["name"]
    bracket = _BRACKET.search(column)
    tag = bracket[1] if bracket else _TAGS.get(column.rpartition(":")[2].strip(), "")
    is_text = column.casefold().startswith(("label", "caption"))
    return row.get(tag, "") if is_text else ""


@cache
def _lists() -> tuple[dict[str, str], ...]:
    lines = (HERE / "lists.txt").read_text("utf-8").splitlines()
    header, *rows = ([cell.strip() for cell in line.split("|")] for line in lines if line)
    return tuple(dict(zip(header, row, strict=False)) for row in rows)

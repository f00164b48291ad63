"""The three sections of a .pb file, and its META."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.tables import Row, Table, rows_of, separator_of, table_of
from icc_consult.formats.ballots.text import Source

SECTIONS: Final = ("META", "PROJECTS", "VOTES")
ONCE: Final = ("budget", "vote_type")
NUMBERS: Final = ("num_projects", "num_votes")


@dataclass(frozen=True, slots=True)
class Meta:
    """The keys of META with their values, and the lines that they stand in."""

    source: Source
    line: int
    values: Mapping[str, str]
    lines: Mapping[str, int]

    def value(self, key: str) -> str:
        """The value of a key; raises NO_KEY."""
        if not self.values.get(key):
            raise self.source.refused(Fault.NO_KEY, self.lines.get(key, self.line), 1, key)
        return self.values[key]

    def number(self, key: str, default: int) -> int:
        """The whole number that a key stands for."""
        text = self.values.get(key)
        return self.source.number(text, self.lines[key], 2) if text else default


def sections_of(source: Source) -> tuple[Meta, Table, Table]:
    """META, the table of projects and the table of votes, in whatever order the file has them."""
    found: dict[str, tuple[int, list[Row]]] = {}
    current: list[Row] | None = None
    for row in rows_of(source, _separator(source)):
        title = row.cells[0].upper()
        if title in SECTIONS and not any(row.cells[1:]):
            if title in found:
                raise source.refused(Fault.SECTION_TWICE, row.line, 1, title)
            current = []
            found[title] = (row.line, current)
        elif current is None:
            raise source.refused(Fault.OTHER_FORMAT, row.line, 1, "META")
        else:
            current.append(row)
    last = source.text.rstrip().count("\n") + 1
    for title in SECTIONS:
        if title not in found:
            raise source.refused(Fault.NO_SECTION, last, 1, title)
    return _meta(source, *found["META"]), _table(source, "PROJECTS", found), _table(source, "VOTES", found)


def _separator(source: Source) -> str:
    """What stands between `key` and `value`, the heading of META."""
    for line in takewhile(lambda each: each.strip().upper() != "PROJECTS", source.lines):
        if line.strip().lower().startswith("key"):
            return separator_of(line)
    return ";"


def _table(source: Source, title: str, found: Mapping[str, tuple[int, list[Row]]]) -> Table:
    line, rows = found[title]
    if not rows:
        raise source.refused(Fault.NO_OPTIONS if title == "PROJECTS" else Fault.NO_BALLOTS, line, 1)
    return table_of(source, rows)


def _meta(source: Source, line: int, rows: list[Row]) -> Meta:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for row in rows:
        key, *rest = row.cells
        value = ";".join(rest).rstrip("; ")
        if (key.lower(), value.lower()) == ("key", "value"):
            continue
        if key not in values:
            values[key], lines[key] = value, row.line
        elif key in ONCE and value != values[key]:
            raise source.refused(Fault.KEY_TWICE, row.line, 1, key)
        else:
            source.note(Oddity.KEY_TWICE, row.line, 1, key)
    return Meta(source, line, values, lines)

"""Who belongs to which group, as a table of two columns."""

from collections.abc import Collection
from pathlib import Path

from icc_consult.formats.ballots.faults import Fault, Oddity, Remarks
from icc_consult.formats.ballots.tables import Row, Table, rows_of, separator_of, table_of
from icc_consult.formats.ballots.text import Source, read_source


def read_groups(path: Path, people: Collection[str], remarks: Remarks) -> dict[str, str]:
    """Each participant's group: columns `participant` and `group` (or `group-id`), else the first two.

    Rows without a group, and people who have not voted, are left out; raises BallotsRefused where nobody is
    known.
    """
    table, person, group = _columns(read_source(path, remarks))
    known, groups, named = frozenset(people), {}, set()
    for row in table.rows:
        name = row.cells[person]
        if name in named:
            raise table.source.refused(Fault.PERSON_TWICE, row.line, person + 1, name)
        named.add(name)
        if name not in known:
            table.source.note(Oddity.STRANGER, row.line, person + 1, name)
        elif row.cells[group]:
            groups[name] = row.cells[group]
    if not groups:
        raise table.source.refused(Fault.NOBODY_KNOWN, table.line + 1, person + 1)
    return groups


def _columns(source: Source) -> tuple[Table, int, int]:
    rows = tuple(rows_of(source, separator_of(source.text)))
    if not rows or "participant" in map(str.lower, rows[0].cells):
        table = table_of(source, rows)
        return table, table.place("participant"), table.place("group", "group-id")
    if len(rows[0].cells) < 2:
        raise source.refused(Fault.NO_COLUMN, rows[0].line, 2, "group")
    head = Row(rows[0].line - 1, ["participant", "group"])
    return table_of(source, (head, *rows)), 0, 1

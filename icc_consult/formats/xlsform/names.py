"""The names in a form: each once, and each a name that expressions can use."""

import re

from icc_consult.formats.xlsform.entries import Entries, Entry
from icc_consult.formats.xlsform.kinds import Act, Kind
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.repairs import without_marks

_NAME = re.compile(r"[^\W\d][\w.-]*")
_GIVEN = {Act.BEGIN_GROUP: "group", Act.BEGIN_REPEAT: "repeat"}


class Names:
    """The name of each row, and the row of each name."""

    def __init__(self, entries: Entries, findings: Findings) -> None:
        self._entries = entries
        self._findings = findings
        self._of: dict[int, str] = {}
        self.rows: dict[str, int] = {}
        self._folded: dict[str, str] = {}

    def of(self, entry: Entry) -> str:
        """The name that the row goes by; empty where it has none."""
        return self._of.get(entry.row, "")

    def take(self, entry: Entry, kind: Kind) -> None:
        """Note the name of a row, or give one to a note or group that has none."""
        name = entry.values.get("name", "")
        if not (name.isascii() and name.isidentifier()):
            name = self._looked_at(name, entry, kind)
        self._of[entry.row] = name
        if name:
            self._check(name, entry.row)

    def _looked_at(self, name: str, entry: Entry, kind: Kind) -> str:
        """A name that is not plainly one, without what editors slip in."""
        if not name.isascii():
            name = without_marks(name, self._at(entry.row), self._findings)
        if not name:
            return self._given(entry, kind)
        if not _NAME.fullmatch(name):
            self._findings.fail(What.BAD_NAME, self._at(entry.row), name=name)
        return name

    def _given(self, entry: Entry, kind: Kind) -> str:
        word = "note" if kind.type == "note" else _GIVEN.get(kind.act, "")
        if not word:
            if kind.act is Act.ASK:
                self._findings.fail(What.NO_NAME, self._at(entry.row))
            return ""
        name = f"{word}_{entry.row}"
        self._findings.warn(What.NAME_GIVEN, self._at(entry.row), name=name)
        return name

    def _check(self, name: str, row: int) -> None:
        earlier = self.rows.setdefault(name, row)
        if earlier != row:
            self._findings.fail(What.DUPLICATE_NAME, self._at(row), name=name, row=str(earlier))
            return
        alike = self._folded.setdefault(name.casefold(), name)
        if alike != name:
            row_of_other = str(self.rows[alike])
            at = self._at(row)
            self._findings.warn(What.NAMES_DIFFER_BY_CASE, at, name=name, other=alike, row=row_of_other)

    def _at(self, row: int) -> At:
        return self._entries.at(row, "name")

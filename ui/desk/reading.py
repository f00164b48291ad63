"""Reading the answers after the end, and handing them out."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from icc_consult.services.exporting import Exported

from ui.desk.folding import Folding
from ui.desk.state import Field, Findings, Good, Locked, Opened, Reading, Slip, Slipped, Standing, Task, Went


class Readings:
    """What the facilitator does with sealed answers."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def unlock(self) -> None:
        """Read them with the six words."""
        desk, opened = self._desk, with_typed_key(self._desk)
        if opened is None:
            return
        words = desk.state.text(Field.PASSPHRASE)
        desk.do(
            Task.UNLOCKING,
            lambda progress: desk.office.unlock(opened, words, progress),
            partial(self._read, opened),
            field=Field.PASSPHRASE,
        )

    def _read(self, opened: Opened, findings: Findings) -> None:
        state = replace(self._desk.state.without_secrets(), results=Reading(findings), remark=None)
        self._desk.become(replace(state, today=Standing(opened)))

    def lock(self) -> None:
        """Forget them again."""
        self._desk.become(replace(self._desk.state, results=Locked(), remark=None))

    def ask_where_to(self) -> None:
        """Where shall the files go?"""
        desk, results, opened = self._desk, self._desk.state.results, self._desk.state.opened
        if isinstance(results, Reading) and opened is not None:
            out = desk.state.text(Field.OUT) or str(desk.office.export_folder(opened))
            state = replace(desk.state.with_text(Field.OUT, out), remark=None)
            desk.become(replace(state, results=replace(results, is_exporting=True)))

    def back_to_findings(self) -> None:
        """No files, or no more."""
        if isinstance(results := self._desk.state.results, Reading):
            shown = replace(results, is_exporting=False)
            self._desk.become(replace(self._desk.state, results=shown, remark=None))

    def separate_by(self, separator: str) -> None:
        """What stands between two columns."""
        if isinstance(results := self._desk.state.results, Reading):
            self._desk.become(replace(self._desk.state, results=replace(results, separator=separator)))

    def export(self) -> None:
        """Write the answers into the folder that was typed."""
        desk, results, opened = self._desk, self._desk.state.results, self._desk.state.opened
        if not isinstance(results, Reading) or opened is None:
            return
        typed = desk.state.text(Field.OUT).strip()
        if not typed:
            desk.remark(Slipped(Slip.NO_FOLDER, Field.OUT))
            return
        out, opener = Path(typed).expanduser(), results.findings.opener
        desk.do(
            Task.EXPORTING,
            lambda progress: desk.office.export(opened, opener, out, results.separator, progress),
            partial(self._exported, out),
            field=Field.OUT,
        )

    def _exported(self, out: Path, exported: Exported) -> None:
        self._desk.remark(Went(Good.EXPORTED, str(out), exported.responses, exported.unreadable))


def with_typed_key(desk: Folding) -> Opened | None:
    """The opened consultation, its key where somebody said it is."""
    opened, typed = desk.state.opened, desk.state.text(Field.KEY).strip()
    return replace(opened, key=Path(typed).expanduser()) if opened and typed else opened

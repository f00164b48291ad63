"""Reading what residents proposed: taking it into the next revision, or leaving it out with a reason."""

from dataclasses import replace
from pathlib import Path

from icc_consult.services.moderating import Decision, Proposal, Standing

from ui.desk.folding import Folding
from ui.desk.state import Good, Reading, Task, Went


class Moderations:
    """What the facilitator does with proposals."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Show every proposal."""
        self._show(is_moderating=True)

    def end(self) -> None:
        """Back to the results."""
        self._show(is_moderating=False)

    def _show(self, *, is_moderating: bool) -> None:
        if isinstance(results := self._desk.state.results, Reading):
            shown = replace(results, is_moderating=is_moderating, picked="")
            self._desk.become(replace(self._desk.state, results=shown, remark=None))

    def pick(self, name: str) -> None:
        """Ask why this one shall be left out; a second press takes the question back."""
        if isinstance(results := self._desk.state.results, Reading):
            picked = "" if results.picked == name else name
            self._desk.become(replace(self._desk.state, results=replace(results, picked=picked)))

    def accept(self, name: str) -> None:
        """Take it into the next revision."""
        self._decide(name, Decision(Standing.ACCEPTED))

    def reject(self, name: str, reason: str) -> None:
        """Leave it out, for this reason."""
        self._decide(name, Decision(Standing.REJECTED, reason))

    def _decide(self, name: str, decision: Decision) -> None:
        desk, results, opened = self._desk, self._desk.state.results, self._desk.state.opened
        if isinstance(results, Reading) and opened is not None:
            proposals = results.findings.proposals
            desk.do(
                Task.DECIDING,
                lambda _: desk.office.decide(opened, proposals, name, decision),
                self._decided,
            )

    def _decided(self, proposals: tuple[Proposal, ...]) -> None:
        if isinstance(results := self._desk.state.results, Reading):
            findings = replace(results.findings, proposals=proposals)
            shown = replace(results, findings=findings, picked="")
            self._desk.become(replace(self._desk.state, results=shown))

    def revise(self) -> None:
        """Write the next revision."""
        desk, results, opened = self._desk, self._desk.state.results, self._desk.state.opened
        if isinstance(results, Reading) and opened is not None:
            proposals = results.findings.proposals
            desk.do(Task.EXPORTING, lambda _: desk.office.revise(opened, proposals), self._revised)

    def _revised(self, written: tuple[Path, int]) -> None:
        path, count = written
        self._desk.remark(Went(Good.REVISED, str(path), count))

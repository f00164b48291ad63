"""Checking a data directory, a bundle, a checkpoint or a list of receipts."""

from dataclasses import replace
from pathlib import Path

from ui.desk.errands import Checked, Checking, Chore
from ui.desk.folding import Folding
from ui.desk.state import Field, Slip, Slipped


class Checkings:
    """What anybody may check, at the desk."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """What shall be checked? What is open here is proposed."""
        state, opened = self._desk.state, self._desk.state.opened
        if opened is not None and not state.text(Field.SUBJECT):
            state = state.with_text(Field.SUBJECT, str(opened.data))
        self._desk.become(replace(state, errand=Checking(), remark=None))

    def check(self) -> None:
        """Check it, against something older where that was named."""
        desk, opened, text = self._desk, self._desk.state.opened, self._desk.state.text
        subject, since = text(Field.SUBJECT).strip(), text(Field.SINCE).strip()
        if not subject:
            desk.remark(Slipped(Slip.NO_FILE, Field.SUBJECT))
            return
        older = Path(since).expanduser() if since else None
        key, code, words = opened.key if opened else None, text(Field.CODE).strip(), text(Field.PASSPHRASE)
        path = Path(subject).expanduser()
        desk.do(
            Chore.CHECKING,
            lambda _: desk.office.errands.check(path, older, code, key, words),
            self._checked,
            field=Field.SUBJECT,
        )

    def _checked(self, checked: Checked) -> None:
        state = self._desk.state.without_secrets()
        self._desk.become(replace(state, errand=Checking(checked), remark=None))

    def again(self) -> None:
        """Something else."""
        self._desk.become(replace(self._desk.state, errand=Checking(), remark=None))

"""Keeping things safe: the key, and the PIN that was forgotten."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from ui.desk import checks
from ui.desk.folding import Folding
from ui.desk.reading import with_typed_key
from ui.desk.state import Field, Good, Opened, Safe, Slip, Slipped, Standing, Task, Went


class Keepings:
    """What the facilitator does for safety."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def show(self, name: str) -> None:
        """Another page of Safety."""
        self._desk.become(replace(self._desk.state.without_secrets(), safe=Safe(name), remark=None))

    def carry_key(self) -> None:
        """Move the key to the folder that was typed."""
        desk, opened = self._desk, self._desk.state.opened
        typed = desk.state.text(Field.STICK).strip()
        if not typed:
            desk.remark(Slipped(Slip.NO_FOLDER, Field.STICK))
        elif opened is not None and Path(typed).expanduser() == opened.key.parent:
            desk.remark(Slipped(Slip.SAME_PLACE, Field.STICK))
        elif opened is not None:
            to = Path(typed).expanduser()
            desk.do(
                Task.MOVING,
                lambda _: desk.office.carry_key(opened, to),
                partial(self._carried, opened),
                field=Field.STICK,
            )

    def _carried(self, opened: Opened, key: Path) -> None:
        standing = Standing(replace(opened, key=key))
        state = replace(self._desk.state.with_text(Field.STICK, ""), today=standing, safe=Safe.OVERVIEW)
        self._desk.become(replace(state, remark=Went(Good.KEY_MOVED, str(key))))

    def change_pin(self) -> None:
        """A new PIN for the one that was forgotten."""
        desk, opened = self._desk, with_typed_key(self._desk)
        if opened is None:
            return
        if slipped := checks.pins(desk.state):
            desk.remark(slipped)
            return
        words, pin = desk.state.text(Field.PASSPHRASE), desk.state.text(Field.PIN)
        desk.do(
            Task.CHANGING,
            lambda _: desk.office.change_pin(opened, words, pin),
            self._changed,
            field=Field.PASSPHRASE,
        )

    def _changed(self, _: None) -> None:
        state = replace(self._desk.state.without_secrets(), safe=Safe.OVERVIEW)
        self._desk.become(replace(state, remark=Went(Good.PIN_CHANGED)))

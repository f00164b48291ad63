"""Carrying everything to the city on a stick."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ui.desk.errands import Carried, Carrying, Chore, Errand, Shot, Showing
from ui.desk.folding import Folding
from ui.desk.state import Field, Slip, Slipped, Task


class Carryings:
    """From the choice of a stick to *You may remove it*."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Which sticks are in?"""
        with_sticks(self._desk, Carrying)

    def carry(self) -> None:
        """Write the bundle; only when the stick gave it back this is over."""
        desk, opened = self._desk, self._desk.state.opened
        place = named_place(desk)
        if opened is None or place is None:
            return
        words = desk.state.text(Field.PASSPHRASE)
        desk.do(
            Chore.CARRYING,
            lambda progress: desk.office.errands.carry(opened, place, words, progress),
            self._carried,
            field=Field.PLACE,
        )

    def _carried(self, carried: Carried) -> None:
        state = self._desk.state.without_secrets()
        self._desk.become(replace(state, errand=Carrying(done=carried), remark=None))

    def draw(self) -> None:
        """Show it as pictures, where sticks are forbidden."""
        desk, opened = self._desk, self._desk.state.opened
        if opened is not None:
            words = desk.state.text(Field.PASSPHRASE)
            desk.do(
                Chore.DRAWING,
                lambda progress: desk.office.errands.draw(opened, words, progress),
                self._drawn,
                field=Field.PASSPHRASE,
            )

    def _drawn(self, shots: tuple[Shot, ...]) -> None:
        state = self._desk.state.without_secrets()
        self._desk.become(replace(state, errand=Showing(shots), remark=None))

    def turn(self) -> None:
        """The next picture; after the last one the first."""
        state = self._desk.state
        if isinstance(errand := state.errand, Showing):
            at = (errand.at + 1) % len(errand.shots)
            self._desk.become(replace(state, errand=replace(errand, at=at)))

    def hold(self) -> None:
        """Let the picture stand, or let them pass again."""
        state = self._desk.state
        if isinstance(errand := state.errand, Showing):
            self._desk.become(replace(state, errand=replace(errand, is_held=not errand.is_held)))


def with_sticks(desk: Folding, errand: Callable[[tuple[Path, ...]], Errand]) -> None:
    """Go to an errand that needs a place; the only stick that is in is proposed."""

    def then(sticks: tuple[Path, ...]) -> None:
        state = desk.state
        if not state.text(Field.PLACE) and len(sticks) == 1:
            state = state.with_text(Field.PLACE, str(sticks[0]))
        desk.become(replace(state, errand=errand(sticks), remark=None))

    desk.do(Task.LOOKING, lambda _: desk.office.errands.sticks(), then)


def named_place(desk: Folding) -> Path | None:
    """The folder that was typed or chosen; where there is none, it is asked for."""
    typed = desk.state.text(Field.PLACE).strip()
    if not typed:
        desk.remark(Slipped(Slip.NO_FOLDER, Field.PLACE))
        return None
    return Path(typed).expanduser()

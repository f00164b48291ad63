"""The sheet of the day."""

from functools import partial
from pathlib import Path

from ui.desk.carrying import named_place, with_sticks
from ui.desk.errands import Chore, Did, Feat, Papering
from ui.desk.folding import Folding
from ui.desk.state import Field


class Paperings:
    """A paper to print and to sign."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Which sticks are in?"""
        with_sticks(self._desk, Papering)

    def write(self) -> None:
        """Write it into the folder that was chosen."""
        desk, opened = self._desk, self._desk.state.opened
        place = named_place(desk)
        if opened is None or place is None:
            return
        work = partial(desk.office.errands.day_sheet, opened.data, place, desk.state.language)
        desk.do(Chore.PRINTING, lambda _: work(), self._written, field=Field.PLACE)

    def _written(self, path: Path) -> None:
        self._desk.remark(Did(Feat.SHEET_WRITTEN, str(path)))

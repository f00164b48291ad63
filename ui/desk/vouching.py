"""Vouchers: a batch to print, and one that is taken back."""

from dataclasses import replace
from pathlib import Path

from icc_consult.services.premises import Progress

from ui.desk.backing import with_opened
from ui.desk.carrying import named_place, with_sticks
from ui.desk.errands import Chore, Did, Feat, Vouching
from ui.desk.folding import Folding
from ui.desk.state import Field, Opened, Slip, Slipped

MOST = 2_000


class Vouchings:
    """What the facilitator does with vouchers."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Which sticks are in?"""
        with_sticks(self._desk, Vouching)

    def make(self) -> None:
        """As many as was typed, on a paper in the folder that was chosen."""
        desk, opened = self._desk, self._desk.state.opened
        typed = desk.state.text(Field.COUNT).strip()
        if not typed.isdecimal() or not 1 <= int(typed) <= MOST:
            desk.remark(Slipped(Slip.NO_COUNT, Field.COUNT, number=MOST))
            return
        place = named_place(desk)
        if opened is None or place is None:
            return
        data, count = opened.data, int(typed)

        def work(_: Progress) -> tuple[Opened, Did]:
            path = desk.office.errands.make_vouchers(data, count, place)
            return desk.office.visit(data), Did(Feat.VOUCHERS_MADE, str(path), count)

        desk.do(Chore.PRINTING, work, self._made, field=Field.PLACE)

    def _made(self, done: tuple[Opened, Did]) -> None:
        opened, did = done
        state = with_opened(self._desk.state.with_text(Field.COUNT, ""), opened)
        self._desk.become(replace(state, remark=did))

    def revoke(self) -> None:
        """Take back the one whose code was typed or scanned."""
        desk, opened, code = self._desk, self._desk.state.opened, self._desk.state.text(Field.CODE).strip()
        if opened is None:
            return
        if not code:
            desk.remark(Slipped(Slip.NO_CODE, Field.CODE))
            return
        data: Path = opened.data

        def work(_: Progress) -> tuple[Opened, Did]:
            is_new = desk.office.errands.revoke(data, code) > 0
            return desk.office.visit(data), Did(Feat.REVOKED if is_new else Feat.REVOKED_BEFORE)

        desk.do(Chore.REVOKING, work, self._revoked, field=Field.CODE)

    def _revoked(self, done: tuple[Opened, Did]) -> None:
        opened, did = done
        state = with_opened(self._desk.state.with_text(Field.CODE, ""), opened)
        self._desk.become(replace(state, remark=did))

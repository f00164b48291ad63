"""What is open on this computer: start its day, see what went wrong, close it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from icc_consult.packs import Pack
from icc_consult.services.premises import PinTried, Progress

from ui.desk.folding import Folding
from ui.desk.office import Day
from ui.desk.places import Shelf
from ui.desk.state import (
    Choosing,
    Field,
    Locked,
    Opened,
    Safe,
    Slip,
    Slipped,
    Standing,
    Task,
)


class Days:
    """What the facilitator does with an opened consultation; the window says how a kiosk is shown."""

    def __init__(self, desk: Folding) -> None:
        self.when_started: Callable[[Day], None] = lambda _day: None
        self.when_tried: Callable[[Pack], None] = lambda _pack: None
        self._desk = desk

    def look(self) -> None:
        """Look what was opened on this computer, and go there where it is clear."""
        self._desk.do(Task.LOOKING, lambda _: self._desk.office.shelf(), self._found)

    def _found(self, shelf: Shelf) -> None:
        self._desk.state = replace(self._desk.state, shelf=shelf)
        open_ones = [one for one in shelf.opened if one.closed_at is None and not one.is_merged]
        clear = shelf.opened if self._desk.office.only is not None else open_ones
        if len(clear) == 1:
            self.visit(clear[0].data)
        else:
            self._desk.turn(Choosing())

    def visit(self, data: Path) -> None:
        """Show an opened consultation as it stands now."""
        self._desk.do(Task.LOOKING, lambda _: self._desk.office.visit(data), self._stand)

    def _stand(self, opened: Opened) -> None:
        before = self._desk.state.opened
        if before is None or before.data != opened.data:
            self._desk.state = replace(self._desk.state, results=Locked(), safe=Safe.OVERVIEW)
        self._desk.turn(Standing(opened))

    def choose_other(self) -> None:
        """Back to the list of consultations."""
        self._desk.state = replace(self._desk.state, results=Locked())
        self._desk.do(Task.LOOKING, lambda _: self._desk.office.shelf(), self._listed)

    def _listed(self, shelf: Shelf) -> None:
        self._desk.state = replace(self._desk.state, shelf=shelf)
        self._desk.turn(Choosing())

    def start(self) -> None:
        """With the right PIN the screen becomes the kiosk: nobody locks themselves in."""
        desk, opened = self._desk, self._desk.state.opened
        if opened is None:
            return
        pin = desk.state.text(Field.STAFF_PIN)

        def work(_: Progress) -> Day | PinTried:
            tried = desk.office.check_pin(opened.data, pin)
            return desk.office.ready_kiosk(opened.data) if tried.is_right else tried

        desk.do(Task.STARTING, work, self._tried)

    def _tried(self, tried: Day | PinTried) -> None:
        if isinstance(tried, Day):
            self.begin(tried)
        else:
            state = self._desk.state.with_text(Field.STAFF_PIN, "")
            slipped = Slipped(Slip.WRONG_PIN, Field.STAFF_PIN, number=tried.wait_seconds)
            self._desk.become(replace(state, remark=slipped))

    def begin(self, day: Day) -> None:
        """The screen becomes the kiosk."""
        self._desk.state = self._desk.state.without_secrets()
        self.when_started(day)

    def rehearse(self) -> None:
        """Practice with the consultation the desk is about; nothing is stored."""
        if self._desk.state.pack is not None:
            self.when_tried(self._desk.state.pack)

    def see_trouble(self) -> None:
        """The facilitator has read what went wrong."""
        desk, opened = self._desk, self._desk.state.opened
        if opened is None:
            return

        def work(_: Progress) -> Opened:
            desk.office.forget_trouble(opened.data)
            return desk.office.visit(opened.data)

        desk.do(Task.LOOKING, work, self._stand)

    def ask_to_close(self) -> None:
        """Closing is final, so it is asked twice."""
        if opened := self._desk.state.opened:
            self._desk.turn(Standing(opened, is_closing=True))

    def keep_open(self) -> None:
        """Not closed after all."""
        if opened := self._desk.state.opened:
            self._desk.turn(Standing(opened))

    def close_for_good(self) -> None:
        """End the consultation; only where it was asked before."""
        desk, today = self._desk, self._desk.state.today
        if not isinstance(today, Standing) or not today.is_closing:
            return
        data = today.opened.data

        def work(_: Progress) -> Opened:
            desk.office.close(data)
            return desk.office.visit(data)

        desk.do(Task.CLOSING, work, self._stand)

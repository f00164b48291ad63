"""Holds the journey of a kiosk, and folds into it every press that writes nothing down. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.kiosk.journey import Comfort, Idling, Journey, Overlay, Staffing, Thanked
from ui.later import Later

if TYPE_CHECKING:
    from icc_consult.domain.consultation import Consultation
    from icc_consult.services.premises import StaffDoor

    from ui.kiosk import faults, giving, staffing
else:
    faults = Later("ui.kiosk.faults")
    giving = Later("ui.kiosk.giving")
    staffing = Later("ui.kiosk.staffing")

SETTLING_SECONDS = 0.4


class Holder:
    """The journey as it is now. `play` plays a sound of the pack, where this machine can."""

    def __init__(
        self, consultation: Consultation, *, clock: Callable[[], float], door: StaffDoor | None
    ) -> None:
        self.consultation = consultation
        self.journey = self._fresh()
        self.when_changed: Callable[[], None] = lambda: None
        self.when_likely: Callable[[Journey], None] = lambda _: None
        self.play: Callable[[str], None] | None = None
        self._clock = clock
        self._door = door
        self._settled_at = 0.0

    def _fresh(self) -> Journey:
        return Journey(self.consultation.fallback_language)

    # -- folding ------------------------------------------------------------------------------

    def become(self, journey: Journey, *, turns: bool = False) -> None:
        """Take this journey; where it turns a page, presses on the next one wait until it has settled."""
        if journey == self.journey:
            return
        self.journey = journey
        if turns:
            self.settle()
            self.listen("")
        self.when_changed()

    def settle(self) -> None:
        """A page or a sheet was turned: presses on the next one wait until it has settled."""
        self._settled_at = self._clock() + SETTLING_SECONDS

    @property
    def is_settled(self) -> bool:
        """Whether a press counts: not within 400 ms after a page was turned."""
        return self._clock() >= self._settled_at

    # -- presses ------------------------------------------------------------------------------

    def mark(self, topic: str) -> None:
        """Mark, or unmark, one topic."""
        self.become(giving.mark(self.journey, topic))

    def fold(self, press: Callable[[Journey], Journey]) -> None:
        """One press on a ballot paper, as what it does to the journey."""
        self.become(press(self.journey))

    def listen(self, sound: str) -> None:
        """Play a sound of the pack from its beginning; where it is empty, be silent."""
        if self.play is not None:
            self.play(sound)
            self.become(faults.heard(self.journey) if sound else self.journey)

    def miss(self, sound: str) -> None:
        """A sound could not be played, or none where the name is empty: it is not offered again."""
        self.become(replace(self.journey, unheard=self.journey.unheard | {sound}))

    def learn(self, topic: str) -> None:
        """More about this topic, or about this question where it is empty."""
        self.become(giving.learn(self.journey, topic), turns=True)

    def take_keyboard(self) -> None:
        """Begin writing."""
        self.become(giving.take_keyboard(self.journey), turns=True)

    def put_keyboard_away(self) -> None:
        """Stop writing."""
        self.become(giving.put_keyboard_away(self.journey), turns=True)

    def press_at(self, row: int, column: int) -> None:
        """One tap on the keyboard, at this place of the shown layer."""
        self.become(giving.press_at(self.journey, row, column))

    def pick_at(self, index: int) -> None:
        """One tap on the strip of candidates."""
        self.become(giving.pick_at(self.journey, index))

    def show_receipt(self) -> None:
        """The receipt, for those who want it."""
        if isinstance(stage := self.journey.stage, Thanked):
            self.become(replace(self.journey, stage=replace(stage, shows_receipt=True)))

    # -- what lies over a page ----------------------------------------------------------------

    def cover(self, overlay: Overlay | None) -> None:
        """Lay something over the page, or take it away."""
        ticks = isinstance(overlay, Idling) and isinstance(self.journey.overlay, Idling)
        self.become(self.journey.under(overlay), turns=not ticks)

    def type_pin(self, key: str) -> None:
        """One digit, `delete`, or `enter` of the staff PIN. Practice has no PIN: its door is open."""
        overlay = self.journey.overlay
        if isinstance(overlay, Staffing):
            self.become(self.journey.under(staffing.typed(overlay, key, self._door)))

    def make_comfortable(self, comfort: Comfort) -> None:
        """Text size, contrast or motion as this person likes it."""
        self.become(replace(self.journey, comfort=comfort))

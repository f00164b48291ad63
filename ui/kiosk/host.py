"""The kiosk's one host: folds every press into the journey and calls the services. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.wording import LanguageTag

from ui.kiosk.holder import Holder
from ui.kiosk.journey import (
    Admitting,
    Answering,
    Gone,
    Leaving,
    Picking,
    Promised,
    Promising,
    Routing,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Welcome,
    Wishing,
)
from ui.later import Later

if TYPE_CHECKING:
    from icc_consult.domain import response
    from icc_consult.domain.admission import Admission
    from icc_consult.domain.ballot import Vote
    from icc_consult.domain.consultation import Consultation, Route
    from icc_consult.services import responding
    from icc_consult.services.premises import StaffDoor
    from icc_consult.services.responding import Kiosk, Seat

    from ui.kiosk import faults, giving, mishaps, routes, staffing, steps, voucher
else:
    response = Later("icc_consult.domain.response")
    responding = Later("icc_consult.services.responding")
    faults = Later("ui.kiosk.faults")
    giving = Later("ui.kiosk.giving")
    mishaps = Later("ui.kiosk.mishaps")
    routes = Later("ui.kiosk.routes")
    staffing = Later("ui.kiosk.staffing")
    steps = Later("ui.kiosk.steps")
    voucher = Later("ui.kiosk.voucher")


class Host(Holder):
    """Holds the journey. `kiosk` is asked for only when the first answer is about to be written."""

    def __init__(
        self,
        consultation: Consultation,
        kiosk: Callable[[], Kiosk],
        *,
        clock: Callable[[], float],
        door: StaffDoor | None = None,
    ) -> None:
        super().__init__(consultation, clock=clock, door=door)
        self._kiosk = kiosk
        self.when_ended: Callable[[], None] = lambda: None
        self._again: Callable[[], None] = lambda: None

    # -- what is durable ----------------------------------------------------------------------

    def _durably(self, act: Callable[[], None]) -> None:
        self._again = act
        try:
            act()
        except (BrokenRule, OSError) as trouble:
            self.become(self.journey.under(Troubled(mishaps.told(trouble))), turns=True)

    def _seat(self) -> Seat | None:
        stage = self.journey.stage
        return stage.seat if isinstance(stage, Answering) else None

    def _sit(self, seat: Seat, *, is_returning: bool = False) -> None:
        self.become(self.journey.at(Answering(seat, is_returning=is_returning)), turns=True)

    # -- before the first question ------------------------------------------------------------

    def pick_language(self, tag: str) -> None:
        """Read everything in this language from now on."""
        journey = self.journey.reading(LanguageTag(tag))
        if isinstance(self.journey.overlay, Switching):
            self.become(journey.under(None), turns=True)
        else:
            self.become(journey.at(Promising()), turns=True)

    def touch_language(self, tag: str) -> None:
        """A finger lies on this language; what comes when it leaves can be made ready meanwhile."""
        if isinstance(self.journey.stage, Picking) and self.journey.overlay is None:
            self.when_likely(self.journey.reading(LanguageTag(tag)).at(Promising()))

    def open_wishes(self) -> None:
        """Somebody's language is not here."""
        self.become(self.journey.at(Wishing()), turns=True)

    def wish(self, tag: str) -> None:
        """Record the wish for a language."""

        def act() -> None:
            responding.wish(self._kiosk(), language=tag)
            self.become(self.journey.at(Wishing(tag)), turns=True)

        self._durably(act)

    def consent(self) -> None:
        """Begin the sitting, or ask before how much time there is."""
        if routes.routes_offered(self.consultation):
            self.become(self.journey.at(Routing()), turns=True)
        else:
            self._begin(None)

    def _begin(self, route: Route | None, admission: Admission | None = None) -> None:
        """Whoever has to be let in is let in first; under policy `keep` a snapshot comes before the page."""

        def act() -> None:
            kiosk, language = self._kiosk(), self.journey.language
            let_in = admission or voucher.asked_first(kiosk, route)
            if isinstance(let_in, Admitting):
                self.cover(let_in)
                return
            seat = responding.begin(kiosk, language=language, route=route, admission=let_in)
            seat = self._at_ease(seat)
            responding.keep(kiosk, seat)
            self._sit(seat)

        self._durably(act)

    def type_voucher(self, key: str) -> None:
        """One sign of a voucher, `delete`, or `enter`."""
        if not isinstance(overlay := self.journey.overlay, Admitting):
            return
        entered = voucher.enter(overlay, key, self._kiosk)
        if isinstance(entered, Admitting):
            self.become(self.journey.under(entered))
        else:
            self._begin(overlay.route, entered)

    def show_voucher(self, code: str) -> None:
        """A whole voucher at once, as a scanner reads it; on any other page it is forgotten."""
        overlay = self.journey.overlay
        if isinstance(overlay, Admitting) and overlay.by_voucher:
            self.journey = self.journey.under(replace(overlay, typed=code))
            self.type_voucher("enter")

    def let_in(self) -> None:
        """The staff lets the person who waits begin; only through the open door."""
        overlay = self.journey.overlay
        if isinstance(overlay, Staffing) and overlay.is_open and overlay.waiting:
            self._begin(overlay.waiting.route, voucher.by_staff(self._kiosk()))

    def pick_way(self, code: str) -> None:
        """The way through that fits the time; or, after a round, another one or none."""
        match self.journey.stage:
            case Routing():
                self._begin(routes.route_named(self.consultation, code))
            case Answering() if code == routes.MORE:
                self._durably(self._add_round)
            case Answering():
                self.go_on()

    def decline(self) -> None:
        """No, thank you."""

        def act() -> None:
            responding.refuse(self._kiosk())
            self.become(self.journey.at(Gone(has_deleted=False)), turns=True)

        self._durably(act)

    # -- answering ----------------------------------------------------------------------------

    def choose(self, code: str) -> None:
        """Choose, or take away, one choice of this question."""
        self.become(giving.choose(self.journey, code))
        if faults.goes_on(self.journey):
            self.go_on()

    def vote(self, vote: Vote) -> None:
        """Vote on this statement and go on."""
        self.journey = giving.vote(self.journey, vote)
        self.go_on()

    def prefer_not(self) -> None:
        """I prefer not to answer this question, and go on."""
        self.journey = giving.prefer_not(giving.put_keyboard_away(self.journey))
        self.go_on()

    # -- turning pages ------------------------------------------------------------------------

    def go_on(self) -> None:
        """Consent, or the next page, only after what was given is safe; at the end, send."""
        match self.journey.stage:
            case Welcome():
                self.become(self.journey.at(Picking()), turns=True)
            case Promising():
                self.consent()
            case Answering(seat) if seat.session.page is None:
                self._send(response.Ended.COMPLETE)
            case Answering() as stage if steps.has_next(stage):
                self._durably(self._step)
            case Answering():
                self._durably(self._turn)

    def _turn(self) -> None:
        stage = self.journey.stage
        if not isinstance(stage, Answering):
            return
        if (held := faults.held_back(self.journey)) is not None:
            self.become(held)
            return
        returns = stage.is_returning and stage.session.has_seen_all
        moved = responding.turn_page(self._kiosk(), self._at_ease(stage.seat), returns=returns)
        self._sit(moved, is_returning=returns and moved.session.page is not None)

    def _step(self) -> None:
        if isinstance(stage := self.journey.stage, Answering):
            responding.keep(self._kiosk(), self._at_ease(stage.seat))
            self.become(self.journey.at(steps.moved(stage, 1)), turns=True)

    def _add_round(self) -> None:
        if isinstance(stage := self.journey.stage, Answering):
            seat = replace(stage.seat, session=stage.session.with_another_round())
            responding.keep(self._kiosk(), self._at_ease(seat))
            self._sit(seat, is_returning=stage.is_returning)

    def back(self) -> None:
        """One page back; from the first question to what was promised, over it."""
        match self.journey.stage:
            case Picking():
                self.become(self.journey.at(Welcome()), turns=True)
            case Promising() | Wishing():
                self.become(self.journey.at(Picking()), turns=True)
            case Routing():
                self.become(self.journey.at(Promising()), turns=True)
            case Answering(seat, is_single=True):
                self._sit(replace(seat, session=seat.session.at_review()))
            case Answering() as stage if stage.step:
                self.become(self.journey.at(steps.moved(stage, -1)), turns=True)
            case Answering(seat) if seat.session.position:
                session = seat.session.back()
                stage = Answering(replace(seat, session=session), step=steps.steps_of(session) - 1)
                self.become(self.journey.at(stage), turns=True)
            case Answering():
                self.become(self.journey.under(Promised()), turns=True)

    def change(self, item: str, step: int = -1) -> None:
        """Back to one page from the check of the answers; with a step, to that one alone."""
        seat = self._seat()
        if seat is not None:
            there = replace(seat, session=seat.session.at(item))
            stage = Answering(there, is_returning=True, step=max(step, 0), is_single=step >= 0)
            self.become(self.journey.at(stage), turns=True)

    # -- leaving ------------------------------------------------------------------------------

    def _send(self, ended: response.Ended) -> None:
        def act() -> None:
            seat = self._seat()
            if seat is not None:
                receipt = responding.send(self._kiosk(), self._at_ease(seat), ended=ended)
                self.become(self.journey.at(Thanked(receipt, is_partial=ended.is_partial)), turns=True)

        self._durably(act)

    def _at_ease(self, seat: Seat) -> Seat:
        comfort = self.journey.comfort
        sitting = replace(seat.session.sitting, text_size=comfort.text_step, contrast=comfort.scheme)
        return replace(seat, session=replace(seat.session, sitting=sitting))

    def send_and_leave(self) -> None:
        """Send what was answered."""
        self._send(response.Ended.LEFT)

    def delete_and_leave(self) -> None:
        """Delete every answer; final."""

        def act() -> None:
            responding.delete(self._kiosk())
            self.become(self.journey.at(Gone(has_deleted=True)), turns=True)

        self._durably(act)

    def time_out(self) -> None:
        """Nobody came back: the policy's promise is kept, and the screen forgets everything."""
        seat = self._seat()

        def act() -> None:
            if seat is not None:
                responding.time_out(self._kiosk(), self._at_ease(seat))
            self.finish()

        self._durably(act)

    def try_again(self) -> None:
        """Once more what could not be saved; the same receipt, so nothing is stored twice."""
        self.become(self.journey.under(None), turns=True)
        self._durably(self._again)

    def pick_again(self) -> None:
        """Back to the wall of languages."""
        self.become(self.journey.at(Picking()), turns=True)

    def finish(self) -> None:
        """Back to the welcome; the next person finds nothing of this one."""
        self._again = lambda: None
        self.become(self._fresh(), turns=True)

    # -- the way out --------------------------------------------------------------------------

    def leave(self) -> None:
        """*I have to go*: asks what becomes of the answers where there are any."""
        if self._seat() is None:
            self.finish()
        else:
            self.cover(Leaving())

    def open_door(self) -> None:
        """The staff gesture was made."""
        overlay = self.journey.overlay
        waiting = overlay if isinstance(overlay, Admitting) else None
        self.cover(Staffing(is_open=self._door is None, waiting=waiting))

    def end_day(self) -> None:
        """Leave the kiosk; only through the open door."""
        overlay = self.journey.overlay
        if isinstance(overlay, Staffing) and overlay.is_open:
            self.when_ended()

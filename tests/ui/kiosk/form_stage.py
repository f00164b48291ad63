"""The real kiosk before every page of a form: numbers half entered, dates, remarks, rounds and routes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from icc_consult.domain.session import Draw, Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from ui.kiosk import faults
from ui.kiosk.entering import enter
from ui.kiosk.journey import Answering, Journey, Routing

from tests.ui.kiosk.forms import form_pack
from tests.ui.kiosk.stage import Stage

RECEIPT = ReceiptCode("8F3K-22QX-0M7T-WZ5A")
_PRESSES: dict[str, Sequence[Sequence[str]]] = {
    "age[1]": ("17", "170"),
    "income": (("1", "2", "mark", "5", "sign"),),
    "born": ("1990", ("1", "9", "9", "0", "pick-9"), ("1", "9", "9", "0", "pick-9", "pick-30")),
    "came": (("2", "0", "1", "8", "pick-9"),),
    "year": ("2001",),
    "feast": (("1", "4", "4", "5", "pick-12", "pick-28"), "2026"),
    "leaves": (("pick-7",), ("pick-23", "pick-55", "later")),
}


class FormStage(Stage):
    """A kiosk with the form. What it plays is remembered in `played`."""

    def __init__(self) -> None:
        super().__init__(form_pack())
        self.window.media = lambda: form_pack().media
        self.window.bring_media()
        self.played: list[str] = []
        self.host.play = self.played.append

    def session(self) -> Session:
        """A sitting at the first page."""
        return Session.begin(self.consultation, LanguageTag(self.look.language), Draw())

    def answering(self, item: str = "") -> Journey:
        """At the page of this name, with what the form puts in."""
        journey = super().answering(item)
        stage = journey.stage
        assert isinstance(stage, Answering)
        return journey.at(replace(stage, seat=replace(stage.seat, session=stage.session.arrived())))

    def pages(self) -> Iterator[tuple[str, Journey]]:
        """Every page, and what it looks like in between."""
        yield "route", self.fresh().at(Routing())
        for page in self.session().pages:
            at = self.answering(page.id)
            yield page.id, at
            for codes in _PRESSES.get(page.id, ()):
                pressed = after(at, codes)
                if pressed != at:
                    yield f"{page.id} {''.join(codes)}", pressed
        for item, codes in (("must", ()), ("born", "19"), ("age[1]", "200"), ("even", "3")):
            yield f"{item} fault", held(after(self.answering(item), codes))
        yield "review", self._reviewed()

    def _reviewed(self) -> Journey:
        journey = self.answering("born")
        for item, codes in (
            ("born", ("1", "9", "9", "0", "pick-9", "pick-30")),
            ("leaves", ("pick-7", "pick-5")),
        ):
            journey = after(_at(journey, item), codes)
        stage = journey.stage
        assert isinstance(stage, Answering)
        return journey.at(Answering(Seat(stage.session.at_review(), RECEIPT)))


def _at(journey: Journey, item: str) -> Journey:
    stage = journey.stage
    assert isinstance(stage, Answering)
    return replace(journey, stage=Answering(replace(stage.seat, session=stage.session.at(item))))


def after(journey: Journey, codes: Sequence[str]) -> Journey:
    """The journey after these presses."""
    for code in codes:
        journey = enter(journey, code=code)
    return journey


def held(journey: Journey) -> Journey:
    """The journey after *next* could not go on."""
    stayed = faults.held_back(journey)
    assert stayed is not None
    return stayed

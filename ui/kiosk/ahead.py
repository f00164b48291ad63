"""Where a journey probably goes next, so that the page can be built while this one is read. Pure."""

from dataclasses import replace

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.session import Draw, Session
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from ui.kiosk import steps
from ui.kiosk.journey import Answering, Gone, Journey, Picking, Promising, Routing, Stage, Thanked, Welcome
from ui.kiosk.routes import routes_offered


def ahead_of(journey: Journey, consultation: Consultation) -> Journey | None:
    """The journey after going on from here, as far as that is known; nothing is done by asking."""
    if journey.overlay is not None:
        return None
    match journey.stage:
        case Welcome():
            return journey.at(Picking())
        case Picking():
            return journey.at(Promising())
        case Promising() if routes_offered(consultation):
            return journey.at(Routing())
        case Promising():
            session = Session.begin(consultation, journey.language, Draw())
            return journey.at(Answering(Seat(session, ReceiptCode(""))))
        case Answering(typed=None):
            return journey.at(_after(journey.stage))
        case Thanked() | Gone():
            return Journey(consultation.fallback_language)
    return None


def _after(stage: Answering) -> Stage:
    session = stage.session
    if steps.has_next(stage):
        return steps.moved(stage, 1)
    if session.page is None:
        return Thanked(stage.seat.receipt)
    returns = stage.is_returning and session.has_seen_all
    moved = session.onward() if returns else session.forward()
    return Answering(replace(stage.seat, session=moved), is_returning=returns and moved.page is not None)

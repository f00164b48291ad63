"""Journeys and scenes on a drawn consultation, without Qt."""

from collections.abc import Mapping
from dataclasses import replace

from icc_consult.domain.ballot import Vote
from icc_consult.domain.consultation import Consultation, Policy
from icc_consult.domain.response import Answer, Answered, Chosen, ChosenMany, Voted, Written
from icc_consult.domain.session import Draw, Session
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag
from icc_consult.i18n import Say
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from ui.kiosk.journey import Answering, Journey
from ui.kiosk.scene import Promise, Scene

from tests.sketches import consultation_drawn

EN = LanguageTag("en")
RECEIPT = ReceiptCode("8F3K-22QX-0M7T-WZ5A")
SKETCH = consultation_drawn()
PROMISE = Promise(Policy.KEEP, "City of Sketches", "Welcome desk")
DRAW = Draw(("s1", "s2"))


def chose(code: str, language: LanguageTag = EN) -> Answered:
    """One choice."""
    return Answered(Chosen(ChoiceCode(code)), language)


def chose_many(*codes: str) -> Answered:
    """Several choices."""
    return Answered(ChosenMany(tuple(ChoiceCode(code) for code in codes)), EN)


def wrote(text: str) -> Answered:
    """Words of one's own."""
    return Answered(Written(text), EN)


def voted(vote: Vote) -> Answered:
    """A vote."""
    return Answered(Voted(vote), EN)


def answering(
    item: str = "",
    answers: Mapping[str, Answer] | None = None,
    *,
    language: str = "en",
    consultation: Consultation = SKETCH,
    draw: Draw = DRAW,
) -> Journey:
    """At the page of this name, or at the check of the answers, with these answers given."""
    session = Session.begin(consultation, LanguageTag(language), draw)
    session = replace(session.at(item) if item else session.at_review(), answers=dict(answers or {}))
    return Journey(LanguageTag(language)).at(Answering(Seat(session, RECEIPT)))


def scene_of(journey: Journey, *, consultation: Consultation = SKETCH, promise: Promise = PROMISE) -> Scene:
    """What a page is derived from."""
    return Scene(journey, consultation, promise, Say(journey.language))


def texts(spoken: object) -> list[object]:
    """What is written on each of several things."""
    assert isinstance(spoken, tuple)
    return [one["text"] for one in spoken]

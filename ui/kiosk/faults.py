"""When *next* stays on the page, when a choice goes on by itself, and that something was heard. Pure."""

from dataclasses import replace

from icc_consult.domain.response import Answered
from icc_consult.domain.session import QuestionPage
from icc_consult.domain.survey import Number, Scale, SingleChoice

from ui.kiosk.entering import is_unfinished
from ui.kiosk.journey import Answering, Journey
from ui.kiosk.years import is_unlikely


def held_back(journey: Journey) -> Journey | None:
    """The journey with a word on what is amiss with the answer of this page; none where nothing is."""
    stage = journey.stage
    if not isinstance(stage, Answering):
        return None
    is_doubted = is_unlikely(stage.session) and not stage.is_faulty  # asked about once
    if stage.session.fault is None and not is_unfinished(journey) and not is_doubted:
        return None
    return replace(journey, stage=replace(stage, is_faulty=True))


def goes_on(journey: Journey) -> bool:
    """Whether a choice that was just made is all that a quick question waits for."""
    session = journey.session
    page = session.page if session else None
    if session is None or not isinstance(page, QuestionPage) or "quick" not in page.question.looks:
        return False
    is_single = isinstance(page.question, SingleChoice | Scale | Number)
    return is_single and isinstance(session.answers.get(page.id), Answered)


def heard(journey: Journey) -> Journey:
    """The journey of somebody who listened once more."""
    stage = journey.stage
    if not isinstance(stage, Answering):
        return journey
    sitting = replace(stage.session.sitting, heard=stage.session.sitting.heard + 1)
    seat = replace(stage.seat, session=replace(stage.session, sitting=sitting))
    return replace(journey, stage=replace(stage, seat=seat))

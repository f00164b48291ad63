"""What is amiss with a date: half entered, in another calendar, or in a year that hardly anybody has."""

from icc_consult.domain.session import Session
from icc_consult.domain.survey import Date
from icc_consult.languages import native_digits

from ui.kiosk import entering
from ui.kiosk.entering import Draft, draft_of
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene
from ui.kiosk.years import is_gregorian, is_unlikely, would_fit, years_there


def date_fault(scene: Scene, stage: Answering, question: Date) -> str:
    """The sentence; empty where only the words of the form say it, or nobody pressed *next* yet.

    A year of another calendar is told at once, because it is entered again from its first digit.
    """
    draft = draft_of(scene.journey, question)
    if is_gregorian(draft.calendar, draft.parts[0]):
        return _other_calendar(scene, draft)
    return _told_on_the_way(scene, stage.session, question, draft) if stage.is_faulty else ""


def _told_on_the_way(scene: Scene, session: Session, question: Date, draft: Draft) -> str:
    if entering.is_unfinished(scene.journey):
        return scene.say("This date is not complete yet.")
    fault, gregorian = session.fault, entering.as_gregorian(draft)
    if fault is None and is_unlikely(session):
        year = native_digits(draft.parts[0], scene.language)
        return scene.say("Is the year {year} right? If it is, please go on.", year=year)
    if fault is None or fault.is_missing or gregorian is None:
        return ""
    has_other = gregorian != entering.value_of(question, draft)
    return _other_calendar(scene, draft) if has_other and would_fit(session, question, gregorian) else ""


def _other_calendar(scene: Scene, draft: Draft) -> str:
    """A year of the Gregorian calendar, and which years those are here."""
    year, tag = draft.parts[0], scene.language
    first, second = (native_digits(str(one), tag) for one in years_there(draft.calendar, year))
    return scene.say(
        "Is {year} a year of the Gregorian calendar? Here it is {first} or {second}.",
        year=native_digits(year, tag),
        first=first,
        second=second,
    )

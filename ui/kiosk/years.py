"""A year that was perhaps counted in another calendar than the one that is asked for. No Qt."""

from icc_consult.domain.response import Answered, Dated
from icc_consult.domain.session import Session
from icc_consult.domain.survey import Date

from ui.kiosk.calendars import Calendar, Day, day_in, gregorian_of

_LIKELY = range(1850, 2151)
_DIGITS = 4


def is_gregorian(calendar: Calendar, year: str) -> bool:
    """Whether this is a year of the Gregorian calendar where another one is asked for, beyond doubt."""
    if calendar is Calendar.GREGORIAN or len(year) < _DIGITS or int(year) not in _LIKELY:
        return False
    try:
        return gregorian_of(Day(calendar, int(year), 7, 1)).year not in _LIKELY
    except (ValueError, OverflowError):
        return True


def years_there(calendar: Calendar, year: str) -> tuple[int, int]:
    """The two years of this calendar in which a Gregorian year lies."""
    first, last = (gregorian_of(Day(Calendar.GREGORIAN, int(year), *day)) for day in ((1, 1), (12, 31)))
    return day_in(calendar, first).year, day_in(calendar, last).year


def is_unlikely(session: Session) -> bool:
    """Whether the date that was given on this page lies where hardly anybody has one."""
    page = session.page
    given = session.answers.get(page.id) if page else None
    value = given.value if isinstance(given, Answered) else None
    return isinstance(value, Dated) and int(value.date[:_DIGITS]) not in _LIKELY


def would_fit(session: Session, question: Date, date: Dated) -> bool:
    """Whether the rules of the question that refuse its answer would take this one."""
    fits = session.with_answer(question.id, Answered(date, session.language)).fault is None
    session.way.pages(session.answers, session.language)  # a way remembers what it was last asked with
    return fits

"""Numbers, dates and times as a person reads them, in the digits and the calendar of the language. No Qt."""

from datetime import date

from icc_consult.domain.pages import Page, QuestionPage
from icc_consult.domain.response import Dated, Numbered, Timed, Worked
from icc_consult.domain.survey import Date
from icc_consult.languages import language, native_digits

from ui.kiosk.calendars import Calendar, calendar_of, day_in, written
from ui.kiosk.scene import Scene


def told_entry(scene: Scene, page: Page, value: Numbered | Dated | Timed | Worked) -> str:
    """What was entered on this page."""
    match value:
        case Numbered(numeral):
            return told_number(scene, numeral)
        case Dated(iso):
            return told_date(scene, iso, _calendar(scene, page))
        case Timed(text) | Worked(text):
            return native_digits(text, scene.language)


def _calendar(scene: Scene, page: Page) -> Calendar:
    is_dated = isinstance(page, QuestionPage) and isinstance(page.question, Date)
    return calendar_of(page.question.calendar if is_dated else "", scene.language)  # type: ignore[union-attr]


def told_number(scene: Scene, numeral: str) -> str:
    """A number as it is typed, ungrouped: half of one reads well too."""
    return native_digits(
        numeral.replace(".", language(scene.language).decimal).replace("-", "−"), scene.language
    )


def told_date(scene: Scene, iso: str, calendar: Calendar) -> str:
    """A stored date in a calendar, as exactly as it was asked."""
    exact = iso.count("-")
    day = day_in(calendar, date.fromisoformat(iso + ("-07-01", "-15", "")[exact]))
    return native_digits(written(day, scene.language, exact), scene.language)

"""What presses on large buttons make of a number, a date or a time."""

from decimal import Decimal
from typing import Any

import pytest

from icc_consult.domain.response import Answered, Dated, Numbered, Refused, Timed
from icc_consult.domain.survey import Date, Number, Precision, QuestionId, Time
from icc_consult.domain.wording import Wording

from ui.kiosk.calendars import Calendar
from ui.kiosk.entering import Draft, Entered, draft_of, enter, is_unfinished, pressed, turn_to, value_of
from ui.kiosk.giving import prefer_not
from ui.kiosk.journey import Journey

from tests.ui.kiosk.form_stage import after
from tests.ui.kiosk.forms import form_pack
from tests.ui.kiosk.scenes import EN, answering

FORM = form_pack().consultation


def at(item: str, given: Any = None, *, language: str = "en") -> Journey:
    """At the page of the form of this name."""
    answers = {item: Answered(given, EN)} if given else {}
    return answering(item, answers, language=language, consultation=FORM)


def entered(question: Entered, codes: list[str], calendar: Calendar = Calendar.GREGORIAN) -> Any:
    """The value after these presses; nothing where they make none."""
    count = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
    parts = (
        count[question.precision] if isinstance(question, Date) else 2 if isinstance(question, Time) else 1
    )
    draft = Draft("q", calendar, ("",) * parts)
    for code in codes:
        draft = pressed(question, draft, code)
    return value_of(question, draft)


def number(**members: Any) -> Number:
    return Number(QuestionId("q"), Wording(), **members)


def dated(precision: Precision = Precision.DAY) -> Date:
    return Date(QuestionId("q"), Wording(), precision=precision)


BOUND = {"least": Decimal(0), "most": Decimal(120)}


@pytest.mark.parametrize(
    ("question", "presses", "stored"),
    [
        (number(), "42", "42"),
        (number(), "042", "42"),
        (number(), "0", "0"),
        (number(**BOUND), "17", "17"),
        (number(**BOUND), "121", None),
        (number(**BOUND), "1205", "120"),
        (number(), ["5", "sign"], "-5"),
        (number(), ["sign", "5", "sign"], "5"),
        (number(), ["0", "sign"], "0"),
        (number(is_whole=False), ["3", "mark", "5"], "3.5"),
        (number(is_whole=False), ["mark", "5"], "0.5"),
        (number(is_whole=False), ["1", "mark", "mark", "2"], "1.2"),
        (number(), ["4", "2", "erase"], "4"),
        (number(), ["4", "erase"], None),
        (number(), ["sign"], None),
        (number(), "1234567890123456", "123456789012345"),
    ],
)
def test_a_number_is_typed_digit_by_digit(question: Number, presses: Any, stored: str | None) -> None:
    assert entered(question, list(presses)) == (Numbered(stored) if stored else None)


@pytest.mark.parametrize(
    ("calendar", "precision", "presses", "stored"),
    [
        (Calendar.GREGORIAN, Precision.DAY, [*"1990", "pick-9", "pick-30"], "1990-09-30"),
        (Calendar.GREGORIAN, Precision.DAY, [*"1990", "pick-9"], None),
        (Calendar.GREGORIAN, Precision.DAY, [*"199", "pick-9", "pick-3"], None),
        (Calendar.GREGORIAN, Precision.DAY, [*"0000", "pick-1", "pick-1"], None),
        (Calendar.GREGORIAN, Precision.MONTH, [*"2018", "pick-2"], "2018-02"),
        (Calendar.GREGORIAN, Precision.YEAR, [*"2018"], "2018"),
        (Calendar.GREGORIAN, Precision.YEAR, [*"20192018"], "2018"),
        (Calendar.PERSIAN, Precision.DAY, [*"1403", "pick-12", "pick-30"], "2025-03-20"),
        (Calendar.PERSIAN, Precision.MONTH, [*"1403", "pick-1"], "2024-04"),
        (Calendar.PERSIAN, Precision.YEAR, [*"1370"], "1991"),
        (Calendar.ETHIOPIAN, Precision.DAY, [*"2016", "pick-13", "pick-5"], "2024-09-10"),
        (Calendar.ETHIOPIAN, Precision.MONTH, [*"2016", "pick-13"], "2024-09"),
        (Calendar.ETHIOPIAN, Precision.YEAR, [*"2018"], "2026"),
        (Calendar.ISLAMIC, Precision.DAY, [*"1445", "pick-1", "pick-1"], "2023-07-19"),
    ],
)
def test_a_date_is_stored_in_the_gregorian_calendar(
    calendar: Calendar, precision: Precision, presses: list[str], stored: str | None
) -> None:
    assert entered(dated(precision), presses, calendar) == (Dated(stored) if stored else None)


@pytest.mark.parametrize(
    ("presses", "stored"),
    [
        (["pick-7", "pick-5"], "07:05"),
        (["pick-23", "pick-55", "later"], "23:56"),
        (["pick-0", "pick-0", "earlier"], "00:59"),
        (["pick-7"], None),
    ],
)
def test_a_time_is_an_hour_and_a_minute(presses: list[str], stored: str | None) -> None:
    assert entered(Time(QuestionId("q"), Wording()), presses) == (Timed(stored) if stored else None)


def test_a_day_that_the_month_does_not_have_is_asked_again() -> None:
    journey = after(at("born"), [*"2023", "pick-1", "pick-31"])
    journey = enter(turn_to(journey, part=1), code="pick-2")
    question = next(one for one in FORM.questions() if one.id == "born")
    assert isinstance(question, Date)
    assert draft_of(journey, question).parts == ("2023", "2", "")
    assert draft_of(journey, question).at == 2
    assert is_unfinished(journey)


@pytest.mark.parametrize(
    ("item", "given", "language", "parts"),
    [
        ("age[1]", Numbered("17"), "en", ("17",)),
        ("born", Dated("1990-09-30"), "en", ("1990", "9", "30")),
        ("born", Dated("2025-03-20"), "fa", ("1403", "12", "30")),
        ("born", Dated("2024-09-10"), "am", ("2016", "13", "5")),
        ("came", Dated("2024-04"), "fa", ("1403", "1")),
        ("year", Dated("1991"), "fa-AF", ("1370",)),
        ("leaves", Timed("07:05"), "en", ("7", "5")),
    ],
)
def test_an_answer_is_taken_apart_again_in_the_calendar_of_the_reader(
    item: str, given: Any, language: str, parts: tuple[str, ...]
) -> None:
    journey = at(item, given, language=language)
    page = journey.session.page if journey.session else None
    assert page is not None
    assert draft_of(journey, page.question).parts == parts  # type: ignore[union-attr,arg-type]


def test_what_is_half_entered_is_no_answer_and_takes_the_old_one_back() -> None:
    journey = enter(at("age[1]", Numbered("17")), code="0")
    assert journey.session
    assert "age[1]" not in journey.session.answers
    assert is_unfinished(journey)


def test_nothing_is_unfinished_for_somebody_who_prefers_not_to_answer() -> None:
    journey = prefer_not(after(at("born"), "19"))
    assert journey.session
    assert journey.session.answers["born"] == Refused()
    assert not is_unfinished(journey)


def test_a_date_half_entered_is_begun_again_where_the_language_has_another_calendar() -> None:
    journey = after(at("born"), "199")
    page = journey.session.page if journey.session else None
    assert page is not None
    read = journey.reading("fa")  # type: ignore[arg-type]
    assert draft_of(read, page.question).parts == ("", "", "")  # type: ignore[union-attr,arg-type]

"""Days in the calendars that residents count in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kiosk.calendars import Calendar, Day, calendar_of, day_in, days_in, gregorian_of, month_names, written


@pytest.mark.parametrize(
    ("calendar", "counted", "gregorian"),
    [
        (Calendar.GREGORIAN, (2026, 11, 22), date(2026, 11, 22)),
        (Calendar.PERSIAN, (1400, 1, 1), date(2021, 3, 21)),
        (Calendar.PERSIAN, (1403, 12, 30), date(2025, 3, 20)),
        (Calendar.ETHIOPIAN, (2000, 1, 1), date(2007, 9, 12)),
        (Calendar.ETHIOPIAN, (2015, 13, 6), date(2023, 9, 11)),
        (Calendar.ISLAMIC, (1445, 1, 1), date(2023, 7, 19)),
    ],
)
def test_a_day_that_is_known_in_two_calendars(
    calendar: Calendar, counted: tuple[int, int, int], gregorian: date
) -> None:
    day = Day(calendar, *counted)
    assert (gregorian_of(day), day_in(calendar, gregorian)) == (gregorian, day)


@given(st.sampled_from(Calendar), st.dates(date(1800, 1, 1), date(2200, 1, 1)))
def test_every_day_comes_back_from_every_calendar(calendar: Calendar, day: date) -> None:
    counted = day_in(calendar, day)
    assert gregorian_of(counted) == day
    assert 1 <= counted.day <= days_in(calendar, counted.year, counted.month)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "days"),
    [
        (Calendar.GREGORIAN, 2024, 2, 29),
        (Calendar.GREGORIAN, 2026, 12, 31),
        (Calendar.PERSIAN, 1403, 12, 30),
        (Calendar.PERSIAN, 1404, 12, 29),
        (Calendar.ETHIOPIAN, 2015, 13, 6),
        (Calendar.ETHIOPIAN, 2016, 13, 5),
    ],
)
def test_a_month_is_as_long_as_its_year_makes_it(
    calendar: Calendar, year: int, month: int, days: int
) -> None:
    assert days_in(calendar, year, month) == days


@pytest.mark.parametrize(
    ("wished", "tag", "calendar"),
    [
        ("", "fa", Calendar.PERSIAN),
        ("", "fa-AF", Calendar.PERSIAN),
        ("", "am", Calendar.ETHIOPIAN),
        ("", "ti", Calendar.ETHIOPIAN),
        ("", "ar", Calendar.GREGORIAN),
        ("islamic", "am", Calendar.ISLAMIC),
    ],
)
def test_a_date_is_entered_in_the_calendar_of_its_question_or_of_the_language(
    wished: str, tag: str, calendar: Calendar
) -> None:
    assert calendar_of(wished, tag) is calendar


@pytest.mark.parametrize(
    ("calendar", "tag", "first"),
    [
        (Calendar.PERSIAN, "fa", "فروردین"),
        (Calendar.PERSIAN, "fa-AF", "حمل"),
        (Calendar.ETHIOPIAN, "am", "መስከረም"),
        (Calendar.ISLAMIC, "ur", "محرم"),
        (Calendar.GREGORIAN, "uk", "січень"),
        (Calendar.PERSIAN, "so", "Farvardin"),
    ],
)
def test_months_have_the_names_of_the_language(calendar: Calendar, tag: str, first: str) -> None:
    names = month_names(calendar, tag)
    assert (names[0], len(names)) == (first, calendar.months)


@pytest.mark.parametrize(
    ("tag", "calendar", "day", "month", "year"),
    [
        ("en", Calendar.GREGORIAN, "30 September 1990", "September 1990", "1990"),
        ("de", Calendar.GREGORIAN, "30. September 1990", "September 1990", "1990"),
        ("uk", Calendar.GREGORIAN, "30 вересня 1990\u202fр.", "вересень 1990\u202fр.", "1990"),
        ("zh-Hans", Calendar.GREGORIAN, "1990年9月30日", "1990年9月", "1990"),
        ("ur", Calendar.GREGORIAN, "30 ستمبر، 1990", "ستمبر 1990", "1990"),
        ("pt-PT", Calendar.GREGORIAN, "30 de setembro de 1990", "setembro de 1990", "1990"),
        ("en", Calendar.ISLAMIC, "30 Ramadan 1990", "Ramadan 1990", "1990"),
    ],
)
def test_a_date_is_written_in_the_order_of_its_language(
    tag: str, calendar: Calendar, day: str, month: str, year: str
) -> None:
    given = Day(calendar, 1990, 9, 30)
    assert [written(given, tag, exact) for exact in (2, 1, 0)] == [day, month, year]

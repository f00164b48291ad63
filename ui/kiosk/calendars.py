"""Calendars in which residents give a date: how long their months are, what they are called. No Qt.

What is stored is always Gregorian. The Ethiopian calendar has the months of the Coptic one, and
counts 276 years more. A month, or a year, of another calendar stands for the Gregorian one in which its
middle lies.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Any

from icc_consult.assets import resources
from icc_consult.languages import language

_ETHIOPIAN_YEARS = 276
_FIELD = re.compile(r"'([^']*)'|d+|M+|L+|y+")
_OF_LANGUAGES = {"fa": "persian", "fa-AF": "persian", "am": "ethiopian", "ti": "ethiopian"}


class Calendar(StrEnum):
    """A way to count days, months and years."""

    GREGORIAN = "gregorian"
    PERSIAN = "persian"
    ETHIOPIAN = "ethiopian"
    ISLAMIC = "islamic"

    @property
    def months(self) -> int:
        """How many months a year has."""
        return 13 if self is Calendar.ETHIOPIAN else 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a calendar."""

    calendar: Calendar
    year: int
    month: int
    day: int


def calendar_of(wished: str, tag: str) -> Calendar:
    """The calendar that a question wishes, else that of the language."""
    return Calendar(wished or _OF_LANGUAGES.get(language(tag).tag, "gregorian"))


def day_in(calendar: Calendar, gregorian: date) -> Day:
    """The same day in this calendar."""
    if calendar is Calendar.GREGORIAN:
        return Day(calendar, gregorian.year, gregorian.month, gregorian.day)
    counting = _counting(calendar)
    year, month, day = counting.from_gregorian(gregorian.year, gregorian.month, gregorian.day)
    return Day(calendar, year + _years_later(calendar), month, day)


def gregorian_of(day: Day) -> date:
    """The same day in the Gregorian calendar; raises `ValueError` or `OverflowError` where there is none."""
    if day.calendar is Calendar.GREGORIAN:
        return date(day.year, day.month, day.day)
    year = day.year - _years_later(day.calendar)
    return date(*_counting(day.calendar).to_gregorian(year, day.month, day.day))


def days_in(calendar: Calendar, year: int, month: int) -> int:
    """How many days this month has."""
    following = (year + 1, 1) if month == calendar.months else (year, month + 1)
    first = partial(Day, calendar)
    return (gregorian_of(first(*following, 1)) - gregorian_of(first(year, month, 1))).days


def month_names(calendar: Calendar, tag: str) -> tuple[str, ...]:
    """The months from the first, as the language calls them, else as English does. Source: Unicode CLDR."""
    asked = language(tag)
    if calendar is Calendar.GREGORIAN:
        names = _locale(tag).months["stand-alone"]["wide"]
        return tuple(names[month] for month in range(1, 13))
    known = _names()[calendar]
    for one in (asked.tag, *asked.fallbacks):
        if one in known:
            return tuple(known[one])
    return tuple(known["en"])


def written(day: Day, tag: str, exact: int) -> str:
    """The year; with the month if `exact` is 1; with the day too if it is 2: in the order of the language."""
    locale = _locale(tag)
    years_months = locale.datetime_skeletons.get("yMMMM")
    patterns = ("y", str(years_months or "MMMM y"), locale.date_formats["long"].pattern)

    def shown(field: re.Match[str]) -> str:
        match field[0][0]:
            case "'":
                return field[1]
            case "d":
                return str(day.day)
            case "y":
                return str(day.year)
            case _:
                return _month(day, tag, field[0])

    return _FIELD.sub(shown, patterns[exact])


def _month(day: Day, tag: str, field: str) -> str:
    """The month as its field in a pattern wants it: beside a day many languages bend its name."""
    if day.calendar is not Calendar.GREGORIAN:
        return month_names(day.calendar, tag)[day.month - 1]
    if len(field) < 3:
        return str(day.month)
    return str(_locale(tag).months["format" if field[0] == "M" else "stand-alone"]["wide"][day.month])


def _locale(tag: str) -> Any:
    from babel import Locale  # noqa: PLC0415 - only dates need Babel's names

    found = language(tag).plural_locale
    return Locale.parse("en_GB" if found == "en" else found)


def _years_later(calendar: Calendar) -> int:
    return _ETHIOPIAN_YEARS if calendar is Calendar.ETHIOPIAN else 0


def _counting(calendar: Calendar) -> Any:
    from convertdate import coptic, islamic, persian  # noqa: PLC0415 - only such dates need them

    return {Calendar.PERSIAN: persian, Calendar.ETHIOPIAN: coptic, Calendar.ISLAMIC: islamic}[calendar]


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(
        (resources() / "calendars.json").read_text(encoding="utf-8")
    )
    return found

"""A resident at a form: random valid numbers, dates and times, entered button by button."""

import random
from datetime import date, timedelta
from decimal import Decimal

from icc_consult.domain.response import Dated, Numbered, Timed
from icc_consult.domain.survey import Date, Number, Precision, Time
from icc_consult.domain.wording import LanguageTag

from ui.demo.hands import Hands
from ui.kiosk.calendars import calendar_of, day_in
from ui.kiosk.entering import PICK, Draft, value_of

_FIRST, _DAYS = date(1950, 1, 1), 27_000
_FAR = 10_000
_PARTS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
Typed = Number | Date | Time


def enter(
    hands: Hands, chance: random.Random, asked: Typed, language: LanguageTag
) -> Numbered | Dated | Timed:
    """Enter something that fits."""
    match asked:
        case Number() if asked.steps():
            return _pick(hands, chance, asked)
        case Number():
            return _type(hands, chance, asked)
        case Date():
            return _date(hands, chance, asked, language)
        case Time():
            return _time(hands, chance)


def _pick(hands: Hands, chance: random.Random, asked: Number) -> Numbered:
    step = f"{chance.choice(asked.steps()):f}"
    hands.tap(f"choice-{step}")
    return Numbered(step)


def _type(hands: Hands, chance: random.Random, asked: Number) -> Numbered:
    """Digit by digit; the sign last, as many people do."""
    least = int(asked.least) if asked.least is not None else -_FAR
    most = int(asked.most) if asked.most is not None else least + 2 * _FAR
    number = chance.randint(least, most)
    half = "" if asked.is_whole or number in (least, most) else ".5"
    for mark in f"{abs(number)}{half}":
        hands.tap("entry-mark" if mark == "." else f"entry-{mark}")
    if number < 0:
        hands.tap("entry-sign")
    return Numbered(f"{Decimal(f'{number}{half}'):f}")


def _date(hands: Hands, chance: random.Random, asked: Date, language: LanguageTag) -> Dated:
    calendar = calendar_of(asked.calendar, language)
    day = day_in(calendar, _FIRST + timedelta(days=chance.randrange(_DAYS)))
    parts = (f"{day.year:04}", str(day.month), str(day.day))[: _PARTS[asked.precision]]
    for digit in parts[0]:
        hands.tap(f"entry-{digit}")
    for part in parts[1:]:
        hands.tap(f"entry-{PICK}{part}")
    value = value_of(asked, Draft(asked.id, calendar, parts))
    assert isinstance(value, Dated)  # noqa: S101 - a day that a calendar has makes a date
    return value


def _time(hands: Hands, chance: random.Random) -> Timed:
    """An hour and five minutes; now and then a minute later."""
    hour, minute = chance.randrange(24), 5 * chance.randrange(12)
    hands.tap(f"entry-{PICK}{hour}")
    hands.tap(f"entry-{PICK}{minute}")
    if chance.random() < 0.5:
        hands.tap("entry-later")
        minute += 1
    return Timed(f"{hour:02}:{minute:02}")

"""Functions over days and instants."""

from datetime import datetime
from math import floor, isfinite, nan

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.moments import Moment, day_part, moment_of_days, moment_of_text, part_of_day
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Value, single, text

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@function("today", takes=0)
def _today(scope: Scope) -> Value:
    return Moment(scope.world.now.replace(hour=0, minute=0, second=0, microsecond=0), is_day=True)


@function("now", takes=0)
def _now(scope: Scope) -> Value:
    return Moment(scope.world.now)


@function("date", takes=1)
def _date(scope: Scope, value: Value) -> Value:
    """A day where it is midnight here, an instant otherwise; empty text for what is no date."""
    moment = _moment(scope, value)
    return "" if moment is None else Moment(moment.at, is_day=part_of_day(moment.at) == 0)


@function("date-time", takes=1)
def _date_time(scope: Scope, value: Value) -> Value:
    moment = _moment(scope, value)
    return "" if moment is None else Moment(moment.at)


def _moment(scope: Scope, value: Value) -> Moment | None:
    one = single(value)
    match one:
        case Moment():
            return one
        case bool():
            return None
        case float():
            return moment_of_days(one, scope.zone)
        case _:
            return moment_of_text(text(one), scope.zone)


@function("decimal-date-time", takes=1)
def _decimal_date_time(scope: Scope, value: Value) -> Value:
    moment = _moment(scope, value)
    return nan if moment is None else moment.days


@function("decimal-time", takes=1)
def _decimal_time(scope: Scope, value: Value) -> Value:
    """The part of the day, of a time, a date with a time, or a number of days."""
    one = single(value)
    if isinstance(one, float):
        return one - floor(one) if isfinite(one) else nan
    part = day_part(text(one), scope.zone)
    if part is not None:
        return part
    moment = _moment(scope, one)
    return nan if moment is None else part_of_day(moment.at)


@function("format-date", "format-date-time", takes=2)
def _format_date(scope: Scope, value: Value, pattern: Value) -> Value:
    """English names of months and days; a letter that means nothing stays as it is."""
    moment = _moment(scope, value)
    return "" if moment is None else _formatted(moment.at, text(pattern))


def _formatted(at: datetime, pattern: str) -> str:
    parts = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": str(at.month),
        "b": _MONTHS[at.month - 1],
        "d": f"{at.day:02}",
        "e": str(at.day),
        "a": _DAYS[at.weekday()],
        "H": f"{at.hour:02}",
        "h": str(at.hour),
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
    }
    first, *rest = pattern.split("%%")
    return "%".join(_filled(piece, parts) for piece in (first, *rest))


def _filled(piece: str, parts: dict[str, str]) -> str:
    before, *fields = piece.split("%")
    return before + "".join(parts.get(field[:1], "%" + field[:1]) + field[1:] for field in fields)

"""Days and instants as expressions know them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from math import isfinite

_DAY_MS = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK = (
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,9}))?)?"
    r"(?P<zone>Z|[-+][0-9]{2}(?::?[0-9]{2})?)?"
)
_DATE = re.compile(rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})(?:T(?:{_CLOCK})?)?")
_TIME = re.compile(_CLOCK)
_FURTHEST_HOURS = 14


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in the zone of the evaluation; `is_day` says to write it without a clock."""

    at: datetime
    is_day: bool = False

    @property
    def days(self) -> float:
        """Days since the start of 1970 in UTC, with the part of the day."""
        return ((self.at - _EPOCH) // timedelta(milliseconds=1)) / _DAY_MS

    def __str__(self) -> str:
        return self.at.date().isoformat() if self.is_day else self.at.isoformat(timespec="milliseconds")


def moment_of_days(days: float, zone: timezone) -> Moment | None:
    """The instant so many days after the start of 1970 in UTC; None outside the calendar."""
    if not isfinite(days):
        return None
    try:
        return Moment((_EPOCH + timedelta(milliseconds=round(days * _DAY_MS))).astimezone(zone))
    except OverflowError:
        return None


def moment_of_text(text: str, zone: timezone) -> Moment | None:
    """`2026-08-07`, also without padding, and with `T12:00:00.000+02:00`; None for anything else."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day = datetime(int(found["year"]), int(found["month"]), int(found["day"]), tzinfo=zone)
        at = day if found["hour"] is None else _with_clock(day, found, zone)
        return None if at is None else Moment(at.astimezone(zone), is_day="T" not in text)
    except (ValueError, OverflowError):
        return None


def day_part(text: str, zone: timezone) -> float | None:
    """The part of the day that has passed at `06:00:00.000+01:00`, seen from the zone."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    at = _with_clock(datetime(1970, 1, 2, tzinfo=zone), found, zone)
    return None if at is None else part_of_day(at.astimezone(zone))


def part_of_day(at: datetime) -> float:
    """From 0 at midnight to 1 at the next."""
    passed = at - at.replace(hour=0, minute=0, second=0, microsecond=0)
    return (passed // timedelta(milliseconds=1)) / _DAY_MS


def _with_clock(day: datetime, found: re.Match[str], zone: timezone) -> datetime | None:
    own_zone = _zone(found["zone"], zone)
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if own_zone is None or hour > 23 or minute > 59 or second > 59:
        return None
    part = int((found["part"] or "0").ljust(6, "0")[:6])
    return day.replace(hour=hour, minute=minute, second=second, microsecond=part, tzinfo=own_zone)


def _zone(text: str | None, default: timezone) -> timezone | None:
    if text is None:
        return default
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if hours > _FURTHEST_HOURS or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)

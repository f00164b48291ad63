"""What each type of question becomes."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Final

from icc_consult.formats.xlsform.form import Question

Made = tuple[str, dict[str, Any]]
YES: Final = frozenset({"yes", "true", "true()", "1", "x", "ja", "oui", "si", "sí"})
LONGEST_ANSWER = 1000
_HUGE = 10**15
_CALENDARS: Final = {
    "persian": "persian",
    "ethiopian": "ethiopian",
    "islamic": "islamic",
    "coptic": "ethiopian",
    "gregorian": "gregorian",
}


class BadRange(ValueError):
    """The parameters of a range are no numbers, or too large, or lead nowhere."""


def text(question: Question) -> Made:
    """A text. Forms say nothing of its length, so it is generous."""
    masked = {"masked": True} if "masked" in question.appearance else {}
    return "open_text", {"max_length": LONGEST_ANSWER, **masked}


def integer(_: Question) -> Made:
    """A whole number."""
    return "number", {"whole": True}


def decimal(_: Question) -> Made:
    """A number with a decimal mark."""
    return "number", {"whole": False}


def range_(question: Question) -> Made:
    """Numbers from `start` to `end` by `step`; 1 to 10 by 1 where nothing is said. Raises BadRange."""
    given = question.parameters
    try:
        least, most, step = (
            Decimal(given.get(name, usual)) for name, usual in (("start", "1"), ("end", "10"), ("step", "1"))
        )
    except InvalidOperation:
        raise BadRange(str(dict(given))) from None
    if least > most:
        least, most = most, least
    step = abs(step)
    is_finite = all(number.is_finite() and abs(number) < _HUGE for number in (least, most, step))
    if not step or not is_finite or step > most - least:
        raise BadRange(str(dict(given)))
    whole = all(number == number.to_integral_value() for number in (least, step))
    bounds = {"least": least, "most": most, "step": step}
    return "number", {"whole": whole, **{name: _numeral(one) for name, one in bounds.items()}}


def _numeral(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else format(number.normalize(), "f")


def date(question: Question) -> Made:
    """A day, or a month or year where the appearance says so; a calendar likewise."""
    looks = set(question.appearance)
    precision = "month" if "month-year" in looks else "year" if "year" in looks else "day"
    calendar = next((ours for word, ours in _CALENDARS.items() if word in looks), "")
    said = {"precision": precision} if precision != "day" else {}
    return "date", said | ({"calendar": calendar} if calendar else {})


def time(_: Question) -> Made:
    """A time of the day."""
    return "time", {}


def note(_: Question) -> Made:
    """Something to read."""
    return "note", {}


def calculated(_: Question) -> Made:
    """Worked out; a hidden one without a calculation holds its default."""
    return "calculated", {}


def quoted(value: str) -> str:
    """A fixed text as an expression."""
    return f'"{value}"' if "'" in value else f"'{value}'"


KINDS: Final[Mapping[str, Callable[[Question], Made]]] = MappingProxyType(
    {
        "text": text,
        "integer": integer,
        "decimal": decimal,
        "range": range_,
        "date": date,
        "time": time,
        "note": note,
        "calculate": calculated,
        "hidden": calculated,
    }
)
CHOOSING: Final = MappingProxyType(
    {
        "select_one": "single_choice",
        "select_one_from_file": "single_choice",
        "select_one_external": "single_choice",
        "select_multiple": "multiple_choice",
        "select_multiple_from_file": "multiple_choice",
        "rank": "ranking",
    }
)

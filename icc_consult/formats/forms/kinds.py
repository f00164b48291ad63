"""What each type of question becomes."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Final

from icc_consult.domain.logic import Aspect
from icc_consult.formats.xlsform.form import Question

Members = dict[str, Any]
YES: Final = frozenset({"yes", "true", "true()", "1", "x", "ja", "oui", "si", "sí"})
LONGEST_ANSWER = 1000
_CALENDARS: Final = {
    "persian": "persian",
    "ethiopian": "ethiopian",
    "islamic": "islamic",
    "coptic": "ethiopian",
    "gregorian": "gregorian",
}


class BadRange(ValueError):
    """The parameters of a range are no numbers, or lead nowhere."""


def text(question: Question) -> Members:
    """A text. Forms say nothing of its length, so it is generous."""
    masked = {"masked": True} if "masked" in question.appearance else {}
    return {"kind": "open_text", "max_length": LONGEST_ANSWER, **masked}


def integer(_: Question) -> Members:
    """A whole number."""
    return {"kind": "number", "whole": True}


def decimal(_: Question) -> Members:
    """A number with a decimal mark."""
    return {"kind": "number", "whole": False}


def range_(question: Question) -> Members:
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
    if not step or not (least.is_finite() and most.is_finite() and step.is_finite()) or step > most - least:
        raise BadRange(str(dict(given)))
    whole = all(number == number.to_integral_value() for number in (least, step))
    bounds = {"least": least, "most": most, "step": step}
    return {"kind": "number", "whole": whole, **{name: _numeral(one) for name, one in bounds.items()}}


def _numeral(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else format(number.normalize(), "f")


def date(question: Question) -> Members:
    """A day, or a month or year where the appearance says so; a calendar likewise."""
    looks = set(question.appearance)
    precision = "month" if "month-year" in looks else "year" if "year" in looks else "day"
    calendar = next((ours for word, ours in _CALENDARS.items() if word in looks), "")
    return {
        "kind": "date",
        **({"precision": precision} if precision != "day" else {}),
        **({"calendar": calendar} if calendar else {}),
    }


def time(_: Question) -> Members:
    """A time of the day."""
    return {"kind": "time"}


def note(_: Question) -> Members:
    """Something to read."""
    return {"kind": "note"}


def calculated(question: Question) -> Members:
    """Worked out; a hidden one without a calculation holds its default."""
    if Aspect.CALCULATION not in question.logic:
        return {"kind": "calculated", "calculation": quoted(question.default)}
    return {"kind": "calculated"}


def quoted(value: str) -> str:
    """A fixed text as an expression."""
    return f'"{value}"' if "'" in value else f"'{value}'"


KINDS: Final[Mapping[str, Callable[[Question], Members]]] = MappingProxyType(
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

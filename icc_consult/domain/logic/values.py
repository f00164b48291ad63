"""The values of the language, and how one kind becomes another."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timezone
from decimal import Decimal
from math import isfinite, isnan, nan

from icc_consult.domain.logic.errors import ResultTooLong, TooMuchWork
from icc_consult.domain.logic.moments import Moment, moment_of_text

LONGEST_TEXT = 100_000
MOST_WORK = 200_000
_NUMERAL = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


class Codes(tuple[str, ...]):
    """The codes of a multiple choice or a ranking: one value, written with spaces between."""

    __slots__ = ()


class Nodes(tuple["Value | Row", ...]):
    """Several values at once: of the rounds of a repeat, or the rows of a list."""

    __slots__ = ()


Value = str | float | bool | Moment | Codes | Nodes
Row = dict[str, "Value"]


def given(value: object, zone: timezone) -> Value:
    """A value from outside: None is empty, texts in a list are codes, any other list is several values."""
    match value:
        case bool() | str() | Moment() | Codes() | Nodes():
            return value
        case None:
            return ""
        case int() | float() | Decimal():
            return _float(value)
        case datetime():
            return Moment(value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone))
        case date() | time():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return _several(value, zone)
        case Mapping():
            return Nodes((_row(value, zone),))
        case _:
            return str(value)


def _float(value: float | Decimal) -> float:
    try:
        return float(value)
    except (OverflowError, ValueError):
        return nan


def _several(
    values: list[object] | tuple[object, ...] | set[object] | frozenset[object], zone: timezone
) -> Value:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        return Codes(sorted(texts) if isinstance(values, set | frozenset) else texts)
    return Nodes(_row(value, zone) if isinstance(value, Mapping) else given(value, zone) for value in values)


def _row(columns: Mapping[object, object], zone: timezone) -> Row:
    return {str(name): given(value, zone) for name, value in columns.items()}


def plain(value: Value) -> str | float | bool | list[str]:
    """A value for the outside: instants as text, several values as a list of texts."""
    match value:
        case Codes():
            return list(value)
        case Nodes():
            return [text(node) for node in value]
        case Moment():
            return str(value)
        case _:
            return value


def single(value: "Value | Row") -> str | float | bool | Moment | Codes:
    """The first of several; a row by itself is empty text."""
    if isinstance(value, Nodes):
        value = value[0] if value else ""
    return "" if isinstance(value, Nodes | dict) else value


def text(value: "Value | Row") -> str:
    """Numbers are written out in full, never with an exponent."""
    if type(value) is str:
        return value
    one = single(value)
    match one:
        case str():
            return one
        case bool():
            return "true" if one else "false"
        case float():
            return _numeral(one)
        case Codes():
            return " ".join(one)
        case _:
            return str(one)


def _numeral(number: float) -> str:
    if isnan(number):
        return "NaN"
    if not isfinite(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def number(value: "Value | Row", zone: timezone) -> float:
    """Dates count in days; what is no number is NaN, empty text too."""
    if type(value) is float:
        return value
    one = single(value)
    match one:
        case bool():
            return float(one)
        case float():
            return one
        case Moment():
            return one.days
        case _:
            return _number_of_text(text(one).strip(), zone)


def _number_of_text(numeral: str, zone: timezone) -> float:
    if _NUMERAL.fullmatch(numeral):
        return float(numeral)
    moment = moment_of_text(numeral, zone)
    return nan if moment is None else moment.days


def truth(value: "Value | Row") -> bool:
    """Whether there is anything: a number other than 0, a text with letters, at least one node."""
    match value:
        case bool():
            return value
        case float():
            return value != 0 and not isnan(value)
        case Moment():
            return True
        case _:
            return bool(value)


def parts(value: "Value | Row") -> Iterator["Value | Row"]:
    """The values one by one where there are several: nodes, and the codes of a multiple choice."""
    yield from value if isinstance(value, Nodes | Codes) else (value,)


def joined(separator: str, texts: list[str]) -> str:
    """Join within bounds. Raises `ResultTooLong`."""
    if sum(map(len, texts)) + len(separator) * len(texts) > LONGEST_TEXT:
        raise ResultTooLong(LONGEST_TEXT)
    return separator.join(texts)


Order = Callable[[float, float], bool]
_COMMON = frozenset({str, float})


def equal(left: Value, right: Value, zone: timezone) -> bool:
    """Booleans decide over numbers and dates, those over texts; of several nodes one is enough."""
    if type(left) in _COMMON and type(right) in _COMMON:
        return _same(left, right, zone)
    return _any_pair(left, right, lambda one, other: _same(one, other, zone))


def differ(left: Value, right: Value, zone: timezone) -> bool:
    """Not the opposite of `equal` where there are several nodes: one that differs is enough."""
    if type(left) in _COMMON and type(right) in _COMMON:
        return not _same(left, right, zone)
    return _any_pair(left, right, lambda one, other: not _same(one, other, zone))


def ordered(left: Value, right: Value, order: Order, zone: timezone) -> bool:
    """Compare as numbers; dates count in days."""
    if type(left) in _COMMON and type(right) in _COMMON:
        return order(number(left, zone), number(right, zone))
    return _any_pair(left, right, lambda one, other: order(number(one, zone), number(other, zone)))


def _any_pair(left: Value, right: Value, holds: Callable[["Value | Row", "Value | Row"], bool]) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return holds(truth(left), truth(right))
    lefts = left if isinstance(left, Nodes) else (left,)
    rights = right if isinstance(right, Nodes) else (right,)
    if len(lefts) * len(rights) > MOST_WORK:
        raise TooMuchWork(MOST_WORK)
    return any(holds(one, other) for one in lefts for other in rights)


def _same(left: "Value | Row", right: "Value | Row", zone: timezone) -> bool:
    if type(left) is str and type(right) is str:
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float | Moment) or isinstance(right, float | Moment):
        return number(left, zone) == number(right, zone)
    return text(left) == text(right)

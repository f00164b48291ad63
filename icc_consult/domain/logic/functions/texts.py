"""Functions over text. Lengths and positions count characters, not bytes or UTF-16 units."""

from collections.abc import Iterable
from math import floor, inf, isnan

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Codes, Row, Value, joined, number, parts, text


@function("string", takes=(0, 1))
def _string(scope: Scope, *value: Value) -> Value:
    return text(value[0] if value else scope.own)


@function("concat", takes=(0, None))
def _concat(_: Scope, *values: Value) -> Value:
    return joined("", [text(part) for value in values for part in _nodes(value)])


@function("join", takes=(1, None))
def _join(_: Scope, separator: Value, *values: Value) -> Value:
    return joined(text(separator), [text(part) for value in values for part in parts(value)])


def _nodes(value: Value) -> Iterable[Value | Row]:
    return (value,) if isinstance(value, Codes) else parts(value)


@function("contains", takes=2)
def _contains(_: Scope, whole: Value, part: Value) -> Value:
    return text(part) in text(whole)


@function("starts-with", takes=2)
def _starts_with(_: Scope, whole: Value, part: Value) -> Value:
    return text(whole).startswith(text(part))


@function("ends-with", takes=2)
def _ends_with(_: Scope, whole: Value, part: Value) -> Value:
    return text(whole).endswith(text(part))


@function("substring-before", takes=2)
def _substring_before(_: Scope, whole: Value, part: Value) -> Value:
    before, found, _after = text(whole).partition(text(part)) if text(part) else ("", "", "")
    return before if found else ""


@function("substring-after", takes=2)
def _substring_after(_: Scope, whole: Value, part: Value) -> Value:
    return text(whole).partition(text(part))[2] if text(part) else text(whole)


@function("substring", takes=(2, 3))
def _substring(scope: Scope, whole: Value, start: Value, *length: Value) -> Value:
    """XPath: counted from 1, start and length rounded, nothing where either is no number."""
    first = _rounded(number(start, scope.zone))
    end = first + _rounded(number(length[0], scope.zone)) if length else inf
    if isnan(first) or isnan(end):
        return ""
    letters = text(whole)
    return letters[int(_within(first - 1, letters)) : int(_within(end - 1, letters))]


@function("substr", takes=(2, 3))
def _substr(scope: Scope, whole: Value, start: Value, *end: Value) -> Value:
    """Counted from 0; a negative place counts from the end."""
    letters = text(whole)
    places = [number(place, scope.zone) for place in (start, *end)]
    first, last = (_from_end(place, letters) for place in (*places, inf)[:2])
    return letters[first:last]


def _rounded(value: float) -> float:
    return value if isnan(value) or value in {inf, -inf} else float(floor(value + 0.5))


def _within(place: float, letters: str) -> float:
    return min(max(place, 0), len(letters))


def _from_end(place: float, letters: str) -> int:
    if isnan(place):
        return 0
    return int(_within(place + len(letters) if place < 0 else place, letters))


@function("string-length", takes=(0, 1))
def _string_length(scope: Scope, *value: Value) -> Value:
    return float(len(text(value[0] if value else scope.own)))


@function("normalize-space", takes=(0, 1))
def _normalize_space(scope: Scope, *value: Value) -> Value:
    return " ".join(text(value[0] if value else scope.own).split())


@function("translate", takes=3)
def _translate(_: Scope, whole: Value, old: Value, new: Value) -> Value:
    fresh = text(new)
    table: dict[int, str | None] = {}
    for place, letter in enumerate(text(old)):
        table.setdefault(ord(letter), fresh[place] if place < len(fresh) else None)
    return text(whole).translate(table)


@function("regex", takes=2)
def _regex(scope: Scope, value: Value, pattern: Value) -> Value:
    """Whether the pattern covers the whole text."""
    return scope.world.engine.matcher(text(pattern))(text(value))

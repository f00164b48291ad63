"""Functions over chosen codes."""

from math import isfinite

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Codes, Value, number, parts, text


def _codes(value: Value) -> list[str]:
    if isinstance(value, Codes):
        return list(value)
    return [code for part in parts(value) for code in text(part).split()]


@function("selected", "is-selected", takes=2)
def _selected(_: Scope, chosen: Value, code: Value) -> Value:
    return text(code).strip() in _codes(chosen)


@function("count-selected", takes=1)
def _count_selected(_: Scope, chosen: Value) -> Value:
    return float(len(_codes(chosen)))


@function("selected-at", takes=2)
def _selected_at(scope: Scope, chosen: Value, place: Value) -> Value:
    """Counted from 0; empty text outside."""
    codes, index = _codes(chosen), number(place, scope.zone)
    return codes[int(index)] if isfinite(index) and 0 <= index < len(codes) else ""

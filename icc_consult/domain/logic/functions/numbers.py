"""Functions over numbers. Where mathematics has no answer the answer is NaN, never an error."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from icc_consult.domain.logic.functions.registry import FUNCTIONS, Function, function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Codes, Nodes, Value, number, parts, text

_MOST_PLACES = 30


def _total(body: Callable[..., float], *arguments: float) -> float:
    try:
        return body(*arguments)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan


def _plain(body: Callable[..., float]) -> Callable[..., Value]:
    def run(scope: Scope, *values: Value) -> Value:
        return _total(body, *(number(value, scope.zone) for value in values))

    return run


def _finite(body: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: float(body(value)) if math.isfinite(value) else value


def _log(base: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: -math.inf if value == 0 else base(value)


def _power(base: float, exponent: float) -> float:
    return math.inf if base == 0 and exponent < 0 else math.pow(base, exponent)


_ONE = {
    **{name: getattr(math, name) for name in ("acos", "asin", "atan", "cos", "sin", "tan", "sqrt", "exp")},
    "abs": abs,
    "exp10": lambda value: _power(10.0, value),
    "log": _log(math.log),
    "log10": _log(math.log10),
    "ceiling": _finite(math.ceil),
    "floor": _finite(math.floor),
    "int": _finite(math.trunc),
}
FUNCTIONS.update({name: Function(_plain(body), 1, 1) for name, body in _ONE.items()})
FUNCTIONS["atan2"] = Function(_plain(math.atan2), 2, 2)
FUNCTIONS["pow"] = Function(_plain(_power), 2, 2)


@function("pi", takes=0)
def _pi(_: Scope) -> Value:
    return math.pi


@function("number", takes=(0, 1))
def _number(scope: Scope, *value: Value) -> Value:
    return number(value[0] if value else scope.own, scope.zone)


@function("round", takes=(1, 2))
def _round(scope: Scope, value: Value, *places: Value) -> Value:
    """Halves away from zero, as a person would; decided on the digits that are shown."""
    exact, digits = number(value, scope.zone), number(places[0], scope.zone) if places else 0.0
    if not math.isfinite(exact):
        return exact
    if math.isnan(digits) or abs(digits) > _MOST_PLACES:
        return math.nan
    return _to_places(exact, int(digits))


def _to_places(exact: float, places: int) -> float:
    shown = Decimal(repr(exact))
    if -shown.as_tuple().exponent <= places:  # type: ignore[operator]
        return exact
    if shown.adjusted() < -places - 1:
        return 0.0
    return float(shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


@function("sum", takes=(1, None))
def _sum(scope: Scope, *values: Value) -> Value:
    return math.fsum(_known(scope, values)) if all(map(math.isfinite, _known(scope, values))) else math.nan


@function("max", takes=(1, None))
def _max(scope: Scope, *values: Value) -> Value:
    return max(_known(scope, values), default=math.nan)


@function("min", takes=(1, None))
def _min(scope: Scope, *values: Value) -> Value:
    return min(_known(scope, values), default=math.nan)


def _known(scope: Scope, values: tuple[Value, ...]) -> list[float]:
    """Numbers only: what was not answered neither adds nor spoils."""
    found = (number(part, scope.zone) for value in values for part in parts(value))
    return [value for value in found if not math.isnan(value)]


@function("count", takes=1)
def _count(_: Scope, nodes: Value) -> Value:
    return float(len(nodes) if isinstance(nodes, Nodes | Codes) else 1)


@function("count-non-empty", takes=1)
def _count_non_empty(_: Scope, nodes: Value) -> Value:
    return float(sum(bool(text(part)) for part in parts(nodes)))

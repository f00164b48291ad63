"""Functions over yes and no."""

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Value, number, parts, text, truth


@function("true", takes=0)
def _true(_: Scope) -> Value:
    return True


@function("false", takes=0)
def _false(_: Scope) -> Value:
    return False


@function("boolean", takes=1)
def _boolean(_: Scope, value: Value) -> Value:
    return truth(value)


@function("not", takes=1)
def _not(_: Scope, value: Value) -> Value:
    return not truth(value)


@function("boolean-from-string", takes=1)
def _boolean_from_string(_: Scope, value: Value) -> Value:
    return text(value) in {"true", "1"}


@function("checklist", takes=(2, None))
def _checklist(scope: Scope, least: Value, most: Value, *points: Value) -> Value:
    """Whether the count of true points lies within; a negative bound is none."""
    count = sum(truth(part) for point in points for part in parts(point))
    low, high = number(least, scope.zone), number(most, scope.zone)
    return (low < 0 or count >= low) and (high < 0 or count <= high)


@function("weighted-checklist", takes=(2, None))
def _weighted_checklist(scope: Scope, least: Value, most: Value, *pairs: Value) -> Value:
    """Points and weights in turn; the weights of true points are added up."""
    points = [part for point in pairs[::2] for part in parts(point)]
    weights = [number(part, scope.zone) for weight in pairs[1::2] for part in parts(weight)]
    total = sum(weight for point, weight in zip(points, weights, strict=False) if truth(point))
    low, high = number(least, scope.zone), number(most, scope.zone)
    return (low < 0 or total >= low) and (high < 0 or total <= high)

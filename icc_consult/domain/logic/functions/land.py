"""Distance, area and fence of points `latitude longitude altitude accuracy`, on a round Earth."""

from itertools import pairwise
from math import acos, cos, nan, radians, sin

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Value, number, parts, text

_EARTH_METRES = 6_378_100
_Point = tuple[float, float]


@function("distance", takes=(1, None))
def _distance(scope: Scope, *traces: Value) -> Value:
    """Metres along the points, to the centimetre; NaN for fewer than two or a bad one."""
    points = _points(scope, traces)
    if points is None or len(points) < 2:
        return nan
    return round(sum(_apart(one, other) for one, other in pairwise(points)), 2)


@function("area", "enclosed-area", takes=1)
def _area(scope: Scope, shape: Value) -> Value:
    """Square metres inside the points; NaN for fewer than two or a bad one."""
    points = _points(scope, (shape,))
    if points is None or len(points) < 2:
        return nan
    doubled = sum(
        radians(other[1] - one[1]) * (2 + sin(radians(one[0])) + sin(radians(other[0])))
        for one, other in pairwise((*points, points[0]))
    )
    return round(abs(doubled * _EARTH_METRES**2 / 2), 2)


@function("geofence", takes=2)
def _geofence(scope: Scope, place: Value, shape: Value) -> Value:
    """Whether the point lies inside a closed shape; one that is not closed has no inside."""
    points, corners = _points(scope, (place,)), _points(scope, (shape,))
    if not points or not corners or len(corners) < 4 or corners[0] != corners[-1]:
        return False
    crossings = sum(_crosses(points[0], one, other) for one, other in pairwise(corners))
    return crossings % 2 == 1


def _apart(one: _Point, other: _Point) -> float:
    (north, east), (other_north, other_east) = [(radians(p[0]), radians(p[1])) for p in (one, other)]
    cosine = sin(north) * sin(other_north) + cos(north) * cos(other_north) * cos(east - other_east)
    return acos(min(max(cosine, -1), 1)) * _EARTH_METRES


def _crosses(point: _Point, one: _Point, other: _Point) -> bool:
    if (one[0] > point[0]) == (other[0] > point[0]):
        return False
    return point[1] < one[1] + (other[1] - one[1]) * (point[0] - one[0]) / (other[0] - one[0])


def _points(scope: Scope, values: tuple[Value, ...]) -> list[_Point] | None:
    texts = [piece for value in values for part in parts(value) for piece in text(part).split(";")]
    points = [_point(scope, piece.split()) for piece in texts if piece.strip()]
    found = [point for point in points if point is not None]
    return found if len(found) == len(points) else None


def _point(scope: Scope, words: list[str]) -> _Point | None:
    if not 2 <= len(words) <= 4:
        return None
    north, east = number(words[0], scope.zone), number(words[1], scope.zone)
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None

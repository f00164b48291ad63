"""What the XML of a worksheet says that the reader of values does not: how far it goes, formulas, errors."""

import re
from typing import NamedTuple

from icc_consult.formats.xlsform.cells import column_number
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

MOST_CELLS = 2_000_000
_REACHES = re.compile(rb"""\br=["'](?:([A-Z]*)(\d+))["']""")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*+(?<=/)>")
_EMPTY_ROWS = re.compile(  # one at a time: CPython before 3.11.5 mistakes possessive groups
    rb"<(?:\w+:)?row\b[^>]*+"
    rb"(?:(?<=/)>|(?<!/)>(?:\s*<(?:\w+:)?c\b[^>]*+(?<=/)>){0,2000}\s*</(?:\w+:)?row>)\s*"
)
_LARGE = 2**20
_FAR = re.compile(rb' r="(?:[A-Z]{2}|[A-Z]?\d{5})')
_UNUSUAL = (b" r='", b"\tr=", b"\nr=", b"\rr=", b" r =")
_MIGHT_BE_FORMULA = (b"<f", b":f")
_MARKED = re.compile(rb"""t=["']e["']""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]+\d+)["'][^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"""
    rb"""\s*(<(?:\w+:)?(?:v|is)>[^<]*)?"""
)
_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*?\br=["']([A-Z]+\d+)["']""")
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_LONGEST_COLUMN, _MOST_ROWS = 3, 1_048_576


class Spot(NamedTuple):
    """A cell by row, counted from 1, and column, counted from 0."""

    row: int
    column: int


class Oddities(NamedTuple):
    """Cells that need a word: results of formulas, formulas without result, errors such as #N/A."""

    results: tuple[Spot, ...] = ()
    without_result: tuple[Spot, ...] = ()
    errors: tuple[Spot, ...] = ()


def trimmed(part: bytes, name: str) -> bytes:
    """The worksheet, without its empty rows and cells where those stretch it. Raises FormRefused."""
    if len(part) > _LARGE:
        part = _EMPTY_ROWS.sub(b"", part)
    if _is_near(part) or _area(part, name) <= MOST_CELLS:
        return part
    part = _EMPTY_ROWS.sub(b"", _EMPTY_CELL.sub(b"", part))
    if (area := _area(part, name)) > MOST_CELLS:
        raise FormRefused(Refusal.TOO_SPARSE, name, str(area))
    return part


def _is_near(part: bytes) -> bool:
    """Whether a glance is enough: nothing lies beyond Z9999."""
    unusual = (spelling for spelling in _UNUSUAL if spelling[:1] in part)
    return not any(spelling in part for spelling in unusual) and not _FAR.search(part)


def _area(part: bytes, name: str) -> int:
    reached = set(_REACHES.findall(part))
    columns = {letters for letters, _ in reached if letters}
    rows = max((int(number) for _, number in reached), default=0)
    if rows > _MOST_ROWS or any(len(letters) > _LONGEST_COLUMN for letters in columns):
        raise FormRefused(Refusal.DAMAGED, name)
    return rows * max((column_number(letters.decode()) + 1 for letters in columns), default=1)


def oddities_in(part: bytes) -> Oddities:
    """Formulas and errors in a worksheet."""
    results: list[Spot] = []
    without: list[Spot] = []
    if any(sign in part for sign in _MIGHT_BE_FORMULA):
        for found in _FORMULA.finditer(part):
            (results if found[2] else without).append(_spot(found[1]))
    errors = tuple(map(_spot, _ERROR.findall(part))) if _MARKED.search(part) else ()
    return Oddities(tuple(results), tuple(without), errors)


def _spot(reference: bytes) -> Spot:
    letters, number = _REFERENCE.fullmatch(reference.decode()).groups()  # type: ignore[union-attr]
    return Spot(int(number), column_number(letters))

"""What the XML of a worksheet says that the reader of values does not: how far it goes, formulas, errors."""

import re
from typing import NamedTuple

from icc_consult.formats.xlsform.cells import column_number
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

MOST_CELLS = 2_000_000
_REACHES = re.compile(rb"""\br\s*=\s*["'](?:([A-Za-z]*)(\d+))["']""")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*+(?<=/)>")
_EMPTY_ROWS = re.compile(  # one at a time: CPython before 3.11.5 mistakes possessive groups
    rb"<(?:\w+:)?row\b[^>]*+"
    rb"(?:(?<=/)>|(?<!/)>(?:\s*<(?:\w+:)?c\b[^>]*+(?<=/)>){0,2000}\s*</(?:\w+:)?row>)\s*"
)
_LARGE = 2**20
_CAPITALS, _DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
_UNSEEN = b" \t\r\n" + bytes(range(128, 256))
_BLUR = bytes.maketrans(_CAPITALS + _DIGITS + b":'", b"A" * 26 + b"0" * 10 + b'<"')
_FAR = re.compile(b'r="(?:A[Aa-z]|[a-z]|A?00000)')
_MIGHT_BE_FORMULA, _MIGHT_BE_ERROR = re.compile(b"<f"), re.compile(b't="e"')
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


def scanned(part: bytes, name: str) -> tuple[bytes, Oddities]:
    """The worksheet, without its empty rows and cells where those stretch it, and its oddities.

    A glance at the blurred part, which has A for every capital, 0 for every digit, one kind of quotation mark
    and neither white space nor letters beyond ASCII, shows of most that nothing lies beyond Z9999, and that
    there is no formula or error. Raises FormRefused.
    """
    if len(part) > _LARGE:
        part = _EMPTY_ROWS.sub(b"", part)
    blurred = part.translate(_BLUR, _UNSEEN)
    if _FAR.search(blurred):
        part = _trimmed(part, name)
    formulas = _formulas(part) if _MIGHT_BE_FORMULA.search(blurred) else ((), ())
    errors = map(_spot, _ERROR.findall(part)) if _MIGHT_BE_ERROR.search(blurred) else ()
    return part, Oddities(*formulas, tuple(errors))


def _trimmed(part: bytes, name: str) -> bytes:
    if _area(part, name) <= MOST_CELLS:
        return part
    part = _EMPTY_ROWS.sub(b"", _EMPTY_CELL.sub(b"", part))
    if (area := _area(part, name)) > MOST_CELLS:
        raise FormRefused(Refusal.TOO_SPARSE, name, str(area))
    return part


def _area(part: bytes, name: str) -> int:
    reached = set(_REACHES.findall(part))
    columns = {letters.upper() for letters, _ in reached if letters}
    rows = max((int(number) for _, number in reached), default=0)
    if rows > _MOST_ROWS or any(len(letters) > _LONGEST_COLUMN for letters in columns):
        raise FormRefused(Refusal.DAMAGED, name)
    return rows * max((column_number(letters.decode()) + 1 for letters in columns), default=1)


def _formulas(part: bytes) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Those with a result, and those without."""
    results: list[Spot] = []
    without: list[Spot] = []
    for found in _FORMULA.finditer(part):
        (results if found[2] else without).append(_spot(found[1]))
    return tuple(results), tuple(without)


def _spot(reference: bytes) -> Spot:
    letters, number = _REFERENCE.fullmatch(reference.decode()).groups()  # type: ignore[union-attr]
    return Spot(int(number), column_number(letters))

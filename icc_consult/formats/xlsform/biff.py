""".xls: what Excel wrote until 2007, and some survey tools still do."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from icc_consult.formats.xlsform.calamine import rows_by_sheet
from icc_consult.formats.xlsform.compound import Compound
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.scanning import MOST_CELLS, Oddities, Spot
from icc_consult.formats.xlsform.workbook import Workbook

_BEGIN, _PASSWORD, _SHEET, _FORMULA, _TRUTH, _MANY_NUMBERS = 0x0809, 0x002F, 0x0085, 0x0006, 0x0205, 0x00BD
_EXTENT, _MOST_ROWS, _MOST_COLUMNS = 0x0200, 0x10000, 0x100
_CELLS = frozenset({0x00FD, 0x0204, 0x0203, 0x027E, 0x00D6, _FORMULA, _TRUTH, _MANY_NUMBERS})
_ERROR_RESULT = b"\x02"

Record = tuple[int, int, int]


def biff_workbook(content: bytes, findings: Findings) -> Workbook:
    """The sheets of the workbook. Raises FormRefused."""
    compound = Compound(content)
    names = compound.names()
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise FormRefused(Refusal.PASSWORD)
    name = next((one for one in ("Workbook", "Book") if one in names), None)
    if name is None:
        raise FormRefused(Refusal.NOT_A_FORM)
    if "_VBA_PROJECT_CUR" in names:
        findings.warn(What.MACROS_LEFT_OUT, At())
    stream = compound.stream(name)
    try:
        oddities = dict(_oddities(stream))
    except (StructError, IndexError):
        raise FormRefused(Refusal.DAMAGED) from None
    return rows_by_sheet(BytesIO(content), oddities, findings)


def _records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """Kind, where the content begins, and how long it is."""
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        if kind == 0:
            return
        yield kind, at + 4, length
        at += 4 + length


def _all_records(stream: bytes, tabs: Mapping[int, str]) -> Iterator[Record]:
    """From the first on, and then from wherever a tab points that was not passed; `tabs` fills meanwhile."""
    passed = set()
    for record in _records(stream):
        passed.add(record[1] - 4)
        yield record
    for start in sorted(tabs.keys() - passed):
        yield from _records(stream, start)


def _check_extent(stream: bytes, at: int, length: int) -> None:
    """Calamine asks for as much memory as a sheet says it has cells, without looking for them."""
    above, rows, before, columns = unpack_from("<4H" if length < 14 else "<2I2H", stream, at)
    if not above <= rows <= _MOST_ROWS or not before <= columns <= _MOST_COLUMNS:
        raise FormRefused(Refusal.DAMAGED)


def _oddities(stream: bytes) -> Iterator[tuple[str, Oddities]]:
    tabs: dict[int, str] = {}
    rows = columns = 0
    here: tuple[list[Spot], list[Spot]] = ([], [])
    name = ""
    for kind, at, length in _all_records(stream, tabs):
        if kind == _PASSWORD:
            raise FormRefused(Refusal.PASSWORD)
        if kind == _SHEET:
            tabs[unpack_from("<I", stream, at)[0]] = _tab(stream[at : at + length])
        elif kind == _BEGIN:
            yield name, Oddities(tuple(here[0]), (), tuple(here[1]))
            name, rows, columns, here = tabs.get(at - 4, ""), 0, 0, ([], [])
        elif kind == _EXTENT:
            _check_extent(stream, at, length)
        elif kind in _CELLS:
            row, column = unpack_from("<HH", stream, at)
            last = unpack_from("<H", stream, at + length - 2)[0] if kind == _MANY_NUMBERS else column
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            if rows * columns > MOST_CELLS:
                raise FormRefused(Refusal.TOO_SPARSE, name, str(rows * columns))
            _note(stream, (kind, at, length), Spot(row + 1, column), here)
    yield name, Oddities(tuple(here[0]), (), tuple(here[1]))


def _note(stream: bytes, record: Record, spot: Spot, here: tuple[list[Spot], list[Spot]]) -> None:
    kind, at, _ = record
    if kind == _FORMULA:
        here[0].append(spot)
        result = stream[at + 6 : at + 14]
        if result[6:] == b"\xff\xff" and result[:1] == _ERROR_RESULT:
            here[1].append(spot)
    elif kind == _TRUTH and stream[at + 7 : at + 8] == b"\x01":
        here[1].append(spot)


def _tab(record: bytes) -> str:
    """The name on a tab: after place, state and kind a length, then a flag for two bytes a letter."""
    count, wide = record[6], record[7] & 1
    letters = record[8 : 8 + count * (2 if wide else 1)]
    return letters.decode("utf-16-le" if wide else "cp1252", "replace")

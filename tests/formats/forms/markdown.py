"""Forms drawn as tables, as short as a person would write them."""

from pathlib import Path

from icc_consult.domain.consultation import Consultation
from icc_consult.formats.forms import Packed, packed
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.packs import pack_of


def table(sheet: str, header: str, *rows: str) -> str:
    """One sheet; cells are separated by bars."""
    lines = [f"| {sheet} |", *(f"| | {row} |" for row in (header, *rows))]
    return "\n".join(lines) + "\n"


def made(*sheets: str, beside: Path | None = None, leaves_out: bool = False) -> Packed:
    """What becomes of a form of these sheets."""
    reading = read_form("".join(sheets).encode(), name="drawn")
    assert reading.form is not None, [(one.what, dict(one.detail)) for one in reading.problems]
    return packed(reading.form, beside=beside, leaves_out=leaves_out)


def consultation(*sheets: str, beside: Path | None = None) -> Consultation:
    """The consultation it becomes; there must be one."""
    result = made(*sheets, beside=beside)
    assert result.document is not None, result.problems
    return pack_of(result.document).consultation


def one(row: str, header: str = "type | name | label", *more: str) -> str:
    """A survey of one question."""
    return table("survey", header, row, *more)

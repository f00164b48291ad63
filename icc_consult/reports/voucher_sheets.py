"""Vouchers on A4: cards to cut apart, each with its code for a scanner and for people who type."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from icc_consult.assets import resources

_BORDER = 4  # of light, which a scanner needs around the code
_TEMPLATE = Path(__file__).with_name("voucher_sheets.typ")


@dataclass(frozen=True, slots=True)
class Card:
    """What one voucher says: what it is for, its batch, and its code in groups."""

    title: str
    batch: str
    code: str


def as_pdf(cards: Sequence[Card]) -> bytes:
    """Ten cards a page. The codes are nowhere but in what is returned."""
    import typst  # noqa: PLC0415 - only a printed paper needs it

    plain = [
        {"title": card.title, "batch": card.batch, "code": card.code, "picture": _picture(card.code)}
        for card in cards
    ]
    return typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[resources() / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"cards": json.dumps(plain)},
    )


def as_text(cards: Sequence[Card]) -> bytes:
    """One code a line, for those who print in another way."""
    return "".join(f"{card.code}\n" for card in cards).encode()


def _picture(code: str) -> str:
    """The code as a QR code in SVG, without the dashes."""
    import qrcode  # noqa: PLC0415 - see above

    drawn = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=_BORDER, box_size=1)
    drawn.add_data(code.replace("-", ""))
    drawn.make()
    rows = drawn.get_matrix()
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="{squares}" fill="#000"/></svg>'
    )

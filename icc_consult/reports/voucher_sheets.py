"""Vouchers on A4: cards to cut apart, each with its code for a scanner and for people who type."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.reports.qr_codes import qr_code

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
        {
            "title": card.title,
            "batch": card.batch,
            "code": card.code,
            "picture": qr_code(card.code.replace("-", "")).svg(),
        }
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

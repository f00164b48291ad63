"""Other people's files as text, with the places of what is wrong in them."""

import codecs
import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity, Remark, Remarks
from icc_consult.verifying.regular_files import read_regular

MOST_BYTES: Final = 500_000_000
MOST_NUMBER: Final = 1_000_000_000
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}(?:\.0*)?")
_MONEY = re.compile(r"[+-]?[0-9]{1,30}(?:[.,][0-9]{0,12})?")
_NUMERAL = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, its lines ended by a line feed alone."""

    name: str
    text: str
    remarks: Remarks = field(default_factory=Remarks)

    def refused(
        self,
        fault: Fault,
        line: int = 0,
        column: int = 0,
        detail: str = "",
        *,
        stated: str = "",
        found: str = "",
    ) -> BallotsRefused:
        """The error that names this file."""
        return BallotsRefused(fault, self.name, line, column, detail, stated, found)

    def note(
        self,
        oddity: Oddity,
        line: int = 0,
        column: int = 0,
        detail: str = "",
        *,
        stated: str = "",
        found: str = "",
    ) -> None:
        """Remember an oddity of this file."""
        self.remarks.add(Remark(oddity, self.name, line, column, detail, stated, found))

    def expect(self, name: str, stated: str, found: int, line: int, column: int = 1) -> None:
        """Remark on a number that the file states about itself, where it is another one."""
        if whole(stated) != found:
            self.note(Oddity.OTHER_NUMBER, line, column, name, stated=stated, found=str(found))

    def number(self, text: str, line: int, column: int) -> int:
        """A whole number; raises where the text is none, or is too large to count with."""
        value = whole(text)
        if value is None:
            is_long = text.strip().lstrip("+-").isdigit()
            fault = unfit_number(text) if money(text) is None or is_long else Fault.NOT_WHOLE
            raise self.refused(fault, line, column, text)
        if abs(value) > MOST_NUMBER:
            raise self.refused(Fault.OUT_OF_RANGE, line, column, text)
        return value

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


def read_source(path: Path, remarks: Remarks) -> Source:
    """The file as text; UTF-8, or UTF-16 with a byte order mark."""
    name = str(path)
    try:
        if not path.is_file():
            raise BallotsRefused(Fault.NOT_FOUND, name)
        if path.stat().st_size > MOST_BYTES:
            raise BallotsRefused(Fault.TOO_LARGE, name)
        raw = read_regular(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise BallotsRefused(Fault.UNREADABLE, name, detail=detail) from error
    source = Source(name, _decoded(raw, name, remarks), remarks)
    if not source.text.strip():
        raise source.refused(Fault.EMPTY, 1, 1)
    return source


def whole(text: str) -> int | None:
    """The whole number that a text is, `3.0` too."""
    text = text.strip()
    return int(text.partition(".")[0]) if _WHOLE.fullmatch(text) else None


def money(text: str) -> Decimal | None:
    """The amount that a text is: digits, perhaps in groups with spaces, with a decimal point or comma."""
    plain = re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})", "", text.strip())
    return Decimal(plain.replace(",", ".")) if _MONEY.fullmatch(plain) else None


def unfit_number(text: str) -> Fault:
    """What is wrong with a text that is no amount: it is too large or too long, or no number at all."""
    return Fault.OUT_OF_RANGE if _NUMERAL.fullmatch(text.strip()) else Fault.NOT_A_NUMBER


def _decoded(raw: bytes, name: str, remarks: Remarks) -> str:
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        null = -1 if wide else raw.find(b"\0")
        fault = Fault.NOT_UTF8 if null < 0 else Fault.BINARY
        before = raw[: error.start if null < 0 else min(null, error.start)].decode(encoding, "ignore")
        raise BallotsRefused(fault, name, *place_after(before)) from error
    if "\0" in text:
        raise BallotsRefused(Fault.BINARY, name, *place_after(text[: text.index("\0")]))
    if wide:
        remarks.add(Remark(Oddity.UTF16, name, 1, 1))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place_after(text: str) -> tuple[int, int]:
    """Line and column of the character that follows."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")

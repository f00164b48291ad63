"""Vouchers: 128 random bits, written so that a scanner reads them and a person can type them.

The letters are Crockford's base 32 with its check character. A voucher whose check character would be one of
the five signs `* ~ $ = U` is drawn anew: scanners that type like a keyboard get signs wrong.
"""

import hashlib
import secrets
from typing import NewType

from icc_consult.domain.admission import VoucherTag
from icc_consult.domain.consultation import ConsultationId
from icc_consult.services.errors import VoucherMistyped
from icc_consult.trust.crockford import CHECKED, LETTERS, as_meant, number_of, written

Serial = NewType("Serial", bytes)

_BYTES = 16
_LENGTH = 26
_GROUP = 4
_LONGEST = 100
_PERSON = b"icc-voucher-v1"


def new_serial() -> Serial:
    """128 bits of the system's randomness."""
    while True:
        serial = secrets.token_bytes(_BYTES)
        if _check(serial) < len(LETTERS):
            return Serial(serial)


def encode(serial: Serial) -> str:
    """26 characters and the check character, in groups of four."""
    text = written(int.from_bytes(serial), _LENGTH) + LETTERS[_check(serial)]
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def decode(text: str) -> Serial:
    """The serial that was meant, whatever the case, with O, I and L for 0 and 1, spaces and dashes anywhere.

    Whatever a scanner sends around it is dropped. Raises `VoucherMistyped`.
    """
    letters = as_meant(text[:_LONGEST])
    if len(letters) != _LENGTH + 1 or len(text) > _LONGEST or not set(letters) <= set(LETTERS):
        raise VoucherMistyped
    number = number_of(letters[:-1])
    if number >> 8 * _BYTES:
        raise VoucherMistyped
    serial = number.to_bytes(_BYTES)
    if _check(serial) != LETTERS.index(letters[-1]):
        raise VoucherMistyped
    return Serial(serial)


def tag_of(consultation: ConsultationId, serial: Serial) -> VoucherTag:
    """What a kiosk may know of a voucher: it can be checked against, and nobody can print one from it."""
    whole = hashlib.blake2b(digest_size=_BYTES, person=_PERSON)
    name = consultation.encode()
    whole.update(len(name).to_bytes(4) + name + serial)
    return VoucherTag(whole.digest())


def _check(serial: bytes) -> int:
    return int.from_bytes(serial) % CHECKED

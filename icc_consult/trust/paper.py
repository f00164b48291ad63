"""A locked key on paper: lines that can be scanned or typed, each with a check character of its own.

A line is its number in three digits, up to 32 letters of Crockford's base 32 for 20 bytes, and the check
character over both. The first byte says whether the content is deflated (1) or not (0), two are its length,
five the start of its SHA-256; then comes the content, which is the key file, filled up with zeros.
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping

from icc_consult.services.errors import KeyDamaged
from icc_consult.services.key_errors import (
    LineNumbers,
    PaperContradicts,
    PaperDiffers,
    PaperLacks,
    PaperMistyped,
)
from icc_consult.trust.crockford import CHECKS, LETTERS, as_meant, check_of, number_of, written

MOST_BYTES = 1 << 14
_LINE = 20
_DIGITS = 3
_GROUP = 8
_HEAD = struct.Struct(">BH5s")
_LONGEST = 200


def lines_of(locked: bytes) -> tuple[str, ...]:
    """The key file as lines to print; raises `KeyDamaged` where it is larger than any key is."""
    packed = zlib.compress(locked, 9)
    is_packed = len(packed) < len(locked)
    content = packed if is_packed else locked
    if len(locked) > MOST_BYTES:
        raise KeyDamaged
    whole = _HEAD.pack(is_packed, len(content), _name(content)) + content
    whole += bytes(-len(whole) % 5)
    pieces = [whole[start : start + _LINE] for start in range(0, len(whole), _LINE)]
    return tuple(_line(number, piece) for number, piece in enumerate(pieces, start=1))


def key_from(text: str) -> bytes:
    """The key file that was printed.

    Raises `PaperMistyped` with the lines of the text that are wrong, `PaperContradicts` or `PaperLacks` with
    lines of the paper, and `PaperDiffers` where together they are not what was printed.
    """
    found, wrong, differing = _read(text)
    if wrong:
        raise PaperMistyped(LineNumbers(wrong))
    if differing:
        raise PaperContradicts(LineNumbers(differing))
    if 1 not in found:
        raise PaperLacks(LineNumbers([1]))
    return _unpacked(found)


def _read(text: str) -> tuple[dict[int, bytes], list[int], list[int]]:
    found: dict[int, bytes] = {}
    wrong: list[int] = []
    differing: list[int] = []
    for place, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            number, piece = _piece(line)
        except ValueError:
            wrong.append(place)
            continue
        if found.setdefault(number, piece) != piece:
            differing.append(number)
    return found, wrong, differing


def _unpacked(found: Mapping[int, bytes]) -> bytes:
    is_packed, length, name = _HEAD.unpack_from(found[1].ljust(_HEAD.size, b"\0"))
    count = -(-(_HEAD.size + length) // _LINE)
    if missing := {*range(1, count + 1)} - found.keys():
        raise PaperLacks(LineNumbers(missing))
    content = b"".join(found[number] for number in range(1, count + 1))[_HEAD.size :][:length]
    if _name(content) != name or is_packed not in (0, 1) or len(found) != count:
        raise PaperDiffers
    return _inflated(content) if is_packed else content


def _inflated(content: bytes) -> bytes:
    inflating = zlib.decompressobj()
    try:
        plain = inflating.decompress(content, MOST_BYTES)
    except zlib.error as error:
        raise PaperDiffers from error
    if not inflating.eof:
        raise PaperDiffers
    return plain


def _name(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:5]


def _line(number: int, piece: bytes) -> str:
    letters = f"{number:0{_DIGITS}}" + written(int.from_bytes(piece), len(piece) * 8 // 5)
    body = letters[_DIGITS:]
    groups = [body[start : start + _GROUP] for start in range(0, len(body), _GROUP)]
    return " ".join([letters[:_DIGITS], *groups, check_of(number_of(letters))])


def _piece(line: str) -> tuple[int, bytes]:
    """The number of a line and what it holds; raises `ValueError`."""
    letters = as_meant(line[:_LONGEST])
    head, body, check = letters[:_DIGITS], letters[_DIGITS:-1], letters[-1:]
    if len(body) not in range(_GROUP, 4 * _GROUP + 1, _GROUP) or not set(letters[:-1]) <= set(LETTERS):
        raise ValueError("length")
    if check not in CHECKS or check_of(number_of(head + body)) != check or not head.isdecimal():
        raise ValueError("check")
    return int(head), number_of(body).to_bytes(len(body) * 5 // 8)

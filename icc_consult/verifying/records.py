"""Records in a bundle: each with its kind, its length and its hash, in rising order, without names.

One record is `u8 kind | u32 length | 32 bytes SHA-256(kind | content) | content`; numbers are big-endian.
"""

import struct
from collections.abc import Iterable, Iterator
from enum import IntEnum
from hashlib import sha256
from operator import itemgetter
from typing import IO, Self

KEY_BYTES = 32
MOST_CONTENT = 1 << 20
MOST_SKIPPED = 1 << 22
_FRAME = struct.Struct(">BI32s")


class Kind(IntEnum):
    """What a record is; a reader that meets another number refuses the bundle as newer."""

    SEALED = 1
    WISH = 2
    RECEIPT = 3
    SPENT = 4
    TOTAL = 5
    AUDIT = 6
    CHECKPOINT = 7
    DECISION = 8


_KINDS = {int(kind): kind for kind in Kind}
_MARKS = {kind: bytes((kind,)) for kind in Kind}


class Record(tuple[Kind, bytes, bytes]):
    """Some bytes of one kind. Two records that are equal are one.

    Its hash is SHA-256 over the kind and the content: its name, and what a tree has as its entry. It is a
    tuple because there are millions of them, and nothing else that cannot be changed is made as quickly.
    """

    __slots__ = ()
    kind: Kind = property(itemgetter(0))  # type: ignore[assignment]
    content: bytes = property(itemgetter(1))  # type: ignore[assignment]
    hash: bytes = property(itemgetter(2))  # type: ignore[assignment]

    def __new__(cls, kind: Kind, content: bytes) -> Self:
        return tuple.__new__(cls, (kind, content, sha256(_MARKS[kind] + content).digest()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self[2] == other[2]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2])

    def framed(self) -> bytes:
        """The record as it stands in a bundle."""
        return _FRAME.pack(self.kind, len(self.content), self.hash) + self.content


class BrokenRecords(ValueError):
    """The records are not whole, not in order, or not known; `args[0]` says at which byte."""


def in_order(records: Iterable[Record]) -> list[Record]:
    """Each once, by kind and hash: the only order a bundle may have."""
    once = {(record.kind, record.hash): record for record in records}
    return [once[place] for place in sorted(once)]


def read_records(stream: IO[bytes]) -> Iterator[Record]:
    """Every record up to the end of the stream; raises `BrokenRecords` at the first flaw."""
    content = stream.read()
    before: tuple[int, bytes] = (0, b"")
    place, end = 0, len(content)
    while place < end:
        begin = place + _FRAME.size
        if begin > end:
            raise BrokenRecords(place)
        kind, length, named = _FRAME.unpack_from(content, place)
        if length > MOST_CONTENT or kind not in _KINDS or begin + length > end:
            raise BrokenRecords(place)
        inside, known = content[begin : begin + length], _KINDS[kind]
        if sha256(_MARKS[known] + inside).digest() != named or (kind, named) <= before:
            raise BrokenRecords(place)
        yield tuple.__new__(Record, (known, inside, named))
        before = (kind, named)
        place = begin + length


def salvage_records(content: bytes) -> Iterator[Record]:
    """Every whole record that can still be found, wherever it stands.

    What is no record is skipped byte by byte; what that may cost is bounded, however the bytes were made.
    """
    view, place = memoryview(content), 0
    effort, skipped = 8 * len(content) + 64 * MOST_CONTENT, 0
    while place + _FRAME.size <= len(content) and effort > 0 and skipped < MOST_SKIPPED:
        kind, length, named = _FRAME.unpack_from(view, place)
        end = place + _FRAME.size + length
        if kind in _KINDS and length <= MOST_CONTENT and end <= len(content):
            effort -= length
            record = Record(_KINDS[kind], bytes(view[place + _FRAME.size : end]))
            if record.hash == named:
                yield record
                place = end
                continue
        place, skipped = place + 1, skipped + 1

"""Streams inside a compound file, the container of .xls and of workbooks with a password."""

from struct import Struct, unpack_from
from struct import error as StructError  # noqa: N812

from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

_HEADER_SECTORS = 109
_ENTRY = 128
_LAST = 0xFFFFFFFA
_DIRECTORY_AT, _CUTOFF_AT, _MINI_FAT_AT, _CHAIN_AT, _TABLE_AT = 48, 56, 60, 68, 76
_NUMBER = Struct("<I")


class Compound:
    """Raises FormRefused where chains of sectors run in circles or out of the file."""

    def __init__(self, content: bytes) -> None:
        try:
            self._content = content
            self._size = 1 << unpack_from("<H", content, 30)[0]
            if self._size not in (512, 4096):
                raise FormRefused(Refusal.DAMAGED)
            self._most = len(content) // self._size + 1
            self._next = self._allocation()
            directory = self._chained(self._at(_DIRECTORY_AT))
            self._entries = dict(_entries(directory))
        except (StructError, IndexError):
            raise FormRefused(Refusal.DAMAGED) from None

    def names(self) -> frozenset[str]:
        """The names of all streams and storages."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        start, size = self._entries[name]
        try:
            if size >= self._at(_CUTOFF_AT):
                return self._chained(start)[:size]
            return self._small(start)[:size]
        except (StructError, IndexError, KeyError):
            raise FormRefused(Refusal.DAMAGED) from None

    def _at(self, offset: int) -> int:
        number: int = _NUMBER.unpack_from(self._content, offset)[0]
        return number

    def _allocation(self) -> list[int]:
        """For each sector the one after it."""
        sectors = list(unpack_from(f"<{_HEADER_SECTORS}I", self._content, _TABLE_AT))
        more = self._at(_CHAIN_AT)
        while more < _LAST and len(sectors) <= self._most:
            numbers = unpack_from(f"<{self._size // 4}I", self._content, (more + 1) * self._size)
            sectors += numbers[:-1]
            more = numbers[-1]
        tables = [self._sector(sector) for sector in sectors if sector < _LAST]
        return [number for table in tables for (number,) in _NUMBER.iter_unpack(table[: len(table) // 4 * 4])]

    def _sector(self, sector: int) -> bytes:
        start = (sector + 1) * self._size
        return self._content[start : start + self._size]

    def _chained(self, sector: int) -> bytes:
        pieces: list[bytes] = []
        while sector < _LAST:
            pieces.append(self._sector(sector))
            if len(pieces) > self._most:
                raise FormRefused(Refusal.DAMAGED)
            sector = self._next[sector]
        return b"".join(pieces)

    def _small(self, sector: int) -> bytes:
        """A stream below the cut-off, in pieces of 64 bytes inside the stream of the root."""
        room = self._chained(self._entries["Root Entry"][0])
        table = self._chained(self._at(_MINI_FAT_AT))
        after = [number for (number,) in _NUMBER.iter_unpack(table)]
        pieces: list[bytes] = []
        while sector < _LAST and len(pieces) <= len(after):
            pieces.append(room[sector * 64 : sector * 64 + 64])
            sector = after[sector]
        return b"".join(pieces)


def _entries(directory: bytes) -> list[tuple[str, tuple[int, int]]]:
    found = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = unpack_from("<H", directory, at + 64)[0]
        if 2 <= length <= 64:
            name = directory[at : at + length - 2].decode("utf-16-le", "replace")
            found.append((name, unpack_from("<II", directory, at + 116)))
    return found

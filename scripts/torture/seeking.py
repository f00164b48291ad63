"""Looks for words in every byte under a directory, whatever they are disguised as."""

import base64
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

_PACKED = re.compile(rb"x[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_LONGEST = 1 << 22
_ZIP_HEAD = 30
_EIGHT = 8
_ODD, _BITS = np.uint64(0x9E3779B97F4A7C15), 22

Numbers = npt.NDArray[np.uint64]


def disguises(word: str) -> Iterator[bytes]:
    """The bytes that a word may lie in."""
    plain = word.encode()
    wide = [word.encode(f"utf-{size}-{end}e") for size in (16, 32) for end in "lb"]
    yield from (plain, plain[::-1], word[::-1].encode(), word.upper().encode(), *wide, plain.hex().encode())
    yield word.encode("unicode_escape")
    for text in (plain, wide[0]):
        yield from (_middle(base64.b64encode(b"x" * shift + text), shift, len(text)) for shift in range(3))


def _middle(encoded: bytes, shift: int, length: int) -> bytes:
    """What does not depend on the bytes before and after."""
    return encoded[-(-shift * 8 // 6) : (shift + length) * 8 // 6]


@dataclass(frozen=True)
class Needles:
    """Disguised words, each with its word; found by their first eight bytes, all of them at once."""

    words: dict[bytes, str]

    def within(self, content: bytes) -> Iterator[str]:
        """Every word that lies there, as often as it does."""
        heads = _eights(content + bytes(_EIGHT - 1)) & self._mask
        likely = np.flatnonzero(self._sieve[_sieved(heads)])
        for place in likely[np.isin(heads[likely], self._heads)].tolist():
            for needle in self._by_head[int(heads[place])]:
                if content.startswith(needle, place):
                    yield self.words[needle]

    @cached_property
    def _mask(self) -> np.uint64:
        shortest = min(_EIGHT, *map(len, self.words))
        return np.uint64((1 << 8 * shortest) - 1)

    @cached_property
    def _by_head(self) -> dict[int, list[bytes]]:
        found: defaultdict[int, list[bytes]] = defaultdict(list)
        for needle in self.words:
            found[int(_eights(needle[:_EIGHT].ljust(_EIGHT, b"\0"))[0] & self._mask)].append(needle)
        return found

    @cached_property
    def _heads(self) -> Numbers:
        return np.array([*self._by_head], np.uint64)

    @cached_property
    def _sieve(self) -> npt.NDArray[np.bool_]:
        """A place in it is true where a needle may begin."""
        sieve = np.zeros(1 << _BITS, np.bool_)
        sieve[_sieved(self._heads)] = True
        return sieve


def _eights(content: bytes) -> Numbers:
    """At each place the eight bytes from there on, as a number."""
    return np.ndarray((max(0, len(content) - _EIGHT + 1),), np.dtype("<u8"), content, strides=(1,))


def _sieved(heads: Numbers) -> Numbers:
    return (heads * _ODD) >> np.uint64(64 - _BITS)


def found(place: Path, words: Iterable[str]) -> set[tuple[str, str]]:
    """Each file, by its path, and a word that is in its name, in its bytes, or in what is packed in them."""
    needles = Needles({disguise: word for word in words for disguise in disguises(word)})
    if not needles.words:
        return set()
    return {
        (str(path.relative_to(place)), word)
        for path in sorted(place.rglob("*"))
        for content in _contents(path)
        for word in needles.within(content)
    }


def _contents(path: Path) -> Iterator[bytes]:
    yield str(path).encode()
    if path.is_symlink() or not path.is_file():
        return
    content = path.read_bytes()
    yield content
    for start in _PACKED.finditer(content):
        yield _unpacked(memoryview(content), start)


def _unpacked(content: memoryview, start: re.Match[bytes]) -> bytes:
    head, place = start[0], start.start()
    if head.startswith(b"PK"):
        lengths = content[place + 26 : place + _ZIP_HEAD]
        place += _ZIP_HEAD + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    window = {b"x": 15, b"\x1f": 31, b"P": -15}[head[:1]]
    try:
        return zlib.decompressobj(window).decompress(content[place:], _LONGEST)
    except zlib.error:
        return b""

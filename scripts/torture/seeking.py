"""Looks for words in every byte under a directory, whatever they are disguised as."""

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKED = re.compile(rb"x[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_LONGEST = 1 << 22
_ZIP_HEAD = 30


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


def found(place: Path, words: Iterable[str]) -> set[tuple[str, str]]:
    """Each file, by its path, and a word that is in its name, in its bytes, or in what is packed in them."""
    needles = {disguise: word for word in words for disguise in disguises(word)}
    if not needles:
        return set()
    wanted = re.compile(b"|".join(re.escape(needle) for needle in needles))
    return {
        (str(path.relative_to(place)), needles[hit])
        for path in sorted(place.rglob("*"))
        for content in _contents(path)
        for hit in wanted.findall(content)
    }


def _contents(path: Path) -> Iterator[bytes]:
    yield str(path).encode()
    if path.is_symlink() or not path.is_file():
        return
    content = path.read_bytes()
    yield content
    for start in _PACKED.finditer(content):
        yield _unpacked(content, start)


def _unpacked(content: bytes, start: re.Match[bytes]) -> bytes:
    head, place = start[0], start.start()
    if head.startswith(b"PK"):
        lengths = content[place + 26 : place + _ZIP_HEAD]
        place += _ZIP_HEAD + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    window = {b"x": 15, b"\x1f": 31, b"P": -15}[head[:1]]
    try:
        return zlib.decompressobj(window).decompress(content[place:], _LONGEST)
    except zlib.error:
        return b""

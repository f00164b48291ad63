"""A bundle as a stream of frames, each small enough for one QR code; any sufficient subset gives it back.

The symbols are those of RaptorQ (RFC 6330). `docs/bundle-format.md` has the frame byte for byte.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

import raptorq

MAGIC = b"ICQ\x01"
SYMBOL = 672
MOST_BYTES = 1 << 24
MOST_PARTS = 255
_HEAD = struct.Struct(">4s8sBBIH")
_PLACE = struct.Struct(">I")
_CHECK = struct.Struct(">I")
_MOST_PLACE = 1 << 24  # above it begins the number of a source block, and a stream is one block
FRAME = _HEAD.size + _PLACE.size + SYMBOL + _CHECK.size

Packets = Mapping[int, bytes]


class NoFrame(ValueError):
    """The bytes are no frame, or not as they were sent."""


class TooLong(ValueError):
    """More bytes than a stream carries; `args[0]` says how many it carries at most."""


class NotAsSent(ValueError):
    """The frames fit one by one and give together something else than was sent."""


@dataclass(frozen=True, slots=True, order=True)
class Stream:
    """What every frame says of the whole: which part of how many, its size, and the start of its SHA-256."""

    part: int
    parts: int
    size: int
    name: bytes

    @property
    def symbols(self) -> int:
        """The fewest frames that can be enough."""
        return ceil(self.size / SYMBOL)


@dataclass(frozen=True, slots=True)
class Frame:
    """One symbol of a stream, and its place among all that there could be."""

    stream: Stream
    place: int
    symbol: bytes

    def framed(self) -> bytes:
        """The frame as a QR code holds it."""
        stream = self.stream
        head = _HEAD.pack(MAGIC, stream.name, stream.part, stream.parts, stream.size, SYMBOL)
        body = head + _PLACE.pack(self.place) + self.symbol
        return body + _CHECK.pack(zlib.crc32(body))


@dataclass(frozen=True, slots=True)
class Lacking:
    """A stream that is not whole yet, and how many more of its frames it needs at least."""

    more: int


def frames_of(content: bytes, *, part: int = 1, parts: int = 1, spare: float = 0.25) -> list[Frame]:
    """Enough frames, and `spare` as many again for those that get lost; raises `TooLong`."""
    if not 0 < len(content) <= MOST_BYTES:
        raise TooLong(MOST_BYTES)
    stream = Stream(part, parts, len(content), name_of(content))
    encoder = raptorq.Encoder.with_defaults(content, SYMBOL)
    packets = encoder.get_encoded_packets(ceil(stream.symbols * spare))
    return [_frame(stream, bytes(packet)) for packet in packets]


def name_of(content: bytes) -> bytes:
    """The first eight bytes of the SHA-256: a stream's name, and what is checked at the end."""
    return hashlib.sha256(content).digest()[:8]


def _frame(stream: Stream, packet: bytes) -> Frame:
    return Frame(stream, _PLACE.unpack_from(packet)[0], packet[_PLACE.size :])


def read_frame(content: bytes) -> Frame:
    """The frame in a QR code; raises `NoFrame` for everything else."""
    if len(content) != FRAME:
        raise NoFrame("length")
    body, check = content[: -_CHECK.size], content[-_CHECK.size :]
    if _CHECK.unpack(check)[0] != zlib.crc32(body):
        raise NoFrame("check")
    magic, name, part, parts, size, symbol = _HEAD.unpack_from(body)
    [place] = _PLACE.unpack_from(body, _HEAD.size)
    if magic != MAGIC or symbol != SYMBOL or not 1 <= part <= parts:
        raise NoFrame("head")
    if not 0 < size <= MOST_BYTES or place >= _MOST_PLACE:
        raise NoFrame("size")
    return Frame(Stream(part, parts, size, name), place, body[_HEAD.size + _PLACE.size :])


def gathered(frames: Iterable[Frame]) -> dict[Stream, dict[int, bytes]]:
    """The symbols of each stream, each once, whatever order they came in."""
    streams: dict[Stream, dict[int, bytes]] = {}
    for frame in frames:
        streams.setdefault(frame.stream, {}).setdefault(frame.place, frame.symbol)
    return streams


def content_of(stream: Stream, symbols: Packets) -> bytes | Lacking:
    """What was sent, or how many frames are lacking; raises `NotAsSent`."""
    if len(symbols) < stream.symbols:
        return Lacking(stream.symbols - len(symbols))
    decoder = raptorq.Decoder.with_defaults(stream.size, SYMBOL)
    for place, symbol in sorted(symbols.items()):
        content = decoder.decode(_PLACE.pack(place) + symbol)
        if content is not None:
            return _checked(stream, bytes(content))
    return Lacking(1)


def _checked(stream: Stream, content: bytes) -> bytes:
    if len(content) != stream.size or name_of(content) != stream.name:
        raise NotAsSent
    return content

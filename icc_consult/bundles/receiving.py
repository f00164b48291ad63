"""Receiving streams: frames are kept beside the bundle until it is whole, so that one can go on later."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from icc_consult.bundles.stream import (
    FRAME,
    Frame,
    Lacking,
    NoFrame,
    NotAsSent,
    Stream,
    content_of,
    gathered,
    read_frame,
)
from icc_consult.services.bundle_errors import BundleRefused, Damage, StreamDamaged
from icc_consult.services.errors import NotEmpty
from icc_consult.verifying.regular_files import TooLargeHere, read_regular

BASKET = ".frames"
_MOST_KEPT = 1 << 28
_SHARE, _MOST_UNKEPT = 10, 500


@dataclass(frozen=True, slots=True)
class Received:
    """One stream: how many of its frames are here, how many more it needs, and where it lies once whole."""

    stream: Stream
    frames: int
    more: int
    where: Path | None = None


@dataclass(frozen=True, slots=True)
class Harvest:
    """Every stream of which a frame was seen, and the parts of which none was."""

    streams: tuple[Received, ...]
    unseen: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything that was sent is here."""
        return bool(self.streams) and not self.unseen and not self.more

    @property
    def more(self) -> int:
        """How many more frames are needed at least, of the parts that were seen."""
        return sum(one.more for one in self.streams)


def receive(out: Path, codes: Iterable[bytes]) -> Harvest:
    """Add frames to those that came earlier, and write every bundle that is whole.

    Raises `StreamDamaged` where frames that fit give no bundle, and forgets those; `NotEmpty` where another
    file lies at a bundle's place; `OSError`.
    """
    basket = out.with_name(out.name + BASKET)
    streams = gathered([*_frames(_kept(basket)), *_frames(codes)])
    _keep(basket, streams)
    names = _names(out, streams)
    found = tuple(_received(basket, names[stream], stream, streams) for stream in sorted(streams))
    harvest = Harvest(found, _unseen(streams))
    if harvest.is_whole:
        basket.unlink(missing_ok=True)
    return harvest


def watch(out: Path, codes: Iterable[bytes]) -> Iterator[Harvest]:
    """Receive codes as they come, often the same again, until everything is whole or no more come.

    What came is kept every so many frames, and when whoever watches stops. Raises what `receive` raises.
    """
    seen: set[bytes] = set()
    unkept: list[bytes] = []
    waits_for = 1
    try:
        for code in codes:
            if code in seen or not _is_frame(code):
                continue
            seen.add(code)
            unkept.append(code)
            if len(unkept) < waits_for:
                continue
            fresh, unkept = unkept, []
            harvest = receive(out, fresh)
            yield harvest
            if harvest.is_whole:
                return
            waits_for = max(1, min(harvest.more, len(seen) // _SHARE, _MOST_UNKEPT))
    finally:
        if unkept:
            receive(out, unkept)


def _is_frame(code: bytes) -> bool:
    try:
        read_frame(code)
    except NoFrame:
        return False
    return True


def _frames(codes: Iterable[bytes]) -> Iterator[Frame]:
    for code in codes:
        try:
            yield read_frame(code)
        except NoFrame:
            continue


def _unseen(streams: Iterable[Stream]) -> tuple[int, ...]:
    seen = {stream.part for stream in streams}
    return tuple(sorted({*range(1, max((stream.parts for stream in streams), default=0) + 1)} - seen))


def _names(out: Path, streams: Iterable[Stream]) -> dict[Stream, Path]:
    """One stream has the name that was asked for; of several each adds its part, or its own name too."""
    ones = list(streams)
    parts = [stream.part for stream in ones]
    names = {}
    for stream in ones:
        part = f"-{stream.part}" if stream.parts > 1 else ""
        name = f"-{stream.name.hex()}" if parts.count(stream.part) > 1 else ""
        names[stream] = out.with_stem(f"{out.stem}{part}{name}")
    return names


def _received(basket: Path, where: Path, stream: Stream, streams: dict[Stream, dict[int, bytes]]) -> Received:
    symbols = streams[stream]
    try:
        content = content_of(stream, symbols)
    except NotAsSent as error:
        _keep(basket, {one: streams[one] for one in streams if one != stream})
        raise StreamDamaged(str(where)) from error
    if isinstance(content, Lacking):
        return Received(stream, len(symbols), content.more)
    _write(where, content)
    return Received(stream, len(symbols), 0, where)


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        if not path.is_file() or read_regular(path, _MOST_KEPT) != content:
            raise NotEmpty(str(path))
        return
    _write_whole(path, content)
    if read_regular(path, _MOST_KEPT) != content:
        raise BundleRefused(Damage.READ_BACK, str(path))


def _kept(basket: Path) -> Iterator[bytes]:
    """Frames that came earlier; what is damaged among them is sifted out like any other."""
    if not basket.is_file():
        return
    try:
        content = read_regular(basket, _MOST_KEPT)
    except TooLargeHere as error:
        raise BundleRefused(Damage.TOO_LARGE, str(basket), str(_MOST_KEPT)) from error
    yield from (content[start : start + FRAME] for start in range(0, len(content), FRAME))


def _keep(basket: Path, streams: dict[Stream, dict[int, bytes]]) -> None:
    frames = (
        Frame(stream, place, symbol).framed()
        for stream, symbols in streams.items()
        for place, symbol in symbols.items()
    )
    if content := b"".join(frames):
        _write_whole(basket, content)
    else:
        basket.unlink(missing_ok=True)


def _write_whole(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch(mode=0o600)
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

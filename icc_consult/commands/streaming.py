"""`stream` and `receive`."""

import shutil
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from icc_consult.bootstrap import desk_at
from icc_consult.bundles.envelope import Lock
from icc_consult.bundles.pictures import codes_in, write_picture
from icc_consult.bundles.receiving import Harvest, Received, receive, watch
from icc_consult.bundles.stream import MOST_BYTES, TooLong, frames_of
from icc_consult.bundles.writing import SUFFIX
from icc_consult.cameras import codes_of, pictures, source_named
from icc_consult.commands.carrying import honestly, lock_for
from icc_consult.commands.speaking import HonestNo, NotPossible, progress_of, show_json, tell
from icc_consult.services.bundle_errors import StreamTooLong
from icc_consult.services.checkpointing import state_of
from icc_consult.services.errors import NotEmpty
from icc_consult.services.held import held_in, held_of
from icc_consult.services.streaming import stream
from icc_consult.verifying.records import Kind
from icc_consult.verifying.regular_files import read_regular

HELD = ".held"
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")


def run_stream(chosen: Namespace) -> int:
    """Draw everything as QR codes, a picture each."""
    out: Path = chosen.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotEmpty(str(out))
    desk = desk_at(chosen.data)
    lock = lock_for(desk.directory.opening(), chosen.passphrase_file)
    held = held_in(read_regular(chosen.held), str(chosen.held)) if chosen.held else None
    drawn: list[int] = []
    with honestly(), _whole_or_nothing(out):
        done = stream(desk, out=out, write=_drawing(out, lock, chosen.spare / 100, drawn), held=held)
    shown = len(held.rest(done.state).of(Kind.SEALED)) if held else done.books["sealed"]
    if chosen.json:
        document = {"out": str(out), "parts": drawn, "frames": sum(drawn), "answers": shown}
        show_json({**document, "books": done.books})
    tell(f"{shown} answers were drawn as {sum(drawn)} pictures in {out}: show them one after the other.")
    return 0


def run_held(chosen: Namespace) -> int:
    """Draw what a place has as QR codes, so that the kiosk shows only the rest."""
    out: Path = chosen.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotEmpty(str(out))
    state = state_of(desk_at(chosen.data))
    with _whole_or_nothing(out):
        frames = frames_of(held_of(state).content(), spare=chosen.spare / 100)
        out.mkdir(parents=True, exist_ok=True)
        for number, frame in enumerate(frames, start=1):
            write_picture(out / f"{number:05}.png", frame.framed())
    count = len(state.of(Kind.SEALED))
    if chosen.json:
        show_json({"out": str(out), "frames": len(frames), "answers": count})
    tell(f"{count} answers are here; {len(frames)} pictures in {out} tell the kiosk which.")
    return 0


@contextmanager
def _whole_or_nothing(out: Path) -> Iterator[None]:
    """Whoever shows half of the pictures waits for the other half in vain: they go where drawing stops."""
    was_there = out.exists()
    try:
        yield
    except BaseException:
        for one in out.glob("*") if was_there else (out,):
            shutil.rmtree(one, ignore_errors=True)
            with suppress(OSError):
                one.unlink(missing_ok=True)
        raise


def _drawing(out: Path, lock: Lock, spare: float, drawn: list[int]) -> Callable[[int, int, bytes], None]:
    def draw(part: int, parts: int, inside: bytes) -> None:
        try:
            frames = frames_of(lock.encrypt(inside), part=part, parts=parts, spare=spare)
        except TooLong as error:
            raise StreamTooLong(MOST_BYTES) from error
        place = out / f"part-{part}" if parts > 1 else out
        place.mkdir(parents=True, exist_ok=True)
        told = progress_of(f"Part {part} of {parts}")
        for number, frame in enumerate(frames, start=1):
            write_picture(place / f"{number:05}.png", frame.framed())
            told(number, len(frames))
        drawn.append(len(frames))

    return draw


def run_receive(chosen: Namespace) -> int:
    """Read pictures of QR codes; what is lacking is said, and the next call goes on."""
    if chosen.out.suffix not in (SUFFIX, HELD):
        told = f"the name of a bundle ends in {SUFFIX}, of what a desk has in {HELD}"
        raise NotPossible(f"{chosen.out}: {told}; choose such a name.")
    is_watching = chosen.camera is not None
    if bool(chosen.pictures) == is_watching:
        raise NotPossible("Give pictures, or --camera, and not both.")
    harvest = _watched(chosen) if is_watching else receive(chosen.out, _codes(chosen.pictures))
    if chosen.json:
        show_json(_plain(harvest))
    for one in harvest.streams:
        tell(_told(one))
    if not harvest.streams:
        where = "before the camera" if is_watching else "in these pictures"
        raise HonestNo(f"No frame of a bundle was found {where}.")
    if not harvest.is_whole:
        raise HonestNo(_lacking(harvest))
    return 0


def _watched(chosen: Namespace) -> Harvest:
    """What the camera saw until everything was whole, together with what came earlier."""
    source = source_named(chosen.camera)
    tell("Hold the camera before the screen of the kiosk; Ctrl+C stops, and the next call goes on.")
    told = progress_of("Frames")
    for harvest in watch(chosen.out, (code for one in pictures(source) for code in codes_of(one))):
        here = sum(one.frames for one in harvest.streams)
        told(here, here + harvest.more)
        if harvest.is_whole:
            return harvest
    return receive(chosen.out, ())


def _codes(places: list[Path]) -> Iterator[bytes]:
    for place in places:
        if place.is_dir():
            inside = sorted(path for path in place.rglob("*") if path.suffix.lower() in _PICTURES)
        else:
            inside = [place]
        for path in inside:
            yield from codes_in(path)


def _told(one: Received) -> str:
    part = f"Part {one.stream.part} of {one.stream.parts}"
    if one.where is not None:
        return f"{part}: whole, in {one.where}."
    return f"{part}: {one.frames} frames are here; more frames needed: {one.more}."


def _lacking(harvest: Harvest) -> str:
    unseen = ", ".join(map(str, harvest.unseen))
    never = f" No frame was seen of part {unseen}." if unseen else ""
    return f"Not everything is here yet. More frames needed: {harvest.more}.{never}"


def _plain(harvest: Harvest) -> dict[str, Any]:
    streams = [
        {
            "stream": one.stream.name.hex(),
            "part": one.stream.part,
            "parts": one.stream.parts,
            "bytes": one.stream.size,
            "frames": one.frames,
            "more": one.more,
            "bundle": str(one.where) if one.where else None,
        }
        for one in harvest.streams
    ]
    return {
        "whole": harvest.is_whole,
        "more": harvest.more,
        "unseen_parts": list(harvest.unseen),
        "streams": streams,
    }

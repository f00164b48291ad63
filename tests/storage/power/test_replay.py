"""The real kiosk and the real commands, traced call by call: whatever they told holds after a power cut."""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scripts.torture.faults import can_trace
from scripts.torture.power.disk import Disk
from scripts.torture.power.images import Recorded, tried
from scripts.torture.power.paths import memory
from scripts.torture.power.replay import traced_day
from scripts.torture.power.traced import NotFollowed, Trace, trace_of
from scripts.torture.power.watching import tree_of

IMAGES = 5_000
CHANCE = random.Random(1)  # noqa: S311 - so as to repeat


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Recorded]:
    """A place where residents and a facilitator were, and the trace of it."""
    if not can_trace():
        pytest.xfail("strace is not here or may not trace: nothing was shown about the real processes")
    place = tmp_path_factory.mktemp("traced") / "place"
    place.mkdir()
    return place, traced_day(place, CHANCE)


@pytest.fixture
def image() -> Iterator[Path]:
    with TemporaryDirectory(prefix="icc-consult-images-", dir=memory()) as place:
        yield Path(place) / "image"


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    (tmp_path / "a").write_bytes(b"old")
    return trace_of(tmp_path, tree_of(tmp_path))


def hexed(text: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in text.encode()) + '"'


def test_whatever_the_real_kiosk_told_holds_after_a_power_cut(
    day: tuple[Path, Recorded], image: Path
) -> None:
    tally = tried(day[1], IMAGES, CHANCE, image)
    assert tally.broken == {}, tally.example
    assert tally.images == IMAGES
    assert tally.whole == IMAGES // 250


def test_a_disk_that_lies_to_the_real_kiosk_is_found_out(day: tuple[Path, Recorded], image: Path) -> None:
    tally = tried(day[1], 300, CHANCE, image, whole_every=0, lies=True)
    assert sum(tally.broken.values()) > 50


def test_a_trace_played_to_its_end_is_what_lies_on_the_disk(day: tuple[Path, Recorded]) -> None:
    place, made = day
    disk = Disk.under(made.recording)
    for call in made.recording.calls:
        disk.take(call)
    files = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert disk.everything().image().files == {str(path.relative_to(place)): files[path] for path in files}


def test_a_call_that_two_threads_make_at_once_is_followed(trace: Trace) -> None:
    path = hexed(str(trace.place / "a"))
    trace.read(
        [
            f"7 openat(AT_FDCWD, {path}, O_RDWR|O_CLOEXEC <unfinished ...>",
            "8 close(9)                          = 0",
            "7 <... openat resumed>)             = 5",
            f"7 pwrite64(5, {hexed('new!')}, 4, 2) = 3",
            f"8 write(5, {hexed('N')}, 1) = 1",
        ]
    )
    assert trace.recording.live.contents[1] == b"Nlnew"


def test_a_call_that_failed_did_nothing(trace: Trace) -> None:
    trace.read([f"7 unlink({hexed(str(trace.place / 'a'))}) = -1 EACCES (Permission denied)"])
    assert trace.recording.calls == []


def test_a_call_that_nobody_follows_is_refused_in_our_place_only(trace: Trace) -> None:
    elsewhere, ours = hexed("/elsewhere/b"), hexed(str(trace.place / "b"))
    trace.read([f"7 linkat(AT_FDCWD, {elsewhere}, AT_FDCWD, {elsewhere}, 0) = 0"])
    with pytest.raises(NotFollowed, match="linkat"):
        trace.read([f"7 linkat(AT_FDCWD, {elsewhere}, AT_FDCWD, {ours}, 0) = 0"])

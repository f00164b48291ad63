"""Puts a directory as a power cut at any moment may leave it, and checks everything that was promised."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from icc_consult.bootstrap import desk_at, open_kiosk
from icc_consult.services.inspecting import inspect
from icc_consult.storage.backups import LocalBackups

from scripts.torture.power.calls import Call, Recording, Said
from scripts.torture.power.disk import Disk, Draft, Image
from scripts.torture.power.promises import Broken, Reader, check, check_files
from scripts.torture.power.told import Told, history
from scripts.torture.truth import BAD

_MOST_ROUNDS = 40
_SELDOM = 0.005
_HEAVIEST = 12


@dataclass(frozen=True)
class Recorded:
    """What was asked of the disk, what people could rely on before, and what opens the answers."""

    recording: Recording
    first: Told
    reader: Reader


@dataclass
class Tally:
    """How many images there were, of which how many with the whole program, and what was broken."""

    images: int = 0
    whole: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    example: str = ""

    def note(self, broken: Broken) -> None:
        """One more promise that did not hold."""
        self.broken[broken.kind] += 1
        self.example = self.example or f"{broken.kind}: {broken.what}"

    def add(self, other: "Tally") -> None:
        """Both together."""
        self.images += other.images
        self.whole += other.whole
        self.broken += other.broken
        self.example = self.example or other.example


def drawn(
    recorded: Recorded,
    images: int,
    chance: random.Random,
    *,
    lies: bool = False,
    calls: list[Call] | None = None,
) -> Iterator[tuple[Image, Told]]:
    """So many images or as many as there are, no two alike, spread over every moment.

    At most half of them are the simplest ones: nothing that was not synced, or everything. The rest is drawn,
    more where more was waiting to be synced.
    """
    asked = recorded.recording.calls if calls is None else calls
    told = history(recorded.first, [call.words for call in asked if isinstance(call, Said)])
    pace = _pace(recorded, asked, images, lies=lies)
    seen: set[tuple[object, ...]] = set()
    for _ in range(_MOST_ROUNDS):
        before = len(seen)
        for draft, at in _round(recorded, asked, chance, pace, lies=lies):
            if (key := (at, *draft.key)) not in seen:
                seen.add(key)
                yield draft.image(), told[at]
            if len(seen) >= images:
                return
        if len(seen) - before < images * _SELDOM:
            return


@dataclass(frozen=True, slots=True)
class _Pace:
    """The chance of a simple image at a moment, and how many are drawn for each thing that waits."""

    simple: float
    drawn: float


def _pace(recorded: Recorded, calls: list[Call], images: int, *, lies: bool) -> _Pace:
    disk, waiting = Disk.under(recorded.recording, lies=lies), 0
    for call in calls:
        disk.take(call)
        waiting += min(disk.waiting, _HEAVIEST)
    simple = min(1.0, images / 2 / max(1, len(calls)))
    return _Pace(simple, max(0.0, images - simple * len(calls)) / max(1, waiting))


def _round(
    recorded: Recorded, calls: list[Call], chance: random.Random, pace: _Pace, *, lies: bool
) -> Iterator[tuple[Draft, int]]:
    disk, at = Disk.under(recorded.recording, lies=lies), 0
    for call in calls:
        disk.take(call)
        at += isinstance(call, Said)
        if chance.random() < pace.simple:
            yield disk.nothing(), at
            yield disk.everything(), at
        for _ in range(int(min(disk.waiting, _HEAVIEST) * pace.drawn + chance.random())):
            yield disk.drawn(chance), at


@dataclass
class Platter:
    """A directory in which one image after the other lies; what did not change is left alone."""

    place: Path
    _there: dict[str, bytes] = field(default_factory=dict)
    _directories: tuple[str, ...] = ()

    def clear(self) -> None:
        """Nothing lies there."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)
        self._there, self._directories = {}, ()

    def lay(self, image: Image) -> None:
        """An image and nothing else. Databases and journals were opened since: they are always written."""
        for name in self._there.keys() - image.files.keys():
            (self.place / name).unlink(missing_ok=True)
        if image.directories != self._directories:
            self._make_directories(image.directories)
        for name, content in image.files.items():
            if self._there.get(name) is not content or ".db" in name:
                with open(f"{self.place}/{name}", "wb", buffering=0) as file:  # noqa: PTH123 - it is quicker
                    file.write(content)
        self._there = image.files

    def _make_directories(self, wanted: tuple[str, ...]) -> None:
        for name in sorted({*self._directories} - {*wanted}, reverse=True):
            shutil.rmtree(self.place / name)
        for name in wanted:
            (self.place / name).mkdir(exist_ok=True)
        self._directories = wanted


def check_whole(place: Path, told: Told, reader: Reader) -> None:
    """The whole program starts, recovers, finds no trouble, and lets go; then everything is checked again."""
    data = place / "data"
    if not (data / "opening.json").exists():
        return
    if not inspect(desk_at(data)).opening.is_closed:
        store = open_kiosk(data).store
        assert store is not None  # noqa: S101 - it is no practice
        store.release()
    bad = [trouble for trouble in inspect(desk_at(data)).troubles if trouble.fault in BAD]
    if bad:
        raise Broken("trouble", str(bad))
    check(place, replace(told, files={}), reader)
    for backup in place.glob("stick/icc-consult-*"):
        for part in told.parts:
            if not part.startswith("stick"):
                restore_again(backup, place / part, reader)


def restore_again(backup: Path, part: Path, reader: Reader) -> None:
    """Whoever was cut off while restoring does it once more, and then everything is there."""
    LocalBackups(part).restore(backup)
    kept, held = reader.held(backup / "answers.db"), reader.held(part / "answers.db")
    if not kept.receipts <= held.receipts or len(held.receipts) != len(held.responses):
        raise Broken("lost", f"{part.name}: restored again")


def tried(
    recorded: Recorded,
    images: int,
    chance: random.Random,
    place: Path,
    *,
    whole_every: int = 250,
    lies: bool = False,
    calls: list[Call] | None = None,
    on_broken: Callable[[Broken, Image], None] | None = None,
) -> Tally:
    """Check so many images, or as many as there are; counts what was broken."""
    tally, platter = Tally(), Platter(place)
    platter.clear()
    for image, told in drawn(recorded, images, chance, lies=lies, calls=calls):
        platter.lay(image)
        tally.images += 1
        try:
            check_files(image.files, told)
            check(place, told, recorded.reader)
            if whole_every and tally.images % whole_every == 0:
                tally.whole += 1
                check_whole(place, told, recorded.reader)
                platter.clear()
        except Broken as broken:
            tally.note(broken)
            if on_broken is not None:
                on_broken(broken, image)
    return tally

"""Kills the real kiosk with -9 while residents touch it, again and again, and checks what they were told."""

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.services.inspecting import inspect
from icc_consult.storage.places import Places

from scripts.torture.cores import on_every_core
from scripts.torture.kiosks import ended, forked, fresh
from scripts.torture.paper import Rows
from scripts.torture.power.acts import PASSPHRASE, OpenVault, open_at
from scripts.torture.power.promises import Held, Reader, check
from scripts.torture.power.told import Given, Told, after
from scripts.torture.truth import BAD, Lost

_MOST_LINES = 10
KILLS_A_KIOSK = 25
_LONGEST_BREATH = 0.05


@dataclass
class Killing:
    """A consultation in `place/data` whose kiosk is killed; `place/looked` is where it is looked at."""

    place: Path
    chance: random.Random
    told: Told = field(default_factory=Told)
    kills: int = 0
    unacknowledged: int = 0

    def open(self) -> None:
        """Before the first resident comes."""
        open_at(self.place / "data")
        self.told = replace(self.told, acts=frozenset({"open"}))
        opener = OpenVault().unlock((self.place / "data" / "key.age").read_bytes(), PASSPHRASE)
        self.reader = Reader(opener.open)

    def kill(self) -> None:
        """Once, at some moment after the first resident came; raises `Broken` or `Lost`."""
        for line in self._said():
            self.told = after(self.told, line.split("\t"))
        self.kills += 1
        looked = self.place / "looked"
        shutil.rmtree(looked, ignore_errors=True)
        shutil.copytree(self.place / "data", looked / "data")
        check(looked, self.told, self.reader)
        bad = [trouble for trouble in inspect(desk_at(looked / "data")).troubles if trouble.fault in BAD]
        if bad:
            raise Lost(str(bad))
        places = Places(looked / "data")
        self._settle(self.reader.held(places.answers), self.reader.snapshot(places.unfinished))

    def _said(self) -> Iterator[str]:
        """Every whole line until the kiosk was killed, which happens while it goes on working."""
        is_last = self.kills % KILLS_A_KIOSK == KILLS_A_KIOSK - 1
        begun = fresh if is_last else forked
        with begun(str(self.place / "data"), str(self.chance.random())) as (said, kill):
            first = [said.readline() for _ in range(self.chance.randint(1, _MOST_LINES))]
            time.sleep(self.chance.random() * _LONGEST_BREATH)
            kill()
            lines = [*first, *said.read().splitlines(keepends=True)]
        if lines[0] != b"comes\n":
            raise RuntimeError("no resident came")
        return (line.decode().removesuffix("\n") for line in lines if line.endswith(b"\n"))

    def _settle(self, held: Held, snapshot: tuple[str, bytes] | None) -> None:
        """What was being done when the kiosk was killed was done, or not: from here on it is known."""
        kept, thanked = self.told.kept or ("", frozenset()), dict(self.told.thanked)
        for receipt in held.receipts - thanked.keys():
            self.unacknowledged += receipt != kept[0]
            thanked[receipt] = Given(kept[1] if kept[0] == receipt else frozenset())
        left = None
        if snapshot is not None and snapshot[0] not in thanked:
            left = snapshot[0], kept[1] if kept[0] == snapshot[0] else frozenset()
        self.told = replace(
            self.told,
            thanked=thanked,
            kept=left,
            sending="",
            sitting="",
            counted={"deleted": held.totals["deleted"]},
            counting="",
        )

    def end(self) -> None:
        """The last kiosk ends by itself, and everything is there at once."""
        for line in ended(str(self.place / "data"), "end", "send").decode().splitlines():
            self.told = after(self.told, line.split("\t"))
        check(self.place, self.told, self.reader)


def killed(place: Path, kills: int, chance: random.Random) -> Killing:
    """So many kills of one kiosk, and its end."""
    place.mkdir(parents=True, exist_ok=True)
    killing = Killing(place, chance)
    killing.open()
    for _ in range(kills):
        killing.kill()
    killing.end()
    return killing


def kill_many(kills: int, seed: int) -> Rows:
    """At least so many, of one kiosk after another on every core; raises `Broken` or `Lost`."""
    done = on_every_core(_kill_some, kills, KILLS_A_KIOSK, seed)
    return [
        ("kiosks", f"{len(done):,}"),
        ("kills", f"{len(done) * KILLS_A_KIOSK:,}"),
        ("of which kiosks that were new processes from their first instruction", f"{len(done):,}"),
        ("responses acknowledged, or kept and recovered", f"{sum(kept for kept, _ in done):,}"),
        ("of which nobody had been told", f"{sum(untold for _, untold in done):,}"),
        ("promises that did not hold", "0"),
    ]


def _kill_some(seed: int) -> tuple[int, int]:
    with tempfile.TemporaryDirectory(prefix="icc-consult-kills-") as place:
        killing = killed(Path(place), KILLS_A_KIOSK, random.Random(seed))  # noqa: S311 - so as to repeat
        return len(killing.told.thanked), killing.unacknowledged

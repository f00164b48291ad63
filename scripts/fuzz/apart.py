"""One reader after the other, alone and on every core: half of the work guided by coverage, half mutated."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from scripts.fuzz.carried import sound
from scripts.fuzz.hunts import Tally, hunt_carried

APART = "apart, "
Row = tuple[str, str]
Guide = Callable[[str, Path, float], int]


def hunt_apart(names: Sequence[str], seconds: float, guide: Guide | None) -> Iterator[Row]:
    """So many seconds are divided among the names; without a guide everything is mutated."""
    for name in names:
        yield from _hunt(name, seconds / len(names), guide)


def _hunt(name: str, seconds: float, guide: Guide | None) -> Iterator[Row]:
    cores = max(2, os.cpu_count() or 1)
    led = cores // 2 if guide else 0
    with (
        tempfile.TemporaryDirectory() as place,
        ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool,
    ):
        (Path(place) / "sound").write_bytes(sound(name))
        guided = [pool.submit(guide, name, Path(place), seconds) for _ in range(led)] if guide else []
        mutated = [pool.submit(_mutate, name, seconds) for _ in range(cores - led)]
        yield from _told(name, guided, mutated, seconds)


def _mutate(name: str, seconds: float) -> Tally:
    return hunt_carried(name, time.monotonic() + seconds)


def _told(
    name: str, guided: list[Future[int]], mutated: list[Future[Tally]], seconds: float
) -> Iterator[Row]:
    long = f"in {seconds:,.0f} s, {datetime.now(UTC):%Y-%m-%d}"
    if guided:
        yield (
            f"{APART}{name}: guided by coverage (atheris)",
            f"{sum(one.result() for one in guided):,} {long}",
        )
    tallies = [one.result() for one in mutated]
    inputs, slowest = sum(one.inputs for one in tallies), max(one.slowest for one in tallies)
    yield f"{APART}{name}: broken", f"{inputs:,} {long}, the slowest {slowest:.2f} s"

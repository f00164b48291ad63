"""The real kiosk is killed with -9 while residents touch it: whoever was thanked is kept, nobody made up."""

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from scripts.torture.killing import Killing, killed
from scripts.torture.kiosks import forked
from scripts.torture.power.promises import Broken
from scripts.torture.power.told import after

KIOSKS, KILLS = 5, 10


@pytest.mark.parametrize("kiosk", range(KIOSKS))
def test_a_kiosk_that_is_killed_ten_times_keeps_its_word(kiosk: int, place: Path) -> None:
    killing = killed(place, KILLS, random.Random(kiosk))  # noqa: S311 - so as to repeat
    assert killing.kills == KILLS
    assert killing.unacknowledged <= KILLS
    assert len(killing.told.thanked) > KILLS // 2


def test_a_forked_kiosk_holds_its_files_alone_and_leaves_none_open(place: Path) -> None:
    place.mkdir()
    Killing(place, random.Random(1)).open()  # noqa: S311 - so as to repeat
    holding = []
    for seed in "ab":
        with forked(str(place / "data"), seed) as (said, kill):
            assert said.readline() == b"comes\n"
            assert said.readline().startswith(b"sits\t")
            holding += _holding(place / "data")
            kill()
        assert _holding(place / "data") == []
    assert len({os.getpid(), *holding}) == 3


def _holding(data: Path) -> list[int]:
    """The processes that have a file open there."""
    found = set()
    for handle in Path("/proc").glob("[0-9]*/fd/*"):
        with suppress(OSError):
            if handle.readlink().is_relative_to(data):
                found.add(int(handle.parts[2]))
    return sorted(found)


def test_a_thank_you_for_nothing_is_found_out(place: Path) -> None:
    place.mkdir()
    killing = Killing(place, random.Random(1))  # noqa: S311 - so as to repeat
    killing.open()
    killing.told = after(killing.told, ("thanked", "0000-0000-0000-0000", "", "nobody"))
    with pytest.raises(Broken, match="lost"):
        killing.kill()

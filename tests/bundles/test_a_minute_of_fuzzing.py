"""A minute of bundles, and one of QR frames, that nobody would write: other ones in every run."""

import time

import pytest

from scripts.fuzz import hunts
from scripts.fuzz.carried import READERS
from scripts.fuzz.hunts import hunt_carried

SECONDS = 60.0
A_MOMENT = 0.5


@pytest.mark.parametrize("name", ["bundle", "frame"])
def test_a_minute_brings_forth_nothing_but_results_and_errors_by_name(name: str) -> None:
    until = time.monotonic() + SECONDS
    tally = hunt_carried(name, until)
    assert time.monotonic() >= until
    assert tally.outcomes.keys() == {"read or refused"}


def test_a_reader_that_stumbles_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(content: bytes) -> None:
        READERS["frame"](content)
        if len(content) < len(sound):
            raise KeyError(len(content))

    sound = hunts.sound("frame")
    monkeypatch.setattr(hunts, "READERS", {"frame": stumbling})
    with pytest.raises(KeyError):
        hunt_carried("frame", time.monotonic() + A_MOMENT)


def test_a_reader_that_takes_its_time_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunts, "_LONGEST_SECONDS", -1.0)
    with pytest.raises(hunts.TooSlow):
        hunt_carried("frame", time.monotonic() + A_MOMENT)

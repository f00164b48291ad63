"""The kiosk loses its power in the middle of a page."""

import subprocess
import sys
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.services.inspecting import inspect

from ui.demo.account import Account
from ui.demo.residents import Resident, Role
from ui.demo.script import Event, Script

from tests.builders import opened, sample
from tests.journeys.kiosks import hands_at, only_one_stored


def cut_off(data: Path, screens: Path, resident: Resident) -> Account:
    """What the resident could rely on when the process was killed."""
    script = Script(data, screens, "1234", (resident,))
    command = [sys.executable, "-m", "ui.demo.sitting"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=resources().parent) as kiosk:
        assert kiosk.stdin is not None
        assert kiosk.stdout is not None
        kiosk.stdin.write(script.as_line())
        kiosk.stdin.flush()
        event = Event.from_line(kiosk.stdout.readline())
        kiosk.kill()
        assert kiosk.stdout.read() == ""
    assert event.what == "stands"
    assert event.account is not None
    return event.account


def test_every_page_that_was_left_comes_back_as_a_partial_response(place: Path, tmp_path: Path) -> None:
    desk = opened(place, sample())
    account = cut_off(place, tmp_path / "screens", Resident(Role.LOSES_POWER, "ar", 5))
    assert len(account.answers) >= 6
    seen = inspect(desk)
    assert (seen.counts.sealed, seen.counts.unfinished) == (0, 1)
    with hands_at(desk) as hands:
        hands.expect("welcome")
        seen = inspect(desk)
        assert (seen.counts.sealed, seen.counts.unfinished, seen.recovered) == (1, 0, 1)
    assert Account.of(only_one_stored(desk)) == account


def test_a_second_start_recovers_nothing_twice(place: Path, tmp_path: Path) -> None:
    desk = opened(place, sample())
    cut_off(place, tmp_path / "screens", Resident(Role.LOSES_POWER, "uk", 6))
    for _ in range(2):
        with hands_at(desk):
            assert inspect(desk).counts.sealed == 1
    assert inspect(desk).recovered == 1

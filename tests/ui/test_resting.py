"""A kiosk at which nobody stands lays its answers in the order of chance, on another thread."""

import threading
from pathlib import Path

import pytest

from icc_consult.bootstrap import opened_pack
from icc_consult.services import responding
from icc_consult.services.responding import Kiosk

from ui.backstage import Backstage

from tests.builders import opened
from tests.sketches import pack_drawn


@pytest.fixture
def behind(place: Path) -> Backstage:
    opened(place, pack_drawn())
    return Backstage(lambda: opened_pack(place), place)


def test_resting_happens_beside_what_goes_on_and_is_waited_for(
    behind: Backstage, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[threading.Thread] = []
    may_end, real = threading.Event(), responding.rest

    def slowly(kiosk: Kiosk) -> None:
        may_end.wait(10)
        real(kiosk)
        rested.append(threading.current_thread())

    monkeypatch.setattr(responding, "rest", slowly)
    behind.kiosk()
    behind.rest()
    behind.rest()
    assert rested == []
    may_end.set()
    behind.close()
    assert len(rested) == 1
    assert rested[0] is not threading.main_thread()


def test_nothing_rests_before_it_was_opened(behind: Backstage, place: Path) -> None:
    behind.rest()
    behind.close()
    Backstage(lambda: opened_pack(place), None).rest()

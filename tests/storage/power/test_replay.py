"""The real kiosk and the real commands, traced call by call: whatever they told holds after a power cut."""

import pytest

from scripts.torture.faults import can_trace
from scripts.torture.power.replay import replayed

IMAGES = 5_000


@pytest.fixture
def strace() -> None:
    if not can_trace():
        pytest.xfail("strace is not here or may not trace: nothing was shown about the real processes")


def test_whatever_the_real_kiosk_told_holds_after_a_power_cut(strace: None) -> None:
    tally = replayed(IMAGES, 1)
    assert tally.broken == {}, tally.example
    assert tally.images == IMAGES
    assert tally.whole == IMAGES // 250


def test_a_disk_that_lies_to_the_real_kiosk_is_found_out(strace: None) -> None:
    assert sum(replayed(300, 2, whole_every=0, lies=True).broken.values()) > 50

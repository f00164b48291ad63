"""The power is cut at any moment of everything that writes answers: whatever was told still holds.

Twenty-one thousand images of the disk, no two drawn alike, each opened with the settings of the store, and
every hundredth by the whole program; `make torture` makes a million.
"""

import pytest

from scripts.torture.power.paths import PATHS, tried_once

IMAGES = 1_500


@pytest.mark.parametrize("path", PATHS)
def test_whatever_was_told_holds_after_a_power_cut(path: str, shim: None) -> None:
    tally = tried_once(path, 1, images=IMAGES, whole_every=100)
    assert tally.broken == {}, tally.example
    assert tally.images == IMAGES
    assert tally.whole == IMAGES // 100


def test_no_path_is_left_out() -> None:
    assert len(PATHS) * IMAGES >= 20_000

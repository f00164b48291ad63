"""What is chosen, and which vote is which, is seen without any colour."""

from itertools import combinations

import numpy as np
import pytest

from PySide6.QtGui import QImage

from tests.ui.kiosk.looking import named, place_of
from tests.ui.kiosk.stage import Look, Stage

VOTES = ("vote-agree", "vote-disagree", "vote-unsure")
LUMA = (0.299, 0.587, 0.114)


def grey(stage: Stage, name: str) -> np.ndarray:
    """What has this name as it would be printed without colour: rows of grey, 0 to 255."""
    item = named(stage.root, name)
    assert item
    picture = stage.window.shell.view.grabWindow().copy(place_of(item).toRect())
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3) @ LUMA


def changed(before: np.ndarray, after: np.ndarray) -> float:
    """The share of the picture that is clearly lighter or darker than before."""
    height, width = (min(one, other) for one, other in zip(before.shape, after.shape, strict=True))
    return float((np.abs(before[:height, :width] - after[:height, :width]) > 60).mean())


@pytest.mark.parametrize("scheme", ["light", "dark", "strong"])
@pytest.mark.parametrize(
    ("page", "name"), [("q01", "choice-well"), ("q06", "choice-health"), ("topics", "topic-t1")]
)
def test_a_chosen_tile_is_seen_in_grey(stage: Stage, page: str, name: str, scheme: str) -> None:
    stage.see(Look(scheme=scheme))
    stage.show(stage.answering(page))
    before = grey(stage, name)
    stage.host.mark("t1") if page == "topics" else stage.host.choose(name.removeprefix("choice-"))
    stage.rest()
    assert changed(before, grey(stage, name)) > 0.01


@pytest.mark.parametrize("scheme", ["light", "dark", "strong"])
def test_the_three_votes_differ_in_grey(stage: Stage, scheme: str) -> None:
    stage.see(Look("zh-Hans", scheme=scheme))
    stage.show(stage.answering("s01a"))
    pictures = [grey(stage, name) for name in VOTES]
    badges = [picture[: picture.shape[0] // 2] for picture in pictures]
    assert all(changed(one, other) > 0.01 for one, other in combinations(badges, 2))

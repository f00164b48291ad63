"""The size in which a text fits its place."""

import pytest

from ui.theme import typesetter
from ui.theme.typesetter import Typesetter

TEXT = "Everybody in this city should have a place to live that they can pay for."


def share(width: float, room: float, text: str = TEXT) -> float:
    return float(Typesetter().share(text, "en", 7.4, 3.78, False, width, room))


def fits(step: float, width: int, room: int) -> bool:
    found = typesetter._measured(typesetter._wish(TEXT, "en", 7.4, 3.78, strong=False), step, width)
    return found.widest <= width and found.tall <= room


@pytest.mark.parametrize(("width", "room"), [(900, 200), (500, 120), (300, 200), (240, 90), (160, 60)])
def test_a_text_is_set_in_the_largest_size_that_fits(qapp: object, width: int, room: int) -> None:
    assert share(width, room) == next(step for step in typesetter._STEPS if fits(step, width, room))


def test_what_fits_nowhere_is_set_in_the_smallest_size(qapp: object) -> None:
    assert share(12, 4) == typesetter._STEPS[-1]


def test_without_room_nothing_is_measured(qapp: object) -> None:
    before = typesetter._measured.cache_info().misses
    assert (share(300, 0, "never seen"), share(0, 300, "never seen"), share(300, 300, "")) == (1.0, 1.0, 1.0)
    assert typesetter._measured.cache_info().misses == before

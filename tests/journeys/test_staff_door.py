"""Only staff ends the day."""

from pathlib import Path

import pytest

from icc_consult.services.premises import Desk, PinRecord
from icc_consult.trust.pin import FIRST_WAIT_SECONDS, FREE_TRIES, PinDoor, hash_pin

from ui.demo.clock import Clock

from tests.builders import PIN, opened
from tests.journeys.kiosks import begin, hands_at
from tests.sketches import pack_drawn


@pytest.fixture(scope="module")
def hashed() -> str:
    return hash_pin(PIN)


@pytest.fixture
def desk(place: Path, hashed: str) -> Desk:
    desk = opened(place, pack_drawn())
    desk.directory.pin().save(PinRecord(hashed))
    return desk


def test_the_gesture_and_the_pin_end_the_day(desk: Desk) -> None:
    ended: list[bool] = []
    clock = Clock()
    door = PinDoor(desk.directory.pin(), clock=clock, boot="one")
    with hands_at(desk, clock=clock, door=door, when_ended=lambda: ended.append(True)) as hands:
        hands.end_day(PIN)
    assert ended == [True]


def test_after_some_wrong_pins_nobody_is_answered_for_a_while(desk: Desk) -> None:
    clock = Clock()
    door = PinDoor(desk.directory.pin(), clock=clock, boot="one")
    with hands_at(desk, clock=clock, door=door) as hands:
        hands.open_staff_door()
        for _ in range(FREE_TRIES - 1):
            hands.type_pin("9999")
            assert "Wrong PIN." in hands.texts()
        hands.type_pin("9999")
        assert [text for text in hands.texts() if text.startswith("Wrong PIN. Wait ")]
        hands.type_pin(PIN)
        assert not hands.sees("endDay")
        clock.advance(FIRST_WAIT_SECONDS + 1)
        hands.type_pin(PIN)
        assert hands.sees("endDay")


def test_the_window_is_not_closed_from_outside(desk: Desk) -> None:
    with hands_at(desk) as hands:
        begin(hands)
        assert not hands.view.close()
        assert hands.view.isVisible()
        hands.expect("q1")


def test_four_taps_into_the_corner_open_nothing(desk: Desk) -> None:
    with hands_at(desk) as hands:
        begin(hands)
        for _ in range(4):
            hands.tap("staffCorner")
        hands.expect("q1")

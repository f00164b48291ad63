"""A second tap that was meant for the page before."""

from pathlib import Path

import pytest

from ui.demo.hands import Hands, shown_items

from tests.builders import opened
from tests.journeys.kiosks import begin, hands_at, tap_all
from tests.sketches import pack_drawn


def tap_twice(hands: Hands, name: str, seconds_between: float) -> None:
    """At the same point of the screen, whatever stands there the second time."""
    point = hands.centre(name)
    hands.tap(name)
    hands.clock.advance(seconds_between)
    hands.touch(point)


@pytest.mark.parametrize("seconds", [0.0, 0.2, 0.39])
def test_a_second_tap_within_400_milliseconds_turns_no_second_page(place: Path, seconds: float) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        hands.tap("next")
        tap_twice(hands, "next", seconds)
        hands.expect("q3")


def test_a_second_tap_after_400_milliseconds_counts(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        hands.tap("next")
        tap_twice(hands, "next", 0.41)
        assert hands.page in ("s1", "s2", "s3")


def test_a_hasty_second_vote_is_not_given_to_the_next_sentence(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        tap_all(hands, "next", "next", "next")
        tap_twice(hands, "vote-agree", 0.1)
        session = hands.window.host.journey.session
        assert session is not None
        assert [item for item in session.answers if item.startswith("s")] == list(session.draw.statements[:1])


LONG = f"""
    survey life
    q1 scale {"How is it here, in this street, in this house, on this floor? " * 12}
      good {"Good, and it has been good for many years now " * 6}
      bad {"Bad, and it has been bad for many years now " * 6}
      worse {"Worse than anything that anybody has ever told us " * 6}
      worst {"The worst of all that can be thought of by anybody " * 6}
"""


@pytest.mark.parametrize(("seconds", "sheet"), [(0.0, 1), (0.39, 1), (0.41, 2)])
def test_a_second_tap_on_more_within_400_milliseconds_turns_no_second_sheet(
    place: Path, seconds: float, sheet: int
) -> None:
    with hands_at(opened(place, pack_drawn(LONG))) as hands:
        begin(hands)
        tap_twice(hands, "nextSheet", seconds)
        turner = next(one for one in shown_items(hands.root) if one.objectName() == "turner")
        assert turner.property("count") > 2
        assert turner.property("current") == sheet


def test_a_hasty_tap_after_more_chooses_nothing_on_the_next_sheet(place: Path) -> None:
    with hands_at(opened(place, pack_drawn(LONG))) as hands:
        begin(hands)
        choice = hands.centre("choice-bad")
        hands.tap("previousSheet")
        tap = hands.centre("nextSheet")
        hands.clock.advance(1)
        hands.touch(tap)
        hands.touch(choice)
        session = hands.window.host.journey.session
        assert session is not None
        assert session.answers == {}
        assert hands.sees("choice-bad")


def test_a_tap_acts_when_the_finger_leaves(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        middle = hands.centre("start")
        hands.press(middle)
        hands.expect("welcome")
        hands.release(middle)
        hands.expect("languages")

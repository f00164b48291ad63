"""How long the kiosk waits for somebody who may have gone."""

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.domain.wording import LanguageTag

from ui.kiosk.journey import Comfort, Hidden, Idling, Journey, Staffing, Troubled
from ui.kiosk.patience import Patience, Waits, words_on

from tests.builders import sample
from tests.ui.kiosk.houses import House
from tests.ui.kiosk.scenes import EN

FRESH = Journey(EN)
WAITS = Waits()


def waiting(house: House) -> Patience:
    return Patience(house.clock)


def after(house: House, patience: Patience, seconds: float) -> Journey:
    """The journey once this many more seconds went by without a touch."""
    house.clock.advance(seconds)
    patience.tick(house.host)
    return house.host.journey


def test_nobody_is_asked_before_a_minute_went_by() -> None:
    house = House()
    house.seat_somebody()
    patience = waiting(house)
    assert after(house, patience, WAITS.least - 1).overlay is None
    assert after(house, patience, 1).overlay == Idling(30)
    assert after(house, patience, 10).overlay == Idling(20)


def test_a_touch_begins_the_wait_anew() -> None:
    house = House()
    house.seat_somebody()
    patience = waiting(house)
    after(house, patience, WAITS.least + 5)
    patience.touched()
    house.host.cover(None)
    assert after(house, patience, WAITS.least - 1).overlay is None


@pytest.mark.parametrize(("policy", "act"), [(Policy.KEEP, "submit"), (Policy.DISCARD, "delete")])
def test_when_the_warning_runs_out_the_promise_is_kept_and_the_screen_forgets(
    policy: Policy, act: str
) -> None:
    house = House(policy=policy)
    house.seat_somebody("ar")
    assert after(house, waiting(house), WAITS.least + WAITS.warning) == FRESH
    assert house.notebook.acts[-1] == act


def test_longer_pages_wait_longer_but_not_for_ever() -> None:
    house = House(sample().consultation)
    house.host.go_on()
    house.host.pick_language("so")
    assert words_on(house.host) * 3 > WAITS.most
    patience = waiting(house)
    assert after(house, patience, WAITS.most - 1).overlay is None
    assert after(house, patience, 1).overlay == Idling(30)


@pytest.mark.parametrize(("item", "words"), [("q1", 9), ("q3", 6), ("topics", 5), ("p1", 6)])
def test_the_words_of_a_page_are_counted(item: str, words: int) -> None:
    house = House()
    host = house.seat_somebody()
    while host.journey.session and host.journey.session.page and host.journey.session.page.id != item:
        host.go_on()
    assert words_on(host) == words


def test_a_script_without_spaces_has_words_too() -> None:
    chinese, english = House(sample().consultation), House(sample().consultation)
    assert words_on(chinese.seat_somebody("zh-Hans")) * 4 > words_on(english.seat_somebody("en"))


def test_the_welcome_waits_for_ever_but_forgets_how_somebody_liked_it() -> None:
    house = House()
    patience = waiting(house)
    assert after(house, patience, 10_000) == FRESH
    patience.touched()
    house.host.make_comfortable(Comfort(3, "dark"))
    assert after(house, patience, WAITS.goodbye - 1) != FRESH
    assert after(house, patience, 1) == FRESH


def test_a_goodbye_stays_for_a_moment_and_a_receipt_for_three() -> None:
    house = House()
    house.seat_somebody().delete_and_leave()
    assert after(house, waiting(house), WAITS.goodbye) == FRESH
    house.seat_somebody().send_and_leave()
    house.host.show_receipt()
    patience = waiting(house)
    assert after(house, patience, 3 * WAITS.goodbye - 1) != FRESH
    assert after(house, patience, 1) == FRESH


def test_somebody_at_the_staff_door_is_not_asked_whether_they_are_here() -> None:
    house = House()
    house.host.cover(Staffing("12"))
    patience = waiting(house)
    assert after(house, patience, WAITS.least + 1).overlay == Staffing("12")
    assert after(house, patience, WAITS.warning) == FRESH


def test_a_hidden_screen_is_asked_like_any_other() -> None:
    house = House()
    house.seat_somebody().cover(Hidden())
    assert after(house, waiting(house), WAITS.least).overlay == Idling(30)


def test_trouble_waits_longest_and_is_forgotten_without_a_second_try() -> None:
    house = House()
    host = house.seat_somebody("fr")
    house.notebook.is_full = True
    host.go_on()
    patience = waiting(house)
    still = after(house, patience, WAITS.most + WAITS.warning - 1)
    assert isinstance(still.overlay, Troubled)
    assert still.language == LanguageTag("fr")
    assert after(house, patience, 1) == FRESH
    assert house.notebook.acts == ["keep"]


def test_the_kiosk_rests_only_where_nobody_is() -> None:
    house = House()
    patience = waiting(house)
    house.clock.advance(WAITS.goodbye - 1)
    assert not patience.rests(house.host)
    house.clock.advance(1)
    assert patience.rests(house.host)
    patience.touched()
    assert not patience.rests(house.host)
    house.seat_somebody()
    house.clock.advance(WAITS.goodbye)
    assert not patience.rests(house.host)

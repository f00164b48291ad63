"""The host folds every press into the journey and asks the services, what must be safe first."""

import pytest

from icc_consult.domain.ballot import Vote
from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Refused
from icc_consult.domain.wording import LanguageTag

from ui.kiosk.holder import SETTLING_SECONDS
from ui.kiosk.journey import (
    Answering,
    Comfort,
    Gone,
    Helping,
    Hidden,
    Idling,
    Journey,
    Leaving,
    Picking,
    Promised,
    Promising,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Welcome,
    Wishing,
)

from tests.papers import ballots
from tests.ui.kiosk.houses import House, PaperDoor
from tests.ui.kiosk.scenes import EN, chose, voted

FRESH = Journey(EN)


def at(house: House) -> str:
    """The name of the page that the sitting stands on."""
    session = house.host.journey.session
    assert session is not None
    return session.page.id if session.page else "review"


def test_the_way_in_leads_from_the_welcome_to_the_first_question() -> None:
    house = House()
    assert house.host.journey == FRESH
    stages = []
    for press in (house.host.go_on, lambda: house.host.pick_language("fr"), house.host.go_on):
        press()
        stages.append(type(house.host.journey.stage))
    assert stages == [Picking, Promising, Answering]
    assert house.host.journey.language == "fr"
    assert (at(house), house.notebook.acts) == ("q1", ["keep"])


def test_the_way_back_leads_to_the_welcome_and_from_the_first_question_to_what_was_promised() -> None:
    house = House()
    house.host.go_on()
    house.host.open_wishes()
    house.host.back()
    assert isinstance(house.host.journey.stage, Picking)
    house.host.back()
    assert house.host.journey == FRESH
    house.seat_somebody()
    house.host.choose("good")
    before = house.host.journey
    house.host.back()
    assert house.host.journey == before.under(Promised())
    house.host.cover(None)
    assert house.host.journey == before
    house.host.go_on()
    house.host.back()
    assert at(house) == "q1"


def test_no_thank_you_is_counted_and_nothing_else() -> None:
    house = House()
    house.host.go_on()
    house.host.pick_language("en")
    house.host.decline()
    assert house.host.journey.stage == Gone(has_deleted=False)
    assert house.notebook.acts == ["refuse"]


def test_a_wish_is_written_down_before_it_is_thanked_for() -> None:
    house = House()
    house.notebook.is_full = True
    house.host.open_wishes()
    house.host.wish("ti")
    assert isinstance(house.host.journey.overlay, Troubled)
    house.notebook.is_full = False
    house.host.try_again()
    assert house.host.journey.stage == Wishing("ti")
    assert house.notebook.acts == ["wish ti"]
    house.host.pick_again()
    assert isinstance(house.host.journey.stage, Picking)


def test_the_next_page_comes_only_after_what_was_given_is_safe() -> None:
    house = House()
    host = house.seat_somebody()
    host.choose("good")
    house.notebook.is_full = True
    host.go_on()
    assert (at(house), type(host.journey.overlay)) == ("q1", Troubled)
    house.notebook.is_full = False
    host.try_again()
    assert (at(house), host.journey.overlay) == ("q2", None)
    assert host.journey.session
    assert host.journey.session.answers["q1"] == chose("good")


def test_under_discard_nothing_is_written_before_send() -> None:
    house = House(policy=Policy.DISCARD)
    house.answer_all()
    assert house.notebook.acts == []
    house.host.go_on()
    assert house.notebook.acts == ["submit"]


def test_a_vote_and_a_refusal_turn_the_page() -> None:
    house = House()
    host = house.seat_somebody()
    host.prefer_not()
    assert at(house) == "q2"
    host.go_on()
    host.go_on()
    name = at(house)
    host.vote(Vote.AGREE)
    assert host.journey.session
    assert host.journey.session.answers["q1"] == Refused()
    assert host.journey.session.answers[name] == voted(Vote.AGREE)
    assert at(house) != name


def test_who_changes_an_answer_at_the_check_comes_back_to_the_check() -> None:
    house = House()
    host = house.answer_all()
    host.change("q2")
    assert at(house) == "q2"
    host.choose("work")
    host.go_on()
    assert at(house) == "review"


def step_of(house: House) -> int:
    """The topic or pair of a page with several, counted from nought."""
    stage = house.host.journey.stage
    return stage.step if isinstance(stage, Answering) else -1


@pytest.mark.parametrize(("paper", "step"), [("words", 2), ("scores", 5), ("pairs", 1)])
def test_who_changes_one_topic_or_pair_at_the_check_sees_only_that_one(paper: str, step: int) -> None:
    house = House(ballots().consultation)
    host = house.answer_all()
    host.change(paper, step)
    assert (at(house), step_of(house)) == (paper, step)
    host.go_on()
    assert at(house) == "review"
    host.change(paper, step)
    host.back()
    assert at(house) == "review"
    host.change(paper)
    host.go_on()
    assert (at(house), step_of(house)) == (paper, 1)


def test_sending_gives_one_receipt_however_often_it_is_tried() -> None:
    house = House()
    host = house.answer_all()
    assert isinstance(host.journey.stage, Answering)
    promised = host.journey.stage.seat.receipt
    house.notebook.is_full = True
    host.go_on()
    host.try_again()
    house.notebook.is_full = False
    host.try_again()
    assert host.journey.stage == Thanked(promised)
    assert house.notebook.receipts == [promised]
    host.show_receipt()
    assert host.journey.stage == Thanked(promised, shows_receipt=True)


def test_leaving_asks_only_who_has_given_something() -> None:
    house = House()
    house.host.go_on()
    house.host.leave()
    assert house.host.journey == FRESH
    house.seat_somebody().leave()
    assert house.host.journey.overlay == Leaving()


@pytest.mark.parametrize(
    ("press", "act", "stage"), [("send_and_leave", "submit", Thanked), ("delete_and_leave", "delete", Gone)]
)
def test_who_leaves_sends_or_deletes(press: str, act: str, stage: type) -> None:
    house = House()
    host = house.seat_somebody()
    getattr(host, press)()
    assert isinstance(host.journey.stage, stage)
    assert house.notebook.acts == ["keep", act]


@pytest.mark.parametrize(
    ("policy", "acts"), [(Policy.KEEP, ["keep", "submit"]), (Policy.DISCARD, ["delete"])]
)
def test_a_sitting_that_nobody_comes_back_to_ends_as_the_policy_promised(
    policy: Policy, acts: list[str]
) -> None:
    house = House(policy=policy)
    house.seat_somebody().time_out()
    assert house.host.journey == FRESH
    assert house.notebook.acts == acts


def test_the_language_can_be_changed_over_a_page_and_keeps_the_answers() -> None:
    house = House()
    host = house.seat_somebody()
    host.choose("good")
    host.cover(Switching())
    host.pick_language("ar")
    assert (at(house), host.journey.language, host.journey.overlay) == ("q1", "ar", None)
    assert host.journey.session
    assert host.journey.session.answers == {"q1": chose("good")}
    assert host.journey.session.sitting.language_switches == 1


def test_changing_the_language_takes_another_keyboard_after_the_same_words() -> None:
    house = House()
    host = house.seat_somebody()
    host.go_on()
    host.go_on()
    host.take_keyboard()
    host.press_at(0, 0)
    host.cover(Switching())
    host.pick_language("ar")
    assert isinstance(host.journey.stage, Answering)
    assert host.journey.stage.typed
    assert (host.journey.stage.typed.keyboard.tag, host.journey.stage.typed.text) == ("ar", "Q")


def test_nothing_of_one_person_is_left_for_the_next() -> None:
    house = House()
    host = house.seat_somebody("ar")
    host.make_comfortable(Comfort(3, "strong"))
    host.choose("good")
    host.cover(Hidden())
    host.finish()
    assert host.journey == FRESH
    house.notebook.is_full = True
    host.try_again()
    assert host.journey == FRESH


def test_what_somebody_likes_is_sealed_with_the_answers_and_not_beside_them() -> None:
    house = House()
    host = house.seat_somebody()
    host.make_comfortable(Comfort(2, "dark"))
    host.go_on()
    assert host.journey.session
    sitting = host.journey.session.sitting
    assert (sitting.text_size, sitting.contrast) == (2, "dark")


def test_a_page_settles_before_the_next_press_counts() -> None:
    house = House()
    assert house.host.is_settled
    house.host.go_on()
    assert not house.host.is_settled
    house.clock.advance(SETTLING_SECONDS)
    assert house.host.is_settled


def test_a_choice_and_a_ticking_countdown_turn_no_page() -> None:
    house = House()
    host = house.seat_somebody()
    host.cover(Idling(30))
    house.clock.advance(SETTLING_SECONDS)
    host.choose("good")
    host.cover(Idling(29))
    assert host.is_settled


def test_the_screen_is_told_only_of_what_changed() -> None:
    house = House()
    house.host.cover(Helping())
    house.host.cover(Helping())
    assert house.changes == 1


def test_the_staff_door_opens_to_the_right_pin_only() -> None:
    house = House(door=PaperDoor())
    ended: list[str] = []
    house.host.when_ended = lambda: ended.append("day")
    house.host.type_pin("1")
    assert house.host.journey.overlay is None
    house.host.open_door()
    for key in (*"129", "delete", "x", *"3"):
        house.host.type_pin(key)
    assert house.host.journey.overlay == Staffing("123")
    house.host.type_pin("enter")
    assert house.host.journey.overlay == Staffing(is_wrong=True, wait_seconds=30)
    house.host.end_day()
    assert ended == []
    for key in (*"1234", "enter"):
        house.host.type_pin(key)
    house.host.end_day()
    assert ended == ["day"]


def test_practice_has_an_open_door() -> None:
    house = House()
    house.host.open_door()
    assert house.host.journey.overlay == Staffing(is_open=True)


def test_a_pin_is_no_longer_than_twelve_digits() -> None:
    house = House(door=PaperDoor())
    house.host.open_door()
    for _ in range(20):
        house.host.type_pin("7")
    assert house.host.journey.overlay == Staffing("7" * 12)


def test_presses_that_belong_elsewhere_change_nothing() -> None:
    house = House()
    for press in (house.host.show_receipt, house.host.back, lambda: house.host.change("q1")):
        press()
    house.host.send_and_leave()
    assert isinstance(house.host.journey.stage, Welcome)
    assert house.host.journey.language == LanguageTag("en")

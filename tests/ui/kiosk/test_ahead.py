"""What is built ahead is what comes when the resident goes on."""

from dataclasses import replace

import pytest

from icc_consult.services.responding import Kiosk

from ui.kiosk.ahead import ahead_of
from ui.kiosk.host import Host
from ui.kiosk.journey import Answering, Gone, Helping, Journey, Picking, Promising, Thanked, Welcome, Wishing

from tests.ui.kiosk.scenes import EN, RECEIPT, SKETCH, answering, chose

FRESH = Journey(EN)
ARABIC = replace(FRESH, language="ar")


def gone_on(journey: Journey) -> Journey:
    """Where a real host goes."""
    kiosk = Kiosk(SKETCH, SKETCH.policy, store=None, sealer=None)
    host = Host(SKETCH, lambda: kiosk, clock=lambda: 0.0)
    host.journey = journey
    host.go_on()
    return host.journey


@pytest.mark.parametrize("item", ["q1", "q2", "q3", "s1", "s2", "topics", ""])
def test_a_page_is_followed_by_the_one_that_going_on_brings(item: str) -> None:
    journey = answering(item, {"q1": chose("good")})
    assert ahead_of(journey, SKETCH) == gone_on(journey)


def test_a_page_that_is_changed_is_followed_by_the_check_of_the_answers() -> None:
    stage = answering().stage
    assert isinstance(stage, Answering)
    changed = replace(stage, seat=replace(stage.seat, session=stage.session.at("q1")), is_returning=True)
    journey = FRESH.at(changed)
    assert ahead_of(journey, SKETCH) == gone_on(journey)


def test_the_promise_is_followed_by_the_first_question() -> None:
    promise = ARABIC.at(Promising())
    ahead, gone = ahead_of(promise, SKETCH), gone_on(promise)
    assert ahead is not None
    assert ahead.session is not None
    assert gone.session is not None
    assert (ahead.language, ahead.session.page) == (gone.language, gone.session.page)


def test_before_the_promise_and_after_the_thanks_the_way_is_known() -> None:
    assert ahead_of(FRESH.at(Welcome()), SKETCH) == FRESH.at(Picking())
    assert ahead_of(FRESH.at(Picking()), SKETCH) == FRESH.at(Promising())
    for last in (Thanked(RECEIPT), Gone(has_deleted=True)):
        assert ahead_of(ARABIC.at(last), SKETCH) == FRESH


def test_nothing_is_built_ahead_where_the_way_is_not_known() -> None:
    assert ahead_of(FRESH.at(Wishing()), SKETCH) is None
    assert ahead_of(FRESH.at(Picking()).under(Helping()), SKETCH) is None

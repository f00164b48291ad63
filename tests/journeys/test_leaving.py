"""A resident goes before the end: sends, deletes, or is simply gone."""

from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, Chosen, ChosenMany, Ended, Skipped
from icc_consult.domain.survey import ChoiceCode
from icc_consult.services import unlocking
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import ReceiptCode, SealedRecord, Store

from ui.demo.hands import Hands

from tests.builders import EN, PASSPHRASE, opened
from tests.journeys.kiosks import begin, bytes_in, hands_at, only_one_stored, stored, tap_all
from tests.sketches import pack_drawn

PATIENCE = 300
GOOD = Answered(Chosen(ChoiceCode("good")), EN)
HEALTH = Answered(ChosenMany((ChoiceCode("health"),)), EN)


def answer_two(hands: Hands) -> None:
    """The first question was left, the second was not."""
    begin(hands)
    tap_all(hands, "choice-good", "next", "choice-health")


class Watched:
    """A store that remembers every snapshot it was given."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.kept: list[tuple[SealedRecord, ReceiptCode]] = []

    def keep_snapshot(self, record: SealedRecord, receipt: ReceiptCode) -> None:
        self.kept.append((record, receipt))
        self._store.keep_snapshot(record, receipt)

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def test_who_has_to_go_sends_what_was_answered(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        answer_two(hands)
        tap_all(hands, "leave", "sendAndLeave")
        hands.expect("thanks")
        assert desk.directory.counts().unfinished == 0
    response = only_one_stored(desk)
    assert response.ended is Ended.LEFT
    assert dict(response.answers) == {"q1": GOOD, "q2": HEALTH}


def test_deleting_is_asked_twice_and_can_be_taken_back(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        answer_two(hands)
        tap_all(hands, "leave", "deleteAnswers", "stay")
        hands.expect("q2")
        tap_all(hands, "next", "leave", "stay", "leave", "sendAndLeave")
    assert dict(only_one_stored(desk).answers) == {"q1": GOOD, "q2": HEALTH}


def test_deleting_leaves_no_byte(place: Path) -> None:
    desk = opened(place, pack_drawn())
    watched: list[Watched] = []

    def watch(store: Store) -> Store:
        watched.append(Watched(store))
        return watched[0]  # type: ignore[return-value]

    with hands_at(desk, with_store=watch) as hands:
        answer_two(hands)
        hands.tap("next")
        traces = [trace for record, receipt in watched[0].kept for trace in (record.body, receipt.encode())]
        assert any(traces[-2] in content for content in bytes_in(place).values())
        tap_all(hands, "leave", "deleteAnswers", "confirmDelete")
        hands.expect("goodbye")
        assert len(traces) >= 6
        found = [name for name, content in bytes_in(place).items() for trace in traces if trace in content]
        assert found == []
        hands.tap("finish")
    assert stored(desk) == ()
    assert inspect(desk).deleted == 1


def test_under_the_policy_discard_nothing_touches_the_disk_before_sending(place: Path) -> None:
    desk = opened(place, pack_drawn(), Policy.DISCARD)
    with hands_at(desk) as hands:
        hands.tap("start")
        before = bytes_in(place)
        tap_all(hands, "language-en", "consent", "choice-good")
        while hands.page != "review":
            hands.tap("next")
            room = bytes_in(place)["ballast"]
            assert not any(room)
            assert bytes_in(place) == before | {"ballast": room}
        hands.tap("next")
        assert bytes_in(place) != before
    assert only_one_stored(desk).ended is Ended.COMPLETE


def test_who_is_gone_leaves_a_partial_response_where_the_policy_keeps(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        answer_two(hands)
        hands.wait_for("idle", at_most=PATIENCE)
        hands.wait_for("welcome", at_most=PATIENCE)
    response = only_one_stored(desk)
    assert response.ended is Ended.TIMED_OUT
    assert dict(response.answers) == {"q1": GOOD, "q2": HEALTH}


def test_who_is_gone_leaves_nothing_where_the_policy_discards(place: Path) -> None:
    desk = opened(place, pack_drawn(), Policy.DISCARD)
    with hands_at(desk) as hands:
        answer_two(hands)
        hands.wait_for("welcome", at_most=PATIENCE)
    assert stored(desk) == ()
    assert inspect(desk).counts.unfinished == 0


def test_who_says_that_they_are_still_here_goes_on_where_they_were(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        answer_two(hands)
        for _ in range(3):
            hands.wait_for("idle", at_most=PATIENCE)
            hands.tap("stay")
            hands.expect("q2")
        while hands.page != "review":
            hands.tap("next")
        hands.tap("next")
    response = only_one_stored(desk)
    assert response.ended is Ended.COMPLETE
    assert {response.answers["q1"], response.answers["q3"]} == {GOOD, Skipped()}


def test_every_touch_begins_the_patience_anew(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        for _ in range(20):
            hands.wait(50)
            hands.expect("q1")
            hands.tap("choice-good")
        hands.wait_for("idle", at_most=PATIENCE)


@pytest.mark.parametrize("policy", list(Policy))
def test_who_says_no_is_counted_and_nothing_else(place: Path, policy: Policy) -> None:
    desk = opened(place, pack_drawn(), policy)
    with hands_at(desk) as hands:
        tap_all(hands, "start", "language-ar", "decline")
        hands.expect("goodbye")
        hands.tap("finish")
    seen = inspect(desk)
    assert (seen.refused, seen.deleted, seen.counts.sealed, seen.counts.unfinished) == (1, 0, 0, 0)


def test_a_wish_for_a_language_that_is_not_here_is_sealed(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        tap_all(hands, "start", "wish", "wish-ti")
        hands.expect("wished")
        hands.tap("chooseAnother")
        hands.expect("languages")
    assert stored(desk) == ()
    assert unlocking.read_wishes(desk, unlocking.unlock(desk, passphrase=PASSPHRASE)) == ("ti",)

"""What was given cannot be saved: nobody is told that it was, nothing is lost, nothing is there twice."""

from pathlib import Path

from icc_consult.assets import resources
from icc_consult.domain.errors import NotSaved
from icc_consult.domain.response import Answered, Chosen, Ended
from icc_consult.domain.survey import ChoiceCode
from icc_consult.packs import read_pack
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.ports import Store
from icc_consult.services.responding import Kiosk

from ui.demo.hands import Hands
from ui.kiosk.host import Host
from ui.kiosk.journey import Troubled

from tests.builders import EN, opened
from tests.journeys.kiosks import begin, hands_at, only_one_stored, stored, tap_all
from tests.sketches import pack_drawn

PATIENCE = 300
LONG_ENOUGH_TO_CALL_SOMEBODY = 180
GOOD = Answered(Chosen(ChoiceCode("good")), EN)


class FullDisk:
    """A store that refuses to write while `is_full`; with `fails_late` it writes, and then says no."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_full = self.fails_late = False

    def __getattr__(self, name: str) -> object:
        act = getattr(self._store, name)
        if name not in ("keep_snapshot", "submit"):
            return act

        def refusing(*given: object, **more: object) -> None:
            if self.is_full and not self.fails_late:
                raise NotSaved(Fault.DISK_FULL)
            act(*given, **more)
            if self.is_full:
                raise NotSaved(Fault.READ_BACK)

        return refusing


class Room:
    """Takes the store when the kiosk opens, so that a test can fill its disk."""

    disk: FullDisk

    def __call__(self, store: Store) -> Store:
        self.disk = FullDisk(store)
        return self.disk  # type: ignore[return-value]


def to_review(hands: Hands) -> None:
    while hands.page != "review":
        hands.tap("next")


def test_the_resident_is_told_and_stays_until_there_is_room(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        hands.tap("choice-good")
        room.disk.is_full = True
        hands.tap("next")
        hands.expect("trouble")
        assert "Your answer could not be saved. Please call a worker." in hands.texts()
        hands.tap("tryAgain")
        hands.expect("trouble")
        room.disk.is_full = False
        hands.tap("tryAgain")
        hands.expect("q2")
        to_review(hands)
        hands.tap("next")
        hands.expect("thanks")
    response = only_one_stored(desk)
    assert (response.ended, response.answers["q1"]) == (Ended.COMPLETE, GOOD)


def test_nobody_is_thanked_before_the_answers_are_safe(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        to_review(hands)
        room.disk.is_full = True
        hands.tap("next")
        hands.expect("trouble")
        assert desk.directory.counts().sealed == 0
        room.disk.is_full = False
        hands.tap("tryAgain")
        hands.expect("thanks")
        assert desk.directory.counts().sealed == 1


def test_trying_again_after_a_late_no_stores_nothing_twice(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        hands.tap("choice-good")
        to_review(hands)
        room.disk.is_full = room.disk.fails_late = True
        hands.tap("next")
        hands.expect("trouble")
        hands.tap("tryAgain")
        hands.expect("trouble")
        room.disk.is_full = False
        hands.tap("tryAgain")
        hands.expect("thanks")
    assert only_one_stored(desk).answers["q1"] == GOOD


def test_who_leaves_without_saving_loses_nothing_that_was_saved(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        tap_all(hands, "choice-good", "next")
        room.disk.is_full = True
        hands.tap("next")
        hands.tap("leaveUnsaved")
        hands.expect("welcome")
        room.disk.is_full = False
        begin(hands)
        to_review(hands)
        hands.tap("next")
        hands.expect("thanks")
    first, second = sorted(stored(desk), key=lambda response: response.ended)
    assert (first.ended, second.ended) == (Ended.COMPLETE, Ended.RECOVERED)
    assert second.answers["q1"] == GOOD


def test_nobody_finds_the_answers_of_who_walked_off_in_trouble(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        tap_all(hands, "choice-good", "next")
        room.disk.is_full = True
        hands.tap("next")
        hands.wait(LONG_ENOUGH_TO_CALL_SOMEBODY)
        hands.expect("trouble")
        hands.wait_for("welcome", at_most=PATIENCE)
        assert hands.window.host.journey.session is None
    assert only_one_stored(desk).answers["q1"] == GOOD


def test_what_others_sent_before_is_untouched(place: Path) -> None:
    desk, room = opened(place, pack_drawn()), Room()
    with hands_at(desk, with_store=room) as hands:
        begin(hands)
        tap_all(hands, "leave", "sendAndLeave", "finish")
        room.disk.is_full = True
        tap_all(hands, "start", "language-en", "consent")
        hands.expect("trouble")
        hands.tap("leaveUnsaved")
        hands.expect("welcome")
    assert only_one_stored(desk).ended is Ended.LEFT


def test_a_kiosk_that_cannot_be_opened_says_so_instead_of_dying() -> None:
    pack = read_pack(resources() / "consultations" / "our-city-our-voice")

    def unusable() -> Kiosk:
        raise DirectoryRefused(Fault.DAMAGED, "answers.db", "header")

    host = Host(pack.consultation, unusable, clock=lambda: 0.0)
    host.pick_language("en")
    host.consent()
    assert host.journey.session is None
    assert isinstance(host.journey.overlay, Troubled)
    assert host.journey.overlay.reason.startswith("answers.db: it is damaged")

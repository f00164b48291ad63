"""Who brings a voucher, or whom the staff lets in, answers once."""

from pathlib import Path

import pytest

from icc_consult.domain.admission import AdmissionRule
from icc_consult.services.admitting import Entrance
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk, PinRecord, PinTried

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.demo.hands import Hands

from tests.builders import DAY, PIN
from tests.entrances import opened_by, tag_in, vouchers_of
from tests.journeys.kiosks import begin, hands_at, tap_all


class Door:
    """A door with one PIN."""

    def try_pin(self, pin: str) -> PinTried:
        return PinTried(is_right=pin == PIN)


@pytest.fixture
def desk(place: Path) -> Desk:
    desk = opened_by(place, AdmissionRule.VOUCHERS)
    desk.directory.pin().save(PinRecord(PIN))
    return desk


def entrance(desk: Desk) -> Entrance:
    return Entrance(desk.directory.opening().terms.admission, tag_of=lambda text: tag_in(desk, text))


def scan(hands: Hands, code: str) -> None:
    """What a scanner does that types like a keyboard."""
    for letter in code:
        QTest.keyClick(hands.view, letter)
    QTest.keyClick(hands.view, Qt.Key.Key_Return)


def left_with_answers(hands: Hands) -> None:
    hands.expect("q1")
    tap_all(hands, "choice-good", "next", "leave", "sendAndLeave", "finish")


def test_a_card_that_is_scanned_lets_in_once(desk: Desk) -> None:
    _, (code,) = vouchers_of(desk, 1)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        begin(hands)
        hands.expect("admission")
        hands.clock.advance(1)
        scan(hands, code)
        left_with_answers(hands)
        begin(hands)
        hands.clock.advance(1)
        scan(hands, code)
        hands.expect("admission")
        assert "This voucher has been used already." in hands.texts()
    assert inspect(desk).counts.days == (DayTotal(DAY, responses=1, spent=1),)


def test_a_code_is_typed_on_the_screen(desk: Desk) -> None:
    _, (code,) = vouchers_of(desk, 1)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        begin(hands)
        tap_all(hands, "code-A", "code-delete", *(f"code-{letter}" for letter in code.replace("-", "")))
        assert code.replace("-", " ") in hands.texts()
        hands.tap("code-enter")
        hands.expect("q1")


@pytest.mark.parametrize("rule", [AdmissionRule.STAFF, AdmissionRule.VOUCHERS])
def test_the_staff_lets_one_person_in(tmp_path: Path, rule: AdmissionRule) -> None:
    desk = opened_by(tmp_path / "data", rule)
    with hands_at(desk, entrance=entrance(desk), door=Door()) as hands:
        begin(hands)
        hands.expect("admission")
        hands.open_staff_door()
        hands.type_pin(PIN)
        hands.tap("letIn")
        left_with_answers(hands)
        begin(hands)
        hands.expect("admission")
    assert inspect(desk).counts.days == (DayTotal(DAY, responses=1, unlocked=1),)


def test_where_nobody_waits_the_staff_lets_nobody_in(desk: Desk) -> None:
    with hands_at(desk, entrance=entrance(desk), door=Door()) as hands:
        hands.open_staff_door()
        hands.type_pin(PIN)
        assert not hands.sees("letIn")
        hands.window.host.let_in()
        hands.expect("staff")

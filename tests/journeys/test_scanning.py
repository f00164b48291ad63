"""A scanner on a serial port lets people in as a typed code does, and is deaf everywhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icc_consult.domain.admission import AdmissionRule
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk

from ui.demo.hands import Hands
from ui.devices import Devices
from ui.kiosk.journey import Admitting

from tests.builders import DAY
from tests.entrances import opened_by, vouchers_of
from tests.journeys.kiosks import begin, hands_at, tap_all
from tests.journeys.test_admission import entrance
from tests.ui.ports import Port


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened_by(place, AdmissionRule.VOUCHERS)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Port]:
    plugged = Port(tmp_path / "ttyACM0")
    yield plugged
    plugged.pull_out()


def read(qtbot: QtBot, hands: Hands, port: Port, content: bytes) -> None:
    """Until the window has heard it."""
    (scanner,) = hands.window._readers
    scanner._rests_until = 0.0
    with qtbot.waitSignal(scanner.read):
        port.scan(content)


def test_a_card_under_the_scanner_lets_in_once(qtbot: QtBot, desk: Desk, port: Port) -> None:
    _, (code,) = vouchers_of(desk, 1)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(port.path).attach(hands.window, pytest.fail)
        begin(hands)
        hands.expect("admission")
        read(qtbot, hands, port, b"NO-VOUCHER\r\n")
        hands.expect("admission")
        read(qtbot, hands, port, code.encode() + b"\r\n")
        hands.expect("q1")
        tap_all(hands, "choice-good", "next", "leave", "sendAndLeave", "finish")
        begin(hands)
        read(qtbot, hands, port, code.encode() + b"\n")
        assert "This voucher has been used already." in hands.texts()
    assert inspect(desk).counts.days == (DayTotal(DAY, responses=1, spent=1),)


def test_a_card_that_is_read_before_it_is_asked_for_is_forgotten(
    qtbot: QtBot, desk: Desk, port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, (code,) = vouchers_of(desk, 1)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(port.path).attach(hands.window, pytest.fail)
        before = hands.window.host.journey
        monkeypatch.setattr(hands.window.patience, "touched", lambda: pytest.fail("somebody is here"))
        read(qtbot, hands, port, code.encode() + b"\n")
        monkeypatch.undo()
        assert hands.window.host.journey == before
        begin(hands)
        hands.expect("admission")
        assert code.replace("-", " ") not in hands.texts()


def test_where_the_staff_lets_in_a_scanner_does_not(qtbot: QtBot, tmp_path: Path, port: Port) -> None:
    desk = opened_by(tmp_path / "data", AdmissionRule.STAFF)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(port.path).attach(hands.window, pytest.fail)
        begin(hands)
        read(qtbot, hands, port, b"7KX0-AB2D\n")
        hands.expect("admission")
        assert hands.window.host.journey.overlay == Admitting(by_voucher=False)


def test_a_scanner_that_is_not_there_is_told_to_the_staff(desk: Desk, tmp_path: Path) -> None:
    told: list[str] = []
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(tmp_path / "ttyACM9").attach(hands.window, told.append)
    (sentence,) = told
    assert sentence.startswith(f"icc-consult: the scanner {tmp_path / 'ttyACM9'} cannot be read (No such")

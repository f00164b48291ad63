"""What was named at the desk is plugged into the kiosk of a day, also of one that comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtGui import QGuiApplication

from ui.desk_command import Autostart, OpenDesk
from ui.devices import Devices
from ui.scanner import Scanner

from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.offices import quick_office
from tests.ui.desk.test_story import open_consultation
from tests.ui.ports import Port


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Port]:
    plugged = Port(tmp_path / "ttyACM0")
    yield plugged
    plugged.pull_out()


def test_a_day_at_the_desk_has_the_scanner_and_so_has_one_after_a_power_cut(
    qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path, port: Port
) -> None:
    named: list[tuple[str, ...]] = []
    desk = OpenDesk(
        quick_office(tmp_path),
        is_windowed=True,
        autostart=Autostart(lambda _, *more: named.append(more), lambda: None),
        devices=Devices(port.path),
    )
    desk.show()
    hands = Hands(desk.window.shell.view, desk.window)
    hands.wait()
    open_consultation(hands)
    assert desk.visit is not None
    (scanner,) = desk.visit.window._readers
    assert isinstance(scanner, Scanner)
    with qtbot.waitSignal(scanner.read):
        port.scan(b"7KX0\n")
    assert named == [("--scanner", str(port.path))]
    desk.close()
    assert not scanner.is_open
    rest()

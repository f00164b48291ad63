"""A mouse, a finger and a keyboard reach the same things."""

from dataclasses import replace

import pytest

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest

from ui.desk.state import Field, Rail
from ui.desk_window import DeskWindow

from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.scenes import states

PLACES = list(Rail)


@pytest.fixture
def hands(window: DeskWindow) -> Hands:
    window.host.become(dict(states())["day"])
    window.shell.view.resize(1280, 800)
    window.shell.view.requestActivate()
    rest()
    return Hands(window.shell.view, window)


@pytest.mark.parametrize("rail", PLACES)
def test_a_click_goes_to_each_place(window: DeskWindow, hands: Hands, rail: Rail) -> None:
    hands.click(f"rail-{rail}")
    assert window.host.state.rail is rail


def test_a_finger_goes_there_too(window: DeskWindow, hands: Hands) -> None:
    finger = QTest.createTouchDevice()
    tile = hands.find("rail-safety")
    centre = tile.mapRectToScene(QRectF(0, 0, tile.width(), tile.height())).center().toPoint()
    QTest.touchEvent(window.shell.view, finger).press(0, centre, window.shell.view).commit()
    assert window.host.state.rail is Rail.TODAY
    QTest.touchEvent(window.shell.view, finger).release(0, centre, window.shell.view).commit()
    rest()
    assert window.host.state.rail is Rail.SAFETY


@pytest.mark.parametrize(("number", "rail"), list(enumerate(PLACES, start=1)))
def test_a_shortcut_goes_there_too(window: DeskWindow, hands: Hands, number: int, rail: Rail) -> None:
    key = Qt.Key(Qt.Key.Key_0 + number)
    QTest.keyClick(window.shell.view, key, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert window.host.state.rail is rail


def test_one_may_type_at_once_and_tab_from_field_to_field(window: DeskWindow, hands: Hands) -> None:
    window.host.become(replace(dict(states())["terms"], typed={}))
    rest()
    for letter in "City":
        QTest.keyClick(window.shell.view, letter)
    QTest.keyClick(window.shell.view, Qt.Key.Key_Tab)
    for letter in "room":
        QTest.keyClick(window.shell.view, letter)
    assert window.host.state.text(Field.CONTROLLER) == "City"
    assert window.host.state.text(Field.CONTACT) == "room"


def test_letters_are_no_part_of_a_pin(window: DeskWindow, hands: Hands) -> None:
    hands.write("staffPin", "1a2b3")
    assert window.host.state.text(Field.STAFF_PIN) == "123"


def test_what_has_the_focus_is_scrolled_into_sight(window: DeskWindow, hands: Hands) -> None:
    window.shell.view.resize(1024, 500)
    window.host.become(replace(dict(states())["terms"], size=3))
    rest()
    for _ in range(5):
        QTest.keyClick(window.shell.view, Qt.Key.Key_Tab)
    window.shell.view.grabWindow()
    item = hands.find("pinAgain")
    assert item.property("activeFocus")
    scroll = hands.find("scroll")
    inside = item.mapRectToItem(scroll, QRectF(0, 0, item.width(), item.height()))
    assert inside.top() >= 0
    assert inside.bottom() <= scroll.height() + 1

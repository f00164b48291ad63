"""Sticks and paper without a mouse: everything that can be pressed is reached, and says what it is."""

from dataclasses import replace

import pytest

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from ui.desk.state import Choosing, DeskState, Standing
from ui.desk_window import DeskWindow

from tests.ui.desk.errand_scenes import errand_states
from tests.ui.desk.hands import Hands, rest, shown_items
from tests.ui.desk.scenes import opened, state

STATES = dict(errand_states(state(today=Standing(opened())), state(today=Choosing())))
MOST = 80


def pressable(window: DeskWindow) -> list[QQuickItem]:
    """Buttons and fields of the page; keyboards on the screen are for those who have no other."""
    page = next(item for item in shown_items(window.shell.view.rootObject()) if item.objectName() == "page")
    found = (one for one in shown_items(page) if _is_pressable(one))
    return [one for one in found if one.isEnabled() and not one.objectName().startswith("touch-")]


def _is_pressable(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")


def reached(window: DeskWindow) -> set[QQuickItem]:
    """Whatever has the focus on a way all around."""
    hands, seen = Hands(window.shell.view), set[QQuickItem]()
    for _ in range(MOST):
        focused = window.shell.view.activeFocusItem()
        if focused in seen:
            break
        seen.add(focused)
        hands.press(Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("name", list(STATES))
def test_everything_is_reached_by_tab_and_has_a_name(window: DeskWindow, name: str) -> None:
    show(window, STATES[name])
    wanted = pressable(window)
    assert wanted
    lost = {one.objectName() for one in wanted} - {one.objectName() for one in reached(window) if one}
    assert lost == set()
    assert [one.objectName() for one in wanted if not _said(one)] == []


def _said(item: QQuickItem) -> str:
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def show(window: DeskWindow, shown: DeskState) -> None:
    window.shell.view.resize(1280, 800)
    window.shell.view.requestActivate()
    window.host.become(replace(shown, language="en"))
    rest()


@pytest.mark.parametrize(
    "name", ["sticks", "carrying", "carried", "backups", "sheet", "vouchers", "check", "all fits", "bundles"]
)
def test_the_first_press_needs_no_mouse(window: DeskWindow, name: str) -> None:
    show(window, state(today=Choosing()))
    show(window, STATES[name])
    focused = window.shell.view.activeFocusItem()
    assert focused in pressable(window), focused

"""What a screen reader is told beside what it finds: the new page, a remark, and what a press changed."""

from collections.abc import Iterator

import pytest

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.papers import ballots
from tests.ui.kiosk.looking import named
from tests.ui.kiosk.papers import standing
from tests.ui.kiosk.stage import Look, Stage

BALLOTS = ballots()


class Listener:
    """Presses what a resident presses and hears what they hear."""

    def __init__(self) -> None:
        QAccessible.setActive(True)
        self.stage = Stage(BALLOTS)
        self.stage.see(Look())
        hearing = self.stage.window.shell.view.engine().singletonInstance("ui.components", "Hearing")
        assert isinstance(hearing, QObject)
        self.heard: list[str] = []
        hearing.told.connect(self.heard.append)  # type: ignore[attr-defined]

    def open(self, page: str) -> list[str]:
        self.heard.clear()
        self.stage.show(standing(BALLOTS, page, self.stage.fresh()))
        return self._after()

    def press(self, name: str) -> list[str]:
        self.heard.clear()
        self.stage.now += 1
        QMetaObject.invokeMethod(self.find(name), "click")
        return self._after()

    def find(self, name: str) -> QQuickItem:
        item = named(self.stage.root, name)
        assert item, name
        return item

    def _after(self) -> list[str]:
        QCoreApplication.processEvents()
        return self.heard


@pytest.fixture
def listener(qapp: object) -> Iterator[Listener]:
    one = Listener()
    yield one
    one.stage.close()


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("ranks", "What should people and the city talk about?"),
        ("words", "City letters in many languages"),
        ("pairs", "What should people and the city talk about?"),
        ("", "Check your answers"),
    ],
)
def test_a_new_page_is_told_by_its_heading(listener: Listener, page: str, heading: str) -> None:
    assert heading in listener.open(page)


def test_a_topic_that_gets_a_place_says_which(listener: Listener) -> None:
    listener.open("ranks")
    assert any(
        "City letters in many languages" in words and "1" in words for words in listener.press("rank-t1")
    )


def test_a_dot_is_told_with_its_topic_and_with_what_is_left(listener: Listener) -> None:
    listener.open("dots")
    assert listener.press("plus-t1") == ["City letters in many languages: 1 dot", "5 of 6 dots left"]


def test_the_buttons_of_a_topic_say_how_many_dots_it_has(listener: Listener) -> None:
    listener.open("dots")
    listener.press("plus-t1")
    heard = QAccessible.queryAccessibleInterface(listener.find("plus-t1"))
    assert heard.text(QAccessible.Text.Description) == "1 dot"


def test_money_that_is_spent_is_told(listener: Listener) -> None:
    listener.open("money")
    heard = listener.press("buy-t1")
    assert heard[0].startswith("City letters in many languages")
    assert "250,000" in heard[-1]


def test_what_cannot_be_done_is_told(listener: Listener) -> None:
    listener.open("dots")
    for _ in range(4):
        listener.press("plus-t1")
    assert "At most 4 dots on one topic." in listener.press("plus-t1")

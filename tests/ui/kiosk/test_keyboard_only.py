"""The whole kiosk without a finger: Tab reaches everything, Space and Enter press it."""

from collections.abc import Iterator

import pytest

from icc_consult.domain.response import Answered, Dated
from icc_consult.domain.wording import LanguageTag

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from ui.kiosk.journey import Answering, Journey, Promising, Thanked

from tests.ui.kiosk.form_stage import FormStage
from tests.ui.kiosk.looking import is_pressable, shown_items
from tests.ui.kiosk.stage import Look, Stage

ASKING = ("welcome", "languages", "promise", "q01", "q06", "q02-help", "q12", "q12 writing", "s01a", "topics")
AFTER = ("review", "thanks", "receipt", "deleted")
OVER = ("topics learn t1", "helping", "leaving", "staff", "trouble", "switching", "idling")


@pytest.fixture
def keys(stage: Stage) -> "Keys":
    stage.see(Look("uk"))
    return Keys(stage)


class Keys:
    """Presses keys, a moment after one another."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.view = stage, stage.window.shell.view
        self.view.requestActivate()
        QTest.qWaitForWindowActive(self.view)

    def press(self, key: Qt.Key) -> None:
        """One key, once the page has settled."""
        self.stage.now += 1
        QTest.keyClick(self.view, key)
        self.stage.rest()

    @property
    def held(self) -> QQuickItem | None:
        """What would be pressed."""
        item = self.view.activeFocusItem()
        return item if item and is_pressable(item) else None

    def walk(self) -> Iterator[QQuickItem]:
        """Once around the page by Tab."""
        seen: list[QQuickItem] = []
        for _ in range(100):
            self.press(Qt.Key.Key_Tab)
            item = self.held
            if item in seen:
                return
            if item:
                seen.append(item)
                yield item

    def go_to(self, name: str) -> None:
        """Tab until it is reached."""
        assert any(item.objectName() == name for item in self.walk()), f"{name} is never reached"

    def choose(self, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Reach it and press it."""
        self.go_to(name)
        self.press(key)


def page_named(stage: Stage, name: str) -> Journey:
    pages = dict(stage.pages())
    return next(journey for known, journey in pages.items() if known.startswith(name))


@pytest.mark.parametrize("name", [*ASKING, *AFTER, *OVER])
def test_tab_reaches_everything_that_can_be_pressed_and_shows_where_it_is(keys: Keys, name: str) -> None:
    keys.stage.show(page_named(keys.stage, name))
    reached = []
    for item in keys.walk():
        assert item.property("visualFocus")
        reached.append(item.objectName())
    pressable = [item.objectName() for item in shown_items(keys.stage.root) if is_pressable(item)]
    assert sorted(reached) == sorted(pressable)


def test_a_resident_answers_everything_by_keys_alone(keys: Keys) -> None:
    host = keys.stage.host
    host.finish()
    keys.stage.rest()
    keys.choose("start")
    keys.choose("language-uk", Qt.Key.Key_Return)
    assert isinstance(host.journey.stage, Promising)
    keys.choose("consent")
    while isinstance(host.journey.stage, Answering):
        session = host.journey.stage.session
        pressable = [item.objectName() for item in shown_items(keys.stage.root) if is_pressable(item)]
        answer = next((name for name in pressable if name.startswith(("choice-", "topic-"))), "")
        if answer:
            keys.choose(answer)
            assert host.journey.session
            assert session.page
            assert session.page.id in host.journey.session.answers
        keys.choose("vote-unsure" if "vote-unsure" in pressable else "next", Qt.Key.Key_Enter)
    assert isinstance(host.journey.stage, Thanked)
    keys.choose("finish")
    assert host.journey == keys.stage.host._fresh()


def test_words_can_be_written_by_keys_alone(keys: Keys) -> None:
    keys.stage.show(page_named(keys.stage, "q12"))
    keys.choose("write")
    keys.choose("key-0-3")
    keys.choose("done", Qt.Key.Key_Return)
    assert keys.stage.host.journey.session
    assert "q12" in keys.stage.host.journey.session.answers


def test_a_press_in_the_moment_after_a_page_turned_is_none(keys: Keys) -> None:
    keys.stage.show(page_named(keys.stage, "q01"))
    keys.go_to("next")
    keys.press(Qt.Key.Key_Space)
    position = keys.stage.host.journey.session
    QTest.keyClick(keys.view, Qt.Key.Key_Space)
    assert keys.stage.host.journey.session == position


def test_a_date_is_entered_by_keys_alone(qapp: object) -> None:
    form = FormStage()
    form.see(Look("fa"))
    keys = Keys(form)
    form.show(form.answering("born"))
    for digit in "1370":
        keys.choose(f"entry-{digit}")
    keys.choose("entry-pick-7", Qt.Key.Key_Return)
    keys.choose("entry-pick-30")
    assert form.host.journey.session
    assert form.host.journey.session.answers["born"] == Answered(Dated("1991-10-22"), LanguageTag("fa"))
    form.close()


def test_who_turns_the_page_by_keys_goes_on_from_its_beginning(keys: Keys) -> None:
    keys.stage.show(keys.stage.answering("q03"))
    keys.choose("next")
    keys.press(Qt.Key.Key_Tab)
    assert keys.held is not None
    assert keys.held.objectName() not in {"back", "preferNot", "next", "switchLanguage"}

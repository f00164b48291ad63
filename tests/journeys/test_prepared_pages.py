"""The page that comes next is built while this one is read; nobody sees it, and nothing stays in it."""

from pathlib import Path

from PySide6.QtQuick import QQuickItem

from ui.demo.hands import Hands

from tests.builders import opened
from tests.journeys.kiosks import begin, hands_at, tap_all
from tests.sketches import pack_drawn

WORDS = "خبز"


def built_texts(item: QQuickItem) -> list[str]:
    """Every text that exists, seen or not."""
    found = [built for child in item.childItems() for built in built_texts(child)]
    text = item.property("text")
    return [*found, text] if isinstance(text, str) and text else found


def page_item(hands: Hands) -> QQuickItem:
    """The page that is seen."""
    found = hands.root.findChild(QQuickItem, "page")
    assert found is not None
    return found.childItems()[0]


def test_the_prepared_page_comes_to_the_front_as_it_was_built(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        stand = hands.window.view_model._page
        while hands.page != "review":
            built, name, shown = stand.behind.view_model, stand.behind.name, page_item(hands)
            hands.tap("next")
            assert (stand.front.view_model, hands.page) == (built, name)
            assert page_item(hands) is not shown


def test_what_was_prepared_for_somebody_else_is_not_used(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        first, prepared = hands.page, hands.window.view_model._page.behind.name
        assert prepared != first
        tap_all(hands, "next", "back")
        hands.expect(first)
        hands.tap("leave")
        tap_all(hands, "sendAndLeave")
        hands.expect("thanks")


def test_nothing_that_was_built_for_one_person_exists_for_the_next(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands, "ar")
        hands.tap("choice-good")
        tap_all(hands, "next", "next")
        hands.write(WORDS)
        hands.tap("next")
        while hands.page != "review":
            hands.tap("next")
        assert [text for text in built_texts(hands.root) if WORDS in text]
        tap_all(hands, "next", "showReceipt")
        (code,) = [text for text in hands.texts() if text.count("-") == 3]
        hands.window.host.finish()
        assert not [text for text in built_texts(hands.root) if WORDS in text or code in text]

"""Every page of the desk in long, mirrored and other words: nothing is cut, and Qt says nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from PySide6.QtQuick import QQuickItem

from ui.desk.state import DeskState
from ui.desk_window import DeskWindow

from tests.ui.desk.hands import Hands, flaws, named, rest
from tests.ui.desk.scenes import states

LAPTOP, SMALL, LARGE = (1280, 800), (1024, 768), (1920, 1080)
LOOKS = [
    ("en-XA", 1, "light", LAPTOP),
    ("en-XA", 3, "light", LAPTOP),
    ("en-XA", 2, "strong", SMALL),
    ("ar-XB", 1, "dark", LARGE),
    ("ar-XB", 3, "light", LAPTOP),
    ("ur", 1, "light", LAPTOP),
    ("bn", 2, "dark", LAPTOP),
    ("de", 1, "light", SMALL),
]


def show(window: DeskWindow, state: DeskState) -> None:
    window.host.become(state)
    rest()


def sheets(window: DeskWindow) -> Iterator[QQuickItem | None]:
    """A long list, one stretch after another; anything else once."""
    found = named(window.shell.view, "cards")
    if not found:
        yield None
        return
    cards = found[0]
    while True:
        yield cards
        if cards.property("atYEnd"):
            return
        cards.setProperty("contentY", cards.property("contentY") + cards.height() * 0.9)
        rest()


@pytest.mark.parametrize(("tag", "size", "scheme", "pixels"), LOOKS)
def test_every_page_fits_its_words(
    window: DeskWindow, tag: str, size: int, scheme: str, pixels: tuple[int, int]
) -> None:
    window.shell.view.resize(*pixels)
    found = []
    for name, state in states():
        show(window, replace(state, language=tag, size=size, scheme=scheme))
        for _ in sheets(window):
            found += [f"{name}: {flaw}" for flaw in flaws(window.shell.view, window.shell.millimetre)]
    assert found == []


def test_every_state_has_a_page_of_its_own_file(window: DeskWindow) -> None:
    shown = set()
    for _, state in states():
        show(window, state)
        model = window.view_model
        shown.add(model.coverFile or model.pageFile)
    assert len(shown) == 33


def test_a_page_has_one_main_action_at_most(window: DeskWindow) -> None:
    wrong = []
    for name, state in states():
        show(window, state)
        foot = named(window.shell.view, "foot")
        buttons = [one for one in foot[0].childItems() if one.isVisible()] if foot else []
        if sum(bool(one.property("primary")) for one in buttons) > 1:
            wrong.append(name)
    assert wrong == []


def test_changing_the_language_changes_the_words_on_the_screen(window: DeskWindow) -> None:
    state = next(state for name, state in states() if name == "closing")
    show(window, state)
    hands = Hands(window.shell.view, window)
    english = hands.text("heading")
    show(window, replace(state, language="en-XA"))
    assert hands.text("heading") not in ("", english)
    show(window, state)
    assert hands.text("heading") == english

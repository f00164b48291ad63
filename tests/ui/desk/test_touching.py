"""The keyboard on the desk's screen: it writes into its field, and goes when nobody needs it."""

from dataclasses import replace

import pytest

from icc_consult.domain.consultation import Policy

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from ui.desk.state import Choosing, Field, Rail, Setting, Speaking
from ui.desk.touching import begun
from ui.desk_window import DeskWindow

from tests.ui.desk.hands import Hands, flaws, named, rest, shown_items
from tests.ui.desk.scenes import pack, state, states


@pytest.fixture
def hands(window: DeskWindow) -> Hands:
    """At the terms of an opening; nothing was typed yet."""
    window.shell.view.resize(1280, 800)
    window.host.become(state(today=Setting(pack(), Policy.KEEP)))
    rest()
    return Hands(window.shell.view, window)


def texts(window: DeskWindow, field: Field) -> tuple[str, str]:
    """What was typed, in the state and on the screen."""
    return window.host.state.text(field), Hands(window.shell.view).text(field)


def test_taps_write_into_the_field(window: DeskWindow, hands: Hands) -> None:
    hands.click("touch-controller")
    for key in ("key-0-0", "key-0-1", "key-3-3", "key-1-0", "key-3-5"):  # Q w space a erase
        hands.click(key)
    assert texts(window, Field.CONTROLLER) == ("Qw ", "Qw ")


def test_taps_go_on_where_the_text_ends(window: DeskWindow, hands: Hands) -> None:
    window.host.write(Field.CONTACT, "Room")
    hands.click("touch-contact")
    hands.click("key-0-0")
    assert texts(window, Field.CONTACT) == ("Roomq", "Roomq")


def test_the_field_keeps_the_cursor(window: DeskWindow, hands: Hands) -> None:
    hands.click("touch-contact")
    hands.click("key-0-0")
    focused = window.shell.view.activeFocusItem()
    assert isinstance(focused, QQuickItem)
    assert focused.objectName() == "contact"
    assert named(window.shell.view, "board")


def test_whoever_types_on_a_real_keyboard_never_sees_it(window: DeskWindow, hands: Hands) -> None:
    hands.write("controller", "City")
    assert window.host.state.touching is None
    hands.click("touch-controller")
    assert window.host.state.touching is not None
    hands.press(Qt.Key.Key_S)
    assert window.host.state.touching is None
    assert texts(window, Field.CONTROLLER) == ("Citys", "Citys")


def test_its_button_is_passed_by_on_the_way_of_a_real_keyboard(window: DeskWindow, hands: Hands) -> None:
    hands.click("controller")
    hands.press(Qt.Key.Key_Tab)
    focused = window.shell.view.activeFocusItem()
    assert isinstance(focused, QQuickItem)
    assert focused.objectName() == "contact"


@pytest.mark.parametrize("way", ["putKeyboardAway", "touch-controller"])
def test_it_is_put_away_by_its_two_buttons(window: DeskWindow, hands: Hands, way: str) -> None:
    hands.click("touch-controller")
    hands.click(way)
    assert not named(window.shell.view, "board")


def test_a_pin_is_typed_in_digits_and_no_more_than_twelve(window: DeskWindow, hands: Hands) -> None:
    hands.click("touch-pin")
    for _ in range(13):
        hands.click("key-1-1")
    assert window.host.state.text(Field.PIN) == "5" * 12
    assert named(window.shell.view, "key-3-1")
    assert not named(window.shell.view, "key-0-3")


def test_chinese_is_picked_from_candidates(window: DeskWindow, hands: Hands) -> None:
    window.host.speak("zh-Hans")
    rest()
    hands.click("touch-controller")
    hands.click("key-0-1")
    hands.click("key-0-2")
    assert texts(window, Field.CONTROLLER) == ("we", "we")
    hands.click("pick-0")
    picked = window.host.state.text(Field.CONTROLLER)
    assert picked
    assert not picked.isascii()
    window.host.speak("en")


def test_what_is_still_being_spelt_becomes_its_first_candidate(window: DeskWindow, hands: Hands) -> None:
    window.host.speak("zh-Hans")
    rest()
    hands.click("touch-controller")
    hands.click("key-0-1")
    hands.click("putKeyboardAway")
    assert window.host.state.text(Field.CONTROLLER)
    assert not window.host.state.text(Field.CONTROLLER).isascii()
    window.host.speak("en")


@pytest.mark.parametrize(
    "change",
    [{"rail": Rail.SAFETY}, {"today": Choosing()}, {"cover": Speaking()}],
    ids=["another place", "another page", "something over it"],
)
def test_it_goes_with_the_page_of_its_field(
    window: DeskWindow, hands: Hands, change: dict[str, object]
) -> None:
    hands.click("touch-controller")
    window.host.become(replace(window.host.state, **change))  # type: ignore[arg-type]
    assert window.host.state.touching is None


def test_nothing_secret_stays_behind_in_it(window: DeskWindow, hands: Hands) -> None:
    hands.click("touch-pin")
    hands.click("key-0-0")
    assert window.host.state.without_secrets().touching is None


@pytest.mark.parametrize("field", [Field.PATH, Field.WORDS, Field.PASSPHRASE, Field.KEY, Field.OUT])
def test_paths_and_the_six_words_begin_with_small_latin_letters(field: Field) -> None:
    typed = begun(field, "", "ar")
    assert (typed.keyboard.tag, typed.layer) == ("en", "letters")


@pytest.mark.parametrize(("tag", "size"), [("ar", 3), ("bn", 3), ("de", 3), ("en-XA", 3)])
def test_every_field_fits_above_it(window: DeskWindow, tag: str, size: int) -> None:
    window.shell.view.resize(1280, 800)
    found = []
    for name, one in states():
        window.host.become(replace(one, language=tag, size=size))
        rest()
        for button in {item.objectName() for item in named_like(window, "touch-")}:
            Hands(window.shell.view).click(button)
            field = Hands(window.shell.view).find(button.removeprefix("touch-"))
            where = f"{name}, {button}"
            found += [f"{where}: {flaw}" for flaw in flaws(window.shell.view, window.shell.millimetre)]
            bottom = field.mapToScene(field.boundingRect().bottomLeft()).y()
            if bottom > named(window.shell.view, "board")[0].y() + window.shell.view.height() * 0.02:
                found.append(f"{where}: its field lies under the keyboard")
            Hands(window.shell.view).click(button)
    assert found == []


def named_like(window: DeskWindow, beginning: str) -> list[QQuickItem]:
    """Everything seen whose name begins like this."""
    root = window.shell.view.rootObject()
    return [item for item in shown_items(root) if item.objectName().startswith(beginning)]

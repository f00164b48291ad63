"""The next person finds nothing of the one before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from PySide6.QtGui import QGuiApplication

from ui.demo.hands import Hands
from ui.kiosk.journey import Journey

from tests.builders import EN, opened
from tests.journeys.kiosks import begin, hands_at, tap_all
from tests.journeys.leftovers import clipboards, objects_behind, properties, texts_held
from tests.sketches import pack_drawn

PATIENCE = 300
WORDS = "خبز"


WRITTEN = "zqxjvkwp"
COPIED = "what the staff copied this morning"


def send(hands: Hands) -> None:
    while hands.page != "review":
        hands.tap("next")
    tap_all(hands, "next", "showReceipt", "finish")


def leave(hands: Hands) -> None:
    tap_all(hands, "leave", "sendAndLeave", "finish")


def delete(hands: Hands) -> None:
    tap_all(hands, "leave", "deleteAnswers", "confirmDelete", "finish")


def walk_off(hands: Hands) -> None:
    hands.wait_for("welcome", at_most=PATIENCE)


def walk_off_from_the_thanks(hands: Hands) -> None:
    tap_all(hands, "leave", "sendAndLeave")
    hands.wait_for("welcome", at_most=PATIENCE)


def look_at_topics(hands: Hands) -> list[str]:
    """Every text from the welcome to the check of the answers."""
    seen = hands.texts()
    for name in ("start", "language-en", "consent"):
        hands.tap(name)
        seen += hands.texts()
    while hands.page != "review":
        hands.tap("next")
        seen += hands.texts()
    return seen


@pytest.mark.parametrize("goodbye", [send, leave, delete, walk_off, walk_off_from_the_thanks])
def test_language_size_contrast_answers_and_words_are_gone(
    place: Path, goodbye: Callable[[Hands], None]
) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        fresh = hands.texts()
        begin(hands, "ar")
        tap_all(hands, "textSize", "contrast", "choice-good", "next", "choice-health", "next")
        hands.write(WORDS)
        hands.tap("next")
        tap_all(hands, "vote-agree", "vote-disagree", "topic-t1")
        goodbye(hands)
        hands.expect("welcome")
        assert hands.window.host.journey == Journey(EN)
        view_model = hands.window.view_model
        assert (view_model.language, view_model.rightToLeft) == ("en", False)
        assert (view_model.textStep, view_model.scheme) == (1, "light")
        assert hands.texts() == fresh
        seen = look_at_topics(hands)
        assert not [text for text in seen if WORDS in text]
        answers = [text for text in seen if text in ("You skipped this.", "0 of 7 answered")]
        assert len(answers) == 8


def test_a_receipt_on_the_screen_goes_by_itself(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        tap_all(hands, "leave", "sendAndLeave", "showReceipt")
        (code,) = [text for text in hands.texts() if text.count("-") == 3]
        hands.wait_for("welcome", at_most=PATIENCE)
        assert code not in hands.texts()


def held_of_the_word(hands: Hands) -> set[tuple[str, str]]:
    """Where a text stands that has four letters of the word in a row, or more."""
    pieces = [WRITTEN[start : start + 4] for start in range(len(WRITTEN) - 3)]
    return {(owner, name) for owner, name, text in texts_held(hands) if any(p in text for p in pieces)}


@pytest.mark.parametrize("goodbye", [send, leave, delete, walk_off, walk_off_from_the_thanks])
def test_no_object_of_the_window_holds_a_word_any_more(place: Path, goodbye: Callable[[Hands], None]) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        tap_all(hands, "next", "next")
        hands.write(WRITTEN)
        assert held_of_the_word(hands)
        hands.tap("next")
        goodbye(hands)
        hands.expect("welcome")
        assert len(objects_behind(hands)) > 100
        assert held_of_the_word(hands) == set()


def test_nothing_can_be_pasted_undone_or_selected_afterwards(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        QGuiApplication.clipboard().setText(COPIED)
        before = clipboards()
        assert COPIED in before.values()
        begin(hands)
        tap_all(hands, "next", "next")
        hands.write(WRITTEN)
        tap_all(hands, "leave", "sendAndLeave", "showReceipt", "finish")
        assert clipboards() == before
        editing = {"canUndo", "canRedo", "canPaste", "selectedText", "preeditText"}
        assert [one for one in objects_behind(hands) if editing & properties(one).keys()] == []

"""What a tap will bring is made ready before it: measured, mirrored, and in the room that it will have."""

import gc
from collections.abc import Callable

import pytest

from icc_consult.i18n import Say

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from ui.kiosk.journey import Picking, Promising
from ui.theme import typesetter

from tests.ui.kiosk.looking import named
from tests.ui.kiosk.stage import Look, Stage

AT_MOST = 50
CACHES = ("_measured", "_share", "_balanced", "_narrowest", "_row", "_set")
TOOLS = ("textSize", "contrast", "hide", "help", "leave")


def loaders(stage: Stage) -> tuple[QQuickItem, QQuickItem]:
    """What holds the page that is seen, and what holds the one behind it."""
    front = named(stage.root, "page")
    assert front
    others = [one for one in front.parentItem().childItems() if one.inherits("QQuickLoader") and one != front]
    assert len(others) == 1
    return front, others[0]


def size_of(item: QObject) -> tuple[float, float]:
    """Width and height in pixels."""
    return item.property("width"), item.property("height")


def rehearse(stage: Stage) -> None:
    """All that the kiosk does behind its welcome, at once."""
    stage.window._bring_in()
    for _ in range(AT_MOST):
        if not stage.window._idle.isActive():
            return
        stage.window._prepare()
    raise AssertionError("it never ends")


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts with letters that are measured for the first time."""
    for name in CACHES:
        getattr(typesetter, name).cache_clear()
    seen: list[str] = []
    real = typesetter._measured

    def watched(wish: typesetter._Wish, share: float, width: int) -> typesetter._Measured:
        before = real.cache_info().misses
        found = real(wish, share, width)
        if real.cache_info().misses > before and any(map(str.isalpha, wish.text)):
            seen.append(wish.text)
        return found

    monkeypatch.setattr(typesetter, "_measured", watched)
    return seen


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280), (1920, 1080)])
@pytest.mark.parametrize("language", ["ar", "uk", "de", "zh-Hans", "ur", "am"])
def test_a_language_that_is_picked_shows_no_word_that_was_not_measured_before(
    stage: Stage, measured: list[str], language: str, size: tuple[int, int]
) -> None:
    stage.see(Look(width=size[0], height=size[1]))
    rehearse(stage)
    assert measured
    stage.show(stage.fresh().at(Picking()))
    stage.host.touch_language(language)
    measured.clear()
    stage.host.pick_language(language)
    stage.rest()
    assert isinstance(stage.host.journey.stage, Promising)
    of_two_sheets = {Say(language)("More"), Say(language)("Previous")}
    assert set(measured) <= of_two_sheets


def test_the_first_question_is_laid_out_in_the_room_that_it_will_have(stage: Stage) -> None:
    stage.see(Look("de"))
    stage.show(stage.fresh().at(Promising()))
    stage.window.view_model.prepare()
    behind = size_of(loaders(stage)[1])
    stage.host.consent()
    stage.rest()
    assert behind == size_of(loaders(stage)[0])


@pytest.mark.parametrize(("language", "is_mirrored"), [("ur", True), ("uk", False)])
def test_a_finger_on_a_language_lays_its_promise_out_as_it_is_read(
    stage: Stage, language: str, is_mirrored: bool
) -> None:
    stage.see(Look())
    stage.show(stage.fresh().at(Picking()))
    stage.host.touch_language(language)
    front, behind = loaders(stage)
    assert front.property("mirrors") is False
    assert behind.property("mirrors") is is_mirrored
    assert behind.property("item").objectName() == "PromisePage"
    shown = stage.window.view_model._page.behind.view_model
    stage.host.pick_language(language)
    stage.rest()
    front, _ = loaders(stage)
    assert front.property("item") is behind.property("item")
    assert front.property("mirrors") is is_mirrored
    assert stage.window.view_model.pageViewModel is shown


def test_a_finger_that_slides_off_a_language_has_picked_nothing(stage: Stage) -> None:
    stage.see(Look())
    picking = stage.fresh().at(Picking())
    stage.show(picking)
    stage.host.touch_language("ur")
    stage.rest()
    assert stage.host.journey == picking
    stage.host.pick_language("uk")
    stage.rest()
    heading = named(stage.root, "heading")
    assert heading
    assert heading.property("language") == "uk"


def test_a_finger_that_slid_off_leaves_no_mirror_for_whoever_picks_by_a_key(stage: Stage) -> None:
    stage.see(Look())
    stage.show(stage.fresh().at(Picking()))
    stage.host.touch_language("ur")
    stage.host.pick_language("en")
    stage.rest()
    front, _ = loaders(stage)
    assert front.property("item").objectName() == "PromisePage"
    assert front.property("mirrors") is False


def test_what_stays_on_the_screen_is_never_in_words_of_one_language_and_letters_of_another(
    stage: Stage,
) -> None:
    stage.see(Look())
    stage.show(stage.answering("q02"))
    words = [named(tile, "words") for name in TOOLS if (tile := named(stage.root, name))]
    mixed: list[tuple[str, str]] = []
    for one in filter(None, words):
        one.fontChanged.connect(looking(one, mixed))
    stage.host.pick_language("ur")
    stage.rest()
    assert len(words) == len(TOOLS)
    assert mixed == []
    assert all("Urdu" in one.property("font").family() for one in words if one)


def looking(words: QQuickItem, mixed: list[tuple[str, str]]) -> Callable[[], None]:
    """Notices Latin words in the letters of Urdu."""

    def look() -> None:
        text, family = str(words.property("text")), str(words.property("font").family())
        if text.isascii() and text and "Urdu" in family:
            mixed.append((text, family))

    return look


def test_nobody_looks_for_garbage_among_what_stays_for_the_day(stage: Stage) -> None:
    gc.unfreeze()
    stage.see(Look())
    rehearse(stage)
    assert gc.get_freeze_count() > 0
    gc.unfreeze()

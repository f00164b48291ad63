"""The next person finds nothing: not on the screen, not behind it."""

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from ui.kiosk import giving
from ui.kiosk.journey import Comfort, Journey

from tests.ui.kiosk.looking import named
from tests.ui.kiosk.stage import Look, Stage


def page_of(stage: Stage) -> QQuickItem:
    """The page that is built now."""
    loader = named(stage.root, "page")
    assert loader
    item: QQuickItem = loader.property("item")
    return item


def everything(stage: Stage) -> list[QObject]:
    """All that the window is made of, seen or not."""
    return [stage.root, *stage.root.findChildren(QObject)]


def said_anywhere(stage: Stage, words: str) -> bool:
    """Whether a text of the window holds these words, seen or not."""
    texts = [one.property(name) for one in everything(stage) for name in ("text", "label", "words")]
    return any(words in text for text in texts if isinstance(text, str))


def written(stage: Stage) -> Journey:
    """Somebody has typed two letters that nobody else would."""
    journey = giving.take_keyboard(stage.answering("q12"))
    return giving.press_at(giving.press_at(journey, 0, 0), 0, 0)


def test_the_old_page_and_its_view_model_are_destroyed_when_somebody_finishes(stage: Stage) -> None:
    stage.see(Look())
    stage.show(written(stage))
    gone: list[str] = []
    page, view_model = page_of(stage), stage.window.view_model.pageViewModel
    page.destroyed.connect(lambda: gone.append("page"))
    view_model.destroyed.connect(lambda: gone.append("view model"))
    stage.host.finish()
    stage.rest()
    assert gone == ["page", "view model"]
    assert stage.host.journey == Journey(stage.consultation.fallback_language)


def test_no_text_of_the_window_remembers_what_was_written(stage: Stage) -> None:
    stage.see(Look())
    stage.show(written(stage))
    assert said_anywhere(stage, "Qq")
    stage.host.finish()
    stage.rest()
    assert not said_anywhere(stage, "Qq")


def test_what_is_hidden_under_a_cover_is_not_on_the_screen(stage: Stage) -> None:
    stage.see(Look())
    stage.show(written(stage))
    stage.window.view_model.hide()
    stage.rest()
    texts = [item.property("text") for item in stage.seen() if item.inherits("QQuickText")]
    assert not any("Qq" in text for text in texts)


def test_language_size_contrast_and_the_place_of_the_sheets_begin_anew(stage: Stage) -> None:
    stage.see(Look("ar", 3, scheme="dark"))
    stage.show(stage.answering("q06"))
    stage.host.make_comfortable(Comfort(3, "dark", motion=False))
    stage.host.finish()
    stage.rest()
    kiosk = stage.window.view_model
    assert [kiosk.property(name) for name in ("language", "textStep", "scheme", "motion")] == [
        stage.consultation.fallback_language,
        1,
        "light",
        True,
    ]


def test_many_visits_leave_no_more_things_behind_than_few(stage: Stage) -> None:
    stage.see(Look())
    counts = []
    for rounds in (5, 35):
        for _ in range(rounds):
            for item in ("q01", "s01a", "q12", "topics"):
                stage.show(stage.answering(item))
            stage.host.finish()
            stage.rest()
        counts.append(len(everything(stage)))
    assert counts[0] == counts[1]

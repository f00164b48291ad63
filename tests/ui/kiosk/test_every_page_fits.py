"""Every page in every language and text size: nothing cut, too small, too near, or off the screen."""

import pytest

from tests.builders import sample
from tests.ui.kiosk.looking import Eye
from tests.ui.kiosk.stage import LAPTOP, MONITOR, PANEL, STEPS, Look, Stage

LANGUAGES = sample().consultation.languages
PSEUDO = ("en-XA", "ar-XB")
TALLEST = ("ar", "de", "ur")
OTHER_SCREENS = {
    "portrait": (800, 1280, LAPTOP),
    "a small panel": (1280, 800, PANEL),
    "a small panel in portrait": (800, 1280, PANEL),
    "full HD": (1920, 1080, MONITOR),
}


def flaws(stage: Stage, look: Look) -> list[str]:
    """What is wrong on every sheet of every page, looked at like this."""
    stage.see(look)
    eye = Eye(look.density, STEPS[look.step])
    return [
        f"{name}, sheet {sheet}: {flaw}"
        for name, journey in stage.pages()
        for sheet in stage.sheets_of(journey)
        for flaw in eye.flaws(stage.root)
    ]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", [*LANGUAGES, *PSEUDO])
def test_every_page_fits_in_every_language_and_text_size(stage: Stage, language: str, step: int) -> None:
    assert flaws(stage, Look(language, step)) == []


@pytest.mark.parametrize("step", [1, 3])
@pytest.mark.parametrize("language", TALLEST)
@pytest.mark.parametrize("screen", OTHER_SCREENS)
def test_every_page_fits_on_other_screens(stage: Stage, screen: str, language: str, step: int) -> None:
    width, height, density = OTHER_SCREENS[screen]
    assert flaws(stage, Look(language, step, width, height, density)) == []


@pytest.mark.parametrize("scheme", ["dark", "strong"])
def test_every_page_fits_in_other_contrasts(stage: Stage, scheme: str) -> None:
    assert flaws(stage, Look("ar", scheme=scheme)) == []


def test_every_question_statement_and_topic_is_looked_at(stage: Stage) -> None:
    stage.see(Look())
    names = {name for name, _ in stage.pages()}
    assert set(stage.consultation.items()) <= names
    assert {"learn t1", "q12 writing", "q02-help", "review", "receipt"} <= {
        part for name in names for part in (name, name.split(" ", 1)[-1])
    }

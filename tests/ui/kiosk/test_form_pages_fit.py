"""Every page of a form in many languages and on many screens: nothing cut, too small, too near, or off it."""

from collections.abc import Iterator

import pytest

from PySide6.QtGui import QAccessible

from tests.ui.kiosk.form_stage import FormStage
from tests.ui.kiosk.forms import form_pack
from tests.ui.kiosk.looking import Eye, is_pressable, named, place_of
from tests.ui.kiosk.stage import LAPTOP, MONITOR, PANEL, STEPS, Look
from tests.ui.kiosk.test_heard import ROLES, told
from tests.ui.kiosk.test_keyboard_only import Keys

SCREENS = {
    "laptop": (1280, 800, LAPTOP),
    "portrait": (800, 1280, LAPTOP),
    "a small panel": (1280, 800, PANEL),
    "a small panel in portrait": (800, 1280, PANEL),
    "full HD": (1920, 1080, MONITOR),
}
LANGUAGES = (*map(str, form_pack().consultation.languages), "en-XA", "ar-XB")


@pytest.fixture(scope="module")
def form(qapp: object) -> Iterator[FormStage]:
    """A kiosk on the form."""
    shown = FormStage()
    yield shown
    shown.close()


def flaws(form: FormStage, look: Look) -> list[str]:
    """What is wrong on every sheet of every page, looked at like this."""
    form.see(look)
    eye = Eye(look.density, STEPS[look.step])
    return [
        f"{name}, sheet {sheet}: {flaw}"
        for name, journey in form.pages()
        for sheet in form.sheets_of(journey)
        for flaw in eye.flaws(form.root)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_fits_in_the_largest_letters(form: FormStage, language: str) -> None:
    assert flaws(form, Look(language, 3)) == []


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("language", ["ar", "am"])
def test_every_form_fits_in_smaller_letters(form: FormStage, language: str, step: int) -> None:
    assert flaws(form, Look(language, step)) == []


@pytest.mark.parametrize("language", ["ar", "de"])
@pytest.mark.parametrize("screen", [name for name in SCREENS if name != "laptop"])
def test_every_form_fits_on_other_screens(form: FormStage, screen: str, language: str) -> None:
    width, height, density = SCREENS[screen]
    assert flaws(form, Look(language, 3, width, height, density)) == []


@pytest.mark.parametrize("item", ["age[1]", "born", "leaves", "rating", "pictures", "trips[1]-more"])
def test_everything_that_can_be_pressed_says_what_it_is(form: FormStage, item: str) -> None:
    form.see(Look("uk"))
    form.show(form.answering(item))
    QAccessible.setActive(True)
    silent = [
        one.objectName()
        for one in form.seen()
        if is_pressable(one) and (told(one)[0] not in ROLES or not told(one)[1].strip())
    ]
    assert silent == []


@pytest.mark.parametrize("item", ["note", "rooms", "born", "leaves", "degree", "pictures", "secret"])
def test_tab_reaches_everything_on_a_form_by_keys(form: FormStage, item: str) -> None:
    form.see(Look("uk"))
    keys = Keys(form)
    form.show(form.answering(item))
    reached = sorted(one.objectName() for one in keys.walk())
    assert reached == sorted(one.objectName() for one in form.seen() if is_pressable(one))


def test_a_picture_leaves_the_words_of_its_page_alone(form: FormStage) -> None:
    form.see(Look("de", 3, 800, 1280, PANEL))
    form.show(form.answering("note"))
    heading, picture = named(form.root, "heading"), named(form.root, "picture")
    assert heading is not None
    assert picture is not None
    assert not place_of(heading).intersects(place_of(picture))

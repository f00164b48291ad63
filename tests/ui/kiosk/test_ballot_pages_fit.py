"""Every ballot page in many languages and on many screens: nothing cut, too small, too near, or off it."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from icc_consult.domain.response import Answered

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.kiosk import casting
from ui.kiosk.journey import Journey

from tests.papers import ballots
from tests.ui.kiosk.looking import Eye, is_pressable, shown_items
from tests.ui.kiosk.papers import journeys, standing
from tests.ui.kiosk.stage import LAPTOP, MONITOR, PANEL, STEPS, Look, Stage
from tests.ui.kiosk.test_heard import ROLES, told
from tests.ui.kiosk.test_keyboard_only import Keys
from tests.ui.kiosk.test_without_colour import changed, grey

BALLOTS = ballots()
LANGUAGES = (*map(str, BALLOTS.consultation.languages), "en-XA", "ar-XB")
TALLEST = ("ar", "de", "ur")
OTHER_SCREENS = {
    "portrait": (800, 1280, LAPTOP),
    "a small panel": (1280, 800, PANEL),
    "a small panel in portrait": (800, 1280, PANEL),
    "full HD": (1920, 1080, MONITOR),
}


@pytest.fixture(scope="module")
def booth(qapp: object) -> Iterator[Stage]:
    """A kiosk on the ballots."""
    shown = Stage(BALLOTS)
    yield shown
    shown.close()


def flaws(booth: Stage, look: Look) -> list[str]:
    """What is wrong on every sheet of every page, looked at like this."""
    booth.see(look)
    eye = Eye(look.density, STEPS[look.step])
    found = []
    for name, journey in journeys(BALLOTS, booth.fresh()):
        booth.show(booth.fresh())
        for sheet in booth.sheets_of(journey):
            found += [f"{name}, sheet {sheet}: {flaw}" for flaw in eye.flaws(booth.root)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ballot_fits_in_every_language_in_the_largest_letters(booth: Stage, language: str) -> None:
    assert flaws(booth, Look(language, 3)) == []


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("language", ["ar", "de"])
def test_every_ballot_fits_in_other_text_sizes(booth: Stage, language: str, step: int) -> None:
    assert flaws(booth, Look(language, step)) == []


@pytest.mark.parametrize("language", TALLEST)
@pytest.mark.parametrize("screen", OTHER_SCREENS)
def test_every_ballot_fits_on_other_screens(booth: Stage, screen: str, language: str) -> None:
    width, height, density = OTHER_SCREENS[screen]
    assert flaws(booth, Look(language, 3, width, height, density)) == []


@pytest.mark.parametrize("scheme", ["dark", "strong"])
def test_every_ballot_fits_in_other_contrasts(booth: Stage, scheme: str) -> None:
    assert flaws(booth, Look("ar", scheme=scheme)) == []


def test_everything_on_a_ballot_has_a_role_and_a_name(booth: Stage) -> None:
    QAccessible.setActive(True)
    booth.see(Look())
    silent = [
        f"{name}: {item.objectName()} is {told(item)}"
        for name, journey in journeys(BALLOTS, booth.fresh())
        for _ in booth.sheets_of(journey)
        for item in shown_items(booth.root)
        if is_pressable(item) and (told(item)[0] not in ROLES or not told(item)[1].strip())
    ]
    assert silent == []


@pytest.mark.parametrize("scheme", ["light", "dark", "strong"])
@pytest.mark.parametrize(
    ("page", "tile", "press"),
    [
        ("ranks", "rank-t1", partial(casting.rank, code="t1")),
        ("words", "grade-well", partial(casting.grade, code="well")),
        ("dots", "count-t1", partial(casting.dot, topic="t1", change=1)),
        ("money", "buy-t1", partial(casting.buy, topic="t1")),
        ("money", "buy-t5", partial(casting.buy, topic="t1")),
        ("pairs", "alike", partial(casting.prefer, topic="")),
    ],
)
def test_what_is_chosen_and_what_no_longer_fits_is_seen_in_grey(
    booth: Stage, page: str, tile: str, press: Callable[[Journey], Journey], scheme: str
) -> None:
    booth.see(Look(scheme=scheme, height=1600))
    journey = standing(BALLOTS, page, booth.fresh())
    booth.show(journey)
    before = grey(booth, tile)
    booth.show(press(journey))
    assert changed(before, grey(booth, tile)) > 0.005


@pytest.mark.parametrize(
    "page", ["order full", "ranks", "words 0", "scores 1", "dots full", "money full", "pairs 0", "proposal"]
)
def test_tab_reaches_everything_on_a_ballot_by_keys(booth: Stage, page: str) -> None:
    booth.see(Look("uk"))
    keys = Keys(booth)
    booth.show(dict(journeys(BALLOTS, booth.fresh()))[page])
    reached = sorted(item.objectName() for item in keys.walk())
    assert reached == sorted(item.objectName() for item in shown_items(booth.root) if is_pressable(item))


def test_a_ballot_is_filled_in_by_keys_alone(booth: Stage) -> None:
    booth.see(Look("uk"))
    keys, host = Keys(booth), booth.host
    booth.show(standing(BALLOTS, "ranks", booth.fresh()))
    keys.choose("rank-t2")
    keys.choose("rank-t1", Qt.Key.Key_Return)
    keys.choose("next")
    keys.choose("grade-well")
    for _ in range(12):
        keys.choose("next")
    keys.choose("plus-t1")
    keys.choose("plus-t1", Qt.Key.Key_Enter)
    keys.choose("next")
    keys.choose("buy-t1")
    keys.choose("next")
    keys.choose("alike")
    session = host.journey.session
    assert session is not None
    assert {"ranks", "words", "dots", "money", "pairs"} <= {
        name for name, answer in session.answers.items() if isinstance(answer, Answered)
    }

"""What stands beside each other is written in letters of one size: a refusal is as loud as a yes."""

import pytest

from ui.kiosk.journey import Journey, Promising

from tests.ui.kiosk.looking import CAPITAL_HEIGHT, Eye, is_pressable, letters_of, named
from tests.ui.kiosk.stage import LAPTOP, MONITOR, STEPS, Look, Stage
from tests.ui.kiosk.test_every_page_fits import LANGUAGES, PSEUDO

SCREENS = {"portrait": (800, 1280, LAPTOP), "full HD": (1920, 1080, MONITOR)}
WAYS = ("back", "preferNot", "decline", "consent", "next")


def pages_of(stage: Stage) -> dict[str, Journey]:
    """Pages whose rows differ from each other."""
    asked = {item or "review": stage.answering(item) for item in ("q02", "topics", "")}
    return {"promise": stage.fresh().at(Promising()), **asked}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", [*LANGUAGES, *PSEUDO])
def test_no_button_of_a_row_is_louder_than_the_others_on_other_screens(
    stage: Stage, language: str, screen: str
) -> None:
    width, height, density = SCREENS[screen]
    for step, factor in STEPS.items():
        stage.see(Look(language, step, width, height, density))
        for name, journey in pages_of(stage).items():
            stage.show(journey)
            eye, tiles = Eye(density, factor), [item for item in stage.seen() if is_pressable(item)]
            assert list(eye.uneven_rows(tiles)) == [], f"{name} at step {step}"
            assert uneven_ways(stage) == [], f"{name} at step {step}"


def uneven_ways(stage: Stage) -> list[int]:
    """The sizes of the letters at the foot, where they differ or are smaller than 4 mm."""
    ways = [tile for name in WAYS if (tile := named(stage.root, name))]
    sizes = sorted({letters_of(tile) for tile in ways})
    is_small = bool(sizes) and sizes[0] * CAPITAL_HEIGHT / stage.look.density < 4
    return sizes if len(sizes) > 1 or is_small else []


def test_the_foot_keeps_its_letters_when_an_answer_is_given(stage: Stage) -> None:
    stage.see(Look("de", 3))
    stage.show(stage.answering("q02"))
    before = seen_at_the_foot(stage)
    choice = next(item for item in stage.seen() if item.objectName().startswith("choice-"))
    stage.host.choose(choice.objectName().removeprefix("choice-"))
    stage.rest()
    after = seen_at_the_foot(stage)
    assert before["next"][0] != after["next"][0]
    assert {name: size for name, (_, *size) in before.items()} == {
        name: size for name, (_, *size) in after.items()
    }


def seen_at_the_foot(stage: Stage) -> dict[str, tuple[str, int, float]]:
    """What each button there says, in letters of how many pixels, and how wide it is."""
    ways = {name: tile for name in WAYS if (tile := named(stage.root, name))}
    return {name: (tile.property("label"), letters_of(tile), tile.width()) for name, tile in ways.items()}

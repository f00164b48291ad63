"""A panel of seven inches is too small for every rule; what is asked can still be pressed."""

from collections.abc import Iterator

import pytest

from icc_consult.domain.session import QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.survey import OpenText

from tests.ui.kiosk.looking import Eye, named, place_of
from tests.ui.kiosk.stage import STEPS, Look, Stage

PANELS = {"1024 by 600": (1024, 600, 6.67), "800 by 480": (800, 480, 5.25)}
FEW = 7


def asked(stage: Stage) -> Iterator[str]:
    """Some questions, statements and topics, spread over all."""
    pages = [
        page for page in stage.session().pages if isinstance(page, QuestionPage | StatementPage | TopicsPage)
    ]
    tapped = [page.id for page in pages if not isinstance(getattr(page, "question", None), OpenText)]
    yield from tapped[:: max(1, len(tapped) // FEW)]


@pytest.mark.parametrize("step", [1, 3])
@pytest.mark.parametrize("language", ["ur", "de"])
@pytest.mark.parametrize("panel", PANELS)
def test_what_is_asked_can_be_pressed_and_nothing_is_cut(
    stage: Stage, panel: str, language: str, step: int
) -> None:
    width, height, density = PANELS[panel]
    stage.see(Look(language, step, width, height, density))
    eye = Eye(density, STEPS[step])
    flaws = [
        f"{item}, sheet {sheet}: {flaw}"
        for item in asked(stage)
        for sheet in stage.sheets_of(stage.answering(item))
        for flaw in eye.flaws(stage.root)
        if "has capitals of" not in flaw
    ]
    assert flaws == []


def test_the_tools_stand_in_pairs_where_six_would_be_too_low(stage: Stage) -> None:
    stage.see(Look("de", 1, *PANELS["1024 by 600"]))
    stage.show(stage.answering())
    left, right = named(stage.root, "help"), named(stage.root, "leave")
    assert left is not None
    assert right is not None
    assert place_of(left).top() == place_of(right).top()
    assert place_of(left).left() < place_of(right).left()

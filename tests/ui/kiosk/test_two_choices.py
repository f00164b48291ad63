"""In the largest letters too a question is seen together with two of its choices, on a laptop's screen."""

from collections.abc import Iterator

import pytest

from icc_consult.domain.session import QuestionPage

from PySide6.QtQuick import QQuickItem

from tests.ui.kiosk.looking import CAPITAL_HEIGHT, is_text, named, shown_items
from tests.ui.kiosk.stage import LAPTOP, Look, Stage

LEAST_CAPITALS = 7.33  # 0.7 degrees at 60 cm


def asked(stage: Stage) -> Iterator[str]:
    """Every question with a list of choices."""
    for page in stage.session().pages:
        if isinstance(page, QuestionPage) and len(getattr(page.question, "choices", ())) > 1:
            yield page.id


def capitals(item: QQuickItem) -> float:
    words = next(one for one in (item, *shown_items(item)) if is_text(one))
    return float(words.property("font").pixelSize()) * CAPITAL_HEIGHT / LAPTOP


@pytest.mark.parametrize("language", ["en", "de", "fr", "pt", "ar", "bn"])
def test_two_choices_stand_under_their_question_in_the_largest_letters(stage: Stage, language: str) -> None:
    stage.see(Look(language, 3))
    seen = 0
    for item in asked(stage):
        stage.show(stage.answering(item))
        heading = named(stage.root, "heading")
        tiles = [one for one in shown_items(stage.root) if one.objectName().startswith("choice-")]
        assert heading is not None
        assert len(tiles) >= 2, item
        assert capitals(heading) > LEAST_CAPITALS, item
        assert min(map(capitals, tiles)) > LEAST_CAPITALS, item
        seen += 1
    assert seen > 5

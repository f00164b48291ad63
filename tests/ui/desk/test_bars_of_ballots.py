"""What results tell of ballot papers: a bar for every topic, of what is counted there."""

from typing import Any

import pytest

from icc_consult.domain.response import Answered, Response, Value
from icc_consult.services.frequencies import frequencies

from ui.desk.bars import card

from tests.builders import EN, response_with
from tests.formats.test_own_ballots import THREE
from tests.papers import ballots
from tests.ui.desk.scenes import scene, state

CONSULTATION = ballots().consultation


def shown(name: str, responses: list[Response]) -> dict[str, Any]:
    """The card of one paper."""
    found = next(one for one in frequencies(CONSULTATION, responses) if one.asked.id == name)
    return dict(card(scene(state()), found))


def many(name: str) -> list[Response]:
    """A hundred who answered like the first of three."""
    value: Value = THREE[0].answers[name].value  # type: ignore[union-attr]
    return [response_with(CONSULTATION, {name: Answered(value, EN)}) for _ in range(100)]


@pytest.mark.parametrize("name", ["order", "ranks", "words", "scores", "dots", "money", "pairs"])
def test_every_paper_has_bars_of_no_more_than_the_whole(name: str) -> None:
    bars = shown(name, many(name))["bars"]
    assert bars
    assert all(0 <= bar["least"] <= bar["most"] <= 1 for bar in bars)
    assert all(bar["text"] for bar in bars)


def test_a_graded_topic_has_a_bar_for_each_grade() -> None:
    labels = [bar["text"] for bar in shown("words", many("words"))["bars"]]
    assert labels[0] == "City letters in many languages: Very badly"
    assert len(labels) == 6 * 4


def test_dots_are_parts_of_all_dots_and_the_card_says_so() -> None:
    found = shown("dots", many("dots"))
    assert found["base"].endswith("The bars count dots.")
    assert found["bars"][0]["most"] < 1


def test_of_three_people_nothing_is_shown() -> None:
    assert shown("ranks", list(THREE))["bars"] == []

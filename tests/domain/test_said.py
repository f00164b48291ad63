"""A value made of what was said is the value its constructor makes."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from icc_consult.domain.rules import FREE, Rules
from icc_consult.domain.said import Said
from icc_consult.domain.survey import Number, OpenText, QuestionId, SingleChoice
from icc_consult.domain.wording import LanguageTag, Wording

TEXT = Wording({LanguageTag("en"): "How?"})
ASKED = {"id": QuestionId("q"), "text": TEXT, "is_sensitive": True, "max_length": 9}


@pytest.mark.parametrize(
    ("said", "constructed"),
    [
        (OpenText.said(ASKED), OpenText(**ASKED)),  # type: ignore[arg-type]
        (Rules.said({"relevant": "1 = 1"}), Rules(relevant="1 = 1")),
        (Rules.said({}), FREE),
        (Wording.over({LanguageTag("en"): "How?"}), TEXT),
    ],
    ids=["question", "rules", "no rules", "wording"],
)
def test_both_are_equal_and_look_the_same(said: object, constructed: object) -> None:
    assert said == constructed
    assert hash(said) == hash(constructed)
    assert repr(said) == repr(constructed)


def test_what_was_not_said_is_the_default() -> None:
    question = OpenText.said(ASKED)
    assert question.hint == OpenText(QuestionId("x"), TEXT).hint
    assert question.rules is FREE
    assert replace(question, is_sensitive=False) == OpenText(QuestionId("q"), TEXT, max_length=9)


def test_a_question_said_otherwise_is_another() -> None:
    assert OpenText.said(ASKED) != OpenText.said({**ASKED, "max_length": 8})
    kinds: tuple[type[Said], ...] = (SingleChoice, Number)
    assert len({kind.said({"id": "q", "text": TEXT}) for kind in kinds}) == len(kinds)


def test_it_is_as_frozen_as_any() -> None:
    with pytest.raises(FrozenInstanceError):
        OpenText.said(ASKED).max_length = 3  # type: ignore[misc]


@pytest.mark.parametrize("kind", [OpenText, Rules, SingleChoice])
def test_every_part_that_may_be_left_out_has_its_default_in_the_class(kind: type[Said]) -> None:
    needed = {"id", "text"} if kind is not Rules else set()
    assert {one.name for one in fields(kind) if not hasattr(kind, one.name)} <= needed  # type: ignore[arg-type]

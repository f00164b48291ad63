"""What a press does to an answer."""

import pytest

from icc_consult.domain.ballot import ApprovalPaper, TopicId
from icc_consult.domain.errors import TooManyChosen
from icc_consult.domain.response import Answer, Answered, Approved, Refused, Skipped
from icc_consult.domain.survey import Question

from ui.kiosk.marking import chosen, marked

from tests.ui.kiosk.scenes import EN, SKETCH, chose, chose_many

QUESTIONS: dict[str, Question] = {str(question.id): question for question in SKETCH.questions()}
PAPER = next(part for part in SKETCH.parts if isinstance(part, ApprovalPaper))


def approved(*topics: str) -> Answered:
    return Answered(Approved(tuple(TopicId(topic) for topic in topics)), EN)


@pytest.mark.parametrize(
    ("item", "before", "pressed", "after"),
    [
        ("q1", None, "good", chose("good")),
        ("q1", chose("good"), "bad", chose("bad")),
        ("q1", chose("good"), "good", chose("good")),
        ("q1", Refused(), "unknown", chose("unknown")),
        ("q2", None, "school", chose_many("school")),
        ("q2", chose_many("school"), "health", chose_many("health", "school")),
        ("q2", chose_many("health", "school"), "health", chose_many("school")),
        ("q2", chose_many("school"), "school", None),
        ("q2", Skipped(), "work", chose_many("work")),
        ("q2", chose_many("health", "school"), "none", chose_many("none")),
        ("q2", chose_many("none"), "work", chose_many("work")),
        ("q2", chose_many("none"), "none", None),
    ],
)
def test_a_press_chooses_changes_or_takes_away(
    item: str, before: Answer | None, pressed: str, after: Answer | None
) -> None:
    assert chosen(QUESTIONS[item], before, pressed, EN) == after


def test_one_choice_too_many_is_refused() -> None:
    with pytest.raises(TooManyChosen) as refused:
        chosen(QUESTIONS["q2"], chose_many("health", "school"), "work", EN)
    assert refused.value.maximum == 2


@pytest.mark.parametrize(
    ("before", "pressed", "after"),
    [
        (None, "t2", approved("t2")),
        (approved("t2"), "t1", approved("t1", "t2")),
        (approved("t1", "t2"), "t1", approved("t2")),
        (approved("t2"), "t2", approved()),
        (Skipped(), "t1", approved("t1")),
    ],
)
def test_marks_stand_in_the_order_of_the_paper(before: Answer | None, pressed: str, after: Answer) -> None:
    assert marked(PAPER, before, pressed, EN) == after

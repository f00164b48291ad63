"""What the pages that ask something show, as tables of cases."""

import pytest

from icc_consult.domain.ballot import ApprovalPaper, Statement, StatementPaper, TopicId, Vote
from icc_consult.domain.response import Answer, Answered, Approved, Refused, Skipped
from icc_consult.domain.session import Draw
from icc_consult.domain.survey import MultipleChoice, OpenText, Question, Scale, SingleChoice

from ui.kiosk import giving
from ui.kiosk.choice import derive_choice_props
from ui.kiosk.review import derive_review_props
from ui.kiosk.statement import derive_statement_props
from ui.kiosk.topics import derive_topics_props
from ui.kiosk.writing import derive_writing_props

from tests.builders import sample
from tests.ui.kiosk.scenes import (
    DRAW,
    EN,
    SKETCH,
    answering,
    chose,
    chose_many,
    scene_of,
    texts,
    voted,
    wrote,
)

SAMPLE = sample().consultation
QUESTIONS: dict[str, Question] = {str(question.id): question for question in SKETCH.questions()}
PAPER = next(part for part in SKETCH.parts if isinstance(part, ApprovalPaper))
TURNED = Draw(DRAW.statements, frozenset({"q1"}))
FALLBACK = "This text is not in your language yet."


def closed(item: str) -> SingleChoice | Scale | MultipleChoice:
    question = QUESTIONS[item]
    assert not isinstance(question, OpenText)
    return question


def open_question(item: str) -> OpenText:
    question = QUESTIONS[item]
    assert isinstance(question, OpenText)
    return question


def statement(name: str) -> Statement:
    papers = [part for part in SKETCH.parts if isinstance(part, StatementPaper)]
    return next(one for paper in papers for one in paper.statements if one.id == name)


@pytest.mark.parametrize(
    ("item", "instruction", "is_many"),
    [
        ("q1", "Choose one answer.", False),
        ("p1", "Choose one answer.", False),
        ("q2", "Choose up to 2.", True),
    ],
)
def test_a_question_says_how_many_answers_it_takes(item: str, instruction: str, is_many: bool) -> None:
    props = derive_choice_props(scene_of(answering(item)), closed(item))
    assert (props.instruction, props.is_many) == (instruction, is_many)


def test_a_question_without_a_limit_takes_all_that_are_true() -> None:
    question = next(one for one in SAMPLE.questions() if one.id == "q09")
    assert isinstance(question, MultipleChoice)
    scene = scene_of(answering("q09", consultation=SAMPLE), consultation=SAMPLE)
    assert derive_choice_props(scene, question).instruction == "Choose all that are true."


@pytest.mark.parametrize(
    ("draw", "order"),
    [
        (DRAW, ["Good", "Bad", "I don't know"]),
        (TURNED, ["Bad", "Good", "I don't know"]),
    ],
)
def test_a_scale_begins_where_the_sitting_drew_it_and_what_is_aside_stays_last(
    draw: Draw, order: list[str]
) -> None:
    props = derive_choice_props(scene_of(answering("q1", draw=draw)), closed("q1"))
    assert texts(props.choices) == order


@pytest.mark.parametrize(
    ("item", "given", "shown"),
    [
        ("q1", None, ()),
        ("q1", chose("bad"), ("bad",)),
        ("q2", chose_many("health", "work"), ("health", "work")),
        ("q2", Refused(), ()),
        ("q2", Skipped(), ()),
    ],
)
def test_what_was_chosen_is_shown_again(item: str, given: Answer | None, shown: tuple[str, ...]) -> None:
    scene = scene_of(answering(item, {item: given} if given else {}))
    assert derive_choice_props(scene, closed(item)).chosen == shown


def test_one_choice_too_many_is_explained_until_the_next_press() -> None:
    full = giving.choose(answering("q2", {"q2": chose_many("health", "work")}), "school")
    assert derive_choice_props(scene_of(full), closed("q2")).remark == (
        "You can choose only 2. Take one away first."
    )
    after = giving.choose(full, "health")
    assert derive_choice_props(scene_of(after), closed("q2")).remark == ""


@pytest.mark.parametrize(("language", "notice", "shown"), [("ar", "", "ar"), ("de", FALLBACK, "en")])
def test_a_missing_translation_is_shown_in_the_fallback_and_marked(
    language: str, notice: str, shown: str
) -> None:
    scene = scene_of(answering("q1", language=language))
    props = derive_choice_props(scene, closed("q1"))
    assert props.heading["language"] == shown
    assert props.heading["fallback"] is bool(notice)
    assert props.notice == scene.say(notice)


def test_a_question_offers_more_only_where_there_is_more() -> None:
    with_more = next(one for one in SAMPLE.questions() if one.learn_more)
    assert isinstance(with_more, Scale | SingleChoice | MultipleChoice)
    scene = scene_of(answering(with_more.id, consultation=SAMPLE), consultation=SAMPLE)
    assert derive_choice_props(scene, with_more).has_more
    assert not derive_choice_props(scene_of(answering("q1")), closed("q1")).has_more


@pytest.mark.parametrize(("given", "vote"), [(None, ""), (voted(Vote.DISAGREE), "disagree"), (Skipped(), "")])
def test_a_statement_shows_the_vote_given_before(given: Answer | None, vote: str) -> None:
    scene = scene_of(answering("s1", {"s1": given} if given else {}))
    props = derive_statement_props(scene, statement("s1"))
    assert (props.statement["text"], props.vote, props.notice) == ("People listen.", vote, "")


def test_topics_stand_in_their_order_with_what_is_marked() -> None:
    given = Answered(Approved((TopicId("t2"),)), EN)
    props = derive_topics_props(scene_of(answering("topics", {"topics": given})), PAPER)
    assert texts(props.topics) == ["More buses", "A meeting place"]
    assert props.marked == ("t2",)
    assert [topic["hasMore"] for topic in props.topics] == [False, False]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", "You can write 40 more letters."),
        ("Bread", "You can write 35 more letters."),
        ("b" * 40, "There is no more space."),
    ],
)
def test_writing_says_how_many_letters_are_left(words: str, left: str) -> None:
    scene = scene_of(answering("q3", {"q3": wrote(words)} if words else {}))
    props = derive_writing_props(scene, open_question("q3"))
    assert (props.words, props.left, props.is_writing, props.keys) == (words, left, False, ())


def test_the_keyboard_shows_the_layer_and_what_is_pending() -> None:
    typing = giving.press_at(giving.take_keyboard(answering("q3", language="zh-Hans")), 1, 5)
    props = derive_writing_props(scene_of(typing), open_question("q3"))
    assert props.is_writing
    assert props.words == "h"
    assert len(props.strip) > 1
    assert {key["sign"] for key in props.keys} == {"", "turn", "space", "erase"}
    assert {key["row"] for key in props.keys} == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("item", "given", "answer"),
    [
        ("q1", None, "You skipped this."),
        ("q1", Skipped(), "You skipped this."),
        ("q1", Refused(), "You prefer not to answer."),
        ("q1", chose("bad"), "Bad"),
        ("q2", chose_many("health", "work"), "Doctor\nWork"),
        ("q3", wrote("Bread"), "Bread"),
        ("s1", voted(Vote.UNSURE), "I am not sure"),
        ("topics", Answered(Approved(()), EN), "You marked nothing."),
        ("topics", Answered(Approved((TopicId("t1"),)), EN), "More buses"),
    ],
)
def test_the_check_tells_every_answer_in_words(item: str, given: Answer | None, answer: str) -> None:
    journey = answering("", {item: given} if given else {})
    assert journey.session
    props = derive_review_props(scene_of(journey), journey.session)
    assert {row["item"]: row["answer"] for row in props.rows}[item] == answer
    assert [row["item"] for row in props.rows] == ["q1", "q2", "q3", "s1", "s2", "topics", "p1"]


def test_the_check_counts_what_was_answered() -> None:
    journey = answering("", {"q1": chose("bad"), "q2": Refused(), "q3": Skipped()})
    assert journey.session
    assert derive_review_props(scene_of(journey), journey.session).summary == "1 of 7 answered"

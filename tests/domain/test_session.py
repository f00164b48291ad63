import pytest

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.errors import AnswerDoesNotFit, TooManyChosen, UnknownItem
from icc_consult.domain.response import (
    Answered,
    AnswerState,
    Approved,
    Chosen,
    ChosenMany,
    Ended,
    Refused,
    Skipped,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.session import CardPage, Draw, Session, choices_in_order
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import pack_of

from tests.builders import EN
from tests.sketches import consultation_drawn, document_of

SKETCH = consultation_drawn()
DRAWN = Draw(("s3", "s1"), frozenset({"q1"}))
GOOD = Answered(Chosen(ChoiceCode("good")), EN)


def begun(draw: Draw = DRAWN) -> Session:
    return Session.begin(SKETCH, EN, draw)


def many(*codes: str) -> ChosenMany:
    return ChosenMany(tuple(ChoiceCode(code) for code in codes))


def test_a_sitting_goes_through_the_parts_and_the_drawn_statements_in_their_order() -> None:
    assert [page.id for page in begun().pages] == ["q1", "q2", "q3", "s3", "s1", "topics", "p1"]


def test_help_follows_a_question_and_asks_nothing() -> None:
    document = document_of()
    card = {"title": {"en": "Help"}, "lines": [{"en": "Call."}]}
    document["parts"][0]["questions"][0]["help"] = card
    session = Session.begin(pack_of(document).consultation, EN, Draw())
    assert [page.id for page in session.pages][:2] == ["q1", "q1-help"]
    assert isinstance(session.pages[1], CardPage)
    assert "q1-help" not in [page.id for page in session.answerable]
    assert dict(session.forward().forward().answers) == {"q1": Skipped()}


def test_a_hidden_question_is_not_asked() -> None:
    document = document_of()
    document["parts"][0]["questions"][0]["hidden"] = True
    consultation = pack_of(document).consultation
    assert "q1" not in [page.id for page in Session.begin(consultation, EN, Draw()).pages]
    assert "q1" not in list(consultation.items())


def test_what_was_seen_and_passed_by_is_skipped() -> None:
    session = begun().forward().forward()
    assert dict(session.answers) == {"q1": Skipped(), "q2": Skipped()}


def test_going_on_keeps_what_was_answered_or_refused() -> None:
    session = begun().with_answer("q1", GOOD).forward().with_answer("q2", Refused()).forward()
    assert dict(session.answers) == {"q1": GOOD, "q2": Refused()}


def test_going_back_and_changing_keeps_the_last_word() -> None:
    bad = Answered(Chosen(ChoiceCode("bad")), EN)
    session = begun().with_answer("q1", GOOD).forward().back().with_answer("q1", bad).forward()
    assert session.answers["q1"] == bad


def test_there_is_nothing_before_the_first_page_and_no_page_after_the_last() -> None:
    session = begun().back()
    assert session.position == 0
    for _ in range(20):
        session = session.forward()
    assert session.page is None
    assert session.position == len(session.pages)


def test_a_page_can_be_reached_by_its_name() -> None:
    session = begun().at_review().at("s3")
    assert session.page is not None
    assert (session.page.id, session.furthest) == ("s3", len(session.pages))


def test_another_language_keeps_every_answer_and_is_counted() -> None:
    session = begun().with_answer("q1", GOOD).in_language(LanguageTag("ar"))
    assert (session.language, session.answers["q1"]) == ("ar", GOOD)
    assert session.in_language(LanguageTag("ar")).sitting.language_switches == 1
    assert session.in_language(EN).sitting.language_switches == 2


def test_a_response_says_what_was_offered_and_what_was_not_reached() -> None:
    response = begun().with_answer("q1", GOOD).forward().forward().response(Ended.LEFT)
    states = {item: response.state(item) for item in ("q1", "q2", "q3", "s1", "s2")}
    assert states == {
        "q1": AnswerState.ANSWERED,
        "q2": AnswerState.SKIPPED,
        "q3": AnswerState.NOT_REACHED,
        "s1": AnswerState.NOT_REACHED,
        "s2": AnswerState.NOT_SHOWN,
    }
    assert (response.drawn, response.turned_scales) == (("s3", "s1"), ("q1",))
    assert (response.ended.is_partial, Ended.COMPLETE.is_partial) == (True, False)


def test_a_turned_scale_keeps_what_lies_off_it_last() -> None:
    question = next(iter(SKETCH.questions()))
    assert choices_in_order(begun(), question) == ("bad", "good", "unknown")
    assert choices_in_order(begun(Draw()), question) == ("good", "bad", "unknown")


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("q1", Chosen(ChoiceCode("unknown"))),
        ("q2", many("health")),
        ("q2", many("health", "work")),
        ("q2", many("none")),
        ("q3", Written("x" * 40)),
        ("s2", Voted(Vote.UNSURE)),
        ("topics", Approved(())),
        ("topics", Approved((TopicId("t1"), TopicId("t2")))),
        ("p1", Chosen(ChoiceCode("old"))),
    ],
)
def test_an_answer_that_fits_is_taken(item: str, value: Value) -> None:
    assert begun().with_answer(item, Answered(value, EN)).answers == {item: Answered(value, EN)}


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("q1", Chosen(ChoiceCode("terrible"))),
        ("q1", many("good")),
        ("q1", Written("good")),
        ("q2", many()),
        ("q2", many("health", "none")),
        ("q2", many("health", "health")),
        ("q2", many("hospital")),
        ("q3", Written("")),
        ("q3", Written("x" * 41)),
        ("q3", Chosen(ChoiceCode("good"))),
        ("s1", Chosen(ChoiceCode("agree"))),
        ("topics", Approved((TopicId("t9"),))),
        ("topics", Approved((TopicId("t1"), TopicId("t1")))),
        ("topics", Voted(Vote.AGREE)),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(item: str, value: Value) -> None:
    with pytest.raises(AnswerDoesNotFit) as caught:
        begun().with_answer(item, Answered(value, EN))
    assert caught.value.item == item


def test_more_than_the_maximum_is_refused_with_the_maximum() -> None:
    with pytest.raises(TooManyChosen) as caught:
        begun().with_answer("q2", Answered(many("health", "school", "work"), EN))
    assert (caught.value.item, caught.value.maximum) == ("q2", 2)


@pytest.mark.parametrize("answer", [Skipped(), Refused(), GOOD])
def test_what_is_not_on_the_paper_cannot_be_answered(answer: Skipped | Refused | Answered) -> None:
    with pytest.raises(UnknownItem):
        begun().with_answer("q9", answer)

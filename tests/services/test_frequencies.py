import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.response import (
    Answer,
    Answered,
    AnswerState,
    Approved,
    Chosen,
    ChosenMany,
    Refused,
    Response,
    Skipped,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.services.frequencies import (
    Band,
    Frequencies,
    bands_of_ten,
    endings_in_bands,
    frequencies,
    languages_in_bands,
    wishes_by_language,
)

from tests.builders import EN, response_with, responses_to
from tests.sketches import consultation_drawn

SKETCH = consultation_drawn()


def given_answers(item: str, *answers: Answer | Value | None) -> Frequencies:
    """The frequencies of one item; nothing stands for a page that was not reached."""
    responses = []
    for answer in answers:
        given = answer if isinstance(answer, Skipped | Refused | None) else Answered(answer, EN)  # type: ignore[arg-type]
        responses.append(response_with(SKETCH, {} if given is None else {item: given}))
    return next(one for one in frequencies(SKETCH, responses) if one.asked.id == item)


def test_every_item_has_its_frequencies_in_the_order_of_the_questionnaire() -> None:
    assert [one.asked.id for one in frequencies(SKETCH, ())] == [
        "q1", "q2", "q3", "s1", "s2", "s3", "topics", "p1",
    ]  # fmt: skip


def test_a_code_nobody_chose_counts_zero() -> None:
    good = Chosen(ChoiceCode("good"))
    assert given_answers("q1", good, good).counts == {"good": 2, "bad": 0, "unknown": 0}


def test_several_choices_count_for_each() -> None:
    found = given_answers("q2", ChosenMany((ChoiceCode("health"), ChoiceCode("work"))), Skipped())
    assert (found.counts, found.base) == ({"health": 1, "school": 0, "work": 1, "none": 0}, 1)


def test_votes_and_topics_are_counted() -> None:
    assert given_answers("s1", Voted(Vote.UNSURE)).counts == {"agree": 0, "disagree": 0, "unsure": 1}
    topics = given_answers("topics", Approved((TopicId("t2"),)), Approved(()))
    assert (topics.counts, topics.base) == ({"t1": 0, "t2": 1}, 2)


def test_own_words_are_counted_but_never_shown() -> None:
    found = given_answers("q3", Written("mine"), Written("mine"))
    assert (found.counts, found.base) == ({}, 2)


def test_why_there_is_no_answer_is_told_apart() -> None:
    found = given_answers("q1", Chosen(ChoiceCode("bad")), Skipped(), Refused(), None)
    assert found.states == {
        AnswerState.ANSWERED: 1,
        AnswerState.SKIPPED: 1,
        AnswerState.REFUSED: 1,
        AnswerState.NOT_SHOWN: 0,
        AnswerState.NOT_REACHED: 1,
    }


def test_a_share_is_of_those_who_answered() -> None:
    bad = Chosen(ChoiceCode("bad"))
    found = given_answers("q1", bad, bad, Chosen(ChoiceCode("good")), Skipped(), None)
    assert found.share("bad") == pytest.approx(2 / 3)
    assert given_answers("q1", Skipped()).share("bad") is None


@given(st.lists(responses_to(SKETCH), max_size=8))
def test_states_add_up_to_everybody(responses: list[Response]) -> None:
    for one in frequencies(SKETCH, responses):
        assert sum(one.states.values()) == len(responses)
        assert all(count <= one.base for count in one.counts.values())


@pytest.mark.parametrize(("number", "band"), [(0, (0, 9)), (9, (0, 9)), (10, (10, 19)), (105, (100, 109))])
def test_a_band_hides_the_last_digit(number: int, band: tuple[int, int]) -> None:
    assert (Band.of(number).least, Band.of(number).most) == band


def test_facts_are_told_in_bands() -> None:
    responses = [response_with(SKETCH, {}, language=tag) for tag in ["fr"] * 12 + ["ar"]]
    assert languages_in_bands(responses) == {"ar": Band(0), "fr": Band(10)}
    assert endings_in_bands(responses) == {"complete": Band(10)}
    assert wishes_by_language(["ti"] * 3) == {"ti": Band(0)}
    assert bands_of_ten([]) == {}

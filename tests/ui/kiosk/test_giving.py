"""What a press on a page does to the journey."""

from icc_consult.domain.ballot import Topic, TopicId, Vote
from icc_consult.domain.response import Refused
from icc_consult.domain.survey import Card
from icc_consult.domain.wording import Wording

from ui.kiosk import giving
from ui.kiosk.journey import Answering, Journey, Learning, Promising

from tests.builders import sample
from tests.ui.kiosk.scenes import EN, answering, chose, chose_many, voted, wrote

SAMPLE = sample().consultation
THANKS = Wording({EN: "More to read"})


def answers(journey: Journey) -> dict[str, object]:
    assert journey.session is not None
    return dict(journey.session.answers)


def keys(journey: Journey, *places: tuple[int, int]) -> Journey:
    for row, column in places:
        journey = giving.press_at(journey, row, column)
    return journey


def test_choosing_answers_the_question_of_the_page_and_no_other() -> None:
    before = answering("q1", {"q2": chose_many("work")})
    assert answers(giving.choose(before, "good")) == {"q1": chose("good"), "q2": chose_many("work")}


def test_one_choice_too_many_changes_nothing_and_says_so() -> None:
    before = answering("q2", {"q2": chose_many("health", "work")})
    after = giving.choose(before, "school")
    assert isinstance(after.stage, Answering)
    assert after.stage.is_full
    assert answers(after) == answers(before)
    lighter = giving.choose(after, "work")
    assert isinstance(lighter.stage, Answering)
    assert not lighter.stage.is_full


def test_taking_the_last_choice_away_leaves_no_answer() -> None:
    assert answers(giving.choose(answering("q2", {"q2": chose_many("work")}), "work")) == {}


def test_a_press_that_does_not_belong_to_the_page_changes_nothing() -> None:
    on_a_question, on_a_statement = answering("q1"), answering("s1")
    assert giving.vote(on_a_question, Vote.AGREE) == on_a_question
    assert giving.mark(on_a_question, "t1") == on_a_question
    assert giving.take_keyboard(on_a_question) == on_a_question
    assert giving.choose(on_a_statement, "good") == on_a_statement
    assert giving.prefer_not(on_a_statement) == on_a_statement
    assert giving.learn(on_a_statement, "") == on_a_statement
    assert giving.press_at(on_a_statement, 0, 0) == on_a_statement
    assert giving.put_keyboard_away(on_a_statement) == on_a_statement
    before_consent = Journey(EN).at(Promising())
    assert giving.given(before_consent, "q1", chose("good")) == before_consent


def test_a_vote_and_a_refusal_are_answers() -> None:
    assert answers(giving.vote(answering("s2"), Vote.UNSURE)) == {"s2": voted(Vote.UNSURE)}
    assert answers(giving.prefer_not(answering("q2", {"q2": chose_many("work")}))) == {"q2": Refused()}


def test_every_key_is_in_the_answer_at_once() -> None:
    typing = giving.take_keyboard(answering("q3"))
    assert answers(keys(typing, (0, 0))) == {"q3": wrote("Q")}
    assert answers(keys(typing, (0, 0), (0, 1))) == {"q3": wrote("Qw")}


def test_erasing_the_last_letter_takes_the_answer_back() -> None:
    typed = keys(giving.take_keyboard(answering("q3")), (0, 0))
    erase = (3, 5)
    assert answers(keys(typed, erase)) == {}


def test_the_keyboard_goes_on_after_words_that_are_there_already() -> None:
    again = giving.take_keyboard(answering("q3", {"q3": wrote("Bread")}))
    assert answers(keys(again, (0, 0))) == {"q3": wrote("Breadq")}


def test_putting_the_keyboard_away_keeps_what_was_pending() -> None:
    typing = keys(giving.take_keyboard(answering("q3", language="zh-Hans")), (1, 5))
    away = giving.put_keyboard_away(typing)
    assert isinstance(away.stage, Answering)
    assert away.stage.typed is None
    assert giving.written(away, "q3") not in ("", "h")


def test_a_candidate_takes_the_place_of_what_was_pending() -> None:
    typing = keys(giving.take_keyboard(answering("q3", language="zh-Hans")), (1, 5))
    assert isinstance(typing.stage, Answering)
    assert typing.stage.typed
    offered = typing.stage.typed.strip[1].label
    assert giving.written(giving.pick_at(typing, 1), "q3") == offered


def test_more_about_a_question_or_a_topic_lies_over_the_page() -> None:
    asked = giving.learn(answering("q03", consultation=SAMPLE), "")
    topic = giving.learn(answering("topics", consultation=SAMPLE), "t2")
    assert isinstance(asked.overlay, Learning)
    assert isinstance(topic.overlay, Learning)
    assert topic.overlay.arguments_for
    assert giving.learn(answering("topics", consultation=SAMPLE), "t99").overlay is None


def test_a_topic_has_more_as_soon_as_anything_can_be_read() -> None:
    plain = Topic(TopicId("t"), THANKS)
    assert not giving.has_more(plain)
    assert giving.has_more(Topic(TopicId("t"), THANKS, learn_more=Card(THANKS, ())))
    assert giving.has_more(Topic(TopicId("t"), THANKS, arguments_against=(THANKS,)))

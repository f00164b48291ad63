"""What a press on a page does to the journey: choosing, voting, marking, writing. Pure."""

from dataclasses import replace

from icc_consult.domain.ballot import ApprovalPaper, Topic, Vote
from icc_consult.domain.errors import TooManyChosen
from icc_consult.domain.response import Answer, Answered, Refused, Voted, Written
from icc_consult.domain.session import Page, ProposalPage, QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.survey import Card, OpenText
from icc_consult.keyboards import Key, Typed, finished, press, start
from icc_consult.services import responding

from ui.kiosk.journey import Answering, Journey, Learning
from ui.kiosk.marking import chosen, marked


def _page(journey: Journey) -> Page | None:
    return journey.session.page if journey.session else None


def _before(journey: Journey, item: str) -> Answer | None:
    return journey.session.answers.get(item) if journey.session else None


def given(journey: Journey, item: str, answer: Answer | None, *, is_full: bool = False) -> Journey:
    """The journey with an answer given, changed, or taken back where it is none."""
    stage = journey.stage
    if not isinstance(stage, Answering):
        return journey
    seat = stage.seat
    if answer is None:
        seat = replace(seat, session=seat.session.without_answer(item))
    else:
        seat = responding.answer(seat, item=item, given=answer)
    return replace(journey, stage=replace(stage, seat=seat, is_full=is_full, refused="", is_faulty=False))


def choose(journey: Journey, code: str) -> Journey:
    """Choose, or take away, one choice; one too many changes nothing and says so."""
    page = _page(journey)
    if not isinstance(page, QuestionPage):
        return journey
    before = _before(journey, page.id)
    try:
        return given(journey, page.id, chosen(page.question, before, code, journey.language))
    except TooManyChosen:
        return given(journey, page.id, before, is_full=True)


def vote(journey: Journey, one: Vote) -> Journey:
    """Vote on the statement of this page."""
    page = _page(journey)
    if not isinstance(page, StatementPage):
        return journey
    return given(journey, page.id, Answered(Voted(one), journey.language))


def mark(journey: Journey, topic: str) -> Journey:
    """Mark, or unmark, one topic."""
    page = _page(journey)
    if not isinstance(page, TopicsPage) or not isinstance(page.paper, ApprovalPaper):
        return journey
    return given(journey, page.id, marked(page.paper, _before(journey, page.id), topic, journey.language))


def prefer_not(journey: Journey) -> Journey:
    """Say that this question is one the resident prefers not to answer."""
    page = _page(journey)
    return given(journey, page.id, Refused()) if isinstance(page, QuestionPage) else journey


def learn(journey: Journey, topic: str) -> Journey:
    """Lay more about this topic over the page, or about this question where it is empty."""
    match _page(journey):
        case QuestionPage(question=question) if question.learn_more:
            return journey.under(Learning(question.learn_more))
        case TopicsPage(paper=paper):
            one = next((one for one in paper.topics if one.id == topic), None)
            if one and has_more(one):
                card = one.learn_more or Card(one.text, ())
                sides = one.arguments_for, one.arguments_against
                return journey.under(Learning(card, *sides, one.picture, one.sound))
    return journey


def has_more(topic: Topic) -> bool:
    """Whether there is anything to read, to see or to hear about this topic."""
    arguments = topic.arguments_for or topic.arguments_against
    return bool(topic.learn_more or arguments or topic.picture or topic.sound)


def take_keyboard(journey: Journey) -> Journey:
    """Begin, or go on, writing: the keyboard of the language, after the words that are there already."""
    page = _page(journey)
    if not isinstance(page, QuestionPage | ProposalPage) or not isinstance(page.question, OpenText):
        return journey
    typed = start(journey.language, written(journey, page.id), at_most=page.question.max_length)
    return _holding(journey, typed)


def put_keyboard_away(journey: Journey) -> Journey:
    """Stop writing; what was still pending becomes text."""
    typed = _typed(journey)
    return _holding(_written(journey, typed), None) if typed else journey


def press_at(journey: Journey, row: int, column: int) -> Journey:
    """One tap on the keyboard, at this place of the shown layer."""
    typed = _typed(journey)
    return _pressed(journey, typed, typed.keyboard.rows(typed.layer)[row][column]) if typed else journey


def pick_at(journey: Journey, index: int) -> Journey:
    """One tap on the strip of candidates."""
    typed = _typed(journey)
    return _pressed(journey, typed, typed.strip[index]) if typed else journey


def _pressed(journey: Journey, before: Typed, key: Key) -> Journey:
    typed = press(before, key)
    return _holding(_written(journey, typed), typed)


def _typed(journey: Journey) -> Typed | None:
    return journey.stage.typed if isinstance(journey.stage, Answering) else None


def _holding(journey: Journey, typed: Typed | None) -> Journey:
    stage = journey.stage
    return replace(journey, stage=replace(stage, typed=typed)) if isinstance(stage, Answering) else journey


def written(journey: Journey, item: str) -> str:
    """The words written so far."""
    before = _before(journey, item)
    return before.value.text if isinstance(before, Answered) and isinstance(before.value, Written) else ""


def _written(journey: Journey, typed: Typed) -> Journey:
    page = _page(journey)
    text = finished(typed)
    answer = Answered(Written(text), journey.language) if text else None
    return given(journey, page.id, answer) if page is not None else journey

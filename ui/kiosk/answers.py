"""An answer in the resident's own language, as the check of the answers tells it."""

from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import Answered, Approved, Chosen, ChosenMany, Refused, Value, Voted, Written
from icc_consult.domain.session import CardPage, Page, QuestionPage, Session, StatementPage, TopicsPage
from icc_consult.domain.wording import Wording
from icc_consult.i18n import N_

from ui.kiosk.scene import Scene, Spoken

VOTES = {
    Vote.AGREE: N_("I agree"),
    Vote.DISAGREE: N_("I disagree"),
    Vote.UNSURE: N_("I am not sure"),
}


def told(scene: Scene, session: Session, page: Page) -> Spoken:
    """One row: the item, what was asked, what was answered."""
    asked = scene.spoken(_asked(page))
    match session.answers.get(page.id):
        case Answered(value):
            answer = _told_value(scene, page, value)
        case Refused():
            answer = scene.say("You prefer not to answer.")
        case _:
            answer = scene.say("You skipped this.")
    return {"item": page.id, "answer": answer, **asked}


def _asked(page: Page) -> Wording:
    match page:
        case QuestionPage():
            return page.question.text
        case StatementPage():
            return page.statement.text
        case TopicsPage():
            return page.paper.text
        case CardPage():
            return page.card.title


def _told_value(scene: Scene, page: Page, value: Value) -> str:
    match value:
        case Chosen(code):
            return _texts(scene, page, (code,))
        case ChosenMany(codes):
            return _texts(scene, page, codes)
        case Written(text):
            return text
        case Voted(vote):
            return scene.say(VOTES[vote])
        case Approved(()):
            return scene.say("You marked nothing.")
        case Approved(topics):
            return _texts(scene, page, topics)


def _texts(scene: Scene, page: Page, codes: tuple[str, ...]) -> str:
    wordings: dict[str, Wording] = {}
    if isinstance(page, QuestionPage):
        wordings = {choice.code: choice.text for choice in getattr(page.question, "choices", ())}
    elif isinstance(page, TopicsPage):
        wordings = {topic.id: topic.text for topic in page.paper.topics}
    texts = [str(scene.spoken(wordings[code])["text"]) for code in codes if code in wordings]
    return "\n".join(texts)

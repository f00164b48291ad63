"""An answer in the resident's own language, as the check of the answers tells it."""

from icc_consult.domain.ballot import BudgetPaper, Vote
from icc_consult.domain.response import (
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Graded,
    Numbered,
    Ranked,
    Refused,
    Timed,
    Value,
    Voted,
    Worked,
    Written,
)
from icc_consult.domain.session import (
    CardPage,
    MorePage,
    Page,
    ProposalPage,
    QuestionPage,
    Session,
    StatementPage,
    TopicsPage,
)
from icc_consult.domain.survey import OpenText
from icc_consult.domain.wording import Wording
from icc_consult.i18n import N_

from ui.kiosk.ballot_answers import stepped, told_dots, told_ranks, told_spending
from ui.kiosk.entry_answers import told_entry
from ui.kiosk.scene import Scene, Spoken

VOTES = {
    Vote.AGREE: N_("I agree"),
    Vote.DISAGREE: N_("I disagree"),
    Vote.UNSURE: N_("I am not sure"),
}


def rows_of(scene: Scene, session: Session, page: Page) -> tuple[Spoken, ...]:
    """What was given on a page: a row for each of its steps, or one for all."""
    rows = stepped(scene, session, page)
    if not rows:
        return ({"step": -1, "key": page.id, **told(scene, session, page)},)
    return tuple(
        {"item": page.id, "step": step, "key": f"{page.id}-{step}", **row} for step, row in enumerate(rows)
    )


def told(scene: Scene, session: Session, page: Page) -> Spoken:
    """The item, what was asked, what was answered: of a page without steps."""
    asked = _asked_of(scene, page)
    match session.answers.get(page.id):
        case Answered(value):
            answer = _told_value(scene, page, value)
        case Refused():
            answer = scene.say("You prefer not to answer.")
        case _:
            answer = scene.say("You skipped this.")
    return {"item": page.id, "answer": answer, **asked}


def _asked_of(scene: Scene, page: Page) -> Spoken:
    if isinstance(page, ProposalPage):
        return {"text": scene.say("A sentence of your own"), "language": scene.language, "fallback": False}
    return scene.spoken(_asked(page))


def _asked(page: QuestionPage | StatementPage | TopicsPage | CardPage | MorePage) -> Wording:
    match page:
        case QuestionPage():
            return page.question.text
        case StatementPage():
            return page.statement.text
        case TopicsPage():
            return page.paper.text
        case CardPage():
            return page.card.title
        case MorePage():
            return page.repeat.text


def _told_value(scene: Scene, page: Page, value: Value) -> str:
    match value:
        case Chosen(code):
            return _texts(scene, page, (code,))
        case ChosenMany(codes):
            return _texts(scene, page, codes)
        case Voted(vote):
            return scene.say(VOTES[vote])
        case Approved(topics):
            return _marked(scene, page, topics)
        case Ranked():
            return told_ranks(scene, _wordings(page), value)
        case Dotted() | Graded() | Compared():  # of these two each step has a row of its own
            return told_dots(scene, _wordings(page), value) if isinstance(value, Dotted) else ""
        case Written(text):
            return "●" * len(text) if _is_masked(page) else text
        case Numbered() | Dated() | Timed() | Worked():
            return told_entry(scene, page, value)


def _is_masked(page: Page) -> bool:
    return isinstance(page, QuestionPage) and isinstance(page.question, OpenText) and page.question.is_masked


def _marked(scene: Scene, page: Page, topics: tuple[str, ...]) -> str:
    if not topics:
        return scene.say("You marked nothing.")
    told = _texts(scene, page, topics)
    if isinstance(page, TopicsPage) and isinstance(page.paper, BudgetPaper):
        return f"{told}\n{told_spending(scene, page.paper, topics)}"
    return told


def _wordings(page: Page) -> dict[str, Wording]:
    if isinstance(page, QuestionPage):
        return {choice.code: choice.text for choice in getattr(page.question, "choices", ())}
    return {str(topic.id): topic.text for topic in page.paper.topics} if isinstance(page, TopicsPage) else {}


def _texts(scene: Scene, page: Page, codes: tuple[str, ...]) -> str:
    wordings = _wordings(page)
    texts = [str(scene.spoken(wordings[code])["text"]) for code in codes if code in wordings]
    return "\n".join(texts)

"""The two rows at the foot of every screen: the way on and back, and the tools."""

from dataclasses import dataclass

from icc_consult.domain.response import Answered
from icc_consult.domain.session import CardPage, QuestionPage, Session, StatementPage, TopicsPage

from ui.kiosk.journey import Answering, Picking, Promising, Welcome, Wishing
from ui.kiosk.scene import Scene


@dataclass(frozen=True, slots=True)
class BarProps:
    """What stands at the foot and at the side; an empty label is a button that is not there."""

    next_label: str = ""
    is_next_primary: bool = False
    can_go_back: bool = False
    can_prefer_not: bool = False
    can_leave: bool = False
    can_switch: bool = False
    asks_consent: bool = False
    is_bare: bool = False
    progress_count: int = 0
    progress_done: int = 0
    progress_text: str = ""


def derive_bar_props(scene: Scene) -> BarProps:
    """What can be done from here. While somebody writes, the keyboard has the place of the way."""
    stage = scene.journey.stage
    match stage:
        case Welcome():
            return BarProps(is_bare=True)
        case Picking():
            return BarProps(can_go_back=True, can_leave=True)
        case Wishing():
            return BarProps(can_go_back=True, can_switch=True, can_leave=True)
        case Promising():
            return _promising(scene)
        case Answering(typed=None):
            return _answering(scene, stage.session)
    return BarProps(can_switch=True, can_leave=True)


def _promising(scene: Scene) -> BarProps:
    return BarProps(
        next_label=scene.say("I want to start"),
        is_next_primary=True,
        can_go_back=True,
        can_leave=True,
        can_switch=True,
        asks_consent=True,
    )


def _answering(scene: Scene, session: Session) -> BarProps:
    label, is_primary = _next_label(scene, session)
    count, done, text = _progress(scene, session)
    return BarProps(
        next_label=label,
        is_next_primary=is_primary,
        can_go_back=session.position > 0,
        can_prefer_not=isinstance(session.page, QuestionPage),
        can_leave=True,
        can_switch=True,
        progress_count=count,
        progress_done=done,
        progress_text=text,
    )


def _next_label(scene: Scene, session: Session) -> tuple[str, bool]:
    page = session.page
    if page is None:
        return scene.say("Send my answers"), True
    if isinstance(page, CardPage):
        return scene.say("Continue"), True
    if isinstance(session.answers.get(page.id), Answered):
        return scene.say("Next"), True
    return scene.say("Skip this"), False


def _progress(scene: Scene, session: Session) -> tuple[int, int, str]:
    """Tiles for the whole way; words that count the questions, or the sentences."""
    steps = session.answerable
    passed = session.pages[: session.position]
    done = sum(not isinstance(page, CardPage) for page in passed)
    match session.page:
        case None:
            text = scene.say("Check your answers")
        case StatementPage():
            number, total = _place(session, StatementPage)
            text = scene.say("Sentence {number} of {total}", number=number + 1, total=total)
        case TopicsPage():
            text = scene.say("Mark all you want discussed.")
        case QuestionPage():
            number, total = _place(session, QuestionPage)
            text = scene.say("Question {number} of {total}", number=number + 1, total=total)
        case CardPage():
            number, total = _place(session, QuestionPage)
            text = scene.say("Question {number} of {total}", number=number, total=total)
    return len(steps), done, text


def _place(session: Session, kind: type) -> tuple[int, int]:
    before = sum(isinstance(page, kind) for page in session.pages[: session.position])
    return before, sum(isinstance(page, kind) for page in session.pages)

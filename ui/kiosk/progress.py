"""The foot in the middle of the questions: what *next* says, and how far the way is."""

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    TopicPaper,
)
from icc_consult.domain.pages import MorePage, is_answerable
from icc_consult.domain.session import (
    CardPage,
    ProposalPage,
    QuestionPage,
    Session,
    StatementPage,
    TopicsPage,
)

from ui.kiosk import entering
from ui.kiosk.bar import BarProps
from ui.kiosk.budget import told_purse
from ui.kiosk.dots import told_dots
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene
from ui.kiosk.steps import is_decided, steps_of


def answering_bar(scene: Scene, session: Session) -> BarProps:
    """The way on and back from here, and how far it is."""
    label, is_primary = _next_label(scene, session)
    count, done, text = _progress(scene, session)
    return BarProps(
        next_label=label,
        next_may_say=_sayings(scene, session),
        is_next_primary=is_primary,
        can_go_back=True,
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
    if isinstance(page, MorePage):
        return "", False
    if is_decided(scene.journey.stage):
        return scene.say("Next"), True
    if session.fault is not None or entering.is_unfinished(scene.journey):
        return scene.say("Next"), False
    return scene.say("Skip this"), False


def _sayings(scene: Scene, session: Session) -> tuple[str, ...]:
    page = session.page
    return (scene.say("Skip this"), scene.say("Next")) if page and is_answerable(page) else ()


def _progress(scene: Scene, session: Session) -> tuple[int, int, str]:
    """Tiles for the whole way; words that count the questions, or the sentences."""
    steps = session.answerable
    passed = session.pages[: session.position]
    done = sum(is_answerable(page) for page in passed)
    match session.page:
        case None:
            text = scene.say("Check your answers")
        case StatementPage():
            number, total = _place(session, StatementPage)
            text = scene.say("Sentence {number} of {total}", number=number + 1, total=total)
        case TopicsPage(paper=paper):
            text = _paper(scene, session, paper)
        case ProposalPage():
            text = scene.say("A sentence of your own")
        case QuestionPage():
            number, total = _place(session, QuestionPage)
            text = scene.say("Question {number} of {total}", number=number + 1, total=total)
        case _:
            number, total = _place(session, QuestionPage)
            text = scene.say("Question {number} of {total}", number=number, total=total) if number else ""
    return len(steps), done, text


def _paper(scene: Scene, session: Session, paper: TopicPaper) -> str:
    say, total = scene.say, steps_of(session)
    match paper:
        case ApprovalPaper():
            return say("Mark all you want discussed.")
        case RankingPaper():
            return say("Put them in your order.")
        case GradePaper():
            return say("Topic {number} of {total}", number=_step(scene) + 1, total=total)
        case PairwisePaper():
            return say("Pair {number} of {total}", number=_step(scene) + 1, total=total)
        case DotsPaper():
            return told_dots(scene, paper)
        case BudgetPaper():
            return told_purse(scene, paper)


def _step(scene: Scene) -> int:
    stage = scene.journey.stage
    return stage.step if isinstance(stage, Answering) else 0


def _place(session: Session, kind: type) -> tuple[int, int]:
    before = sum(isinstance(page, kind) for page in session.pages[: session.position])
    return before, sum(isinstance(page, kind) for page in session.pages)

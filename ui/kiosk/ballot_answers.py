"""A ballot in words, as the check of the answers tells it."""

from collections.abc import Mapping

from icc_consult.domain.ballot import BudgetPaper, GradePaper, PairwisePaper, Topic
from icc_consult.domain.response import Dotted, Duel, Ranked
from icc_consult.domain.session import Page, Session, TopicsPage
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import Wording

from ui.kiosk.balloting import cost_of, duels_in, grades_in
from ui.kiosk.budget import money
from ui.kiosk.scene import Scene, Spoken


def told_ranks(scene: Scene, wordings: Mapping[str, Wording], ranked: Ranked) -> str:
    """One line a place."""
    say = scene.say
    return "\n".join(
        say("{number}. {text}", number=place, text=_text(scene, wordings[code]))
        for place, code in enumerate(ranked.codes, start=1)
        if code in wordings
    )


def told_dots(scene: Scene, wordings: Mapping[str, Wording], laid: Dotted) -> str:
    """One line for every topic that has dots."""
    lines = (
        scene.say("{name}: {answer}", name=_text(scene, wordings[name]), answer=_dots(scene, count))
        for name, count in laid.dots
    )
    return "\n".join(lines)


def stepped(scene: Scene, session: Session, page: Page) -> tuple[Spoken, ...]:
    """A row for every topic or pair of a page that shows one after another, once one of them is decided."""
    given = session.answers.get(page.id)
    match page:
        case TopicsPage(paper=GradePaper() as paper) if grades := grades_in(given):
            return tuple(_graded(scene, paper, topic, grades.get(topic.id)) for topic in paper.topics)
        case TopicsPage(paper=PairwisePaper() as paper) if duels := duels_in(given):
            drawn = session.draw.duels.get(paper.id, ())
            return tuple(_compared(scene, paper, pair, duels) for pair in drawn)
    return ()


def _graded(scene: Scene, paper: GradePaper, topic: Topic, grade: ChoiceCode | None) -> Spoken:
    words = next((one.text for one in paper.grades if one.code == grade), None)
    answer = _text(scene, words) if words else scene.say("You skipped this.")
    return {"answer": answer, **scene.spoken(topic.text)}


def _compared(scene: Scene, paper: PairwisePaper, pair: tuple[str, str], duels: tuple[Duel, ...]) -> Spoken:
    texts = {str(topic.id): _text(scene, topic.text) for topic in paper.topics}
    duel = next((one for one in duels if (one.first, one.second) == pair), None)
    if duel is None:
        answer = scene.say("You skipped this.")
    else:
        answer = texts[duel.preferred] if duel.preferred else scene.say("Both alike")
    first, second = pair
    return {"answer": answer, "text": f"{texts[first]} / {texts[second]}", "language": scene.language}


def told_spending(scene: Scene, paper: BudgetPaper, chosen: tuple[str, ...]) -> str:
    """What was spent of the purse."""
    spent, purse = money(scene, paper, cost_of(paper, chosen)), money(scene, paper, paper.purse)
    return scene.say("{spent} of {purse}", spent=spent, purse=purse)


def _dots(scene: Scene, count: int) -> str:
    return scene.say.counted("{n} dot", "{n} dots", count)


def _text(scene: Scene, wording: Wording) -> str:
    return str(scene.spoken(wording)["text"])

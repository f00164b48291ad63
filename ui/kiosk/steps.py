"""Ballot papers that show one topic, or one pair, after another within their page. Pure."""

from dataclasses import replace

from icc_consult.domain.ballot import GradePaper, PairwisePaper
from icc_consult.domain.response import Answered
from icc_consult.domain.session import Session, TopicsPage

from ui.kiosk.balloting import duels_in, grades_in
from ui.kiosk.journey import Answering, Stage


def steps_of(session: Session) -> int:
    """How many steps the page has that the resident stands on; most have one."""
    match session.page:
        case TopicsPage(paper=GradePaper(topics=topics)):
            return max(1, len(topics))
        case TopicsPage(paper=PairwisePaper(id=name)):
            return max(1, len(session.draw.duels.get(name, ())))
    return 1


def is_decided(stage: Stage) -> bool:
    """Whether the question, or the topic or pair of this step, has an answer."""
    if not isinstance(stage, Answering) or stage.session.page is None:
        return False
    page = stage.session.page
    given = stage.session.answers.get(page.id)
    if isinstance(page, TopicsPage) and isinstance(page.paper, GradePaper):
        return page.paper.topic_ids[stage.step] in grades_in(given)
    if isinstance(page, TopicsPage) and isinstance(page.paper, PairwisePaper):
        drawn = stage.session.draw.duels.get(page.id, ())[stage.step : stage.step + 1]
        return any((duel.first, duel.second) in drawn for duel in duels_in(given))
    return isinstance(given, Answered)


def has_next(stage: Answering) -> bool:
    """Whether another step of this page comes next."""
    return not stage.is_single and stage.step + 1 < steps_of(stage.session)


def moved(stage: Answering, by: int) -> Answering:
    """One step on, or back, on the same page."""
    return replace(stage, step=stage.step + by, is_full=False, refused="")

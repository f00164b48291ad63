"""Ballot papers that show one topic, or one pair, after another within their page. Pure."""

from dataclasses import replace

from icc_consult.domain.ballot import GradePaper, PairwisePaper
from icc_consult.domain.session import Session, TopicsPage

from ui.kiosk.journey import Answering


def steps_of(session: Session) -> int:
    """How many steps the page has that the resident stands on; most have one."""
    match session.page:
        case TopicsPage(paper=GradePaper(topics=topics)):
            return max(1, len(topics))
        case TopicsPage(paper=PairwisePaper(id=name)):
            return max(1, len(session.draw.duels.get(name, ())))
    return 1


def has_next(stage: Answering) -> bool:
    """Whether there is another step on this page."""
    return stage.step + 1 < steps_of(stage.session)


def moved(stage: Answering, by: int) -> Answering:
    """One step on, or back, on the same page."""
    return replace(stage, step=stage.step + by, is_full=False, refused="")

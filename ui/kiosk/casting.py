"""What a press on a ballot paper does to the journey. Pure.

What goes too far, one place or one dot too many, changes nothing and is remembered as refused.
"""

from dataclasses import replace

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    TopicId,
)
from icc_consult.domain.errors import TooManyChosen
from icc_consult.domain.response import Answer
from icc_consult.domain.session import QuestionPage, TopicsPage
from icc_consult.domain.survey import Ranking

from ui.kiosk import balloting
from ui.kiosk.giving import given
from ui.kiosk.journey import Answering, Journey

Paper = ApprovalPaper | RankingPaper | GradePaper | DotsPaper | BudgetPaper | PairwisePaper


def rank(journey: Journey, *, code: str) -> Journey:
    """Give the next place to a topic or choice, or take its place away."""
    session = journey.session
    match session.page if session else None:
        case QuestionPage(question=Ranking() as question):
            return _ranked(journey, question.id, question.most, code)
        case TopicsPage(paper=RankingPaper() as paper):
            return _ranked(journey, paper.id, paper.places, code)
    return journey


def grade(journey: Journey, *, code: str) -> Journey:
    """Grade the topic of this step."""
    paper, stage = _paper(journey), journey.stage
    if not isinstance(paper, GradePaper) or not isinstance(stage, Answering):
        return journey
    topic = paper.topic_ids[stage.step]
    return given(
        journey, paper.id, balloting.graded(paper, _before(journey, paper.id), topic, code, journey.language)
    )


def dot(journey: Journey, *, topic: str, change: int) -> Journey:
    """Lay one dot more on a topic, or take one away."""
    paper = _paper(journey)
    if not isinstance(paper, DotsPaper):
        return journey
    before = _before(journey, paper.id)
    try:
        return given(journey, paper.id, balloting.dotted(paper, before, topic, change, journey.language))
    except balloting.NothingLeft:
        return _refused(journey, paper.id, topic)


def buy(journey: Journey, *, topic: str) -> Journey:
    """Pay for a topic, or take the money back."""
    paper = _paper(journey)
    if not isinstance(paper, BudgetPaper):
        return journey
    try:
        ballot = balloting.bought(paper, _before(journey, paper.id), topic, journey.language)
    except balloting.NothingLeft:
        return _refused(journey, paper.id, topic)
    return given(journey, paper.id, ballot)


def prefer(journey: Journey, *, topic: str) -> Journey:
    """Prefer one side of the pair of this step, or neither where `topic` is empty."""
    paper, stage = _paper(journey), journey.stage
    if not isinstance(paper, PairwisePaper) or not isinstance(stage, Answering):
        return journey
    drawn = stage.session.draw.duels.get(paper.id, ())
    if stage.step >= len(drawn) or topic not in {"", *drawn[stage.step]}:
        return journey
    before = _before(journey, paper.id)
    ballot = balloting.preferred(paper, before, drawn, stage.step, TopicId(topic), journey.language)
    return given(journey, paper.id, ballot)


def _ranked(journey: Journey, item: str, most: int, code: str) -> Journey:
    try:
        return given(
            journey, item, balloting.ranked(item, most, _before(journey, item), code, journey.language)
        )
    except TooManyChosen:
        return _refused(journey, item, code)


def _refused(journey: Journey, item: str, pressed: str) -> Journey:
    unchanged = given(journey, item, _before(journey, item), is_full=True)
    stage = unchanged.stage
    if not isinstance(stage, Answering):
        return journey
    return replace(unchanged, stage=replace(stage, refused=pressed))


def _paper(journey: Journey) -> Paper | None:
    page = journey.session.page if journey.session else None
    return page.paper if isinstance(page, TopicsPage) else None


def _before(journey: Journey, item: str) -> Answer | None:
    return journey.session.answers.get(item) if journey.session else None

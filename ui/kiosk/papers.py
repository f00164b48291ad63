"""The pages of ballot papers, and of questions that are ranked."""

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    TopicPaper,
)
from icc_consult.domain.pages import ProposalPage
from icc_consult.domain.survey import Ranking

from ui.kiosk.budget import BudgetViewModel, derive_budget_props
from ui.kiosk.dots import DotsViewModel, derive_dots_props
from ui.kiosk.grading import GradeViewModel, derive_grade_props
from ui.kiosk.journey import Answering
from ui.kiosk.paging import Place
from ui.kiosk.pairwise import PairwiseViewModel, derive_pairwise_props
from ui.kiosk.ranking import RankingViewModel, derive_ranking_paper_props, derive_ranking_props
from ui.kiosk.scene import Scene
from ui.kiosk.topics import TopicsViewModel, derive_topics_props
from ui.kiosk.writing import WritingViewModel, derive_proposal_props


def paper_place(scene: Scene, paper: TopicPaper) -> Place:
    """The page of a paper; where topics or pairs come one after another, each step has a name of its own."""
    name = _step_name(scene, paper.id)
    match paper:
        case ApprovalPaper():
            return Place(name, "TopicsPage", TopicsViewModel, derive_topics_props(scene, paper))
        case RankingPaper():
            return Place(name, "RankingPage", RankingViewModel, derive_ranking_paper_props(scene, paper))
        case GradePaper():
            return Place(name, "GradePage", GradeViewModel, derive_grade_props(scene, paper))
        case DotsPaper():
            return Place(name, "DotsPage", DotsViewModel, derive_dots_props(scene, paper))
        case BudgetPaper():
            return Place(name, "BudgetPage", BudgetViewModel, derive_budget_props(scene, paper))
        case PairwisePaper():
            return Place(name, "PairwisePage", PairwiseViewModel, derive_pairwise_props(scene, paper))


def ranking_place(scene: Scene, question: Ranking) -> Place:
    """The page of a question whose choices are ranked."""
    return Place(question.id, "RankingPage", RankingViewModel, derive_ranking_props(scene, question))


def proposal_place(scene: Scene, page: ProposalPage) -> Place:
    """Room for a sentence of one's own."""
    return Place(page.id, "WritingPage", WritingViewModel, derive_proposal_props(scene, page.question))


def _step_name(scene: Scene, name: str) -> str:
    stage = scene.journey.stage
    step = stage.step if isinstance(stage, Answering) else 0
    return f"{name}#{step + 1}" if step else name

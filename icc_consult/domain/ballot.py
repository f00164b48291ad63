"""Ballot papers: statements to agree or disagree with, topics to mark, rank, grade or pay for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from icc_consult.domain.survey import Card, Choice
from icc_consult.domain.wording import UNWORDED, Wording

StatementId = NewType("StatementId", str)
TopicId = NewType("TopicId", str)


class Vote(StrEnum):
    """What a resident says to a statement; not sure is an answer, skipping is not."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Statement:
    """One idea in one sentence; its direction keeps a draw balanced."""

    id: StatementId
    text: Wording
    direction: str = ""


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """Statements of which every resident sees `draw`, or all where that is 0."""

    id: str
    statements: tuple[Statement, ...]
    text: Wording = UNWORDED
    draw: int = 0
    takes_proposals: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that people may want discussed, with what speaks for and against it, and what it costs."""

    id: TopicId
    text: Wording
    learn_more: Card | None = None
    arguments_for: tuple[Wording, ...] = ()
    arguments_against: tuple[Wording, ...] = ()
    cost: int = 0
    picture: Wording = UNWORDED
    sound: Wording = UNWORDED


@dataclass(frozen=True, slots=True)
class _Paper:
    id: str
    topics: tuple[Topic, ...]
    text: Wording = UNWORDED

    @property
    def topic_ids(self) -> tuple[TopicId, ...]:
        """The names of the topics, in their order."""
        return tuple(topic.id for topic in self.topics)


@dataclass(frozen=True, slots=True)
class ApprovalPaper(_Paper):
    """Topics of which a resident marks all that should be discussed."""


@dataclass(frozen=True, slots=True)
class RankingPaper(_Paper):
    """Topics put in an order by tapping the most important first; `most` of them, or all where it is 0."""

    most: int = 0

    @property
    def places(self) -> int:
        """How many can be ranked."""
        return min(self.most or len(self.topics), len(self.topics))


@dataclass(frozen=True, slots=True)
class GradePaper(_Paper):
    """Every topic gets a grade, worst first in `grades`; their codes are numbers where grades are scores."""

    grades: tuple[Choice, ...] = ()
    are_scores: bool = False


@dataclass(frozen=True, slots=True)
class DotsPaper(_Paper):
    """Dots to lay on topics; at most `most_each` on one, or as many as there are where it is 0."""

    dots: int = 10
    most_each: int = 0


@dataclass(frozen=True, slots=True)
class BudgetPaper(_Paper):
    """Topics with a cost, to be chosen as long as the purse lasts."""

    purse: int = 0
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class PairwisePaper(_Paper):
    """Two topics at a time: which matters more? `pairs` of all pairs are drawn, or all where it is 0."""

    pairs: int = 0


TOPIC_PAPERS = (ApprovalPaper, RankingPaper, GradePaper, DotsPaper, BudgetPaper, PairwisePaper)
TopicPaper = ApprovalPaper | RankingPaper | GradePaper | DotsPaper | BudgetPaper | PairwisePaper

"""Ballot papers: statements to agree or disagree with, topics to mark."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from icc_consult.domain.survey import Card
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


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that people may want discussed, with what speaks for and against it."""

    id: TopicId
    text: Wording
    learn_more: Card | None = None
    arguments_for: tuple[Wording, ...] = ()
    arguments_against: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class ApprovalPaper:
    """Topics of which a resident marks all that should be discussed."""

    id: str
    topics: tuple[Topic, ...]
    text: Wording = UNWORDED

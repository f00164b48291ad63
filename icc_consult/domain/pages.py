"""What a resident can stand on: one question, one card, one statement, one ballot paper."""

from dataclasses import dataclass
from typing import NamedTuple

from icc_consult.domain.ballot import Statement, StatementPaper, TopicPaper
from icc_consult.domain.survey import Card, OpenText, Question, Repeat, Survey
from icc_consult.domain.wording import UNWORDED, Wording


class QuestionPage(NamedTuple):
    """One question as it is shown now: named with its rounds, its choices filtered, its text filled.

    `name` and `path` are those of the form, `heading` is the text of the group around it.
    """

    survey: Survey
    question: Question
    name: str = ""
    path: tuple[int, ...] = ()
    heading: Wording = UNWORDED

    @property
    def id(self) -> str:
        """The stored name of the question."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class CardPage:
    """Something to read: a note, or the help that follows a sensitive question."""

    id: str
    card: Card
    picture: Wording = UNWORDED
    sound: Wording = UNWORDED


@dataclass(frozen=True, slots=True)
class MorePage:
    """After the last round of a repeat: is there another one? `rounds` are there so far."""

    repeat: Repeat
    path: tuple[int, ...]
    rounds: int

    @property
    def id(self) -> str:
        """Named after the repeat and the round it follows."""
        outer = "".join(f"[{number + 1}]" for number in self.path)
        return f"{self.repeat.id}{outer}[{self.rounds}]-more"

    @property
    def item(self) -> str:
        """Where a sitting remembers how many rounds there are."""
        return self.repeat.id + "".join(f"[{number + 1}]" for number in self.path)


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement."""

    paper: StatementPaper
    statement: Statement

    @property
    def id(self) -> str:
        """The name of the statement."""
        return self.statement.id


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """Room for a statement of the resident's own."""

    paper: StatementPaper
    question: OpenText

    @property
    def id(self) -> str:
        """The stored name of the proposal."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """One ballot paper of topics, of whatever kind."""

    paper: TopicPaper

    @property
    def id(self) -> str:
        """The name of the ballot paper."""
        return self.paper.id


Page = QuestionPage | CardPage | MorePage | StatementPage | ProposalPage | TopicsPage

_READ_ONLY = frozenset({CardPage, MorePage})


def is_answerable(page: Page) -> bool:
    """Whether the page asks for something that is stored."""
    return type(page) not in _READ_ONLY

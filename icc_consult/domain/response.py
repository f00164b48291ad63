"""What a resident gave, and how the sitting ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.consultation import Fingerprint
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice."""

    code: ChoiceCode


@dataclass(frozen=True, slots=True)
class ChosenMany:
    """Choices in the order of the question."""

    codes: tuple[ChoiceCode, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A resident's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote on one statement."""

    vote: Vote


@dataclass(frozen=True, slots=True)
class Approved:
    """The topics marked on one ballot paper; none is an answer too."""

    topics: tuple[TopicId, ...]


Value = Chosen | ChosenMany | Written | Voted | Approved


class AnswerState(StrEnum):
    """Why there is, or is not, a value."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    REFUSED = "refused"
    NOT_SHOWN = "not_shown"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Answered:
    """A value, and the language its question was read in."""

    value: Value
    language: LanguageTag


@dataclass(frozen=True, slots=True)
class Skipped:
    """Seen and passed by."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The resident prefers not to answer."""


Answer = Answered | Skipped | Refused


class Ended(StrEnum):
    """How a sitting ended that left a response."""

    COMPLETE = "complete"
    LEFT = "left"
    TIMED_OUT = "timed_out"
    RECOVERED = "recovered"

    @property
    def is_partial(self) -> bool:
        """Whether the resident never came to the end."""
        return self is not Ended.COMPLETE


@dataclass(frozen=True, slots=True)
class Sitting:
    """Facts about how the screen was used; nothing about when, where or who."""

    language_switches: int = 0
    text_size: int = 1
    contrast: str = "light"
    heard: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """All answers of one participant to one revision of a consultation."""

    fingerprint: Fingerprint
    language: LanguageTag
    ended: Ended
    answers: Mapping[str, Answer]
    offered: frozenset[str] = frozenset()
    drawn: tuple[str, ...] = ()
    turned_scales: tuple[str, ...] = ()
    route: str = "whole"
    sitting: Sitting = field(default_factory=Sitting)

    def state(self, item: str) -> AnswerState:
        """Why this item has, or has not, a value."""
        match self.answers.get(item):
            case Answered():
                return AnswerState.ANSWERED
            case Skipped():
                return AnswerState.SKIPPED
            case Refused():
                return AnswerState.REFUSED
        return AnswerState.NOT_REACHED if item in self.offered else AnswerState.NOT_SHOWN

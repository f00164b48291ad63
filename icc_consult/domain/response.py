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


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as a decimal numeral: digits, a point and a minus at most."""

    number: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as ISO 8601, in the Gregorian calendar: `2026`, `2026-11` or `2026-11-22`."""

    date: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of the day: `09:30`."""

    time: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """Codes in the order that the resident gave them, the first one first."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade for topics, in the order of the paper; topics without one were passed by."""

    grades: tuple[tuple[TopicId, ChoiceCode], ...]


@dataclass(frozen=True, slots=True)
class Dotted:
    """How many dots lie on topics, in the order of the paper; topics without a dot are left out."""

    dots: tuple[tuple[TopicId, int], ...]


@dataclass(frozen=True, slots=True)
class Duel:
    """Two topics as they stood, `first` where reading begins, and which one was preferred."""

    first: TopicId
    second: TopicId
    preferred: TopicId | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs that were answered, in the order they were shown."""

    duels: tuple[Duel, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """What a calculation came to, as text."""

    text: str


Value = (
    Chosen
    | ChosenMany
    | Written
    | Voted
    | Approved
    | Numbered
    | Dated
    | Timed
    | Ranked
    | Graded
    | Dotted
    | Compared
    | Worked
)


WHOLE = "whole"


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
    route: str = WHOLE
    seed: int = 0
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

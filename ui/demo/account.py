"""What a resident answered, as they would tell it; and the same of a stored response, to compare."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Ended,
    Graded,
    Numbered,
    Ranked,
    Refused,
    Response,
    Skipped,
    Timed,
    Value,
    Voted,
    Worked,
    Written,
)

STORED = tuple(ended.value for ended in Ended)


@dataclass(frozen=True)
class Account:
    """One sitting: how it ended, in which language, and every answer in plain words."""

    ended: str
    language: str
    answers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, response: Response) -> "Account":
        """What a stored response says."""
        return cls(response.ended.value, response.language, told(response.answers))

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Account":
        """The account that `as_plain` made plain."""
        return cls(plain["ended"], plain["language"], dict(plain["answers"]))

    def as_plain(self) -> dict[str, Any]:
        """As JSON shows it."""
        return asdict(self)

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Two accounts are the same where their keys are."""
        return self.ended, self.language, tuple(sorted(self.answers.items()))

    @property
    def is_stored(self) -> bool:
        """Whether a response must be found for it."""
        return self.ended in STORED


def told(answers: Mapping[str, Answer]) -> dict[str, str]:
    """Every answer in plain words."""
    return {item: _told(answer) for item, answer in answers.items()}


def _told(answer: Answer) -> str:
    match answer:
        case Answered(value, language):
            return f"{language}: {_told_value(value)}"
        case Skipped():
            return "skipped"
        case Refused():
            return "refused"


def _told_value(value: Value) -> str:
    match value:
        case Chosen(code):
            return code
        case ChosenMany(codes):
            return " ".join(codes)
        case Written(text) | Numbered(text) | Dated(text) | Timed(text) | Worked(text):
            return text
        case Voted(vote):
            return vote.value
        case Approved(topics):
            return " ".join(topics)
        case Ranked(codes):
            return " > ".join(codes)
        case Graded(pairs) | Dotted(pairs):
            return " ".join(f"{topic}:{mark}" for topic, mark in pairs)
        case Compared(duels):
            return " ".join(f"{duel.first}-{duel.second}:{duel.preferred or '='}" for duel in duels)

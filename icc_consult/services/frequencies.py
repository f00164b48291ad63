"""How often what was answered, for every item of a consultation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from icc_consult.domain.ballot import ApprovalPaper, Statement, StatementPaper, Vote
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import (
    Answered,
    AnswerState,
    Approved,
    Chosen,
    ChosenMany,
    Response,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.survey import OpenText, Question, Survey

BAND = 10
Asked = Question | Statement | ApprovalPaper


@dataclass(frozen=True, slots=True)
class Band:
    """A number told by its ten: 0 to 9, 10 to 19."""

    least: int

    @classmethod
    def of(cls, number: int) -> "Band":
        """The band a number lies in."""
        return cls(number // BAND * BAND)

    @property
    def most(self) -> int:
        """Its last number."""
        return self.least + BAND - 1


@dataclass(frozen=True, slots=True)
class Frequencies:
    """One item: how often each code was given, how many answered, and why others did not."""

    asked: Asked
    counts: Mapping[str, int]
    states: Mapping[AnswerState, int]

    @property
    def base(self) -> int:
        """How many answered: what a share is a share of."""
        return self.states[AnswerState.ANSWERED]

    def share(self, code: str) -> float | None:
        """The part of those who answered; none where nobody did."""
        return self.counts[code] / self.base if self.base else None


def asked_in(consultation: Consultation) -> tuple[Asked, ...]:
    """Everything that can be answered, in the order of the questionnaire."""
    asked: list[Asked] = []
    for part in consultation.parts:
        match part:
            case Survey():
                asked += part.asked
            case StatementPaper():
                asked += part.statements
            case ApprovalPaper():
                asked.append(part)
    return tuple(asked)


def codes_of(asked: Asked) -> tuple[str, ...]:
    """What can be answered, in the order of the questionnaire; nothing for a resident's own words."""
    match asked:
        case OpenText():
            return ()
        case Statement():
            return tuple(vote.value for vote in Vote)
        case ApprovalPaper():
            return tuple(topic.id for topic in asked.topics)
        case _:
            return tuple(choice.code for choice in asked.choices)


def codes_in(value: Value) -> tuple[str, ...]:
    """The codes of one answer; none for a resident's own words."""
    match value:
        case Chosen(code):
            return (code,)
        case ChosenMany(codes):
            return codes
        case Voted(vote):
            return (vote.value,)
        case Approved(topics):
            return topics
        case Written():
            return ()


def frequencies(consultation: Consultation, responses: Sequence[Response]) -> tuple[Frequencies, ...]:
    """One for every item, in the order of the questionnaire."""
    return tuple(_of(asked, responses) for asked in asked_in(consultation))


def _of(asked: Asked, responses: Sequence[Response]) -> Frequencies:
    counts: Counter[str] = Counter()
    states: Counter[AnswerState] = Counter()
    for response in responses:
        states[response.state(asked.id)] += 1
        answer = response.answers.get(asked.id)
        if isinstance(answer, Answered):
            counts.update(codes_in(answer.value))
    known = {code: counts[code] for code in codes_of(asked)}
    return Frequencies(asked, known, {state: states[state] for state in AnswerState})


def bands_of_ten(values: Iterable[str]) -> dict[str, Band]:
    """How often each value occurs, in bands: for languages, wishes, and how sittings ended."""
    counts = Counter(values)
    return {value: Band.of(counts[value]) for value in sorted(counts)}


def languages_in_bands(responses: Iterable[Response]) -> dict[str, Band]:
    """In which languages residents answered."""
    return bands_of_ten(response.language for response in responses)


def endings_in_bands(responses: Iterable[Response]) -> dict[str, Band]:
    """How sittings ended."""
    return bands_of_ten(response.ended.value for response in responses)


def wishes_by_language(wishes: Iterable[str]) -> dict[str, Band]:
    """Which languages were wished for."""
    return bands_of_ten(wishes)

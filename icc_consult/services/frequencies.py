"""How often what was answered, for every item of a consultation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from icc_consult.domain.ballot import GradePaper, Statement, Vote
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.items import Asked, items_of
from icc_consult.domain.response import (
    Answered,
    AnswerState,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dotted,
    Graded,
    Ranked,
    Response,
    Value,
    Voted,
)
from icc_consult.domain.survey import (
    Calculated,
    Date,
    MultipleChoice,
    Note,
    Number,
    OpenText,
    Ranking,
    Scale,
    SingleChoice,
    Time,
)

BAND = 10


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
    """Everything that can be answered, in the order of the questionnaire, round after round."""
    return tuple(item.asked for item in items_of(consultation))


def options_of(asked: Asked) -> tuple[str, ...]:
    """What is chosen among, in the order of the questionnaire; nothing where it is written or typed."""
    match asked:
        case Statement():
            return tuple(vote.value for vote in Vote)
        case SingleChoice() | Scale() | MultipleChoice() | Ranking():
            return tuple(choice.code for choice in asked.choices)
        case OpenText() | Number() | Date() | Time() | Note() | Calculated():
            return ()
        case _:
            return asked.topic_ids


def codes_of(asked: Asked) -> tuple[str, ...]:
    """What can be counted, in the order of the questionnaire: of grades each topic with each grade."""
    options = options_of(asked)
    if isinstance(asked, GradePaper):
        return tuple(f"{option}:{grade.code}" for option in options for grade in asked.grades)
    return options


def codes_in(value: Value) -> tuple[str, ...]:
    """The codes one answer counts for: what was marked or ranked at all, each dot, each pair that was won."""
    match value:
        case Chosen(code):
            return (code,)
        case ChosenMany(codes) | Approved(codes) | Ranked(codes):
            return codes
        case Voted(vote):
            return (vote.value,)
        case Graded(grades):
            return tuple(f"{topic}:{grade}" for topic, grade in grades)
        case Dotted(dots):
            return tuple(topic for topic, count in dots for _ in range(count))
        case Compared(duels):
            return tuple(duel.preferred for duel in duels if duel.preferred)
        case _:
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

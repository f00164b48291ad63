"""What one press does to a ballot: ranking, grading, laying dots, paying, preferring. Pure."""

from collections.abc import Iterable
from typing import TypeVar

from icc_consult.domain.ballot import BudgetPaper, DotsPaper, GradePaper, PairwisePaper, TopicId
from icc_consult.domain.errors import BrokenRule, TooManyChosen
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Compared,
    Dotted,
    Duel,
    Graded,
    Ranked,
    Value,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag

_Mark = TypeVar("_Mark")


class NothingLeft(BrokenRule):
    """No dot is left for this topic, or not enough money."""

    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic


def ranked(item: str, most: int, before: Answer | None, code: str, language: LanguageTag) -> Answer | None:
    """The next place for `code`, or none for it any more: later ones move up. Raises `TooManyChosen`."""
    codes = ranks_in(before)
    after = tuple(one for one in codes if one != code) if code in codes else (*codes, code)
    if len(after) > most:
        raise TooManyChosen(item, most)
    return Answered(Ranked(after), language) if after else None


def graded(
    paper: GradePaper, before: Answer | None, topic: TopicId, grade: str, language: LanguageTag
) -> Answer:
    """The ballot with this grade for one topic."""
    grades = {**grades_in(before), topic: ChoiceCode(grade)}
    return Answered(Graded(_in_order(paper.topic_ids, grades)), language)


def dotted(
    paper: DotsPaper, before: Answer | None, topic: str, change: int, language: LanguageTag
) -> Answer | None:
    """One dot more or less on a topic. Raises `NothingLeft`."""
    dots = dots_in(before)
    count = max(0, dots.get(TopicId(topic), 0) + change)
    after = {**dots, TopicId(topic): count}
    if sum(after.values()) > paper.dots or count > (paper.most_each or paper.dots):
        raise NothingLeft(topic)
    laid = tuple((name, many) for name, many in _in_order(paper.topic_ids, after) if many)
    return Answered(Dotted(laid), language) if laid else None


def bought(paper: BudgetPaper, before: Answer | None, topic: str, language: LanguageTag) -> Answer:
    """The topics paid for after a press on one. Raises `NothingLeft` where the purse does not hold it."""
    chosen = set(topics_in(before)) ^ {TopicId(topic)}
    if topic in chosen and cost_of(paper, chosen) > paper.purse:
        raise NothingLeft(topic)
    return Answered(Approved(tuple(one for one in paper.topic_ids if one in chosen)), language)


def preferred(
    paper: PairwisePaper,
    before: Answer | None,
    drawn: tuple[tuple[str, str], ...],
    step: int,
    topic: str,
    language: LanguageTag,
) -> Answer:
    """The duels with this one decided, in the order they were drawn; an empty `topic` is both alike."""
    known = {name: name for name in paper.topic_ids}
    first, second = drawn[step]
    decided = {(duel.first, duel.second): duel for duel in duels_in(before)}
    pair = (known[TopicId(first)], known[TopicId(second)])
    decided[pair] = Duel(*pair, known[TopicId(topic)] if topic else None)
    order = [(TopicId(one), TopicId(other)) for one, other in drawn]
    return Answered(Compared(tuple(decided[one] for one in order if one in decided)), language)


def cost_of(paper: BudgetPaper, chosen: Iterable[str]) -> int:
    """What these topics cost together."""
    names = set(chosen)
    return sum(topic.cost for topic in paper.topics if topic.id in names)


def ranks_in(answer: Answer | None) -> tuple[str, ...]:
    """What is ranked, the first place first."""
    value = _value(answer)
    return value.codes if isinstance(value, Ranked) else ()


def grades_in(answer: Answer | None) -> dict[TopicId, ChoiceCode]:
    """The grades given."""
    value = _value(answer)
    return dict(value.grades) if isinstance(value, Graded) else {}


def dots_in(answer: Answer | None) -> dict[TopicId, int]:
    """The dots laid."""
    value = _value(answer)
    return dict(value.dots) if isinstance(value, Dotted) else {}


def topics_in(answer: Answer | None) -> tuple[TopicId, ...]:
    """What is marked or paid for."""
    value = _value(answer)
    return value.topics if isinstance(value, Approved) else ()


def duels_in(answer: Answer | None) -> tuple[Duel, ...]:
    """The pairs decided."""
    value = _value(answer)
    return value.duels if isinstance(value, Compared) else ()


def _value(answer: Answer | None) -> Value | None:
    return answer.value if isinstance(answer, Answered) else None


def _in_order(names: Iterable[TopicId], given: dict[TopicId, _Mark]) -> tuple[tuple[TopicId, _Mark], ...]:
    return tuple((name, given[name]) for name in names if name in given)

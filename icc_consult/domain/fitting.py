"""Whether an answer fits what was asked."""

import re
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Statement,
    TopicId,
)
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import AnswerDoesNotFit, TooManyChosen, UnknownItem
from icc_consult.domain.items import Asked, items_of
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Duel,
    Graded,
    Numbered,
    Ranked,
    Timed,
    Value,
    Voted,
    Worked,
    Written,
)
from icc_consult.domain.sameness import Same
from icc_consult.domain.survey import (
    Calculated,
    Date,
    MultipleChoice,
    Number,
    OpenText,
    Precision,
    Ranking,
    Scale,
    SingleChoice,
    Time,
)

_NUMERAL = re.compile(r"-?\d{1,15}(\.\d{1,10})?")
_DATES = {
    Precision.DAY: re.compile(r"\d{4}-\d{2}-\d{2}"),
    Precision.MONTH: re.compile(r"\d{4}-\d{2}"),
    Precision.YEAR: re.compile(r"\d{4}"),
}


def fits(consultation: Consultation, item: str, answer: Answer) -> None:
    """Return quietly where it fits; raise `UnknownItem`, `AnswerDoesNotFit` or `TooManyChosen` otherwise."""
    asked = _asked_in(Same(consultation)).get(item)
    if asked is None:
        raise UnknownItem(item)
    if isinstance(answer, Answered) and not _is_good(item, asked, answer.value):
        raise AnswerDoesNotFit(item)


@lru_cache(maxsize=4)
def _asked_in(same: Same) -> dict[str, Asked]:
    return {item.name: item.asked for item in items_of(same.consultation)}


def _is_good(item: str, asked: Asked, value: Value) -> bool:
    match asked, value:
        case SingleChoice() | Scale(), Chosen(code):
            return any(choice.code == code for choice in asked.choices)
        case MultipleChoice(), ChosenMany(codes):
            return _many_fit(asked, codes)
        case Ranking(), Ranked(codes):
            return _ranking_fits(item, codes, {choice.code for choice in asked.choices}, asked.most)
        case Statement(), Voted():
            return True
    return _entry_fits(asked, value) or _marks_fit(item, asked, value)


def _entry_fits(asked: Asked, value: Value) -> bool:
    match asked, value:
        case OpenText(), Written(text):
            return 0 < len(text) <= asked.max_length
        case Number(), Numbered(numeral):
            return _number_fits(asked, numeral)
        case Date(), Dated(text):
            return _date_fits(asked.precision, text)
        case Time(), Timed(text):
            return _time_fits(text)
        case Calculated(), Worked():
            return True
    return False


def _marks_fit(item: str, asked: Asked, value: Value) -> bool:
    match asked, value:
        case ApprovalPaper(), Approved(topics):
            return set(topics) <= set(asked.topic_ids) and len(set(topics)) == len(topics)
        case RankingPaper(), Ranked(codes):
            return _ranking_fits(item, codes, set(asked.topic_ids), asked.places)
        case GradePaper(), Graded(grades):
            codes_ = {grade.code for grade in asked.grades}
            return _all_known(asked.topic_ids, grades) and all(code in codes_ for _, code in grades)
        case DotsPaper(), Dotted(dots):
            return _all_known(asked.topic_ids, dots) and _dots_fit(asked, [count for _, count in dots])
        case BudgetPaper(), Approved(topics):
            costs = [topic.cost for topic in asked.topics if topic.id in topics]
            return len(costs) == len(topics) and sum(costs) <= asked.purse
        case PairwisePaper(), Compared(duels):
            return _duels_fit(set(asked.topic_ids), duels)
        case _:
            return False


def _many_fit(question: MultipleChoice, codes: tuple[str, ...]) -> bool:
    if question.maximum is not None and len(codes) > question.maximum:
        raise TooManyChosen(question.id, question.maximum)
    chosen = [choice for choice in question.choices if choice.code in codes]
    if len(chosen) != len(codes) or not codes:
        return False
    return len(chosen) == 1 or not any(choice.is_exclusive for choice in chosen)


def _ranking_fits(item: str, codes: tuple[str, ...], known: set[str], most: int) -> bool:
    if len(codes) > most:
        raise TooManyChosen(item, most)
    return 0 < len(codes) == len(set(codes)) and set(codes) <= known


def _number_fits(question: Number, numeral: str) -> bool:
    if not _NUMERAL.fullmatch(numeral):
        return False
    number = Decimal(numeral)
    in_bounds = (question.least is None or number >= question.least) and (
        question.most is None or number <= question.most
    )
    return in_bounds and (not question.is_whole or number == number.to_integral_value())


def _date_fits(precision: Precision, text: str) -> bool:
    if not _DATES[precision].fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if precision is not Precision.DAY else text)
    except ValueError:
        return False
    return True


def _time_fits(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return bool(re.fullmatch(r"\d{2}:\d{2}", text))


def _all_known(known: tuple[str, ...], pairs: tuple[tuple[str, object], ...]) -> bool:
    names = [name for name, _ in pairs]
    return bool(names) and len(set(names)) == len(names) and set(names) <= set(known)


def _dots_fit(paper: DotsPaper, counts: list[int]) -> bool:
    most = paper.most_each or paper.dots
    return all(0 < count <= most for count in counts) and sum(counts) <= paper.dots


def _duels_fit(known: set[TopicId], duels: tuple[Duel, ...]) -> bool:
    pairs = {frozenset((duel.first, duel.second)) for duel in duels}
    return 0 < len(pairs) == len(duels) and all(
        duel.first != duel.second
        and {duel.first, duel.second} <= known
        and duel.preferred in {None, duel.first, duel.second}
        for duel in duels
    )

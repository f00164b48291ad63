"""Values that fit, of the kinds that forms and ballot papers ask for."""

from decimal import ROUND_CEILING, ROUND_FLOOR
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from icc_consult.domain.ballot import (
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Topic,
    TopicId,
)
from icc_consult.domain.items import Asked
from icc_consult.domain.response import (
    Approved,
    Compared,
    Dated,
    Dotted,
    Duel,
    Graded,
    Numbered,
    Ranked,
    Timed,
    Worked,
)
from icc_consult.domain.survey import Calculated, Date, Number, Precision, Ranking, Time


def further_values(asked: Asked) -> st.SearchStrategy[Any] | None:
    """Every value that fits; none for the kinds that are no form's and no ballot's."""
    match asked:
        case Number():
            return st.builds(Numbered, numerals(asked))
        case Date():
            length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[asked.precision]
            return st.dates().map(lambda day: Dated(day.isoformat()[:length]))
        case Time():
            return st.times().map(lambda time: Timed(time.strftime("%H:%M")))
        case Calculated():
            return st.builds(Worked, st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
        case Ranking():
            return rankings([choice.code for choice in asked.choices], asked.most)
        case RankingPaper():
            return rankings(list(asked.topic_ids), asked.places)
    return _marks(asked)


def numerals(asked: Number) -> st.SearchStrategy[str]:
    """Numerals within the bounds."""
    bound = 10**15 - 1
    least = -bound if asked.least is None else int(asked.least.to_integral_value(ROUND_CEILING))
    most = bound if asked.most is None else int(asked.most.to_integral_value(ROUND_FLOOR))
    return st.integers(least, most).map(str)


def rankings(codes: list[Any], most: int) -> st.SearchStrategy[Ranked]:
    """Orders of some of the codes."""
    ranked = st.lists(st.sampled_from(codes), unique=True, min_size=1, max_size=most)
    return ranked.map(lambda found: Ranked(tuple(found)))


def _marks(asked: Asked) -> st.SearchStrategy[Any] | None:
    match asked:
        case GradePaper():
            grades = st.sampled_from([grade.code for grade in asked.grades])
            return st.tuples(*(grades for _ in asked.topics)).map(
                lambda found: Graded(tuple(zip(asked.topic_ids, found, strict=True)))
            )
        case DotsPaper():
            most = min(asked.most_each or asked.dots, asked.dots)
            return st.integers(1, most).map(lambda count: Dotted(((asked.topics[0].id, count),)))
        case BudgetPaper():
            return st.lists(st.sampled_from(asked.topics), max_size=len(asked.topics), unique=True).map(
                lambda found: affordable(asked, found)
            )
        case PairwisePaper():
            return st.tuples(*map(_duels, combinations(asked.topic_ids, 2))).map(Compared)
    return None


def affordable(paper: BudgetPaper, topics: list[Topic]) -> Approved:
    """As many of these, in order, as the purse can pay."""
    chosen: list[TopicId] = []
    left = paper.purse
    for topic in topics:
        if topic.cost <= left:
            left -= topic.cost
            chosen.append(topic.id)
    return Approved(tuple(chosen))


def _duels(pair: tuple[TopicId, TopicId]) -> st.SearchStrategy[Duel]:
    sides = st.permutations(pair)
    return sides.flatmap(lambda two: st.sampled_from([None, *two]).map(lambda won: Duel(two[0], two[1], won)))

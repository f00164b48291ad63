"""The columns of one item in `answers.csv`, and what stands in them."""

from collections.abc import Callable
from typing import assert_never

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    RankingPaper,
)
from icc_consult.domain.items import Asked
from icc_consult.domain.response import (
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
from icc_consult.domain.survey import MultipleChoice, OpenText, Ranking
from icc_consult.services.frequencies import options_of

Marked = MultipleChoice | ApprovalPaper | BudgetPaper
Apart = Marked | Ranking | RankingPaper | GradePaper | DotsPaper


def has_columns_of_options(asked: Asked) -> bool:
    """Whether every option has a column of its own."""
    return isinstance(asked, Apart)


def columns_of(asked: Asked) -> tuple[str, ...]:
    """The names of the columns of one item; the words of an open text are in `texts.csv` only."""
    values = () if isinstance(asked, OpenText | GradePaper | DotsPaper) else (asked.id,)
    options = options_of(asked) if has_columns_of_options(asked) else ()
    return (*values, *(f"{asked.id}__{code}" for code in options), f"{asked.id}__lang", f"{asked.id}__state")


def value_cells(asked: Asked, value: Value | None) -> list[str]:
    """The cells of one item without its language and state; empty ones where there is no value."""
    whole = [] if isinstance(asked, OpenText | GradePaper | DotsPaper) else [_whole(value)]
    if not has_columns_of_options(asked):
        return whole
    told = _told_apart(value)
    return [*whole, *(told(code) for code in options_of(asked))]


def _whole(value: Value | None) -> str:
    match value:
        case Chosen(code):
            return code
        case ChosenMany(codes) | Approved(codes) | Ranked(codes):
            return " ".join(codes)
        case Voted(vote):
            return vote.value
        case Numbered(text) | Dated(text) | Timed(text) | Worked(text):
            return text
        case Compared(duels):
            return " ".join(map(_duel, duels))
        case Written() | Graded() | Dotted() | None:
            return ""
        case _:
            assert_never(value)


def _duel(duel: Duel) -> str:
    """`bus>park`: the first, as it stood, was preferred; `bus<park` the second; `bus=park` neither."""
    sign = "=" if duel.preferred is None else ">" if duel.preferred == duel.first else "<"
    return f"{duel.first}{sign}{duel.second}"


def _told_apart(value: Value | None) -> Callable[[str], str]:
    match value:
        case ChosenMany(codes) | Approved(codes):
            return lambda code: str(int(code in codes))
        case Ranked(codes):
            return lambda code: str(codes.index(code) + 1) if code in codes else ""
        case Graded(grades):
            by_topic = {str(topic): str(grade) for topic, grade in grades}
            return lambda code: by_topic.get(code, "")
        case Dotted(dots):
            by_count = {str(topic): str(count) for topic, count in dots}
            return lambda code: by_count.get(code, "0")
    return lambda _: ""

"""The rules of a consultation as one graph, and how answers and values of expressions become each other."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from icc_consult.domain.ballot import StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.logic import LogicGraph, LogicItem, World
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Dated,
    Numbered,
    Ranked,
    Timed,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.rules import FREE
from icc_consult.domain.survey import (
    Choice,
    Date,
    Enclosing,
    MultipleChoice,
    Number,
    OpenText,
    Precision,
    Question,
    Ranking,
    Repeat,
    Scale,
    SingleChoice,
    Standing,
    Survey,
    Time,
)

_FIRST_DAY = "0000-01-01"
_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def graph_of(consultation: Consultation) -> LogicGraph:
    """The logic of a consultation. Raises a `LogicError` where it is wrong."""
    world = World(tables=consultation.tables)
    tables = {name: {column for row in rows for column in row} for name, rows in consultation.tables.items()}
    return LogicGraph(logic_items(consultation), tables=tables or None, world=world)


def logic_items(consultation: Consultation) -> Iterator[LogicItem]:
    """Every entry in order; statements and ballot papers can be referred to by name."""
    for part in consultation.parts:
        match part:
            case Survey():
                yield from map(_logic_item, part.entries())
            case StatementPaper():
                yield from (LogicItem(statement.id) for statement in part.statements)
            case _:
                yield LogicItem(part.id)


def _logic_item(standing: Standing) -> LogicItem:
    entry, rules = standing.entry, standing.entry.rules
    parts: dict[str, Any] = {"name": entry.id}
    if standing.above:
        parts["parent"] = standing.above[-1].id
    if isinstance(entry, Enclosing):
        parts["is_repeat" if isinstance(entry, Repeat) else "is_group"] = True
    if rules is FREE:
        return LogicItem.said(parts)
    item = LogicItem.ruled(parts, vars(rules))
    if not rules.choice_filter:
        return item
    choices: tuple[Choice, ...] = getattr(entry, "choices", ())
    return _with_choices(item, choices) if choices else item


def _with_choices(item: LogicItem, choices: tuple[Choice, ...]) -> LogicItem:
    """The rows that a filter looks at."""
    rows = tuple({"name": str(choice.code), **dict(choice.columns)} for choice in choices)
    return replace(item, choices=rows, columns=frozenset(name for row in rows for name in row))


def as_given(answer: Answer | None) -> object:
    """What expressions see of an answer: nothing without a value, the first day of a month or year."""
    if not isinstance(answer, Answered):
        return None
    match answer.value:
        case Chosen(code):
            return str(code)
        case ChosenMany(codes) | Ranked(codes) | Approved(codes):
            return [str(code) for code in codes]
        case Dated(text):
            return f"{text}{_FIRST_DAY[len(text) :]}"
        case Written(text) | Timed(text):
            return text
        case Numbered(numeral):
            return float(numeral)
        case Voted(vote):
            return vote.value
    return None


def as_value(question: Question, text: str) -> Value | None:
    """The answer that a default or a calculation stands for; none where it fits no such question."""
    codes = tuple(
        code for code in text.split() if any(code == one.code for one in getattr(question, "choices", ()))
    )
    match question:
        case SingleChoice() | Scale():
            return Chosen(codes[0]) if len(codes) == 1 else None  # type: ignore[arg-type]
        case MultipleChoice():
            return ChosenMany(codes) if codes else None  # type: ignore[arg-type]
        case Ranking():
            return Ranked(codes) if codes else None
        case OpenText():
            return Written(text[: question.max_length]) if text else None
        case Number():
            return _numbered(text)
        case Date():
            return Dated(text[: _LENGTHS[question.precision]]) if text else None
        case Time():
            return Timed(text[:5]) if text else None
    return None


def _numbered(text: str) -> Numbered | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return Numbered(format(number.normalize(), "f")) if number.is_finite() else None

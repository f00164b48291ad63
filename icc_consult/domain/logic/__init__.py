"""The expression language of ODK forms: read once, checked before use, evaluated only where needed."""

from icc_consult.domain.logic.errors import (
    CircularReference,
    EarlierAnswersWanted,
    ExpressionTooDeep,
    ExpressionTooLong,
    LogicError,
    NameTakenTwice,
    NotAnExpression,
    NotAReference,
    PatternNotConstant,
    ResultTooLong,
    TooMuchWork,
    UnknownFunction,
    UnknownName,
    UnknownTable,
    WrongArgumentCount,
)
from icc_consult.domain.logic.expression import Expression, evaluate, is_volatile, parse, references
from icc_consult.domain.logic.scope import World
from icc_consult.domain.patterns import PatternRefused

__all__ = [
    "CircularReference",
    "EarlierAnswersWanted",
    "Expression",
    "ExpressionTooDeep",
    "ExpressionTooLong",
    "LogicError",
    "NameTakenTwice",
    "NotAReference",
    "NotAnExpression",
    "PatternNotConstant",
    "PatternRefused",
    "ResultTooLong",
    "TooMuchWork",
    "UnknownFunction",
    "UnknownName",
    "UnknownTable",
    "World",
    "WrongArgumentCount",
    "evaluate",
    "is_volatile",
    "parse",
    "references",
]

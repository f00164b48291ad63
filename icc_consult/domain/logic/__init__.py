"""The expression language of ODK forms: read once, checked before use, evaluated only where needed."""

from icc_consult.domain.logic.cells import Cell, Path
from icc_consult.domain.logic.checking import Fault, are_plain, faults_in
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
from icc_consult.domain.logic.functions.chance import shuffled
from icc_consult.domain.logic.graph import LogicGraph
from icc_consult.domain.logic.items import Aspect, LogicItem
from icc_consult.domain.logic.run import LogicRun
from icc_consult.domain.logic.scope import World
from icc_consult.domain.patterns import PatternRefused

__all__ = [
    "Aspect",
    "Cell",
    "CircularReference",
    "EarlierAnswersWanted",
    "Expression",
    "ExpressionTooDeep",
    "ExpressionTooLong",
    "Fault",
    "LogicError",
    "LogicGraph",
    "LogicItem",
    "LogicRun",
    "NameTakenTwice",
    "NotAReference",
    "NotAnExpression",
    "Path",
    "PatternNotConstant",
    "PatternRefused",
    "ResultTooLong",
    "TooMuchWork",
    "UnknownFunction",
    "UnknownName",
    "UnknownTable",
    "World",
    "WrongArgumentCount",
    "are_plain",
    "evaluate",
    "faults_in",
    "is_volatile",
    "parse",
    "references",
    "shuffled",
]

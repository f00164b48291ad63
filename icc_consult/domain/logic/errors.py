"""What an expression, or the logic of a whole form, can get wrong."""

from dataclasses import dataclass

from icc_consult.domain.errors import BrokenRule


class LogicError(BrokenRule):
    """Anything that stands against running an expression."""


@dataclass
class NotAnExpression(LogicError):
    """The text cannot be read; `position` counts characters from 0."""

    expression: str
    position: int


@dataclass
class ExpressionTooLong(LogicError):
    """More characters than any spreadsheet cell of good faith holds."""

    length: int
    longest: int


@dataclass
class ExpressionTooDeep(LogicError):
    """More brackets inside brackets than are read."""

    deepest: int


@dataclass
class UnknownFunction(LogicError):
    """The expression calls a function that does not exist here."""

    function: str


@dataclass
class WrongArgumentCount(LogicError):
    """Too few or too many arguments; `most` is None where there is no upper bound."""

    function: str
    given: int
    least: int
    most: int | None


@dataclass
class NotAReference(LogicError):
    """A function wants the name of a question or a list where something else stands."""

    function: str


@dataclass
class EarlierAnswersWanted(LogicError):
    """`${last-saved#name}` asks for what the previous person answered; nobody gets that here."""

    name: str


@dataclass
class UnknownName(LogicError):
    """The form has no question, group or column of this name."""

    name: str


@dataclass
class UnknownTable(LogicError):
    """The form has no list or attached table of this name."""

    table: str


@dataclass
class PatternNotConstant(LogicError):
    """The pattern of `regex` depends on answers, so it cannot be checked before somebody answers."""


@dataclass
class ResultTooLong(LogicError):
    """Joining texts went past the longest text that is kept."""

    longest: int


@dataclass
class TooMuchWork(LogicError):
    """Conditions inside conditions over long lists: more rows were looked at than an answer may take."""

    most: int


@dataclass
class NameTakenTwice(LogicError):
    """Two items of the form have the same name."""

    name: str


@dataclass
class CircularReference(LogicError):
    """Logic that waits for itself: `path` begins and ends with the same name."""

    path: tuple[str, ...]

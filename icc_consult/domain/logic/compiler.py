"""From a tree to closures: nothing is looked up twice while answers come in."""

import operator
from collections.abc import Callable
from math import fmod, inf, isfinite, isnan, nan

from icc_consult.domain.logic.errors import UnknownFunction, WrongArgumentCount
from icc_consult.domain.logic.functions import FUNCTIONS, Function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.special import SPECIAL, Run, Special
from icc_consult.domain.logic.tree import (
    Answer,
    AnswerGap,
    Around,
    Call,
    Chain,
    Column,
    Current,
    Everything,
    Gap,
    Lookup,
    Negative,
    Node,
    Number,
    Own,
    Text,
    TextGap,
)
from icc_consult.domain.logic.values import (
    Nodes,
    Row,
    Value,
    differ,
    equal,
    number,
    ordered,
    parts,
    truth,
)

_Fold = Callable[[Scope, Value, Value], Value]


def compiled(node: Node) -> Run:
    """A closure over the whole tree. Raises `UnknownFunction`, `WrongArgumentCount`, `NotAReference`."""
    match node:
        case Answer(name):
            return _answer(name)
        case Text(value):
            return lambda _: value
        case Number(value):
            return lambda _: value
        case Chain(first, rest):
            return _chain(first, rest)
        case Call():
            return _call(node)
        case Negative(operand):
            return _negative(compiled(operand))
        case Lookup(source, conditions, column):
            return _lookup(source, conditions, column)
        case _:
            return _reference(node)


def _reference(node: Column | Own | Current | Around | Everything | Gap) -> Run:
    match node:
        case AnswerGap(place):
            return _answer_gap(place)
        case TextGap(place):
            return lambda scope: scope.filling[place]
        case Column(name):
            return _column(name)
        case Own():
            return lambda scope: scope.own
        case Current():
            return lambda scope: scope.current
        case Around():
            return lambda _: ""
        case Everything():
            return _everything


def _answer(name: str) -> Run:
    def run(scope: Scope) -> Value:
        value = scope.answers.value(name)
        if type(value) is Nodes:
            scope.spend(len(value))
        return value

    return run


def _answer_gap(place: int) -> Run:
    def run(scope: Scope) -> Value:
        value = scope.answers.value(scope.filling[place])
        if type(value) is Nodes:
            scope.spend(len(value))
        return value

    return run


def _column(name: str) -> Run:
    def run(scope: Scope) -> Value:
        return scope.answers.value(name) if scope.row is None else scope.row.get(name, "")

    return run


def _everything(scope: Scope) -> Value:
    if scope.row is None:
        return scope.answers.everything()
    return Nodes(scope.row.values())


def _negative(operand: Run) -> Run:
    return lambda scope: -number(operand(scope), scope.zone)


def _chain(first: Node, rest: tuple[tuple[str, Node], ...]) -> Run:
    head, tail = compiled(first), [(sign, compiled(operand)) for sign, operand in rest]
    sign = rest[0][0]
    if sign in {"or", "and"}:
        return _logical(sign, (head, *(operand for _, operand in tail)))
    if len(rest) == 1:
        return _pair(sign, head, rest[0][1], tail[0][1])
    steps = [(_FOLDS[sign], operand) for sign, operand in tail]

    def run(scope: Scope) -> Value:
        value = head(scope)
        for fold, operand in steps:
            value = fold(scope, value, operand(scope))
        return value

    return run


def _pair(sign: str, left: Run, written: Node, right: Run) -> Run:
    fold = _FOLDS[sign]
    if isinstance(written, Text) and sign in _EQUALITIES:
        return _beside_text(fold, left, written.value, is_equal=sign == "=")
    if isinstance(written, TextGap) and sign in _EQUALITIES:
        return _beside_text_gap(fold, left, written.place, is_equal=sign == "=")
    return lambda scope: fold(scope, left(scope), right(scope))


def _beside_text(fold: _Fold, left: Run, written: str, *, is_equal: bool) -> Run:
    """`${name} = 'code'`, by far the most frequent condition: text with text needs no further look."""

    def run(scope: Scope) -> Value:
        value = left(scope)
        return (value == written) is is_equal if type(value) is str else fold(scope, value, written)

    return run


def _beside_text_gap(fold: _Fold, left: Run, place: int, *, is_equal: bool) -> Run:
    """The same, where the text is one that fills a gap."""

    def run(scope: Scope) -> Value:
        value, written = left(scope), scope.filling[place]
        return (value == written) is is_equal if type(value) is str else fold(scope, value, written)

    return run


def _logical(sign: str, operands: tuple[Run, ...]) -> Run:
    decisive = sign == "or"

    def run(scope: Scope) -> Value:
        for operand in operands:
            if truth(operand(scope)) is decisive:
                return decisive
        return not decisive

    return run


def _arithmetic(body: Callable[[float, float], float]) -> _Fold:
    return lambda scope, left, right: body(number(left, scope.zone), number(right, scope.zone))


def _comparison(order: Callable[[float, float], bool]) -> _Fold:
    return lambda scope, left, right: ordered(left, right, order, scope.zone)


def _quotient(left: float, right: float) -> float:
    if right != 0:
        return left / right
    if left == 0 or isnan(left) or isnan(right):
        return nan
    return inf if (left > 0) == (str(right)[0] != "-") else -inf


def _remainder(left: float, right: float) -> float:
    return nan if right == 0 or not isfinite(left) or isnan(right) else fmod(left, right)


_EQUALITIES = frozenset({"=", "!="})
_FOLDS: dict[str, _Fold] = {
    "=": lambda scope, left, right: equal(left, right, scope.zone),
    "!=": lambda scope, left, right: differ(left, right, scope.zone),
    "<": _comparison(operator.lt),
    "<=": _comparison(operator.le),
    ">": _comparison(operator.gt),
    ">=": _comparison(operator.ge),
    "+": _arithmetic(operator.add),
    "-": _arithmetic(operator.sub),
    "*": _arithmetic(operator.mul),
    "div": _arithmetic(_quotient),
    "mod": _arithmetic(_remainder),
    "|": lambda _, left, right: Nodes((*parts(left), *parts(right))),
}


def _call(call: Call) -> Run:
    known: Function | Special | None = SPECIAL.get(call.function) or FUNCTIONS.get(call.function)
    if known is None:
        raise UnknownFunction(call.function)
    given = len(call.arguments)
    if given < known.least or (known.most is not None and given > known.most):
        raise WrongArgumentCount(call.function, given, known.least, known.most)
    if isinstance(known, Special):
        return known.compile(call, compiled)
    return _applied(known.body, [compiled(argument) for argument in call.arguments])


def _applied(body: Callable[..., Value], arguments: list[Run]) -> Run:
    match arguments:
        case []:
            return body
        case [one]:
            return lambda scope: body(scope, one(scope))
        case [one, other]:
            return lambda scope: body(scope, one(scope), other(scope))
        case _:
            return lambda scope: body(scope, *[argument(scope) for argument in arguments])


def _lookup(source: Node, conditions: tuple[Node, ...], column: str) -> Run:
    rows, tests = compiled(source), [compiled(condition) for condition in conditions]

    def run(scope: Scope) -> Value:
        found: list[Value | Row] = list(parts(rows(scope)))
        for test in tests:
            found = _passing(found, test, scope)
        return Nodes(_cell(row, column) for row in found) if column else Nodes(found)

    return run


def _passing(rows: list[Value | Row], test: Run, scope: Scope) -> list[Value | Row]:
    size = len(rows)
    return [row for place, row in enumerate(rows, 1) if _holds(test(scope.at_row(row, place, size)), place)]


def _holds(result: Value, place: int) -> bool:
    """A bare number asks for the row at that place."""
    return result == place if isinstance(result, float) else truth(result)


def _cell(row: Value | Row, column: str) -> Value:
    return row.get(column, "") if isinstance(row, dict) else ""

"""The functions that see their arguments unevaluated: branches, names of questions, lists."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite, isnan

from icc_consult.domain.logic.errors import NotAReference
from icc_consult.domain.logic.scope import Scope, Table
from icc_consult.domain.logic.tree import Answer, Around, Call, Column, Node, Own, Text
from icc_consult.domain.logic.values import Nodes, Value, number, text, truth

Run = Callable[[Scope], Value]
Compile = Callable[[Node], Run]
_REFERENCE = "${}/. "


@dataclass(frozen=True, slots=True)
class Special:
    """How a call is compiled, and how many arguments it takes; `most` None is any number."""

    compile: Callable[[Call, Compile], Run]
    least: int
    most: int | None


def name_in(node: Node) -> str | None:
    """The name that a reference leads to, also one written as text: `'${name}'`, `'/data/name'`."""
    match node:
        case Answer(name) | Column(name):
            return name
        case Text(written):
            return written.rpartition("/")[2].strip(_REFERENCE) or None
        case _:
            return None


def _if(call: Call, compile_: Compile) -> Run:
    condition, yes, no = map(compile_, call.arguments)
    return lambda scope: yes(scope) if truth(condition(scope)) else no(scope)


def _coalesce(call: Call, compile_: Compile) -> Run:
    choices = [compile_(argument) for argument in call.arguments]

    def run(scope: Scope) -> Value:
        value: Value = ""
        for choice in choices:
            value = choice(scope)
            if not _is_blank(value):
                break
        return "" if _is_blank(value) else value

    return run


def _is_blank(value: Value) -> bool:
    return text(value) == "" or (isinstance(value, float) and isnan(value))


def _once(call: Call, compile_: Compile) -> Run:
    fresh = compile_(call.arguments[0])
    return lambda scope: fresh(scope) if text(scope.current) == "" else scope.current


def _position(call: Call, _: Compile) -> Run:
    match call.arguments:
        case ():
            return lambda scope: float(scope.place or scope.answers.standing(1))
        case (Around(levels),):
            return lambda scope: float(scope.answers.standing(levels))
        case (Own() | Answer() | Column(),):
            return lambda scope: float(scope.answers.standing(1))
        case _:
            raise NotAReference("position")


def _last(_call: Call, _: Compile) -> Run:
    return lambda scope: float(scope.size or 1)


def _indexed_repeat(call: Call, compile_: Compile) -> Run:
    wanted = _name(call, 0)
    places = range(1, len(call.arguments) - 1, 2)
    pairs = [(_name(call, place), compile_(call.arguments[place + 1])) for place in places]
    if len(call.arguments) % 2 == 0:
        raise NotAReference(call.function)

    def run(scope: Scope) -> Value:
        rounds = {repeat: _whole(number(index(scope), scope.zone)) for repeat, index in pairs}
        return scope.answers.value_in_round(wanted, rounds)

    return run


def _name(call: Call, place: int) -> str:
    node = call.arguments[place]
    if not isinstance(node, Answer | Column):
        raise NotAReference(call.function)
    return node.name


def _whole(value: float) -> int:
    return int(value) if isfinite(value) else 0


def _instance(call: Call, _: Compile) -> Run:
    table = _literal(call, 0)
    return lambda scope: Nodes(dict(row) for row in _rows(scope, table))


def _rows(scope: Scope, table: str) -> Table:
    rows = scope.world.tables.get(table, ())
    scope.spend(len(rows))
    return rows


def _literal(call: Call, place: int) -> str:
    node = call.arguments[place]
    if not isinstance(node, Text):
        raise NotAReference(call.function)
    return node.value


def _pulldata(call: Call, compile_: Compile) -> Run:
    table, wanted, key = (_literal(call, place) for place in range(3))
    sought = compile_(call.arguments[3])

    def run(scope: Scope) -> Value:
        value = text(sought(scope))
        rows = _rows(scope, table)
        return next((row.get(wanted, "") for row in rows if row.get(key, "") == value), "")

    return run


def _choice_name(call: Call, compile_: Compile) -> Run:
    code, question = compile_(call.arguments[0]), name_in(call.arguments[1])
    if question is None:
        raise NotAReference(call.function)
    return lambda scope: scope.world.choice_name(text(code(scope)), question)


def _local_name(call: Call, _: Compile) -> Run:
    name = name_in(call.arguments[0]) if call.arguments else None
    return lambda _scope: name or ""


SPECIAL = {
    "if": Special(_if, 3, 3),
    "coalesce": Special(_coalesce, 2, None),
    "once": Special(_once, 1, 1),
    "position": Special(_position, 0, 1),
    "last": Special(_last, 0, 0),
    "indexed-repeat": Special(_indexed_repeat, 3, None),
    "instance": Special(_instance, 1, 1),
    "pulldata": Special(_pulldata, 4, 4),
    "jr:choice-name": Special(_choice_name, 2, 2),
    "name": Special(_local_name, 0, 1),
    "local-name": Special(_local_name, 0, 1),
}

"""What can be said of an expression before anybody answers."""

from dataclasses import dataclass, field

from icc_consult.domain.logic.special import name_in
from icc_consult.domain.logic.tree import (
    Answer,
    Call,
    Chain,
    Column,
    Current,
    Everything,
    Leaf,
    Lookup,
    Negative,
    Node,
    Own,
    Text,
    below,
)

_FLEETING = frozenset({"now", "uuid", "random"})
_SHELTERS = frozenset({"-", "=", "!=", "<", "<=", ">", ">="})
_ON_ITSELF = frozenset({"string", "number", "string-length", "normalize-space"})


@dataclass(frozen=True, slots=True)
class Facts:
    """The names an expression uses, by where they stand, and what it does besides."""

    references: frozenset[str]
    columns: frozenset[str]
    row_columns: frozenset[str]
    tables: frozenset[str]
    indexed: frozenset[str]
    patterns: tuple[Node, ...]
    is_volatile: bool
    uses_own: bool
    is_once: bool
    is_worded: bool
    uses_everything: bool


def facts_of(tree: Node) -> Facts:
    """Walk the tree once."""
    found = _Findings()
    found.walk(tree, in_condition=False, sheltered=False)
    return Facts(
        references=frozenset(found.references),
        columns=frozenset(found.columns),
        row_columns=frozenset(found.row_columns),
        tables=frozenset(found.tables),
        indexed=frozenset(found.indexed),
        patterns=tuple(found.patterns),
        is_volatile=found.is_volatile,
        uses_own=found.uses_own,
        is_once=found.is_once,
        is_worded=found.is_worded,
        uses_everything=found.uses_everything,
    )


def mentions_answers(node: Node) -> bool:
    """Whether anything under the node depends on what somebody answers."""
    return isinstance(node, Answer | Column | Own | Current) or any(map(mentions_answers, below(node)))


@dataclass(slots=True)
class _Findings:
    references: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    row_columns: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    indexed: set[str] = field(default_factory=set)
    patterns: list[Node] = field(default_factory=list)
    is_volatile: bool = False
    uses_own: bool = False
    is_once: bool = False
    is_worded: bool = False
    uses_everything: bool = False

    def walk(self, node: Node, *, in_condition: bool, sheltered: bool) -> None:
        match node:
            case Lookup():
                self._lookup(node, in_condition=in_condition)
            case Call("indexed-repeat", arguments):
                self.indexed.update(filter(None, map(name_in, (arguments[0], *arguments[1::2]))))
                for index in arguments[2::2]:
                    self.walk(index, in_condition=in_condition, sheltered=sheltered)
            case Call():
                self._call(node, sheltered=sheltered)
                self._walk_all(node, in_condition=in_condition, sheltered=sheltered)
            case Chain(_, rest):
                compares = any(sign in _SHELTERS for sign, _ in rest) and mentions_answers(node)
                self._walk_all(node, in_condition=in_condition, sheltered=sheltered or compares)
            case Negative(operand):
                self.walk(operand, in_condition=in_condition, sheltered=sheltered)
            case _:
                self._leaf(node, in_condition=in_condition)

    def _leaf(self, node: Leaf, *, in_condition: bool) -> None:
        match node:
            case Answer(name):
                self.references.add(name)
            case Column(name):
                (self.row_columns if in_condition else self.columns).add(name)
            case Own():
                self.uses_own |= not in_condition
            case Current():
                self.uses_own = True
            case Everything():
                self.uses_everything |= not in_condition

    def _walk_all(self, node: Node, *, in_condition: bool, sheltered: bool) -> None:
        for inner in below(node):
            self.walk(inner, in_condition=in_condition, sheltered=sheltered)

    def _lookup(self, node: Lookup, *, in_condition: bool) -> None:
        self.walk(node.source, in_condition=in_condition, sheltered=False)
        for condition in node.conditions:
            self.walk(condition, in_condition=True, sheltered=False)
        if node.column:
            self.row_columns.add(node.column)

    def _call(self, call: Call, *, sheltered: bool) -> None:
        match call.function, call.arguments:
            case "instance", (Text(table),):
                self.tables.add(table)
            case "pulldata", (Text(table), Text(wanted), Text(key), _):
                self.tables.add(table)
                self.row_columns |= {wanted, key}
            case "jr:choice-name", (_, question) if name := name_in(question):
                self.references.add(name)
                self.is_worded = True
            case "regex", (_, pattern):
                self.patterns.append(pattern)
            case "once", _:
                self.is_once = True
            case function, () if function in _ON_ITSELF:
                self.uses_own = True
            case function, _:
                today = function == "today" and not sheltered
                self.is_volatile |= today or function in _FLEETING

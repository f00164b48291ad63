"""What can be said of an expression before anybody answers."""

from dataclasses import dataclass, field
from typing import NamedTuple

from icc_consult.domain.logic.special import name_in
from icc_consult.domain.logic.tree import (
    Answer,
    Call,
    Chain,
    Column,
    Current,
    Everything,
    Lookup,
    Negative,
    Node,
    Number,
    Own,
    Text,
    below,
)

_FLEETING = frozenset({"now", "uuid", "random"})
_SHELTERS = frozenset({"-", "=", "!=", "<", "<=", ">", ">="})
_NONE: frozenset[str] = frozenset()
_ON_ITSELF = frozenset({"string", "number", "string-length", "normalize-space"})


class Facts(NamedTuple):
    """The names an expression uses, by where they stand, and what it does besides.

    `read` are those that should be names of the form; a plain expression does nothing but read these.
    """

    references: frozenset[str]
    read: frozenset[str]
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
    is_plain: bool

    def naming(self, names: frozenset[str]) -> "Facts":
        """The same of an expression that refers to these as well."""
        if not self.read:
            return Facts._make((names, names, *self[2:]))
        return Facts._make((self.references | names, self.read | names, *self[2:]))

    def without(self, names: frozenset[str]) -> "Facts":
        """The same of an expression that refers to none of these."""
        return Facts._make((self.references - names, self.read - names, *self[2:]))


def facts_of(tree: Node) -> Facts:
    """Walk the tree once."""
    found = _Findings()
    found.walk(tree, (), in_condition=False)
    references, bare = _names(found.references), found.columns | found.indexed
    return Facts(
        references=references,
        columns=_names(found.columns),
        row_columns=_names(found.row_columns),
        tables=_names(found.tables),
        indexed=_names(found.indexed),
        read=references | bare if bare else references,
        patterns=tuple(found.patterns),
        is_volatile=found.is_volatile,
        uses_own=found.uses_own,
        is_once=found.is_once,
        is_worded=found.is_worded,
        uses_everything=found.uses_everything,
        is_plain=not (found.row_columns or found.tables or found.patterns or found.uses_everything),
    )


def _names(found: set[str]) -> frozenset[str]:
    """Most expressions have none of most kinds, and share that."""
    return frozenset(found) if found else _NONE


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

    def walk(self, node: Node, compared: tuple[Node, ...], *, in_condition: bool) -> None:
        """`compared` are the chains around that subtract or compare."""
        match node:
            case Answer(name):
                self.references.add(name)
            case Text() | Number():
                pass
            case Chain(first, rest):
                weighs = not _SHELTERS.isdisjoint([sign for sign, _ in rest])
                around = (*compared, node) if weighs else compared
                self.walk(first, around, in_condition=in_condition)
                for _, operand in rest:
                    self.walk(operand, around, in_condition=in_condition)
            case Call(_, arguments):
                for argument in self._walked(node, arguments, compared):
                    self.walk(argument, compared, in_condition=in_condition)
            case Negative(operand):
                self.walk(operand, compared, in_condition=in_condition)
            case Lookup():
                self._lookup(node, in_condition=in_condition)
            case _:
                self._leaf(node, in_condition=in_condition)

    def _leaf(self, node: Node, *, in_condition: bool) -> None:
        match node:
            case Column(name):
                (self.row_columns if in_condition else self.columns).add(name)
            case Own():
                self.uses_own |= not in_condition
            case Current():
                self.uses_own = True
            case Everything():
                self.uses_everything |= not in_condition

    def _lookup(self, node: Lookup, *, in_condition: bool) -> None:
        self.walk(node.source, (), in_condition=in_condition)
        for condition in node.conditions:
            self.walk(condition, (), in_condition=True)
        if node.column:
            self.row_columns.add(node.column)

    def _walked(
        self, call: Call, arguments: tuple[Node, ...], compared: tuple[Node, ...]
    ) -> tuple[Node, ...]:
        """Note what the function itself says; which arguments are still to be walked."""
        match call.function:
            case "today":
                self.is_volatile |= not any(map(mentions_answers, compared))
            case "regex":
                self.patterns.append(arguments[1])
            case "once":
                self.is_once = True
            case "jr:choice-name":
                self.is_worded = True
                self.references.update(filter(None, (name_in(arguments[1]),)))
            case "indexed-repeat":
                self.indexed.update(filter(None, map(name_in, (arguments[0], *arguments[1::2]))))
                return arguments[2::2]
            case "instance" | "pulldata":
                table, *columns = [argument.value for argument in arguments[:3] if isinstance(argument, Text)]
                self.tables.add(table)
                self.row_columns.update(columns)
            case function:
                self.is_volatile |= function in _FLEETING
                self.uses_own |= not arguments and function in _ON_ITSELF
        return arguments

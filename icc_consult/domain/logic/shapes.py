"""What expressions share that differ in names and texts alone, worked out once for all of them.

A shape has gaps where `${name}` and texts between quotes stand. Neither decides how the words around it are
read, so what holds for one expression holds for every other of its shape, but for the names themselves.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from icc_consult.domain.logic.compiler import compiled
from icc_consult.domain.logic.errors import LogicError
from icc_consult.domain.logic.facts import Facts, facts_of
from icc_consult.domain.logic.parser import LONGEST, tree_of
from icc_consult.domain.logic.special import Run
from icc_consult.domain.logic.tree import (
    Answer,
    AnswerGap,
    Call,
    Chain,
    Lookup,
    Negative,
    Node,
    Text,
    TextGap,
    below,
)

Outline = tuple[str, ...]
_GAP = re.compile(r"""(\$\{[^{}\s#]+\}|"[^"]*"|'[^']*')""")
_READ_AS_WRITTEN = frozenset({"name", "local-name", "regex"})  # other such functions refuse a gap


@dataclass(frozen=True, slots=True)
class Shape:
    """The closure of all expressions of a shape, and what can be said of them; `named` are gaps for names."""

    run: Run
    facts: Facts
    named: tuple[int, ...]

    def facts_with(self, filling: tuple[str, ...]) -> Facts:
        """What can be said of the expression whose gaps are filled like that."""
        if not self.named:
            return self.facts
        return self.facts.naming(frozenset([filling[place] for place in self.named]))


def apart(expression: str) -> tuple[Outline, tuple[str, ...]]:
    """What stands around the gaps, each gap as its first sign, and what fills them.

    There is no outline where anything but a name stands between `${` and `}`.
    """
    pieces = _GAP.split(expression)
    gaps = pieces[1::2]
    pieces[1::2] = [gap[0] for gap in gaps]
    if len(expression) > LONGEST or "${" in "".join(pieces):
        return (), ()
    return tuple(pieces), tuple([gap[2:-1] if gap[0] == "$" else gap[1:-1] for gap in gaps])


@lru_cache(maxsize=1024)
def shape_of(outline: Outline) -> Shape | None:
    """None where the expression is wrong, or a function in it reads names or texts as they are written."""
    try:
        tree = tree_of(_numbered(outline))
        if _reads_as_written(tree):
            return None
        run, facts = compiled(_with_gaps(tree)), facts_of(tree)
    except LogicError:
        return None
    numbers = frozenset(filter(str.isdecimal, facts.references))
    return Shape(run, facts.without(numbers), tuple(map(int, numbers)))


def _numbered(outline: Outline) -> str:
    """An expression of the shape that has numbers for names and texts, which no other name can be."""
    pieces = list(outline)
    for place, sign in enumerate(outline[1::2]):
        pieces[2 * place + 1] = f"${{{place}}}" if sign == "$" else f"'{place}'"
    return "".join(pieces)


def _reads_as_written(node: Node) -> bool:
    if isinstance(node, Call) and node.function in _READ_AS_WRITTEN:
        return True
    return any(map(_reads_as_written, below(node)))


def _with_gaps(node: Node) -> Node:
    """The tree of a numbered expression, with gaps for the numbers that stand for names and texts."""
    match node:
        case Answer(name) if name.isdecimal():
            return AnswerGap(int(name))
        case Text(value):
            return TextGap(int(value))
        case Negative(operand):
            return Negative(_with_gaps(operand))
        case Chain(first, rest):
            return Chain(_with_gaps(first), tuple((sign, _with_gaps(operand)) for sign, operand in rest))
        case Call(function, arguments):
            return Call(function, tuple(map(_with_gaps, arguments)))
        case Lookup(source, conditions, column):
            return Lookup(_with_gaps(source), tuple(map(_with_gaps, conditions)), column)
        case _:
            return node

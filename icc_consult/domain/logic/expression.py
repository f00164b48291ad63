"""An expression, read once."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from icc_consult.domain.logic.compiler import compiled
from icc_consult.domain.logic.errors import ExpressionTooDeep
from icc_consult.domain.logic.facts import Facts, facts_of
from icc_consult.domain.logic.parser import DEEPEST, tree_of
from icc_consult.domain.logic.scope import Scope, World, seen_by
from icc_consult.domain.logic.shapes import apart, shape_of
from icc_consult.domain.logic.special import Run
from icc_consult.domain.logic.tree import Node
from icc_consult.domain.logic.values import Value, plain
from icc_consult.domain.patterns import RegexEngine


class Expression(NamedTuple):
    """What can be said of an expression, the closure that runs it, and what fills the gaps of its shape."""

    source: str
    facts: Facts
    run: Run
    filling: tuple[str, ...] = ()

    @property
    def tree(self) -> Node:
        """Read again for whoever writes it in another language; running it needs no tree."""
        return tree_of(self.source)

    def value(self, scope: Scope) -> Value:
        """Run it. Raises `PatternRefused`, `ResultTooLong`, `TooMuchWork`."""
        scope.filling = self.filling
        return self.run(scope)


@lru_cache(maxsize=4096)
def parse(expression: str) -> Expression:
    """Read an expression; whatever is wrong with it by itself is raised here, as a `LogicError`."""
    try:
        return by_shape(expression) or by_itself(expression)
    except RecursionError:
        raise ExpressionTooDeep(DEEPEST) from None


def by_shape(expression: str) -> Expression | None:
    """Most expressions of a form differ from others in names and texts alone, and share all the rest.

    None where it shares nothing; then only reading it by itself says what it is, or what is wrong with it.
    """
    outline, filling = apart(expression)
    shape = shape_of(outline) if outline else None
    if shape is None:
        return None
    return Expression(expression, shape.facts_with(filling), shape.run, filling)


def by_itself(expression: str) -> Expression:
    """Read word by word. Raises a `LogicError`."""
    tree = tree_of(expression)
    run = compiled(tree)
    return Expression(expression, facts_of(tree), run)


def evaluate(
    expression: str,
    answers: Mapping[str, object] | None = None,
    *,
    now: datetime | None = None,
    regex: RegexEngine | None = None,
) -> str | float | bool | list[str]:
    """The value of an expression: text, number, boolean, or a list where it has several values.

    `answers` maps names to values, a repeat to a list of mappings, and `.` to the question's own value; a
    name without an answer is empty text. `now` gives the clock and the zone in which days begin. `regex` is
    the engine for `regex()`; without it the one of the program is used. Raises a `LogicError`, or
    `PatternRefused` where the engine does not take a pattern.
    """
    world = World(now=now, regex=regex) if now else World(regex=regex)
    return plain(parse(expression).value(seen_by(world, answers or {})))


def references(expression: str) -> frozenset[str]:
    """The names of the questions, groups and repeats that it reads. Raises as `parse` does."""
    facts = parse(expression).facts
    return facts.references | facts.columns


def is_volatile(expression: str) -> bool:
    """Whether its value is not to be stored: it tells the time, the day, or chance.

    `today()` is forgiven where it is subtracted from or compared with an answer: an age may be kept.
    Raises as `parse` does.
    """
    return parse(expression).facts.is_volatile

"""What is wrong with the logic of a form, found before anybody answers."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic.compiler import compiled
from icc_consult.domain.logic.errors import (
    LogicError,
    NotAReference,
    PatternNotConstant,
    UnknownName,
    UnknownTable,
)
from icc_consult.domain.logic.expression import Expression, parse
from icc_consult.domain.logic.facts import facts_of, mentions_answers
from icc_consult.domain.logic.items import WORKED_OUT, Aspect, LogicItem
from icc_consult.domain.logic.scope import World, seen_by
from icc_consult.domain.logic.tree import Answer, Node
from icc_consult.domain.logic.values import text
from icc_consult.domain.patterns import PatternRefused

Tables = Mapping[str, Collection[str]]
Rule = tuple[str, Iterable[tuple[Aspect, str]]]
_WITH_MORE_RULES = frozenset({Aspect.CHOICE_FILTER, Aspect.TRIGGER})


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule, and where it stands: the aspect is the column of the spreadsheet."""

    item: str
    aspect: Aspect
    error: BrokenRule


def faults_in(
    items: Iterable[LogicItem], *, tables: Tables | None = None, world: World | None = None
) -> tuple[Fault, ...]:
    """Everything wrong with single expressions, in form order. Loops are found by `LogicGraph`.

    `tables` are the columns of each list and attached file; without it tables are not checked.
    """
    known = tuple(items)
    names = {item.name for item in known}
    check = partial(_errors, names=names, tables=tables, world=world or World())
    return tuple(
        Fault(item.name, aspect, error)
        for item in known
        for aspect, written in item.expressions
        if not _is_plain(aspect, written, names)
        for error in check(item, aspect, written)
    )


def are_plain(rules: Iterable[Rule]) -> bool:
    """Whether a glance shows that nothing is wrong with the rules of a form, and that none causes itself.

    That is so where each reads names of the form alone, and what is worked out those before it, as in most
    forms. Everything else takes a closer look.
    """
    known = list(rules)
    names = {name for name, _ in known}
    before: set[str] = set()
    for name, expressions in known:
        for aspect, written in expressions:
            if not _is_plain(aspect, written, before if aspect in WORKED_OUT else names):
                return False
        before.add(name)
    return len(names) == len(known)


def _is_plain(aspect: Aspect, written: str, names: AbstractSet[str]) -> bool:
    """Whether a glance shows that nothing can be wrong: it only reads questions that there are."""
    if aspect in _WITH_MORE_RULES:
        return False
    try:
        facts = parse(written).facts
    except LogicError:
        return False
    return facts.is_plain and facts.read <= names and not (facts.uses_own and aspect in WORKED_OUT)


def _errors(
    item: LogicItem,
    aspect: Aspect,
    written: str,
    *,
    names: Collection[str],
    tables: Tables | None,
    world: World,
) -> Iterator[BrokenRule]:
    try:
        expression = parse(written)
    except LogicError as error:
        yield error
        return
    columns = item.choice_columns if aspect is Aspect.CHOICE_FILTER else frozenset()
    yield from map(UnknownName, _unknown_names(expression, names, columns))
    yield from _unknown_in_tables(expression, names, tables)
    yield from _unreadable_patterns(expression, world)
    if expression.facts.uses_everything or (
        aspect is Aspect.TRIGGER and not isinstance(expression.tree, Answer)
    ):
        yield NotAReference(aspect.value)


def _unknown_names(expression: Expression, names: Collection[str], columns: frozenset[str]) -> list[str]:
    facts = expression.facts
    asked = facts.references | facts.indexed | (facts.columns - columns)
    return sorted(name for name in asked if name not in names)


def _unknown_in_tables(
    expression: Expression, names: Collection[str], tables: Tables | None
) -> Iterator[BrokenRule]:
    if tables is None:
        return
    facts = expression.facts
    yield from map(UnknownTable, sorted(facts.tables - tables.keys()))
    if facts.tables <= tables.keys():
        columns = {column for table in facts.tables for column in tables[table]}
        yield from map(UnknownName, sorted(facts.row_columns - columns - set(names)))


def _unreadable_patterns(expression: Expression, world: World) -> Iterator[BrokenRule]:
    for pattern in expression.facts.patterns:
        if mentions_answers(pattern) or facts_of(pattern).is_volatile:
            yield PatternNotConstant()
        else:
            yield from _refused(pattern, world)


def _refused(pattern: Node, world: World) -> Iterator[BrokenRule]:
    try:
        world.engine.matcher(text(compiled(pattern)(seen_by(world, {}))))
    except (PatternRefused, LogicError) as error:
        yield error

"""The logic of a form as one thing: what depends on what, and in which order it is worked out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from icc_consult.domain.logic.checking import Tables, are_plain, faults_in
from icc_consult.domain.logic.dependencies import (
    Reading,
    expressions_of,
    precedence,
    readings_of,
    triggers_of,
)
from icc_consult.domain.logic.errors import CircularReference
from icc_consult.domain.logic.items import Aspect, LogicItem
from icc_consult.domain.logic.outline import Outline
from icc_consult.domain.logic.scope import World


class Effect(NamedTuple):
    """What reads a value that changed: the step of that rank is due, or without one it is asked anew."""

    name: str
    aspect: Aspect
    rank: int | None
    common: int
    is_later: bool = False


class LogicGraph:
    """Read and put in order once, never changed; a sitting is a `LogicRun` over it.

    Raises the first fault of a single expression, or `CircularReference`, `NameTakenTwice`, `UnknownName`.
    """

    def __init__(
        self, items: Iterable[LogicItem], *, tables: Tables | None = None, world: World | None = None
    ) -> None:
        self.outline = Outline(items)
        known = self.outline.items.values()
        is_plain = are_plain((item.name, item.expressions) for item in known)
        for fault in () if is_plain else faults_in(known, tables=tables, world=world):
            raise fault.error
        self.expressions = expressions_of(self.outline)
        self._order: Sequence[int] = range(2 * len(known))
        if not is_plain or not self.outline.is_in_order:
            self._order = _in_order(len(self._order), precedence(self.outline, self.readings), self.outline)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """All that is read, by what; nobody asks before the first answer."""
        return readings_of(self.outline, self.expressions)

    def step(self, rank: int) -> tuple[str, bool]:
        """What there is to work out at that place of the order: a name, and whether it is its value.

        Before its value comes whether it applies.
        """
        number = self._order[rank]
        return self._names[number // 2], number % 2 == 1

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.outline.items)

    @cached_property
    def _ranks(self) -> Sequence[int]:
        """Of each step, as they are numbered in the form: its place in the order. Most forms are in order."""
        if isinstance(self._order, range):
            return self._order
        return sorted(range(len(self._order)), key=self._order.__getitem__)

    @cached_property
    def applies(self) -> dict[str, int]:
        """By name: the rank of the step that says whether it applies."""
        return dict(zip(self._names, self._ranks[::2], strict=True))

    @cached_property
    def value(self) -> dict[str, int]:
        """By name: the rank of the step that works out its value."""
        return dict(zip(self._names, self._ranks[1::2], strict=True))

    @property
    def order(self) -> tuple[str, ...]:
        """All names, each after everything that its value depends on."""
        steps = map(self.step, range(len(self._order)))
        return tuple(name for name, is_value in steps if is_value)

    @cached_property
    def effects(self) -> dict[str, tuple[Effect, ...]]:
        """By name: what a change of its value does."""
        found: defaultdict[str, list[Effect]] = defaultdict(list)
        for reading in self.readings:
            found[reading.source].append(self._effect(reading))
        return {name: tuple(effects) for name, effects in found.items()}

    def _effect(self, reading: Reading) -> Effect:
        ranks = self.applies if reading.aspect is Aspect.RELEVANT else self.value
        rank = ranks[reading.reader] if reading.is_worked_out else None
        return Effect(reading.reader, reading.aspect, rank, reading.common, reading.is_earlier)

    @cached_property
    def triggered(self) -> dict[str, tuple[str, ...]]:
        """By name: the items that calculate when its value changes, in form order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for item in self.outline.items.values():
            for name in triggers_of(item):
                found[name].append(item.name)
        return {name: tuple(names) for name, names in found.items()}

    @cached_property
    def constant(self) -> frozenset[str]:
        """The names outside repeats that apply whatever is answered."""
        found: set[str] = set()
        for item in self.outline.items.values():
            is_moved = item.is_repeat or item.relevant
            if not is_moved and (not item.parent or item.parent in found):
                found.add(item.name)
        return frozenset(found)

    @cached_property
    def given(self) -> frozenset[str]:
        """The names that have no value but what is given."""
        items = self.outline.items.values()
        return frozenset([item.name for item in items if not (item.is_repeat or item.calculation)])

    @cached_property
    def worded(self) -> tuple[Effect, ...]:
        """What a change of the language does."""
        return tuple(
            self._effect(Reading(name, aspect, name, 0))
            for (name, aspect), expression in self.expressions.items()
            if expression.facts.is_worded
        )

    @cached_property
    def not_stored(self) -> frozenset[str]:
        """The names whose value tells the time or chance, by itself or through others."""
        facts = [
            (self.value[name], name, expression.facts)
            for (name, aspect), expression in self.expressions.items()
            if aspect in {Aspect.CALCULATION, Aspect.DEFAULT}
        ]
        telling: set[str] = set()
        known = -1
        while len(telling) > known:
            known = len(telling)
            for _, name, about in sorted(facts, key=lambda entry: entry[:2]):
                if about.is_volatile or telling & (about.references | about.columns | about.indexed):
                    telling.add(name)
        return frozenset(telling)


def _in_order(count: int, pairs: list[tuple[int, int]], outline: Outline) -> tuple[int, ...]:
    """The order of the form where it will do, as in most forms it does."""
    if all(earlier < later for earlier, later in pairs):
        return tuple(range(count))
    before: dict[int, list[int]] = {number: [] for number in range(count)}
    for earlier, later in pairs:
        before[later].append(earlier)
    try:
        return tuple(TopologicalSorter(before).static_order())
    except CycleError as error:
        names = tuple(outline.items)
        raise CircularReference(_path([names[number // 2] for number in reversed(error.args[1])])) from None


def _path(names: list[str]) -> tuple[str, ...]:
    """A loop of steps as a loop of names: those of one item become one."""
    path = [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]
    return tuple(path) if len(path) > 1 else (path[0], path[0])

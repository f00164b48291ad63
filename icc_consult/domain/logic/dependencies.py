"""What each expression of a form reads, and so what must come before what."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from icc_consult.domain.logic.expression import Expression, parse
from icc_consult.domain.logic.facts import Facts
from icc_consult.domain.logic.items import Aspect, LogicItem
from icc_consult.domain.logic.outline import Outline, shared

ASKED = frozenset({Aspect.CONSTRAINT, Aspect.REQUIRED, Aspect.CHOICE_FILTER})
_WORKED_OUT = frozenset({Aspect.RELEVANT, Aspect.CALCULATION, Aspect.REPEAT_COUNT})

Expressions = Mapping[tuple[str, Aspect], Expression]


class Step(NamedTuple):
    """One thing to work out for an item: whether it applies, or, after that, its value."""

    name: str
    is_value: bool


class Reading(NamedTuple):
    """An aspect of one item reads the value of another, in rounds that share `common` repeats.

    `is_earlier` says that it reads its own value in earlier rounds, as a running total does.
    """

    reader: str
    aspect: Aspect
    source: str
    common: int
    is_earlier: bool = False

    @property
    def step(self) -> Step | None:
        """What is worked out again when the source changes; None where it waits until it is asked."""
        if self.aspect in _WORKED_OUT:
            return Step(self.reader, self.aspect is not Aspect.RELEVANT)
        return None


def expressions_of(outline: Outline) -> Expressions:
    """Every expression by item and aspect; triggers are names, not expressions."""
    return {
        (item.name, aspect): parse(written)
        for item in outline.items.values()
        for aspect, written in item.expressions()
        if aspect is not Aspect.TRIGGER
    }


def triggers_of(item: LogicItem) -> frozenset[str]:
    """The names whose change makes the item calculate."""
    if not item.trigger:
        return frozenset()
    pieces = (parse(piece) for aspect, piece in item.expressions() if aspect is Aspect.TRIGGER)
    return frozenset(name for piece in pieces for name in piece.facts.references)


def readings_of(outline: Outline, expressions: Expressions) -> tuple[Reading, ...]:
    """All that is read by what is worked out or asked; defaults and triggered calculations run but once."""
    return tuple(
        reading
        for (name, aspect), expression in expressions.items()
        if aspect in ASKED or (aspect in _WORKED_OUT and not _waits(outline.items[name], aspect))
        for reading in _readings(outline, outline.items[name], aspect, expression.facts)
    )


def _waits(item: LogicItem, aspect: Aspect) -> bool:
    return aspect is Aspect.CALCULATION and bool(item.trigger.strip())


def _readings(outline: Outline, item: LogicItem, aspect: Aspect, facts: Facts) -> Iterator[Reading]:
    around = outline.repeats[item.name]
    read = {(name, shared(around, outline.repeats[name])) for name in _named(item, aspect, facts)}
    read |= {(name, level) for name, level in _in_rows(outline, around, facts)}
    for name, level in sorted(_with_repeats(outline, item.name, read)):
        yield Reading(item.name, aspect, name, level)
    indexed = {(name, 0) for name in facts.indexed}
    for name, level in sorted(_with_repeats(outline, item.name, indexed)):
        yield Reading(item.name, aspect, name, level, is_earlier=name == item.name)


def _named(item: LogicItem, aspect: Aspect, facts: Facts) -> frozenset[str]:
    columns = item.choice_columns if aspect is Aspect.CHOICE_FILTER else frozenset()
    itself = aspect is Aspect.CONSTRAINT or (facts.uses_own and not facts.is_once)
    return facts.references | (facts.columns - columns) | ({item.name} if itself else set())


def _in_rows(outline: Outline, around: tuple[str, ...], facts: Facts) -> Iterator[tuple[str, int]]:
    """Names inside square brackets after a repeat: they are read in all rounds of it."""
    for repeat in (facts.references | facts.columns) & outline.inside.keys():
        for name in facts.row_columns.intersection(outline.inside[repeat]):
            yield name, shared(around, outline.repeats[repeat])


def _with_repeats(outline: Outline, reader: str, read: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """And the repeats whose number of rounds decides how many values there are."""
    return read | {
        (repeat, min(level, len(outline.repeats[repeat])))
        for name, level in read
        for repeat in outline.repeats[name][level:]
        if repeat != reader
    }


def precedence(outline: Outline, readings: tuple[Reading, ...]) -> dict[Step, list[Step]]:
    """For each step the steps before it."""
    before: dict[Step, list[Step]] = {}
    for item in outline.items.values():
        applies, value = Step(item.name, is_value=False), Step(item.name, is_value=True)
        around = [Step(item.parent, outline.items[item.parent].is_repeat)] if item.parent else []
        before[applies] = around
        before[value] = [applies, *(Step(name, is_value=True) for name in sorted(triggers_of(item)))]
    for reading in readings:
        if reading.step is not None and not reading.is_earlier:
            before[reading.step].append(Step(reading.source, is_value=True))
    return before

"""What each expression of a form reads, and so what must come before what."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from icc_consult.domain.logic.expression import Expression, parse
from icc_consult.domain.logic.facts import Facts
from icc_consult.domain.logic.items import WORKED_OUT, Aspect, LogicItem
from icc_consult.domain.logic.outline import Outline, shared

ASKED = frozenset({Aspect.CONSTRAINT, Aspect.REQUIRED, Aspect.CHOICE_FILTER})

Expressions = Mapping[tuple[str, Aspect], Expression]


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
    def is_worked_out(self) -> bool:
        """Whether the reader is worked out at once when the source changes; else when it is asked."""
        return self.aspect in WORKED_OUT


def expressions_of(outline: Outline) -> Expressions:
    """Every expression by item and aspect; triggers are names, not expressions."""
    return {
        (item.name, aspect): parse(written)
        for item in outline.items.values()
        for aspect, written in item.expressions
        if aspect is not Aspect.TRIGGER
    }


def triggers_of(item: LogicItem) -> frozenset[str]:
    """The names whose change makes the item calculate."""
    if not item.trigger:
        return frozenset()
    pieces = (parse(piece) for aspect, piece in item.expressions if aspect is Aspect.TRIGGER)
    return frozenset(name for piece in pieces for name in piece.facts.references)


def readings_of(outline: Outline, expressions: Expressions) -> tuple[Reading, ...]:
    """All that is read by what is worked out or asked; defaults and triggered calculations run but once."""
    items = outline.items
    readings_in = _readings if outline.inside else _readings_of_one
    return tuple(
        reading
        for (name, aspect), expression in expressions.items()
        if aspect in ASKED or (aspect in WORKED_OUT and not _waits(items[name], aspect))
        for reading in readings_in(outline, items[name], aspect, expression.facts)
    )


def _waits(item: LogicItem, aspect: Aspect) -> bool:
    return aspect is Aspect.CALCULATION and bool(item.trigger.strip())


def _readings_of_one(_: Outline, item: LogicItem, aspect: Aspect, facts: Facts) -> list[Reading]:
    """Where nothing is asked more than once."""
    return [Reading(item.name, aspect, name, 0) for name in _named(item, aspect, facts) | facts.indexed]


def _readings(outline: Outline, item: LogicItem, aspect: Aspect, facts: Facts) -> Iterator[Reading]:
    around = outline.repeats[item.name]
    names = _named(item, aspect, facts)
    read = {(name, shared(around, outline.repeats[name])) for name in names}
    read.update(_in_rows(outline, around, facts))
    for name, level in _with_repeats(outline, item.name, read):
        yield Reading(item.name, aspect, name, level)
    for name, level in _with_repeats(outline, item.name, {(name, 0) for name in facts.indexed}):
        yield Reading(item.name, aspect, name, level, is_earlier=name == item.name)


def _named(item: LogicItem, aspect: Aspect, facts: Facts) -> frozenset[str]:
    names = facts.references
    if facts.columns:
        names |= facts.columns - (item.choice_columns if aspect is Aspect.CHOICE_FILTER else frozenset())
    itself = aspect is Aspect.CONSTRAINT or (facts.uses_own and not facts.is_once)
    return names | {item.name} if itself else names


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


def precedence(outline: Outline, readings: tuple[Reading, ...]) -> list[tuple[int, int]]:
    """Pairs of steps, the earlier one first. An item's steps are twice its place in the form, and one more:
    whether it applies, and its value.
    """
    place, items = outline.place, outline.items
    pairs = [(2 * number, 2 * number + 1) for number in place.values()]
    pairs += [
        (2 * place[item.parent] + items[item.parent].is_repeat, 2 * place[item.name])
        for item in items.values()
        if item.parent
    ]
    pairs += [
        (2 * place[name] + 1, 2 * place[item.name] + 1)
        for item in items.values()
        if item.trigger
        for name in triggers_of(item)
    ]
    pairs += [
        (2 * place[reading.source] + 1, 2 * place[reading.reader] + (reading.aspect is not Aspect.RELEVANT))
        for reading in readings
        if reading.is_worked_out and not reading.is_earlier
    ]
    return pairs

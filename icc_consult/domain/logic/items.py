"""The logic of a form, item by item, as its author wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from icc_consult.domain.said import Said


class Aspect(StrEnum):
    """What an expression decides; the value is the name of its column in an XLSForm."""

    RELEVANT = "relevant"
    CONSTRAINT = "constraint"
    REQUIRED = "required"
    CALCULATION = "calculation"
    CHOICE_FILTER = "choice_filter"
    DEFAULT = "default"
    TRIGGER = "trigger"
    REPEAT_COUNT = "repeat_count"


WORKED_OUT = frozenset({Aspect.RELEVANT, Aspect.CALCULATION, Aspect.REPEAT_COUNT})
_ASPECTS = {aspect.value: aspect for aspect in Aspect}
_PLACES = {aspect: place for place, aspect in enumerate(Aspect)}


@dataclass(frozen=True)
class LogicItem(Said):
    """A question, group or repeat, in the order of the form; an empty expression says nothing.

    `parent` is the enclosing group or repeat. `choices` are rows of the list, with the code under `name`;
    `columns` are further columns that a choice filter may name.
    """

    name: str
    parent: str = ""
    is_group: bool = False
    is_repeat: bool = False
    relevant: str = ""
    constraint: str = ""
    required: str = ""
    calculation: str = ""
    choice_filter: str = ""
    default: str = ""
    trigger: str = ""
    repeat_count: str = ""
    choices: tuple[Mapping[str, str], ...] = ()
    columns: frozenset[str] = frozenset()
    expressions: tuple[tuple[Aspect, str], ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """`expressions` are what is written, aspect by aspect; of a trigger every name by itself."""
        object.__setattr__(self, "expressions", _expressions(vars(self)))

    @classmethod
    def ruled(cls, parts: dict[str, Any], written: Mapping[str, Any]) -> Self:
        """An item made of what is said alone; `written` are its expressions by column, among others."""
        parts |= {column: text for column, text in written.items() if column in _ASPECTS}
        parts["expressions"] = _expressions(parts)
        return cls.said(parts)

    @property
    def choice_columns(self) -> frozenset[str]:
        """The names that stand for columns in the choice filter."""
        return self.columns.union(*self.choices)


def _expressions(written: Mapping[str, Any]) -> tuple[tuple[Aspect, str], ...]:
    found = [
        (aspect, text)
        for column, text in written.items()
        if (aspect := _ASPECTS.get(column)) and text and not text.isspace()
    ]
    if len(found) > 1:
        found.sort(key=lambda one: _PLACES[one[0]])
    if written.get("trigger"):
        found = [one for aspect, text in found for one in _apart(aspect, text)]
    return tuple(found)


def _apart(aspect: Aspect, written: str) -> list[tuple[Aspect, str]]:
    pieces = written.split(",") if aspect is Aspect.TRIGGER else [written]
    return [(aspect, piece) for piece in pieces]

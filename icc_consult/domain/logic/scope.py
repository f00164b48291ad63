"""What an expression sees while it runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from random import Random, SystemRandom
from typing import Protocol

from icc_consult.domain.logic.errors import TooMuchWork
from icc_consult.domain.logic.values import MOST_WORK, Nodes, Row, Value, given
from icc_consult.domain.patterns import RegexEngine, default_regex_engine

Table = Sequence[Mapping[str, str]]


def _own_code(code: str, _question: str) -> str:
    return code


def _system_now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class World:
    """What answers do not change: the clock, lists by name, the words of choices, chance, the engine.

    Days begin at midnight in the offset that `now` has, also where that offset changes within the year.
    """

    now: datetime = field(default_factory=_system_now)
    tables: Mapping[str, Table] = field(default_factory=dict)
    choice_name: Callable[[str, str], str] = _own_code
    random: Random = field(default_factory=SystemRandom)
    regex: RegexEngine | None = None
    zone: timezone = field(init=False)

    def __post_init__(self) -> None:
        at = self.now if self.now.tzinfo else self.now.astimezone()
        offset = at.utcoffset() or timedelta()
        object.__setattr__(self, "zone", timezone(offset))
        object.__setattr__(self, "now", at.astimezone(self.zone))

    @property
    def engine(self) -> RegexEngine:
        """The engine given, or the registered one. Raises `NoRegexEngine`."""
        return self.regex or default_regex_engine()


class Answers(Protocol):
    """Where names are looked up, from one place of the form."""

    def value(self, name: str) -> Value:
        """Empty text where there is none; several where the name stands in a repeat of its own."""
        ...

    def value_in_round(self, name: str, rounds: Mapping[str, int]) -> Value:
        """The value in the given rounds, counted from 1; empty text where there is no such round."""
        ...

    def everything(self) -> Nodes:
        """All values at this place."""
        ...

    def standing(self, levels: int) -> int:
        """Which round, counted from 1, the enclosing group so many levels up is."""
        ...


class Scope:
    """One evaluation: answers, the question's own value, and inside conditions the row at hand."""

    __slots__ = ("_budget", "answers", "current", "filling", "own", "place", "row", "size", "world", "zone")

    def __init__(self, answers: Answers, own: Value, world: World) -> None:
        self.answers = answers
        self.own = own
        self.current = own
        self.world = world
        self.zone = world.zone
        self.filling: tuple[str, ...] = ()
        self.row: Row | None = None
        self.place = 0
        self.size = 0
        self._budget = [MOST_WORK]

    def renew(self, own: Value) -> None:
        """Begin another evaluation at the same place."""
        self.own = self.current = own
        self._budget[0] = MOST_WORK

    def spend(self, rows: int) -> None:
        """So many rows are looked at. Raises `TooMuchWork` past the bound of one evaluation."""
        self._budget[0] -= rows
        if self._budget[0] < 0:
            raise TooMuchWork(MOST_WORK)

    def at_row(self, node: "Value | Row", place: int, size: int) -> "Scope":
        """The same evaluation seen from one of `size` rows; `place` counts from 1."""
        self.spend(1)
        inner = Scope.__new__(Scope)
        inner.answers, inner.world, inner.zone = self.answers, self.world, self.zone
        inner._budget = self._budget  # noqa: SLF001 - of its own kind
        inner.current, inner.filling = self.current, self.filling
        inner.row, inner.own = (node, "") if isinstance(node, dict) else ({}, node)
        inner.place, inner.size = place, size
        return inner


class Sheet:
    """Answers as a plain mapping: name to value, a repeat as a list of mappings, `.` for the own value."""

    def __init__(self, answers: Mapping[str, object], zone: timezone) -> None:
        self._answers = answers
        self._zone = zone

    def value(self, name: str) -> Value:
        """The answer of this name; inside repeats all answers of this name."""
        if name in self._answers:
            return given(self._answers[name], self._zone)
        found = [
            row[name]
            for rows in self._answers.values()
            if isinstance(rows, list | tuple)
            for row in rows
            if isinstance(row, Mapping) and name in row
        ]
        return Nodes(given(value, self._zone) for value in found) if found else ""

    def value_in_round(self, name: str, rounds: Mapping[str, int]) -> Value:
        """Follow the repeats named in `rounds`, outermost first."""
        level: Mapping[str, object] = self._answers
        for repeat, number in rounds.items():
            rows = level.get(repeat)
            if not isinstance(rows, list | tuple) or not 1 <= number <= len(rows):
                return ""
            level = rows[number - 1] if isinstance(rows[number - 1], Mapping) else {}
        return given(level.get(name), self._zone)

    def everything(self) -> Nodes:
        """All answers, and the `meta` element that no record is without."""
        values = [given(value, self._zone) for value in self._answers.values()]
        return Nodes((*(value for value in values if not isinstance(value, Nodes)), ""))

    def standing(self, levels: int) -> int:  # noqa: ARG002
        """A sheet is no round of anything."""
        return 1


def seen_by(world: World, answers: Mapping[str, object]) -> Scope:
    """A scope over a plain mapping."""
    return Scope(Sheet(answers, world.zone), given(answers.get("."), world.zone), world)

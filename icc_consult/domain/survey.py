"""Surveys: questions in order, answered freely, in groups and in rounds where they have them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, NewType

from icc_consult.domain.rules import FREE, Rules
from icc_consult.domain.said import Said
from icc_consult.domain.wording import UNWORDED, Wording

QuestionId = NewType("QuestionId", str)
ChoiceCode = NewType("ChoiceCode", str)


@dataclass(frozen=True, slots=True)
class Card:
    """A few lines that help: where to find help, or what a word means."""

    title: Wording
    lines: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible reply. An exclusive one stands alone; one that is aside lies off the scale.

    `columns` are what a choice filter may read of it; `picture` and `sound` name media by language.
    """

    code: ChoiceCode
    text: Wording
    is_exclusive: bool = False
    is_aside: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    picture: Wording = UNWORDED
    sound: Wording = UNWORDED


@dataclass(frozen=True)
class _Asked(Said):
    id: QuestionId
    text: Wording
    hint: Wording = UNWORDED
    help_card: Card | None = None
    learn_more: Card | None = None
    is_sensitive: bool = False
    is_hidden: bool = False
    rules: Rules = FREE
    looks: frozenset[str] = frozenset()
    picture: Wording = UNWORDED
    sound: Wording = UNWORDED
    is_read_only: bool = False


@dataclass(frozen=True)
class SingleChoice(_Asked):
    """One reply of several; `is_shuffled` shows them in an order that chance decides."""

    choices: tuple[Choice, ...] = ()
    is_shuffled: bool = False


@dataclass(frozen=True)
class Scale(_Asked):
    """One reply of several that stand in an order; either end may come first."""

    choices: tuple[Choice, ...] = ()

    def in_order(self, *, reversed_: bool) -> tuple[Choice, ...]:
        """The steps from one end or the other; replies off the scale stay last."""
        steps = [choice for choice in self.choices if not choice.is_aside]
        aside = [choice for choice in self.choices if choice.is_aside]
        return (*(reversed(steps) if reversed_ else steps), *aside)


@dataclass(frozen=True)
class MultipleChoice(_Asked):
    """As many replies as are true, up to a maximum."""

    choices: tuple[Choice, ...] = ()
    maximum: int | None = None
    is_shuffled: bool = False


@dataclass(frozen=True)
class Ranking(_Asked):
    """Choices put in an order, the first `maximum` of them or all."""

    choices: tuple[Choice, ...] = ()
    maximum: int | None = None
    is_shuffled: bool = False

    @property
    def most(self) -> int:
        """How many can be ranked."""
        return min(self.maximum or len(self.choices), len(self.choices))


@dataclass(frozen=True)
class OpenText(_Asked):
    """A reply in the resident's own words; a masked one is not shown as it is typed."""

    max_length: int = 300
    is_masked: bool = False


@dataclass(frozen=True)
class Number(_Asked):
    """A number. With both bounds and a step it is picked from a row, otherwise typed."""

    is_whole: bool = True
    least: Decimal | None = None
    most: Decimal | None = None
    step: Decimal | None = None

    def steps(self, *, at_most: int = 11) -> tuple[Decimal, ...]:
        """Every number that can be picked, where there are no more than `at_most`; otherwise none."""
        if self.least is None or self.most is None or not self.step:
            return ()
        count = int((self.most - self.least) / self.step) + 1
        if not 1 < count <= at_most:
            return ()
        return tuple(self.least + self.step * index for index in range(count))


class Precision(StrEnum):
    """How exactly a date is asked for."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Date(_Asked):
    """A day, a month or a year. `calendar` is how it is entered, that of the language where it is empty."""

    precision: Precision = Precision.DAY
    calendar: str = ""


@dataclass(frozen=True)
class Time(_Asked):
    """A time of the day."""


@dataclass(frozen=True)
class Note(_Asked):
    """Something to read; nothing is asked."""


@dataclass(frozen=True)
class Calculated(_Asked):
    """Worked out by its rules and never shown; stored unless it tells the time or chance."""


Question = (
    SingleChoice | Scale | MultipleChoice | Ranking | OpenText | Number | Date | Time | Note | Calculated
)
Closed = SingleChoice | Scale | MultipleChoice | Ranking


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together. Of one with a draw every resident meets so many, chosen by chance."""

    id: str
    questions: "tuple[Entry, ...]"
    text: Wording = UNWORDED
    rules: Rules = FREE
    draw: int = 0
    is_shuffled: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked again in every round: for every child, for every journey."""

    id: str
    questions: "tuple[Entry, ...]"
    text: Wording = UNWORDED
    rules: Rules = FREE
    most_rounds: int = 10


Enclosing = Group | Repeat
Entry = Question | Enclosing
_UNASKED = frozenset({Group, Repeat, Note})


class Standing(NamedTuple):
    """An entry and what encloses it, outermost first."""

    entry: Entry
    above: tuple[Enclosing, ...] = ()

    @property
    def repeats(self) -> tuple[Repeat, ...]:
        """The repeats around it, outermost first."""
        return tuple(one for one in self.above if isinstance(one, Repeat))


@dataclass(frozen=True)
class Survey:
    """Questions in order; an optional one asks about the person and may be passed by as a whole.

    `may_refer` is False where whoever made it knows that no text of it puts in what was answered.
    """

    id: str
    questions: tuple[Entry, ...]
    text: Wording = UNWORDED
    is_optional: bool = False
    may_refer: bool = field(default=True, compare=False, repr=False)

    def entries(self) -> tuple[Standing, ...]:
        """Every question, group and repeat, each before what it encloses."""
        return self._standings

    @cached_property
    def _standings(self) -> tuple[Standing, ...]:
        return tuple(_entries(self.questions, ()))

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions a resident may meet, without rounds; hidden ones wait for the desk to fill them."""
        return tuple(standing.entry for standing in self.entries() if is_asked(standing.entry))  # type: ignore[misc]


def is_asked(entry: Entry) -> bool:
    """Whether a resident can be shown this and answer it, or it is worked out and stored."""
    return type(entry) not in _UNASKED and not entry.is_hidden  # type: ignore[union-attr]


def _entries(entries: tuple[Entry, ...], above: tuple[Enclosing, ...]) -> Iterator[Standing]:
    for entry in entries:
        yield Standing(entry, above)
        if isinstance(entry, Enclosing):
            yield from _entries(entry.questions, (*above, entry))

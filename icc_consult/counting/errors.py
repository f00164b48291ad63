"""What makes ballots uncountable. Errors carry the data of the broken rule; `ballot` counts from zero."""

from dataclasses import dataclass


@dataclass(eq=False)
class Uncountable(Exception):
    """The ballots, the options or the call cannot be counted as they are."""


@dataclass(eq=False)
class NoOptions(Uncountable):
    """There is nothing to vote on."""


@dataclass(eq=False)
class NoBallots(Uncountable):
    """Nobody has voted."""


@dataclass(eq=False)
class TooManyOptions(Uncountable):
    """More options than the rule can count in sensible time."""

    found: int
    most: int


@dataclass(eq=False)
class TooManyPeople(Uncountable):
    """More people than the exact arithmetic has room for."""

    found: int
    most: int


@dataclass(eq=False)
class Misshapen(Uncountable):
    """An array has another shape or type than (ballots, options) asks for."""

    found: tuple[int, ...]
    expected: tuple[int, ...]


@dataclass(eq=False)
class RepeatedOption(Uncountable):
    """An option stands twice: in one ballot, or (`ballot` is None) in the list of options."""

    option: str
    ballot: int | None = None


@dataclass(eq=False)
class UnknownOption(Uncountable):
    """A ballot names an option that is not on the ballot paper."""

    option: str
    ballot: int


@dataclass(eq=False)
class NotANumber(Uncountable):
    """A cell holds NaN, an infinity or no number at all."""

    ballot: int
    option: str


@dataclass(eq=False)
class NotWhole(Uncountable):
    """A cell holds a fraction where only whole numbers count."""

    ballot: int
    option: str
    found: float


@dataclass(eq=False)
class OutOfRange(Uncountable):
    """A cell holds a whole number outside what the ballot paper allows."""

    ballot: int
    option: str
    found: int
    least: int
    most: int


@dataclass(eq=False)
class TooManyDots(Uncountable):
    """A ballot places more dots than everyone was given."""

    ballot: int
    used: int
    allowed: int


@dataclass(eq=False)
class SameOptionTwice(Uncountable):
    """A duel sets an option against itself."""

    ballot: int
    option: str


@dataclass(eq=False)
class CountNotPositive(Uncountable):
    """A line of ballots stands for fewer than one person."""

    ballot: int
    count: int


@dataclass(eq=False)
class CostNotPositive(Uncountable):
    """A project costs nothing or less than nothing."""

    option: str
    cost: str


@dataclass(eq=False)
class BudgetNotPositive(Uncountable):
    """There is no money to spend."""

    budget: str


@dataclass(eq=False)
class SeatsOutOfRange(Uncountable):
    """Fewer than one seat, or more seats than options."""

    seats: int
    options: int


@dataclass(eq=False)
class RepeatedParticipant(Uncountable):
    """Two rows of votes bear the same participant."""

    participant: str


@dataclass(eq=False)
class UnknownParticipant(Uncountable):
    """A given group names somebody who has not voted."""

    participant: str

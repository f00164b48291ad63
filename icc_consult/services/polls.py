"""What was cast on one question, wherever it comes from, before anything is counted.

Ballots name options by their place on the paper. Where `counts` is empty every ballot is one person's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

Mark = tuple[int, ...]
Ranking = tuple[tuple[int, ...], ...]
Numbers = tuple[tuple[int, int], ...]
Counts = Sequence[int]

BUDGET_RULES: Final = ("greedy", "equal-shares")
RULES: Final = (
    *("approval", "score", "majority-judgment", "borda", "schulze", "ranked-pairs", "irv", "stv"),
    *("condorcet", "dots", "pairwise", *BUDGET_RULES, "fair-agenda", "agreement"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to vote on; `cost` only where money is voted on."""

    id: str
    label: str
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """Ballots on which options are marked or not, in rising order."""

    ballots: Sequence[Mark]
    counts: Counts = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ballots that put options in an order, best first; those that share a place stand together, rising."""

    ballots: Sequence[Ranking]
    counts: Counts = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """Ballots that give options a number from `least` to `most`, as pairs of option and number.

    An option that a ballot leaves out has the number `unsaid`, or is not rated where that is None. `words` is
    what the paper calls the numbers, where it calls them anything.
    """

    ballots: Sequence[Numbers]
    least: int
    most: int
    unsaid: int | None = None
    counts: Counts = ()
    words: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dotted:
    """Ballots that spread at most `each` dots over the options, as pairs of option and dots."""

    ballots: Sequence[Numbers]
    each: int
    counts: Counts = ()


@dataclass(frozen=True, slots=True)
class Opinions:
    """What each of the `people` said to statements: 1 agrees, -1 disagrees, 0 is not sure.

    `hidden` statements were moderated away, `meta` ones are about the consultation itself.
    """

    people: tuple[str, ...]
    ballots: Sequence[Numbers]
    hidden: frozenset[int] = frozenset()
    meta: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Duelled:
    """Ballots of pairs: left, right, and 1 where left won, -1 where right did, 0 where neither."""

    ballots: Sequence[tuple[tuple[int, int, int], ...]]


Cast = Marked | Ranked | Scored | Dotted | Opinions | Duelled


@dataclass(frozen=True, slots=True)
class Poll:
    """One question with all ballots; `rule` counts it where nobody asks for another.

    `seats` and `budget` are what the file itself says, if it does; `stops`, that the greedy rule ends at the
    first project that is too dear.
    """

    id: str
    options: tuple[Option, ...]
    cast: Cast
    rule: str
    seats: int | None = None
    budget: Decimal | None = None
    stops: bool = False


def rules_for(poll: Poll) -> tuple[str, ...]:
    """The rules that can count these ballots."""
    match poll.cast:
        case Marked():
            priced = all(option.cost is not None for option in poll.options)
            return ("approval", "fair-agenda", *(BUDGET_RULES if priced else ()))
        case Ranked():
            return ("borda", "schulze", "ranked-pairs", "irv", "stv", "condorcet", "pairwise")
        case Scored():
            return ("score", "majority-judgment")
        case Dotted():
            return ("dots",)
        case Opinions():
            return ("agreement",)
        case Duelled():
            return ("pairwise",)

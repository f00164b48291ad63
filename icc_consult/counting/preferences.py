"""The option that each ballot puts first among those that remain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.tallies import chunks, headcount

NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Firsts:
    """First preferences among the remaining options, in people.

    `waiting` ballots rank several remaining options equally first: they count for none of them until one of
    these is left. `exhausted` ballots rank none of the remaining options.
    """

    votes: tuple[int, ...]
    waiting: int
    exhausted: int


def firsts(ballots: Rankings, remaining: Sequence[int]) -> Firsts:
    """How many people put which of the remaining options first; `votes` in the order of `remaining`."""
    votes = [0] * len(remaining)
    waiting = exhausted = 0
    for piece in chunks(ballots.places.shape[1]):
        rows = [ballots.places[option, piece] for option in remaining]
        counts = None if ballots.counts is None else ballots.counts[piece]
        best = np.minimum.reduce(rows)
        at_best = [row == best for row in rows]
        several = sum(each.view(np.uint8).astype(np.uint16, copy=False) for each in at_best) > 1
        ranked = best != ballots.unranked
        alone = ranked & ~several
        for index, each in enumerate(at_best):
            votes[index] += headcount(each & alone, counts)
        waiting += headcount(ranked & several, counts)
        exhausted += headcount(~ranked, counts)
    return Firsts(tuple(votes), waiting, exhausted)


def holders(
    ballots: Rankings, remaining: Sequence[int], of: NDArray[np.int64] | slice
) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
    """For each given ballot the remaining option it puts first, or NOBODY, and whether it waits."""
    rows = [ballots.places[option, of] for option in remaining]
    best = np.minimum.reduce(rows)
    holder = np.full(best.shape, NOBODY, dtype=np.int16)
    several = np.zeros(best.shape, dtype=np.uint16)
    for option, row in zip(remaining, rows, strict=True):
        at_best = row == best
        holder[at_best] = option
        several += at_best
    ranked = best != ballots.unranked
    waits = ranked & (several > 1)
    holder[waits | ~ranked] = NOBODY
    return holder, waits

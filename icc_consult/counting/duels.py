"""Pairwise: two options at a time, the one a person prefers wins the duel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import MOST_RANKED
from icc_consult.counting.errors import NoBallots, SameOptionTwice, UnknownOption
from icc_consult.counting.grids import checked_options, places_on, positions
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome, Step

NEWTON_STEPS: Final = 200
CONVERGED: Final = 1e-13
Duel = tuple[str, str, str | None]
"""Left, right, and which of the two won; None where the person could not decide."""


@dataclass(frozen=True, slots=True, eq=False)
class Duels:
    """Who won against whom. `wins` is int64, (winners, losers); `skipped` counts duels without a decision."""

    options: tuple[str, ...]
    wins: NDArray[np.int64]
    skipped: int
    participants: int

    @classmethod
    def of(cls, options: Sequence[str], ballots: Iterable[Iterable[Duel]]) -> Self:
        """From each person's duels."""
        names = checked_options(options, MOST_RANKED)
        wins = np.zeros((len(names), len(names)), dtype=np.int64)
        on_paper = places_on(names)
        skipped = participants = 0
        for index, ballot in enumerate(ballots):
            participants += 1
            for left, right, winner in ballot:
                if left == right:
                    raise SameOptionTwice(index, left)
                first, second = positions(on_paper, index, (left, right))
                if winner is None:
                    skipped += 1
                elif winner == left:
                    wins[first, second] += 1
                elif winner == right:
                    wins[second, first] += 1
                else:
                    raise UnknownOption(winner, index)
        if participants == 0:
            raise NoBallots
        return cls(names, wins, skipped, participants)


def pairwise(ballots: Duels, *, seats: int | None = None, seed: int = 0) -> Outcome:
    """All Our Ideas (Salganik and Levy, 2015): by the share of duels won, (wins + 1) / (wins + losses + 2).

    Steps: one with `wins`, `losses`, `share`, and `strength`: the Bradley-Terry strengths (sum 1), or None
    where they are not defined because some options cannot be compared through a chain of wins in both
    directions (Ford, 1957).
    """
    won, lost = ballots.wins.sum(axis=1).tolist(), ballots.wins.sum(axis=0).tolist()
    shares = [Fraction(wins + 1, wins + losses + 2) for wins, losses in zip(won, lost, strict=True)]
    strengths = bradley_terry(ballots.wins)
    step: Step = {
        "wins": dict(zip(ballots.options, won, strict=True)),
        "losses": dict(zip(ballots.options, lost, strict=True)),
        "skipped": ballots.skipped,
        "share": {name: float(share) for name, share in zip(ballots.options, shares, strict=True)},
        "strength": None if strengths is None else dict(zip(ballots.options, strengths, strict=True)),
    }
    return ordered("pairwise", ballots, tiers(shares), [step], seats=seats, seed=seed)


def bradley_terry(wins: NDArray[np.int64]) -> list[float] | None:
    """The strengths, sum 1, that make the duels likeliest; None where no finite ones do.

    `wins` is (winners, losers).
    """
    if not _comparable(wins):
        return None
    duels, total = (wins + wins.T).astype(np.float64), wins.sum(axis=1).astype(np.float64)
    logs = np.zeros(len(wins))
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(logs[None, :] - logs[:, None]))
        gradient = total - (duels * chance).sum(axis=1)
        curvature = duels * chance * (1 - chance)
        hessian = np.diag(curvature.sum(axis=1)) - curvature + 1 / len(wins)
        step = np.linalg.solve(hessian, gradient)
        logs += step * min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-300))
        logs -= logs.mean()
        if np.abs(step).max() < CONVERGED:
            break
    strengths = np.exp(logs)
    result: list[float] = (strengths / strengths.sum()).tolist()
    return result


def _comparable(wins: NDArray[np.int64]) -> bool:
    """Whether every option reaches every other one through wins."""
    reaches = (wins > 0) | np.eye(len(wins), dtype=np.bool_)
    for middle in range(len(wins)):
        reaches |= reaches[:, middle, None] & reaches[None, middle]
    return bool(reaches.all())

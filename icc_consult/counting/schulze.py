"""Schulze: the options by their strongest chains of victories."""

import numpy as np

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.majorities import Matrix, levels, majorities, matrix_step, strengths
from icc_consult.counting.order import ordered
from icc_consult.counting.outcome import Outcome


def schulze(
    ballots: Rankings, *, winning_votes: bool = False, seats: int | None = None, seed: int = 0
) -> Outcome:
    """Schulze, "A new monotonic, clone-independent ... and Condorcet-consistent single-winner method" (2011).

    A chain of victories is as strong as its weakest victory; an option stands above another when its
    strongest chain to it is stronger than the one back. Victories count by margin, or by winning votes.
    Options between which the chains decide nothing share a place. Steps: one with the pairwise matrix
    `above`, the `chains`, and what strength goes `by`.
    """
    above = majorities(ballots)
    chains = _strongest_chains(strengths(above, winning_votes=winning_votes))
    named = {
        name: dict(zip(ballots.options, row.tolist(), strict=True))
        for name, row in zip(ballots.options, chains, strict=True)
    }
    step = {
        **matrix_step(ballots, above),
        "chains": named,
        "by": "winning votes" if winning_votes else "margins",
    }
    return ordered("schulze", ballots, levels(chains > chains.T), [step], seats=seats, seed=seed)


def _strongest_chains(direct: Matrix) -> Matrix:
    chains = direct.copy()
    for middle in range(len(chains)):
        np.maximum(chains, np.minimum(chains[:, middle, None], chains[None, middle]), out=chains)
    np.fill_diagonal(chains, 0)
    return chains

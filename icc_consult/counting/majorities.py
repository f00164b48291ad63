"""How many people rank one option above another, and orders that follow from defeats."""

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.order import Tiers
from icc_consult.counting.outcome import Step
from icc_consult.counting.tallies import chunks, headcount

Matrix = NDArray[np.int64]
Relation = NDArray[np.bool_]


def majorities(ballots: Rankings) -> Matrix:
    """For each pair how many people rank the row's option above the column's, (options, options).

    Options a person did not rank stand below all that they ranked and equal to each other (Debian's
    convention).
    """
    above = np.zeros((len(ballots.options),) * 2, dtype=np.int64)
    for piece in chunks(ballots.places.shape[1]):
        places = np.ascontiguousarray(ballots.places[:, piece])
        counts = None if ballots.counts is None else ballots.counts[piece]
        for row, here in enumerate(places):
            for column, there in enumerate(places):
                if row != column:
                    above[row, column] += headcount(here < there, counts)
    return above


def strengths(above: Matrix, *, winning_votes: bool = False) -> Matrix:
    """The strength of each victory, 0 where there is none: the margin, or how many people stand behind it."""
    return np.where(above > above.T, above if winning_votes else above - above.T, 0)


def levels(defeats: Relation) -> Tiers:
    """The undefeated options, then those undefeated without these, and so on. `defeats` has no cycles."""
    left = list(range(len(defeats)))
    ranked: Tiers = []
    while left:
        top = [option for option in left if not defeats[left, option].any()]
        ranked.append(top)
        left = [option for option in left if option not in top]
    return ranked


def matrix_step(ballots: Rankings, above: Matrix) -> Step:
    """The pairwise matrix as a step: for each option how many people rank it above each other option."""
    return {
        "above": {
            name: dict(zip(ballots.options, row.tolist(), strict=True))
            for name, row in zip(ballots.options, above, strict=True)
        }
    }

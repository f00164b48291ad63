"""Dots: the options by the dots that people put on them."""

import numpy as np

from icc_consult.counting.ballots import Dots
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.tallies import headcount


def dots(ballots: Dots, *, seats: int | None = None, seed: int = 0) -> Outcome:
    """Cumulative voting: the sum of dots. How many people gave them is told but breaks no tie.

    Steps: one with `dots` and `people` (who gave at least one) by option.
    """
    weights = 1 if ballots.counts is None else ballots.counts
    sums = [int((row * weights).sum(dtype=np.int64)) for row in ballots.dots]
    givers = [headcount(row > 0, ballots.counts) for row in ballots.dots]
    step = {
        "dots": dict(zip(ballots.options, sums, strict=True)),
        "people": dict(zip(ballots.options, givers, strict=True)),
    }
    return ordered("dots", ballots, tiers(sums), [step], seats=seats, seed=seed)

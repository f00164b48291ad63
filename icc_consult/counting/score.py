"""Score: the options by the average of the scores that people gave."""

from fractions import Fraction

import numpy as np

from icc_consult.counting.ballots import UNRATED, Scores
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.tallies import headcount


def score(ballots: Scores, *, by_sum: bool = False, seats: int | None = None, seed: int = 0) -> Outcome:
    """Range voting: the mean over those who rated the option, as exact fractions; silence is not a zero.

    With `by_sum` the sums are compared instead. Options that nobody rated come last. Steps: one with
    `raters`, `sum` and `mean` by option, and what the order goes `by`.
    """
    rated = ballots.values != UNRATED
    raters = [headcount(row, ballots.counts) for row in rated]
    sums = [_total(ballots, option) for option in range(len(ballots.options))]
    means = [Fraction(total, n) if n else None for total, n in zip(sums, raters, strict=True)]
    keys = [
        (mean is not None, total if by_sum else mean or Fraction(0))
        for total, mean in zip(sums, means, strict=True)
    ]
    step = {
        "by": "sum" if by_sum else "mean",
        "raters": dict(zip(ballots.options, raters, strict=True)),
        "sum": dict(zip(ballots.options, sums, strict=True)),
        "mean": {
            name: None if mean is None else float(mean)
            for name, mean in zip(ballots.options, means, strict=True)
        },
    }
    return ordered("score", ballots, tiers(keys), [step], seats=seats, seed=seed)


def _total(ballots: Scores, option: int) -> int:
    values = ballots.values[option]
    rated = values != UNRATED
    if ballots.counts is None:
        return int(values.sum(where=rated, dtype=np.int64))
    return int(np.where(rated, values, 0).astype(np.int64) @ ballots.counts)

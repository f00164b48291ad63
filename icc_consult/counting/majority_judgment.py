"""Majority judgment: the options by the grade that at least half of the people give."""

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import UNRATED, Scores
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome

Table = NDArray[np.int64]


def majority_judgment(ballots: Scores, *, seats: int | None = None, seed: int = 0) -> Outcome:
    """Balinski and Laraki, "Majority Judgment" (2011).

    The lower median grade decides; options with the same one each lose one such grade and are compared again,
    until they differ or nothing is left. An option that a person did not grade gets the lowest grade of the
    ballot paper from that person, so that all options have equally many grades. Steps: one with the `median`,
    the `grades` (how many people gave which, the ungraded among the lowest) and how many left it `ungraded`,
    by option.
    """
    ungraded = [_people(ballots, row == UNRATED) for row in ballots.values]
    grades = np.unique(np.append(ballots.values[ballots.values != UNRATED], ballots.least))
    table = _table(ballots, grades)
    table[:, 0] += ungraded
    removals = _removals(table)
    step = {
        "median": {
            name: int(grades[removed[0]]) for name, removed in zip(ballots.options, removals, strict=True)
        },
        "grades": {
            name: dict(zip(grades.tolist(), row.tolist(), strict=True))
            for name, row in zip(ballots.options, table, strict=True)
        },
        "ungraded": dict(zip(ballots.options, ungraded, strict=True)),
    }
    return ordered("majority-judgment", ballots, tiers(removals), [step], seats=seats, seed=seed)


def _people(ballots: Scores, cells: NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(cells) if ballots.counts is None else ballots.counts @ cells)


def _table(ballots: Scores, grades: NDArray[np.int32]) -> Table:
    """How many people gave which grade, (options, grades), grades upwards."""
    rows = []
    for values in ballots.values:
        given = values != UNRATED
        weights = None if ballots.counts is None else ballots.counts[given]
        rows.append(np.bincount(np.searchsorted(grades, values[given]), weights, len(grades)))
    return np.array(rows).astype(np.int64)


def _removals(table: Table) -> list[tuple[int, ...]]:
    """For each option the grades in the order of removal, sampled where the grade of any option changes.

    Removing lower medians from sorted grades walks outwards from the middle, low before high. All options
    have equally many grades, so comparing the samples compares the whole sequences.
    """
    ends = table.cumsum(axis=1)
    people = int(ends[0, -1])
    low = (people - 1) // 2
    high = people // 2
    changes = np.concatenate([[0], (low + 1 - ends).ravel(), (ends - high).ravel()])
    steps = np.unique(changes[(changes >= 0) & (changes <= low)])
    return [
        tuple(
            np.stack(
                [np.searchsorted(row, low - steps, "right"), np.searchsorted(row, high + steps, "right")]
            )
            .T.ravel()
            .tolist()
        )
        for row in ends
    ]

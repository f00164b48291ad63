"""How a group answers each statement, and how that differs from everybody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.agreement.votes import AGREE, DISAGREE, UNSEEN, Flags, Votes

Floats = NDArray[np.float64]
Z90: Final = 1.2815515655446004
Z95_TWO_SIDED: Final = 1.959963984540054
META_PRIORITY: Final = 49.0


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Who agrees, who disagrees, who answered at all, in people; whole numbers, (groups, statements)."""

    agree: Floats
    disagree: Floats
    seen: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What speaks for one answer, agree or disagree, (groups, statements).

    `share` is (n + 1) / (seen + 2), `test` its z-score against one half; `ratio` is share over the share of
    all other groups together, `ratio_test` the z-score of that difference.
    """

    n: Floats
    share: Floats
    test: Floats
    ratio: Floats
    ratio_test: Floats


def count(votes: Votes, groups: Sequence[Flags]) -> Counts:
    """The counts of each group. `votes` is (participants, statements), each group (participants,)."""
    of = np.array(groups, dtype=np.float64).reshape(len(groups), len(votes))
    return Counts(of @ (votes == AGREE), of @ (votes == DISAGREE), of @ (votes != UNSEEN))


def side(n: Floats, seen: Floats) -> Side:
    """The measures of representativeness (compdemocracy/polis, repness.clj and stats.clj)."""
    n_out, seen_out = n.sum(axis=0) - n, seen.sum(axis=0) - seen
    share = (n + 1) / (seen + 2)
    return Side(
        n,
        share,
        2 * np.sqrt(seen + 1) * ((n + 1) / (seen + 1) - 0.5),
        share / ((n_out + 1) / (seen_out + 2)),
        _two_proportions(n + 1, n_out + 1, seen + 1, seen_out + 1),
    )


def _two_proportions(here: Floats, there: Floats, of_here: Floats, of_there: Floats) -> Floats:
    together = (here + there) / (of_here + of_there)
    error = np.sqrt(together * (1 - together) * (1 / of_here + 1 / of_there))
    return (here / of_here - there / of_there) / np.where(together == 1, 1, error)


def group_informed_consensus(counts: Counts) -> Floats:
    """The product over the groups of (agree + 1) / (seen + 2), (statements,)."""
    product: Floats = np.prod((counts.agree + 1) / (counts.seen + 2), axis=0)
    return product


def priority(counts: Counts, extremity: Floats, meta: Flags) -> Floats:
    """How urgently a statement asks for more votes, (statements,); Polis draws the next by it."""
    agree, seen = counts.agree.sum(axis=0), counts.seen.sum(axis=0)
    passes = seen - agree - counts.disagree.sum(axis=0)
    importance = (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * (agree + 1) / (seen + 2)
    return np.where(meta, META_PRIORITY, (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2)


def wilson(successes: Floats, of: Floats, z: float = Z95_TWO_SIDED) -> tuple[Floats, Floats]:
    """Wilson's score interval (1927) of a proportion, 95 % unless told; 0 to 1 where nobody answered."""
    trials = np.maximum(of, 1)
    share, weight = successes / trials, z * z / trials
    middle = (share + weight / 2) / (1 + weight)
    half = z / (1 + weight) * np.sqrt(share * (1 - share) / trials + weight / (4 * trials))
    return np.where(of > 0, np.maximum(middle - half, 0), 0), np.where(
        of > 0, np.minimum(middle + half, 1), 1
    )

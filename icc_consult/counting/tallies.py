"""Sums over people, in whole numbers."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.grids import Whole

CHUNK: Final = 1 << 16
"""Ballots counted at a time, so that a pass over all options stays in the processor's cache."""


def chunks(ballots: int) -> Iterator[slice]:
    """The ballots in pieces of CHUNK."""
    return (slice(start, start + CHUNK) for start in range(0, ballots, CHUNK))


def headcount(marks: NDArray[np.bool_], counts: Whole | None) -> int:
    """How many people the marked columns stand for. `marks` is (ballots,)."""
    return int(np.count_nonzero(marks) if counts is None else counts @ marks)


def headcounts(marks: NDArray[np.bool_], counts: Whole | None) -> list[int]:
    """The headcount of every row. `marks` is (options, ballots)."""
    return [headcount(row, counts) for row in marks]

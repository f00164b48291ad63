"""Ballot papers as arrays, checked once when they are built.

Every array lies option by option, (options, ballots), because the rules read whole options at a time.
`counts` says how many people a column stands for; without it every column is one person. A blank ballot is a
ballot and counts in `participants`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from icc_consult.counting.errors import OutOfRange, TooManyDots
from icc_consult.counting.grids import (
    Whole,
    checked_counts,
    checked_options,
    grid,
    places_on,
    positions,
    whole_grid,
)

MOST_OPTIONS: Final = 10_000
MOST_RANKED: Final = 2_000
MOST_RANKS: Final = 65_534
Places = NDArray[np.uint8 | np.uint16]
UNRATED: Final = -(2**31)


@dataclass(frozen=True, slots=True, eq=False)
class Approvals:
    """Options a person marks. `marks` is boolean, (options, ballots)."""

    options: tuple[str, ...]
    marks: NDArray[np.bool_]
    counts: Whole | None = None

    @property
    def participants(self) -> int:
        """How many people voted, those who marked nothing included."""
        return people(self.marks, self.counts)

    @classmethod
    def of_array(cls, options: Sequence[str], marks: ArrayLike, counts: ArrayLike | None = None) -> Self:
        """From a (ballots, options) array of 0 and 1."""
        names = checked_options(options, MOST_OPTIONS)
        cells = grid(np.asarray(marks), names)
        checked = cells if cells.dtype == np.bool_ else within(whole_grid(cells, names), names, 0, 1)
        return cls(names, np.ascontiguousarray(checked.T, dtype=np.bool_), checked_counts(counts, len(cells)))

    @classmethod
    def of(cls, options: Sequence[str], ballots: Iterable[Collection[str]]) -> Self:
        """From the ids that each person marked."""
        names = checked_options(options, MOST_OPTIONS)
        on_paper = places_on(names)
        rows = [positions(on_paper, index, ballot) for index, ballot in enumerate(ballots)]
        marks = np.zeros((len(rows), len(names)), dtype=np.bool_)
        for row, marked in zip(marks, rows, strict=True):
            row[marked] = True
        return cls.of_array(names, marks)


@dataclass(frozen=True, slots=True, eq=False)
class Rankings:
    """Options in each person's order. `places` is (options, ballots): smaller is better, equal is equal.

    What a person did not rank shares the last place, the type's largest number.
    """

    options: tuple[str, ...]
    places: Places
    counts: Whole | None = None

    @property
    def participants(self) -> int:
        """How many people voted, those who ranked nothing included."""
        return people(self.places, self.counts)

    @property
    def unranked(self) -> int:
        """The place of what a person did not rank."""
        return int(np.iinfo(self.places.dtype).max)

    @classmethod
    def of_array(cls, options: Sequence[str], ranks: ArrayLike, counts: ArrayLike | None = None) -> Self:
        """From (ballots, options): 1 is best, equal ranks are equal, 0 is not ranked; gaps do not matter."""
        names = checked_options(options, MOST_RANKED)
        cells = within(whole_grid(grid(np.asarray(ranks), names), names), names, 0, MOST_RANKS)
        small = int(cells.max()) < np.iinfo(np.uint8).max
        places: Places = cells.T.astype(np.uint8 if small else np.uint16, order="C")
        np.subtract(places, 1, out=places)
        return cls(names, places, checked_counts(counts, len(cells)))

    @classmethod
    def of(
        cls,
        options: Sequence[str],
        ballots: Iterable[Sequence[str | Collection[str]]],
        counts: ArrayLike | None = None,
    ) -> Self:
        """From each person's ids, best first; ids that share a rank stand together in an inner collection."""
        names = checked_options(options, MOST_RANKED)
        on_paper, rows = places_on(names), []
        for index, ballot in enumerate(ballots):
            ranks = [(place,) if isinstance(place, str) else tuple(place) for place in ballot]
            where = positions(on_paper, index, [name for place in ranks for name in place])
            row = np.zeros(len(names), dtype=np.uint16)
            row[where] = [rank for rank, place in enumerate(ranks, start=1) for _ in place]
            rows.append(row)
        return cls.of_array(names, np.array(rows).reshape(len(rows), len(names)), counts)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """A number for each option a person rated. `values` is int32, (options, ballots), UNRATED where none is.

    `least` is the lowest number on the ballot paper, given by anybody or not.
    """

    options: tuple[str, ...]
    values: NDArray[np.int32]
    least: int
    counts: Whole | None = None

    @property
    def participants(self) -> int:
        """How many people voted, those who rated nothing included."""
        return people(self.values, self.counts)

    @classmethod
    def of_array(
        cls,
        options: Sequence[str],
        values: ArrayLike,
        counts: ArrayLike | None = None,
        *,
        least: int,
        most: int,
    ) -> Self:
        """From a (ballots, options) array of whole numbers from `least` to `most`; UNRATED says not rated."""
        names = checked_options(options, MOST_OPTIONS)
        cells = whole_grid(grid(np.asarray(values), names), names)
        rated = np.where(cells == UNRATED, least, cells)
        within(rated, names, least, most)
        kept = np.ascontiguousarray(cells.T, dtype=np.int32)
        return cls(names, kept, least, checked_counts(counts, len(cells)))

    @classmethod
    def of(
        cls, options: Sequence[str], ballots: Iterable[Mapping[str, int]], *, least: int, most: int
    ) -> Self:
        """From each person's ratings by id."""
        names = checked_options(options, MOST_OPTIONS)
        on_paper, rows = places_on(names), []
        for index, ballot in enumerate(ballots):
            row = np.full(len(names), UNRATED, dtype=np.int64)
            row[positions(on_paper, index, ballot)] = list(ballot.values())
            rows.append(row)
        return cls.of_array(names, np.array(rows).reshape(len(rows), len(names)), least=least, most=most)


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Dots that a person spreads over the options. `dots` is int32, (options, ballots)."""

    options: tuple[str, ...]
    dots: NDArray[np.int32]
    counts: Whole | None = None

    @property
    def participants(self) -> int:
        """How many people voted, those who placed nothing included."""
        return people(self.dots, self.counts)

    @classmethod
    def of_array(
        cls, options: Sequence[str], dots: ArrayLike, counts: ArrayLike | None = None, *, each: int
    ) -> Self:
        """From a (ballots, options) array of dots; nobody may place more than `each`."""
        names = checked_options(options, MOST_OPTIONS)
        cells = within(whole_grid(grid(np.asarray(dots), names), names), names, 0, each)
        used = cells.sum(axis=1, dtype=np.int64)
        if (used > each).any():
            ballot = int(np.argmax(used > each))
            raise TooManyDots(ballot, int(used[ballot]), each)
        return cls(names, np.ascontiguousarray(cells.T, dtype=np.int32), checked_counts(counts, len(cells)))


def people(cells: NDArray[np.generic], counts: Whole | None) -> int:
    """How many people the columns of (options, ballots) stand for."""
    return cells.shape[1] if counts is None else int(counts.sum())


def within(cells: Whole, options: Sequence[str], least: int, most: int) -> Whole:
    """The cells, where all lie in the range; raises OutOfRange."""
    if cells.min() >= least and cells.max() <= most:
        return cells
    ballot, option = np.argwhere((cells < least) | (cells > most))[0]
    raise OutOfRange(int(ballot), options[option], int(cells[ballot, option]), least, most)

"""The checks that every kind of ballot shares."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from icc_consult.counting.errors import (
    CountNotPositive,
    Misshapen,
    NoBallots,
    NoOptions,
    NotANumber,
    NotWhole,
    RepeatedOption,
    TooManyOptions,
    TooManyPeople,
    UnknownOption,
)

MOST_PEOPLE: Final = 100_000_000
Whole = NDArray[np.integer[Any]]


def checked_options(options: Sequence[str], most: int) -> tuple[str, ...]:
    """The ids, at least one, at most `most`, none twice."""
    if not options:
        raise NoOptions
    if len(options) > most:
        raise TooManyOptions(len(options), most)
    if repeated := [name for name, times in Counter(options).items() if times > 1]:
        raise RepeatedOption(repeated[0])
    return tuple(options)


def grid(cells: NDArray[Any], options: Sequence[str]) -> NDArray[Any]:
    """The cells, where they are (ballots, options) with at least one ballot."""
    if cells.ndim != 2 or cells.shape[1] != len(options):
        raise NoBallots if cells.size == 0 else Misshapen(cells.shape, (len(cells), len(options)))
    if len(cells) == 0:
        raise NoBallots
    if cells.dtype.kind not in "biuf":
        raise NotANumber(0, options[0])
    return cells


def whole_grid(cells: NDArray[Any], options: Sequence[str]) -> Whole:
    """The cells as whole numbers; raises NotANumber or NotWhole with the first cell that is neither."""
    if cells.dtype.kind == "b":
        flags: Whole = cells.view(np.uint8)
        return flags
    if cells.dtype.kind in "iu":
        whole: Whole = cells.astype(np.int64) if cells.dtype == np.uint64 else cells
        return whole
    if not np.isfinite(cells).all():
        ballot, option = np.argwhere(~np.isfinite(cells))[0]
        raise NotANumber(int(ballot), options[option])
    fractions = np.argwhere(cells != np.rint(cells))
    if len(fractions):
        ballot, option = fractions[0]
        raise NotWhole(int(ballot), options[option], float(cells[ballot, option]))
    clipped: Whole = np.clip(cells, -(2.0**31), 2.0**31).astype(np.int64)
    return clipped


def checked_counts(counts: ArrayLike | None, ballots: int) -> Whole | None:
    """How many people each line stands for; raises CountNotPositive, TooManyPeople or Misshapen."""
    if counts is None:
        if ballots > MOST_PEOPLE:
            raise TooManyPeople(ballots, MOST_PEOPLE)
        return None
    numbers = np.asarray(counts)
    if numbers.shape != (ballots,) or numbers.dtype.kind not in "iu":
        raise Misshapen(numbers.shape, (ballots,))
    if (numbers < 1).any():
        ballot = int(np.argmax(numbers < 1))
        raise CountNotPositive(ballot, int(numbers[ballot]))
    if (people := sum(numbers.tolist())) > MOST_PEOPLE:
        raise TooManyPeople(people, MOST_PEOPLE)
    return numbers.astype(np.int64)


def positions(where: Mapping[str, int], ballot: int, names: Collection[str]) -> list[int]:
    """Where the names of one ballot stand on the ballot paper; raises UnknownOption or RepeatedOption."""
    found: dict[str, int] = {}
    for name in names:
        if name not in where:
            raise UnknownOption(name, ballot)
        if name in found:
            raise RepeatedOption(name, ballot)
        found[name] = where[name]
    return list(found.values())


def places_on(options: Sequence[str]) -> dict[str, int]:
    """Where each option stands on the ballot paper."""
    return {name: place for place, name in enumerate(options)}

"""Agree, disagree or not sure: what each person said to each statement that they saw."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from icc_consult.counting.ballots import within
from icc_consult.counting.errors import (
    Misshapen,
    RepeatedParticipant,
    TooManyPeople,
    UnknownOption,
    UnknownParticipant,
)
from icc_consult.counting.grids import checked_options, grid, places_on, positions, whole_grid

AGREE: Final = 1
UNSURE: Final = 0
DISAGREE: Final = -1
UNSEEN: Final = -2
MOST_STATEMENTS: Final = 5_000
MOST_PARTICIPANTS: Final = 1_000_000

Votes = NDArray[np.int8]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """Votes on statements. `votes` is int8, (participants, statements), rows in an order of their own values.

    `hidden` statements were moderated away: nobody is shown a result of theirs. `meta` ones are about the
    consultation.
    """

    options: tuple[str, ...]
    people: tuple[str, ...]
    votes: Votes
    hidden: Flags
    meta: Flags

    @property
    def participants(self) -> int:
        """How many people took part, those who answered nothing included."""
        return len(self.people)

    @classmethod
    def of_array(
        cls,
        statements: Sequence[str],
        people: Sequence[str],
        votes: ArrayLike,
        *,
        hidden: Collection[str] = (),
        meta: Collection[str] = (),
    ) -> Self:
        """From a (participants, statements) array of AGREE, UNSURE, DISAGREE and UNSEEN."""
        names = checked_options(statements, MOST_STATEMENTS)
        cells = within(whole_grid(grid(np.asarray(votes), names), names), names, UNSEEN, AGREE)
        _check_people(people, len(cells))
        kept = np.ascontiguousarray(cells, dtype=np.int8)
        order = np.lexsort((np.array(people), _sortable(kept)))
        return cls(
            names,
            tuple(people[row] for row in order.tolist()),
            kept[order],
            _flags(names, hidden),
            _flags(names, meta),
        )

    @classmethod
    def of(
        cls,
        statements: Sequence[str],
        votes: Mapping[str, Mapping[str, int]],
        *,
        hidden: Collection[str] = (),
        meta: Collection[str] = (),
    ) -> Self:
        """From each participant's votes by statement."""
        names = checked_options(statements, MOST_STATEMENTS)
        on_paper = places_on(names)
        cells = np.full((len(votes), len(names)), UNSEEN, dtype=np.int64)
        for index, ballot in enumerate(votes.values()):
            cells[index, positions(on_paper, index, ballot)] = list(ballot.values())
        return cls.of_array(names, tuple(votes), cells, hidden=hidden, meta=meta)

    def members(self, groups: Mapping[str, str]) -> dict[str, Flags]:
        """The rows of each given group, groups by name; raises UnknownParticipant."""
        known = set(self.people)
        if strangers := sorted(person for person in groups if person not in known):
            raise UnknownParticipant(strangers[0])
        of_row = [groups.get(person) for person in self.people]
        return {name: np.array([group == name for group in of_row]) for name in sorted(set(groups.values()))}


def _sortable(votes: Votes) -> NDArray[np.bytes_]:
    """Every row as one string of bytes, none of them zero, so that rows sort by their votes."""
    return (votes - UNSEEN + 1).astype(np.uint8).view(f"S{votes.shape[1]}").ravel()


def _check_people(people: Sequence[str], rows: int) -> None:
    if len(people) != rows:
        raise Misshapen((len(people),), (rows,))
    if rows > MOST_PARTICIPANTS:
        raise TooManyPeople(rows, MOST_PARTICIPANTS)
    seen: set[str] = set()
    for person in people:
        if person in seen:
            raise RepeatedParticipant(person)
        seen.add(person)


def _flags(statements: Sequence[str], chosen: Iterable[str]) -> Flags:
    wanted = set(chosen)
    if strangers := sorted(wanted - set(statements)):
        raise UnknownOption(strangers[0], -1)
    return np.array([name in wanted for name in statements])

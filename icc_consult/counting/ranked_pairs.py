"""Ranked pairs: the strongest victories hold, those that contradict stronger ones fall."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.lots import lot_order
from icc_consult.counting.majorities import (
    Relation,
    levels,
    majorities,
    matrix_step,
    strengths,
)
from icc_consult.counting.order import nested
from icc_consult.counting.outcome import Lot, Outcome, Step, Tie

MOST_STATES: Final = 2_000
"""States to follow before the search for who else might win under other lots gives up."""

Pair = tuple[int, int]


def ranked_pairs(ballots: Rankings, *, winning_votes: bool = False, seed: int = 0) -> Outcome:
    """Tideman, "Independence of clones as a criterion for voting rules" (1987).

    Victories are locked from the strongest to the weakest, by margin or by winning votes; one that would
    close a circle falls. Where equally strong victories contradict each other, a lot decides their order:
    first those won by the option whose lot comes first, then those lost by the option whose lot comes last
    (Zavist and Tideman, 1989). Everybody who wins under some order is named: several of them stand first as a
    tie. Steps: the pairwise matrix `above` and what strength goes `by`; every victory with its `strength` and
    whether it is `locked`; `explored`, whether every order was followed.
    """
    above = majorities(ballots)
    forces = strengths(above, winning_votes=winning_votes)
    rounds = [
        [(int(a), int(b)) for a, b in np.argwhere(forces == force)]
        for force in sorted(set(forces[forces > 0].tolist()), reverse=True)
    ]
    locking = _Locking(ballots.options, seed)
    locked = locking.lock_all(rounds)
    possible, explored = _possible_winners(rounds, len(ballots.options), locked)
    ranked = [possible, *([each for each in tier if each not in possible] for tier in levels(locked.held))]
    names = nested([tier for tier in ranked if tier], ballots.options)
    top = [ballots.options[each] for each in levels(locked.held)[0]]
    by: Step = {
        **matrix_step(ballots, above),
        "by": "winning votes" if winning_votes else "margins",
    }
    return Outcome(
        rule="ranked-pairs",
        participants=ballots.participants,
        options=ballots.options,
        outcome=names,
        chosen=tuple(top) if len(top) == 1 else (),
        ties=(*locking.ties, *(Tie("order", each) for each in names if isinstance(each, tuple))),
        lots=tuple(locking.lots),
        steps=(
            by,
            *_victories(ballots.options, rounds, forces.tolist(), locked.held),
            {"explored": explored},
        ),
    )


@dataclass(slots=True)
class _Locked:
    """The locked victories `held`, and what each option `reaches` through them."""

    held: Relation
    reaches: Relation

    def lock(self, pair: Pair) -> bool:
        """Lock the pair unless it closes a circle."""
        winner, loser = pair
        if self.reaches[loser, winner]:
            return False
        self.held[winner, loser] = True
        if not self.reaches[winner, loser]:
            before = self.reaches[:, winner].copy()
            before[winner] = True
            after = self.reaches[loser].copy()
            after[loser] = True
            self.reaches |= before[:, None] & after[None]
        return True

    def copy(self) -> "_Locked":
        return _Locked(self.held.copy(), self.reaches.copy())

    def contested(self, pairs: list[Pair]) -> list[Pair]:
        """Those of the equally strong pairs that can contradict one another, given what is locked."""
        together = self.copy()
        open_pairs = [pair for pair in pairs if not self.reaches[pair[1], pair[0]]]
        for winner, loser in open_pairs:
            before, after = together.reaches[:, winner].copy(), together.reaches[loser].copy()
            before[winner] = after[loser] = True
            together.reaches |= before[:, None] & after[None]
        return [pair for pair in open_pairs if together.reaches[pair[1], pair[0]]]


def _nothing(options: int) -> _Locked:
    return _Locked(np.zeros((options, options), np.bool_), np.zeros((options, options), np.bool_))


@dataclass(slots=True)
class _Locking:
    """The count under the recorded seed."""

    options: tuple[str, ...]
    seed: int
    ties: list[Tie] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)

    def lock_all(self, rounds: list[list[Pair]]) -> _Locked:
        locked = _nothing(len(self.options))
        for step, pairs in enumerate(rounds, start=1):
            for pair in self.in_order(pairs, locked.contested(pairs), step):
                locked.lock(pair)
        return locked

    def in_order(self, pairs: list[Pair], contested: list[Pair], step: int) -> list[Pair]:
        if not contested:
            return pairs
        names = tuple(self.options[each] for each in sorted({each for pair in contested for each in pair}))
        lots = lot_order(names, self.seed)
        rank = {self.options.index(name): place for place, name in enumerate(lots)}
        self.ties.append(Tie("lock", names, "lot", step))
        self.lots.append(Lot(lots, lots, "first", self.seed, step))
        by_lot = sorted(contested, key=lambda pair: (rank[pair[0]], -rank[pair[1]]))
        return [pair for pair in pairs if pair not in contested] + by_lot


def _possible_winners(rounds: list[list[Pair]], options: int, drawn: _Locked) -> tuple[list[int], bool]:
    """Who is undefeated under some order of equally strong victories, and whether all were followed."""
    states = [_nothing(options)]
    complete = True
    for pairs in rounds:
        after: dict[bytes, _Locked] = {}
        for state in states:
            complete &= _follow(state, pairs, after, set())
        states = list(after.values())
    winners = {
        each for state in [*states, drawn] for each in np.flatnonzero(~state.held.any(axis=0)).tolist()
    }
    return sorted(winners), complete


def _follow(state: _Locked, pairs: list[Pair], after: dict[bytes, _Locked], seen: set[bytes]) -> bool:
    """Put into `after` every state that some order of the pairs leads to; False when there are too many."""
    contested = state.contested(pairs)
    state = state.copy()
    for pair in pairs:
        if pair not in contested:
            state.lock(pair)
    waiting, complete = [state], True
    while waiting:
        here = waiting.pop()
        left = [pair for pair in here.contested(contested) if not here.held[pair]]
        for pair in contested if not left else ():
            here.lock(pair)
        if not left:
            after[here.held.tobytes()] = here
        for pair in left:
            there = here.copy()
            there.lock(pair)
            if there.held.tobytes() not in seen:
                seen.add(there.held.tobytes())
                waiting.append(there)
        if len(seen) > MOST_STATES or len(after) > MOST_STATES:
            return False
    return complete


def _victories(
    options: tuple[str, ...], rounds: list[list[Pair]], forces: list[list[int]], held: Relation
) -> list[Step]:
    return [
        {
            "winner": options[winner],
            "loser": options[loser],
            "strength": forces[winner][loser],
            "locked": bool(held[winner, loser]),
        }
        for pairs in rounds
        for winner, loser in pairs
    ]

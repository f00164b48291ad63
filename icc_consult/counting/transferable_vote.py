"""Single transferable vote: several seats, no vote wasted on who needs it no more or cannot win."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.lots import Urn, lot_order, universes
from icc_consult.counting.order import check_seats
from icc_consult.counting.outcome import Choice, Lot, Outcome, Step, Tie
from icc_consult.counting.preferences import NOBODY, holders
from icc_consult.counting.tallies import chunks

VALUE: Final = 100_000
"""One ballot, in units of its fifth decimal."""


def stv(ballots: Rankings, *, seats: int, seed: int = 0) -> Outcome:
    """The Scottish Local Government Elections Order 2007 (SSI 2007/42, rules 45 to 52), weighted inclusive.

    The quota is Droop's: valid ballots divided by seats + 1, rounded down, plus one. Whoever reaches it is
    elected; the largest surplus goes first, each ballot at surplus x value / votes, cut after the fifth
    decimal; when no surplus is left the option with the fewest votes is excluded and its ballots pass on at
    their value. When as many options are left as seats, they are elected. Ties look back: the most recent
    stage at which the tied options differed decides, then a lot. Options without a single vote are excluded
    together when enough others are left. A ballot that ranks several options equally where it would pass
    waits until one of them is left; the Order knows no such ballots. The `outcome` is in the order of
    election. Steps: `quota` and `valid`; the stages with `votes`, `elected`, `excluded`, what was transferred
    `from` whom, `waiting`, `non_transferable` and `lost` to rounding; `explored`, whether every fall of the
    lots was followed.
    """
    check_seats(seats, len(ballots.options))
    count, others, explored = universes(lambda urn: _Count(ballots, seats, urn).run(), seed)
    chosen = tuple(ballots.options[each] for each in count.elected)
    sets = [{ballots.options[each] for each in other.elected} for other in others]
    return Outcome(
        rule="stv",
        participants=ballots.participants,
        options=ballots.options,
        outcome=alternatives(ballots.options, chosen, sets),
        chosen=chosen,
        ties=tuple(count.ties),
        lots=tuple(count.lots),
        steps=({"quota": count.quota / VALUE, "valid": count.valid}, *count.stages, {"explored": explored}),
    )


def alternatives(
    options: Sequence[str], chosen: Sequence[str], others: Iterable[set[str]]
) -> tuple[Choice, ...]:
    """Those chosen however the lots fall, and last, together, those chosen under some lots only."""
    sets = [set(chosen), *others]
    always, ever = set.intersection(*sets), set.union(*sets)
    sure = tuple(name for name in chosen if name in always)
    moot = tuple(name for name in options if name in ever - always)
    return (*sure, moot) if moot else sure


_Best = Callable[[Iterable[int]], int]


@dataclass(slots=True)
class _Count:
    """One count. Votes and values are whole numbers in units of VALUE; `holder`, `value` are per ballot."""

    ballots: Rankings
    seats: int
    urn: Urn
    quota: int = 0
    valid: int = 0
    continuing: list[int] = field(default_factory=list)
    elected: list[int] = field(default_factory=list)
    announced: int = 0
    surplus: list[int] = field(default_factory=list)
    votes: list[int] = field(default_factory=list)
    history: list[list[int]] = field(default_factory=list)
    stages: list[Step] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)
    holder: NDArray[np.int16] = field(default_factory=lambda: np.empty(0, np.int16))
    value: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    waits: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))

    def run(self) -> "_Count":
        self.start()
        while len(self.elected) < self.seats:
            if len(self.continuing) <= self.seats - len(self.elected):
                self.elect(self.continuing)
                self.stage("filled", [], 0, 0)
            elif self.surplus:
                self.transfer_surplus()
            else:
                self.exclude()
        return self

    def start(self) -> None:
        everybody = list(range(len(self.ballots.options)))
        pieces = [holders(self.ballots, everybody, piece) for piece in chunks(self.ballots.places.shape[1])]
        self.holder = np.concatenate([holder for holder, _ in pieces])
        self.waits = np.flatnonzero(np.concatenate([waits for _, waits in pieces]))
        self.value = np.full(self.holder.shape, VALUE, dtype=np.int64)
        self.continuing = everybody
        self.votes = [0] * len(everybody)
        self.receive(np.flatnonzero(self.holder != NOBODY))
        self.valid = sum(self.votes) // VALUE + self.people(self.waits)
        self.quota = (self.valid // (self.seats + 1) + 1) * VALUE
        self.elect_those_at_quota()
        self.stage("first preferences", [], 0, 0)

    def people(self, of: NDArray[np.int64]) -> int:
        return len(of) if self.ballots.counts is None else int(self.ballots.counts[of].sum())

    def worth(self, of: NDArray[np.int64]) -> NDArray[np.int64]:
        """What each of the ballots is worth, times the people behind it."""
        return self.value[of] if self.ballots.counts is None else self.value[of] * self.ballots.counts[of]

    def receive(self, moved: NDArray[np.int64]) -> None:
        """Credit the ballots to their holders."""
        added = np.bincount(self.holder[moved], self.worth(moved), len(self.votes))
        self.votes = [votes + int(more) for votes, more in zip(self.votes, added.tolist(), strict=True)]

    def pass_on(self, moved: NDArray[np.int64]) -> int:
        """Hand the ballots to their next preference; returns what finds none."""
        again = np.concatenate([moved, self.waits])
        self.holder[again], waits = holders(self.ballots, self.continuing, again)
        self.waits = again[waits]
        found = again[self.holder[again] != NOBODY]
        self.receive(found)
        gone = again[(self.holder[again] == NOBODY) & ~waits]
        return int(self.worth(gone).sum())

    def elect(self, options: Iterable[int]) -> None:
        new = sorted(options, key=lambda option: (-self.votes[option], option))
        self.elected.extend(new)
        self.continuing = [option for option in self.continuing if option not in new]

    def elect_those_at_quota(self) -> None:
        new = [option for option in self.continuing if self.votes[option] >= self.quota]
        self.elect(new)
        self.surplus.extend(option for option in new if self.votes[option] > self.quota)

    def transfer_surplus(self) -> None:
        largest = max(self.votes[option] for option in self.surplus)
        giver = self.pick([each for each in self.surplus if self.votes[each] == largest], "surplus", max)
        self.surplus.remove(giver)
        over, moved = self.votes[giver] - self.quota, np.flatnonzero(self.holder == giver)
        self.value[moved] = self.value[moved] * over // self.votes[giver]
        lost = over - int(self.worth(moved).sum())
        self.votes[giver] = self.quota
        gone = self.pass_on(moved)
        self.elect_those_at_quota()
        self.stage("surplus", [giver], gone, lost)

    def exclude(self) -> None:
        fewest = min(self.votes[option] for option in self.continuing)
        last = [option for option in self.continuing if self.votes[option] == fewest]
        spare = len(self.continuing) - (self.seats - len(self.elected))
        together = fewest == 0 and len(last) <= spare and not len(self.waits)
        out = last if together else [self.pick(last, "exclusion", min)]
        self.continuing = [option for option in self.continuing if option not in out]
        moved = np.flatnonzero(np.logical_or.reduce([self.holder == option for option in out]))
        for option in out:
            self.votes[option] = 0
        gone = self.pass_on(moved)
        self.elect_those_at_quota()
        self.stage("exclusion", out, gone, 0)

    def pick(self, tied: list[int], what: str, best: _Best) -> int:
        """The tied option that comes first, by the most recent stage at which they differed, else by lot."""
        left, step = tied, len(self.stages) + 1
        for votes in reversed(self.history):
            top = best(votes[option] for option in left)
            left = [option for option in left if votes[option] == top]
        if len(tied) > 1:
            names = tuple(self.ballots.options[each] for each in tied)
            self.ties.append(Tie(what, names, "earlier round" if len(left) == 1 else "lot", step))
        if len(left) == 1:
            return left[0]
        names = tuple(self.ballots.options[each] for each in left)
        drawn = self.urn.draw(names)
        to = "out" if what == "exclusion" else "first"
        self.lots.append(Lot(lot_order(names, self.urn.seed), (drawn,), to, self.urn.seed, step))
        return self.ballots.options.index(drawn)

    def stage(self, kind: str, givers: Sequence[int], gone: int, lost: int) -> None:
        self.history.append(list(self.votes))
        names = self.ballots.options
        new, self.announced = self.elected[self.announced :], len(self.elected)
        self.stages.append(
            {
                "stage": len(self.stages) + 1,
                "kind": kind,
                "from": [names[each] for each in givers],
                "votes": {name: votes / VALUE for name, votes in zip(names, self.votes, strict=True)},
                "elected": [names[each] for each in new],
                "waiting": int(self.worth(self.waits).sum()) / VALUE,
                "non_transferable": gone / VALUE,
                "lost": lost / VALUE,
            }
        )

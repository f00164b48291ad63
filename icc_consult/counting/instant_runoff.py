"""Instant-runoff: the option that is first on the fewest ballots goes, until one is left."""

from dataclasses import dataclass, field
from typing import Final

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.lots import lot_order
from icc_consult.counting.order import Tiers, nested
from icc_consult.counting.outcome import Lot, Outcome, Step, Tie
from icc_consult.counting.preferences import Firsts, firsts

MOST_COUNTS: Final = 2_000
"""Sets of remaining options to count before the search for who else might win under other lots gives up."""

Remaining = tuple[int, ...]


def instant_runoff(ballots: Rankings, *, seed: int = 0) -> Outcome:
    """Ware's method (1871), one option out at a time.

    A ballot counts for the option it ranks first among those that remain. Where it ranks several equally
    first it waits until one of them is left; where it ranks none it is exhausted. Options tied for last go
    together when all their votes and all waiting ballots could not lift one of them to the next option;
    otherwise a lot decides who goes. The last one to go stands second, and so on. Everybody who wins under
    some fall of the lots is named: several of them stand first as a tie. Steps: the rounds, each with
    `votes`, `waiting`, `exhausted`, `out`, and `majority`, who has more than half of the counted votes; at
    the end `explored`, whether every fall of the lots was followed.
    """
    runoff = _Runoff(ballots, seed)
    runoff.run()
    possible, explored = runoff.possible_winners()
    winners = [option for option in range(len(ballots.options)) if option in possible]
    ranked = [winners] + [[each for each in tier if each not in possible] for tier in reversed(runoff.gone)]
    names = nested([tier for tier in ranked if tier], ballots.options)
    stands = [Tie("order", each) for each in names if isinstance(each, tuple)]
    return Outcome(
        rule="irv",
        participants=ballots.participants,
        options=ballots.options,
        outcome=names,
        chosen=(ballots.options[runoff.gone[-1][0]],),
        ties=(*runoff.ties, *stands),
        lots=tuple(runoff.lots),
        steps=(*runoff.rounds, {"explored": explored}),
    )


@dataclass(slots=True)
class _Runoff:
    """One count. `gone` are the options in the order they went, the winner last."""

    ballots: Rankings
    seed: int
    gone: Tiers = field(default_factory=list)
    rounds: list[Step] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)
    counted: dict[Remaining, Firsts] = field(default_factory=dict)

    def run(self) -> None:
        remaining: Remaining = tuple(range(len(self.ballots.options)))
        while remaining:
            last, together = self.last(remaining)
            out = list(last) if together or len(last) == 1 else [self.draw(last)]
            self.rounds.append(self.round(remaining, out if len(remaining) > 1 else []))
            self.gone.append(out)
            remaining = tuple(option for option in remaining if option not in out)

    def firsts(self, remaining: Remaining) -> Firsts:
        if remaining not in self.counted:
            self.counted[remaining] = firsts(self.ballots, remaining)
        return self.counted[remaining]

    def last(self, remaining: Remaining) -> tuple[Remaining, bool]:
        """The options with the fewest votes, and whether they all go whatever the lots say."""
        count = self.firsts(remaining)
        fewest = min(count.votes)
        last = tuple(each for each, votes in zip(remaining, count.votes, strict=True) if votes == fewest)
        next_votes = min((votes for votes in count.votes if votes > fewest), default=0)
        return last, fewest * len(last) + count.waiting < next_votes

    def draw(self, last: Remaining) -> int:
        names = tuple(self.ballots.options[each] for each in last)
        order = lot_order(names, self.seed)
        step = len(self.rounds) + 1
        self.ties.append(Tie("round", names, "lot", step))
        self.lots.append(Lot(order, order[:1], "out", self.seed, step))
        return self.ballots.options.index(order[0])

    def round(self, remaining: Remaining, out: list[int]) -> Step:
        count = self.firsts(remaining)
        names = [self.ballots.options[each] for each in remaining]
        most = max(count.votes)
        return {
            "round": len(self.rounds) + 1,
            "votes": dict(zip(names, count.votes, strict=True)),
            "waiting": count.waiting,
            "exhausted": count.exhausted,
            "majority": names[count.votes.index(most)] if 2 * most > sum(count.votes) else None,
            "out": [self.ballots.options[each] for each in out],
        }

    def possible_winners(self) -> tuple[set[int], bool]:
        """Who wins under some fall of the lots, and whether all of them were followed."""
        winners: set[int] = set()
        waiting: list[Remaining] = [tuple(range(len(self.ballots.options)))]
        seen: set[Remaining] = set(waiting)
        while waiting and len(seen) <= MOST_COUNTS:
            remaining = waiting.pop()
            if len(remaining) == 1:
                winners.update(remaining)
                continue
            last, together = self.last(remaining)
            for out in [last] if together else [(each,) for each in last]:
                left = tuple(option for option in remaining if option not in out)
                if left not in seen:
                    seen.add(left)
                    waiting.append(left)
        return winners | set(self.gone[-1]), not waiting

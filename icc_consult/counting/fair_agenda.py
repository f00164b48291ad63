"""Fair agenda: some slots for topics, shared out so that one large group cannot take them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.ballots import Approvals
from icc_consult.counting.equal_shares import purchases
from icc_consult.counting.lots import Urn, lot_order, universes
from icc_consult.counting.order import check_seats
from icc_consult.counting.outcome import Lot, Outcome, Step, Tie
from icc_consult.counting.projects import Projects
from icc_consult.counting.purses import Crowd, Purses
from icc_consult.counting.transferable_vote import alternatives

MOST_UNIVERSES: Final = 64


def fair_agenda(ballots: Approvals, *, seats: int, seed: int = 0) -> Outcome:
    """Equal Shares where every topic costs one slot, completed by Phragmen (Peters and Skowron, 2020).

    Everybody's purse is seats / participants, and topics are bought as under equal shares. While slots are
    left, all purses fill at the same pace; the topic whose supporters first hold the price of a slot together
    is bought and empties their purses. Ties go to the most votes, then a lot. Topics that nobody marked take
    no slot. Steps: every topic bought from shares with its `votes`, `payment` and `effective_votes`; then
    those bought while purses filled, with `filled`, what everybody had received by then; `explored`, whether
    every fall of the lots was followed.
    """
    check_seats(seats, len(ballots.options))
    slots = Projects(ballots, (1,) * len(ballots.options), seats)
    crowd = Crowd.of(slots)
    agenda, others, explored = universes(lambda urn: _share_out(crowd, urn), seed, MOST_UNIVERSES)
    names = ballots.options
    chosen = tuple(names[each] for each in agenda.topics)
    sets = [{names[each] for each in other.topics} for other in others]
    return Outcome(
        rule="fair-agenda",
        participants=ballots.participants,
        options=names,
        outcome=alternatives(names, chosen, sets),
        chosen=chosen,
        ties=tuple(agenda.ties),
        lots=tuple(agenda.lots),
        steps=(*agenda.steps, {"explored": explored}),
    )


@dataclass(frozen=True, slots=True)
class _Agenda:
    topics: list[int]
    steps: list[Step]
    ties: list[Tie]
    lots: list[Lot]


def _share_out(crowd: Crowd, urn: Urn) -> _Agenda:
    ballots = crowd.ballots
    purses = Purses(crowd, Fraction(ballots.budget, ballots.participants), urn).run()
    topics = [each.project for each in purses.bought]
    agenda = _Agenda(topics, purchases(purses), purses.ties, purses.lots)
    filling = _Filling(purses, agenda)
    while len(topics) < ballots.budget and (waiting := filling.waiting()):
        filling.buy_next(waiting)
    return agenda


@dataclass(slots=True)
class _Filling:
    """Purses that fill at the same pace, in exact fractions.

    `since` says for each kind of ballot which of the `moments` emptied its purse last, -1 where none did.
    """

    purses: Purses
    agenda: _Agenda
    since: NDArray[np.int64]
    moments: list[Fraction]

    def __init__(self, purses: Purses, agenda: _Agenda) -> None:
        self.purses, self.agenda, self.moments = purses, agenda, []
        self.since = np.full(len(purses.crowd.people), -1, dtype=np.int64)

    def waiting(self) -> list[int]:
        votes = self.purses.crowd.ballots.votes
        return [topic for topic, count in enumerate(votes) if count and topic not in self.agenda.topics]

    def ready_at(self, topic: int) -> Fraction:
        """How much everybody must have received before the supporters hold the price of a slot together."""
        crowd, supporters = self.purses.crowd, self.purses.crowd.supporters[topic]
        untouched = supporters[self.since[supporters] < 0]
        held = self.purses.wealth(untouched, len(self.purses.bought))
        for moment, received in enumerate(self.moments):
            people = int(crowd.people[supporters[self.since[supporters] == moment]].sum())
            held -= people * received
        return (1 - held) / crowd.ballots.votes[topic]

    def buy_next(self, waiting: Sequence[int]) -> None:
        ready = {topic: self.ready_at(topic) for topic in waiting}
        moment = min(ready.values())
        topic = self.first([each for each in waiting if ready[each] == moment])
        self.since[self.purses.crowd.supporters[topic]] = len(self.moments)
        self.moments.append(moment)
        self.agenda.topics.append(topic)
        ballots = self.purses.crowd.ballots
        self.agenda.steps.append(
            {"project": ballots.options[topic], "votes": ballots.votes[topic], "filled": float(moment)}
        )

    def first(self, tied: list[int]) -> int:
        ballots, step = self.purses.crowd.ballots, len(self.agenda.steps) + 1
        most = max(ballots.votes[each] for each in tied)
        left = [each for each in tied if ballots.votes[each] == most]
        names = tuple(ballots.options[each] for each in tied)
        if len(tied) > 1:
            self.agenda.ties.append(Tie("purchase", names, "votes" if len(left) == 1 else "lot", step))
        if len(left) == 1:
            return left[0]
        pool = tuple(ballots.options[each] for each in left)
        drawn = self.purses.urn.draw(pool)
        self.agenda.lots.append(
            Lot(lot_order(pool, self.purses.urn.seed), (drawn,), "first", self.purses.urn.seed, step)
        )
        return ballots.options.index(drawn)

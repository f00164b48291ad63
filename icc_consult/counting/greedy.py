"""Greedy: projects by votes, as far as the money goes."""

from dataclasses import dataclass, field
from typing import Literal

from icc_consult.counting.lots import Urn, lot_order, universes
from icc_consult.counting.outcome import Lot, Outcome, Step, Tie
from icc_consult.counting.projects import Projects
from icc_consult.counting.transferable_vote import alternatives

WhenTooDear = Literal["skip", "stop"]


def greedy(ballots: Projects, *, when_too_dear: WhenTooDear = "skip", seed: int = 0) -> Outcome:
    """The common rule of city budgets: the most votes first; of equal votes the cheaper; then a lot.

    A project that costs more than what is left is skipped, or (`stop`) ends the list. Projects without votes
    are never funded. Steps: what happens `when_too_dear`; every project in turn with `votes`, `cost`, `left`
    before it and `funded`; `explored`, whether every fall of the lots was followed.
    """
    count, others, explored = universes(lambda urn: _List(ballots, when_too_dear, urn).run(), seed)
    names = ballots.options
    chosen = tuple(names[each] for each in count.funded)
    return Outcome(
        rule="greedy",
        participants=ballots.participants,
        options=names,
        outcome=alternatives(names, chosen, [{names[each] for each in other.funded} for other in others]),
        chosen=chosen,
        ties=tuple(count.ties),
        lots=tuple(count.lots),
        steps=({"when_too_dear": when_too_dear}, *count.steps, {"explored": explored}),
    )


@dataclass(slots=True)
class _List:
    """One walk down the list."""

    ballots: Projects
    when_too_dear: WhenTooDear
    urn: Urn
    funded: list[int] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)

    def run(self) -> "_List":
        waiting = {each for each, votes in enumerate(self.ballots.votes) if votes}
        left = self.ballots.budget
        while waiting:
            project = self.first(waiting, left)
            waiting.remove(project)
            fits = self.ballots.costs[project] <= left
            self.report(project, left, fits)
            if fits:
                self.funded.append(project)
                left -= self.ballots.costs[project]
            elif self.when_too_dear == "stop":
                break
        return self

    def first(self, waiting: set[int], left: int) -> int:
        """The next project; a lot is drawn only where some of the tied might not fit beside the others."""
        votes, costs, names = self.ballots.votes, self.ballots.costs, self.ballots.options
        most = max(votes[each] for each in waiting)
        popular = [each for each in waiting if votes[each] == most]
        cheapest = min(costs[each] for each in popular)
        tied = sorted(each for each in popular if costs[each] == cheapest)
        step = len(self.steps) + 1
        if len(popular) > len(tied) and sum(costs[each] for each in popular) > left >= cheapest:
            self.ties.append(Tie("list", tuple(names[each] for each in sorted(popular)), "cost", step))
        if len(tied) == 1 or len(tied) * cheapest <= left or cheapest > left:
            return tied[0]
        tied_names = tuple(names[each] for each in tied)
        drawn = self.urn.draw(tied_names)
        self.ties.append(Tie("list", tied_names, "lot", step))
        self.lots.append(Lot(lot_order(tied_names, self.urn.seed), (drawn,), "first", self.urn.seed, step))
        return names.index(drawn)

    def report(self, project: int, left: int, fits: bool) -> None:  # noqa: FBT001
        self.steps.append(
            {
                "project": self.ballots.options[project],
                "votes": self.ballots.votes[project],
                "cost": self.ballots.money(self.ballots.costs[project]),
                "left": self.ballots.money(left),
                "funded": fits,
            }
        )

"""How far purses can grow before anything changes in what they buy.

Small votes about large sums would otherwise be counted anew for every single coin. Every amount is a straight
line in the size of the purses, in exact fractions; where two lines that were compared next cross, something
may change.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from icc_consult.counting.lots import Urn
from icc_consult.counting.purses import Crowd


class Line(NamedTuple):
    """An amount now, and how much it grows with each coin in everybody's purse; compared just beyond now."""

    value: Fraction
    slope: Fraction

    def minus(self, other: "Line") -> "Line":
        """The difference."""
        return Line(self.value - other.value, self.slope - other.slope)

    def times(self, factor: Fraction | int) -> "Line":
        """The multiple."""
        return Line(self.value * factor, self.slope * factor)


def pays(crowd: Crowd, purse: Fraction) -> bool:
    """Whether lines are likely quicker than raising purses one by one: few ballots and projects, large sums.

    What changes grows with kinds of ballots x projects, and so does the work to find the next change.
    """
    return 10 * purse / crowd.ballots.unit > crowd.marks.size**2


NOTHING: Final = Line(Fraction(0), Fraction(0))


@dataclass(slots=True)
class Growth:
    """What purses beyond `start` buy, and how much more changes nothing: `reach`, in coins, None for ever."""

    crowd: Crowd
    start: Fraction
    urn: Urn
    bought: list[int] = field(default_factory=list)
    reach: Fraction | None = None
    purses: list[Line] = field(default_factory=list)

    def run(self) -> "Growth":
        """Buy until no project can be paid by its supporters."""
        self.purses = [Line(self.start, Fraction(1))] * len(self.crowd.people)
        ballots = self.crowd.ballots
        waiting = [project for project, votes in enumerate(ballots.votes) if votes]
        while True:
            payments = {project: self.payment(project) for project in waiting}
            rates = {
                project: payment.times(Fraction(1, ballots.costs[project]))
                for project, payment in payments.items()
                if payment is not None
            }
            if not rates:
                return self
            lowest = min(rates.values())
            for rate in rates.values():
                self.watch(lowest, rate)
            project = self.settle([each for each in rates if rates[each] == lowest])
            self.buy(project, payments[project] or NOTHING)
            waiting = [each for each in rates if each != project]

    @property
    def cost(self) -> int:
        """What has been bought costs this many coins."""
        return sum(self.crowd.ballots.costs[project] for project in self.bought)

    def watch(self, smaller: Line, larger: Line) -> None:
        """The order of the two matters: nothing is sure beyond where they cross."""
        gap = larger.minus(smaller)
        if gap.slope < 0:
            crossing = gap.value / -gap.slope
            self.reach = crossing if self.reach is None else min(self.reach, crossing)

    def payment(self, project: int) -> Line | None:
        """What each supporter pays at most; None where they cannot pay it together."""
        supporters = self.crowd.supporters[project].tolist()
        people = dict(zip(supporters, self.crowd.people[supporters].tolist(), strict=True))
        cost = Line(Fraction(self.crowd.ballots.costs[project]), Fraction(0))
        rich = sorted(supporters, key=self.purses.__getitem__)
        missing, payers = cost, sum(people.values())
        while rich and self.purses[rich[0]].times(payers) < missing:
            poorest = rich.pop(0)
            missing = missing.minus(self.purses[poorest].times(people[poorest]))
            payers -= people[poorest]
        if not rich:
            self.watch(cost.minus(missing), cost)
            return None
        payment = missing.times(Fraction(1, payers))
        for each in supporters:
            self.watch(*sorted((self.purses[each], payment)))
        return payment

    def settle(self, tied: list[int]) -> int:
        """The cheapest of the tied projects, the one with the most votes, or a lot."""
        costs, votes = self.crowd.ballots.costs, self.crowd.ballots.votes
        least = min((costs[each], -votes[each]) for each in tied)
        left = [each for each in tied if (costs[each], -votes[each]) == least]
        if len(left) == 1:
            return left[0]
        names = self.crowd.ballots.options
        return names.index(self.urn.draw(tuple(names[each] for each in sorted(left))))

    def buy(self, project: int, payment: Line) -> None:
        """Take the payments out of the purses."""
        self.bought.append(project)
        for each in self.crowd.supporters[project].tolist():
            purse = self.purses[each]
            self.purses[each] = NOTHING if purse < payment else purse.minus(payment)

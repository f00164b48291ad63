"""Everybody has a purse of the same size, and projects are bought by those who marked them.

Money is counted in floats for speed. Wherever floats could mislead (two projects nearly equally good, a purse
nearly empty, a project nearly too dear) the question is answered again in exact fractions: what a purse holds
exactly is its start minus what its owner paid, so a sum over many purses needs only headcounts and the
payments of the few projects bought.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.lots import Urn, lot_order
from icc_consult.counting.outcome import Lot, Tie
from icc_consult.counting.projects import Projects

NOISE: Final = 1e-12
"""Far above what rounding adds up to, as a share of the purse."""

Floats = NDArray[np.float64]
Kinds = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(slots=True)
class Crowd:
    """Who marked what, by kind of ballot: for each project the `supporters` (kinds), `weights` (people)."""

    ballots: Projects
    marks: Flags
    people: NDArray[np.int64]
    supporters: list[Kinds]
    weights: list[Floats]

    @classmethod
    def of(cls, ballots: Projects) -> "Crowd":
        """The crowd behind the ballots."""
        marks, people = ballots.kinds
        supporters = [np.flatnonzero(row) for row in marks]
        weights = [people[each].astype(np.float64) for each in supporters]
        return cls(ballots, marks, people.astype(np.int64), supporters, weights)


@dataclass(frozen=True, slots=True)
class Purchase:
    """A project, what each supporter pays at most, and the kinds of ballots whose purse it empties."""

    project: int
    payment: float
    emptied: Kinds


@dataclass(slots=True)
class Purses:
    """One run of the Method of Equal Shares with purses of the size `start`, in coins."""

    crowd: Crowd
    start: Fraction
    urn: Urn
    bought: list[Purchase] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)
    money: Floats = field(default_factory=lambda: np.empty(0))
    empty: Flags = field(default_factory=lambda: np.empty(0, np.bool_))
    paid: dict[int, Fraction] = field(default_factory=dict)

    def run(self) -> "Purses":
        """Buy until no project can be paid by its supporters."""
        kinds = len(self.crowd.people)
        self.money, self.empty = np.full(kinds, float(self.start)), np.zeros(kinds, np.bool_)
        votes = self.crowd.ballots.votes
        floor = {project: 1 / count for project, count in enumerate(votes) if count}
        while tied := self.best(floor):
            project = tied[0] if len(tied) == 1 else self.settle(tied)
            del floor[project]
            self.buy(project)
        return self

    @property
    def cost(self) -> int:
        """What has been bought costs this many coins."""
        return sum(self.crowd.ballots.costs[each.project] for each in self.bought)

    def best(self, floor: dict[int, float]) -> list[int]:
        """The projects with the lowest payment per coin of cost, as far as floats can tell.

        `floor` holds a lower bound for each project; purses only shrink, so bounds stay true. What became too
        dear is taken out for good.
        """
        ceiling, found = np.inf, list[tuple[float, int]]()
        for project in sorted(floor, key=floor.__getitem__):
            if floor[project] > ceiling:
                break
            price = self.price(project)
            if price is None:
                del floor[project]
                continue
            payment, doubt = price
            cost = self.crowd.ballots.costs[project]
            floor[project] = (payment - doubt) / cost
            ceiling = min(ceiling, (payment + doubt) / cost)
            found.append((floor[project], project))
        return [project for low, project in found if low <= ceiling]

    def price(self, project: int) -> tuple[float, float] | None:
        """What each supporter pays at most, and how far off that may be; None where they cannot pay it."""
        supporters, weights = self.crowd.supporters[project], self.crowd.weights[project]
        cost, votes = self.crowd.ballots.costs[project], self.crowd.ballots.votes[project]
        money = self.money[supporters]
        payment, rest, poor_before = cost / votes, float(votes), -1
        while True:
            poor = money < payment
            poor_now = int(np.count_nonzero(poor))
            if poor_now in (poor_before, 0):
                break
            rest = votes - float(weights @ poor)
            if rest <= 0:
                break
            payment, poor_before = (cost - float((money * weights) @ poor)) / rest, poor_now
        noise = NOISE * (float(self.start) * votes + cost)
        if rest <= 0 or payment * (1 + NOISE) + noise / max(rest, 1) >= money.max():
            return self.last_coins(project, float(money @ weights), noise)
        return payment, noise / rest

    def last_coins(self, project: int, together: float, noise: float) -> tuple[float, float] | None:
        """The price of a project that takes all its supporters have, decided exactly where floats cannot."""
        cost = self.crowd.ballots.costs[project]
        if together < cost - noise:
            return None
        exact = self.exact_payment(project)
        return None if exact is None else (float(exact), NOISE * float(exact))

    def settle(self, tied: list[int]) -> int:
        """The best of the tied projects in exact fractions; then the cheapest, the most votes, a lot."""
        ballots, names = self.crowd.ballots, self.crowd.ballots.options
        rates = {
            each: payment / ballots.costs[each]
            for each in tied
            if (payment := self.exact_payment(each)) is not None
        }
        lowest = min(rates.values())
        left, settled = sorted(each for each in rates if rates[each] == lowest), ""
        if len(left) == 1:
            return left[0]
        equal = tuple(names[each] for each in left)
        for word, key in (("cost", ballots.costs), ("votes", tuple(-each for each in ballots.votes))):
            least = min(key[each] for each in left)
            if len(left) > 1:
                left, settled = [each for each in left if key[each] == least], word
        step = len(self.bought) + 1
        if len(left) > 1:
            settled, pool = "lot", tuple(names[each] for each in left)
            drawn = self.urn.draw(pool)
            self.lots.append(Lot(lot_order(pool, self.urn.seed), (drawn,), "first", self.urn.seed, step))
            left = [names.index(drawn)]
        self.ties.append(Tie("purchase", equal, settled, step))
        return left[0]

    def buy(self, project: int) -> None:
        """Take the payments out of the purses."""
        price = self.price(project)
        assert price is not None  # noqa: S101 - best() has just found it affordable
        payment, doubt = price
        supporters = self.crowd.supporters[project]
        money = self.money[supporters]
        poor = money < payment - doubt - NOISE * float(self.start)
        unsure = ~poor & (money < payment + doubt + NOISE * float(self.start))
        if unsure.any() and (exact := self.exact_payment(project)) is not None:
            holds = self.exact_money(supporters[unsure])
            poor[unsure] = [each < exact for each in holds]
        emptied = supporters[poor]
        self.bought.append(Purchase(project, payment, emptied[~self.empty[emptied]]))
        self.empty[emptied] = True
        self.money[supporters] = np.maximum(money - payment, 0)

    def exact_payment(self, project: int) -> Fraction | None:
        """What each supporter pays at most, exactly; None where they cannot pay it together."""
        supporters = self.crowd.supporters[project]
        cost = self.crowd.ballots.costs[project]
        money = self.money[supporters]
        people = self.crowd.people[supporters]
        poor = np.zeros(len(supporters), np.bool_)
        margin = NOISE * float(self.start)
        while True:
            rest = int(people[~poor].sum())
            wealth = self.wealth(supporters[poor], len(self.bought))
            if rest == 0:
                return None if wealth < cost else max(self.exact_money(supporters))
            payment = (cost - wealth) / rest
            more = ~poor & (money < float(payment) + margin)
            unsure = more & (money > float(payment) - margin)
            more[unsure] = [each < payment for each in self.exact_money(supporters[unsure])]
            if not more.any():
                return payment
            poor |= more

    def wealth(self, kinds: Kinds, bought: int) -> Fraction:
        """What these kinds of ballots hold together after the first so many purchases, exactly."""
        kinds = kinds[~self.empty_after(kinds, bought)]
        people = self.crowd.people[kinds]
        total = int(people.sum()) * self.start
        for step in range(bought):
            payers = int(people @ self.crowd.marks[self.bought[step].project, kinds])
            if payers:
                total -= payers * self.exact_paid(step)
        return total

    def empty_after(self, kinds: Kinds, bought: int) -> Flags:
        if bought == len(self.bought):
            return self.empty[kinds]
        emptied = [each.emptied for each in self.bought[:bought]]
        return np.isin(kinds, np.concatenate(emptied)) if emptied else np.zeros(len(kinds), np.bool_)

    def exact_paid(self, step: int) -> Fraction:
        """What the rich paid for one purchase, exactly."""
        if step not in self.paid:
            purchase = self.bought[step]
            supporters = self.crowd.supporters[purchase.project]
            gone = self.empty_after(supporters, step + 1)
            rest = int(self.crowd.people[supporters[~gone]].sum())
            cost = self.crowd.ballots.costs[purchase.project]
            self.paid[step] = (cost - self.wealth(purchase.emptied, step)) / rest if rest else Fraction(0)
        return self.paid[step]

    def exact_money(self, kinds: Kinds) -> list[Fraction]:
        """What each of these kinds of ballots holds now, exactly."""
        projects = [each.project for each in self.bought]
        marks = self.crowd.marks[projects][:, kinds]
        known: dict[bytes, Fraction] = {}
        result = []
        for column, empty in zip(marks.T, self.empty[kinds], strict=True):
            key = column.tobytes() + bytes(empty)
            if key not in known:
                spent = sum((self.exact_paid(step) for step in np.flatnonzero(column).tolist()), Fraction(0))
                known[key] = Fraction(0) if empty else self.start - spent
            result.append(known[key])
        return result

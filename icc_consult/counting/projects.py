"""Projects with costs, a budget, and who marked what."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import isfinite, lcm
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from icc_consult.counting.ballots import Approvals
from icc_consult.counting.errors import BudgetNotPositive, CostNotPositive
from icc_consult.counting.grids import Whole
from icc_consult.counting.tallies import headcounts

Money = int | Decimal | Fraction


@dataclass(frozen=True, eq=False)
class Projects:
    """A budget vote. Costs and budget are whole numbers of a coin that all of them are multiples of.

    `unit` is how many such coins make one unit of the currency.
    """

    approvals: Approvals
    costs: tuple[int, ...]
    budget: int
    unit: int = 1

    @property
    def options(self) -> tuple[str, ...]:
        """The ids of the projects."""
        return self.approvals.options

    @property
    def participants(self) -> int:
        """How many people voted, those who marked nothing included."""
        return self.approvals.participants

    @classmethod
    def of_array(
        cls, costs: Mapping[str, Money], budget: Money, marks: ArrayLike, counts: ArrayLike | None = None
    ) -> Self:
        """From a (ballots, projects) array of 0 and 1, in the order of `costs`."""
        return cls._priced(Approvals.of_array(tuple(costs), marks, counts), costs, budget)

    @classmethod
    def of(cls, costs: Mapping[str, Money], budget: Money, ballots: Iterable[Collection[str]]) -> Self:
        """From the projects that each person marked."""
        return cls._priced(Approvals.of(tuple(costs), ballots), costs, budget)

    @classmethod
    def _priced(cls, approvals: Approvals, costs: Mapping[str, Money], budget: Money) -> Self:
        for name, cost in costs.items():
            if not _positive(cost):
                raise CostNotPositive(name, str(cost))
        if not _positive(budget):
            raise BudgetNotPositive(str(budget))
        exact = [Fraction(cost) for cost in (*costs.values(), budget)]
        unit = lcm(*(each.denominator for each in exact))
        *prices, whole = [int(each * unit) for each in exact]
        return cls(approvals, tuple(prices), whole, unit)

    @cached_property
    def votes(self) -> tuple[int, ...]:
        """How many people marked each project."""
        return tuple(headcounts(self.approvals.marks, self.approvals.counts))

    @cached_property
    def kinds(self) -> tuple[NDArray[np.bool_], Whole]:
        """The different ballots, (projects, kinds), and how many people cast each, in a fixed order."""
        marks = self.approvals.marks
        packed = np.packbits(marks, axis=0)
        padding = np.zeros((-len(packed) % 8, packed.shape[1]), dtype=np.uint8)
        words = np.ascontiguousarray(np.vstack([packed, padding]).T).view(">u8").T.astype(np.uint64)
        order = np.lexsort(words[::-1])
        new = np.ones(len(order), dtype=np.bool_)
        new[1:] = (words[:, order[1:]] != words[:, order[:-1]]).any(axis=0)
        starts = np.flatnonzero(new)
        counts = self.approvals.counts
        people = np.ones(len(order), dtype=np.int64) if counts is None else counts[order]
        return marks[:, order[starts]], np.add.reduceat(people, starts)

    def money(self, coins: int | Fraction) -> float:
        """An amount in units of the currency."""
        return float(Fraction(coins) / self.unit)

    def named(self, amounts: Sequence[int]) -> dict[str, float]:
        """An amount for each project, in units of the currency."""
        return {name: self.money(each) for name, each in zip(self.options, amounts, strict=True)}


def _positive(amount: Money) -> bool:
    return isfinite(amount) and amount > 0

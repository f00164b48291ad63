"""Preferences as PrefLib has them (preflib.org/format)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Preference = tuple[tuple[int, ...], ...]
"""Numbers of alternatives: the places of an order, best first, or what is in each category."""


class DataType(StrEnum):
    """Strict or with ties, complete or incomplete orders; or alternatives in categories."""

    SOC = "soc"
    SOI = "soi"
    TOC = "toc"
    TOI = "toi"
    CAT = "cat"


@dataclass(frozen=True, slots=True)
class Profile:
    """One file: alternatives by number, and how many people voted each preference.

    `header` is everything else that stands above the ballots, keys in capitals; the numbers of alternatives,
    voters and preferences follow from the rest and are not in it.
    """

    data_type: DataType
    alternatives: Mapping[int, str]
    ballots: Mapping[Preference, int]
    categories: tuple[str, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)

    @property
    def voters(self) -> int:
        """How many people voted."""
        return sum(self.ballots.values())


def type_of(ballots: Mapping[Preference, int], alternatives: int) -> DataType:
    """The narrowest type that all these orders are of."""
    strict = all(max(map(len, order), default=1) == 1 for order in ballots)
    complete = all(sum(map(len, order)) == alternatives for order in ballots)
    kinds = {
        (True, True): DataType.SOC,
        (True, False): DataType.SOI,
        (False, True): DataType.TOC,
        (False, False): DataType.TOI,
    }
    return kinds[strict, complete]


def fits(stated: DataType, found: DataType) -> bool:
    """Whether orders of the type found may stand in a file of the type stated."""
    strict_enough = stated in (DataType.TOC, DataType.TOI) or found in (DataType.SOC, DataType.SOI)
    complete_enough = stated in (DataType.SOI, DataType.TOI) or found in (DataType.SOC, DataType.TOC)
    return strict_enough and complete_enough

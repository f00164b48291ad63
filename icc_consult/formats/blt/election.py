"""A ranked election as the BLT format has it (Hill, Wichmann and Woodall, 1987; OpenSTV's additions)."""

from dataclasses import dataclass

Order = tuple[tuple[int, ...], ...]
"""Numbers of candidates from 1 on, best first; those that share a preference stand together, rising."""


@dataclass(frozen=True, slots=True)
class Election:
    """One file. Every ballot is an order and how many people cast it; orders may name who withdrew.

    `names` has a name for every candidate, `withdrawn` the numbers of those who withdrew before the count.
    """

    seats: int
    names: tuple[str, ...]
    ballots: tuple[tuple[int, Order], ...]
    title: str
    withdrawn: tuple[int, ...] = ()

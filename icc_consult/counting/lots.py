"""Lots anyone can check: options ordered by SHA-256 of the seed and their id.

The order depends on the seed and the ids alone, so neither the order of ballots nor of options nor the
program can steer it: `printf '%s' '7:park' | sha256sum` gives the lot of the option `park` under seed 7; the
smallest comes first. Draw the seed in public after the ballot paper is fixed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, TypeVar

MOST_UNIVERSES: Final = 64
Result = TypeVar("Result")


def lot_order(ids: Iterable[str], seed: int) -> tuple[str, ...]:
    """The ids in the order of their lots."""
    return tuple(sorted(ids, key=lambda name: (sha256(f"{seed}:{name}".encode()).digest(), name)))


@dataclass(slots=True)
class Urn:
    """Draws lots during one count, an imagined count obeying its `wishes` first, and remembers them."""

    seed: int
    wishes: dict[frozenset[str], str] = field(default_factory=dict)
    drawn: dict[frozenset[str], str] = field(default_factory=dict)

    def draw(self, tied: Sequence[str]) -> str:
        """One of the tied ids; the same one whenever the same ids tie again in this count."""
        key = frozenset(tied)
        self.drawn.setdefault(key, self.wishes.get(key) or lot_order(tied, self.seed)[0])
        return self.drawn[key]


def universes(
    count: Callable[[Urn], Result], seed: int, most: int = MOST_UNIVERSES
) -> tuple[Result, list[Result], bool]:
    """The count under the recorded seed, those under every other fall of the lots, and whether it is all."""
    first = Urn(seed)
    result = count(first)
    others: list[Result] = []
    waiting = list(_forks(first, {}))
    while waiting and len(others) + 1 < most:
        urn = Urn(seed, waiting.pop(0))
        others.append(count(urn))
        waiting.extend(_forks(urn, urn.wishes))
    return result, others, not waiting


def _forks(urn: Urn, wishes: dict[frozenset[str], str]) -> list[dict[frozenset[str], str]]:
    """For every lot drawn beyond the wishes: the same draws up to it, and then each other option."""
    forks: list[dict[frozenset[str], str]] = []
    path = dict(wishes)
    for key, drawn in urn.drawn.items():
        if key in wishes:
            continue
        forks.extend({**path, key: other} for other in sorted(key - {drawn}))
        path[key] = drawn
    return forks

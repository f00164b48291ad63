"""What chance and the chosen route decided for one sitting; it is recorded with the answers."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from icc_consult.domain.response import WHOLE
from icc_consult.domain.survey import Choice, Question, Scale


@dataclass(frozen=True, slots=True)
class Draw:
    """Statements in the order they are shown, scales that begin with their other end, groups in their order.

    `groups` holds, for each group of which only a part is shown or whose order is left to chance, the entries
    that are shown; `duels` the pairs of each pairwise paper; `seed` orders the choices of shuffled questions.
    """

    statements: tuple[str, ...] = ()
    turned_scales: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    duels: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, hash=False)
    leaves_out: frozenset[str] = frozenset()
    route: str = WHOLE
    seed: int = 0

    @property
    def recorded(self) -> tuple[str, ...]:
        """The names that chance chose, as the answers record them."""
        return (*self.statements, *(name for names in self.groups.values() for name in names))

    def order(self, question: Question) -> tuple[Choice, ...]:
        """The choices of a question as this sitting shows them."""
        choices: tuple[Choice, ...] = getattr(question, "choices", ())
        if isinstance(question, Scale):
            return question.in_order(reversed_=base_name(question.id) in self.turned_scales)
        if getattr(question, "is_shuffled", False):
            return self._shuffled(question.id, choices)
        return choices

    def _shuffled(self, name: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        moving: list[Choice] = []
        fixed: list[Choice] = []
        for choice in choices:
            (fixed if choice.is_exclusive or choice.is_aside else moving).append(choice)
        random.Random(f"{self.seed} {base_name(name)}").shuffle(moving)  # noqa: S311 - an order, no secret
        return (*moving, *fixed)


def base_name(name: str) -> str:
    """The name without its rounds."""
    return name.partition("[")[0]

"""What chance decides for one sitting: what is shown of a larger whole, in which order, from which end."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from icc_consult.domain.ballot import PairwisePaper, Statement, StatementPaper
from icc_consult.domain.consultation import Consultation, Route
from icc_consult.domain.response import WHOLE
from icc_consult.domain.session import Draw
from icc_consult.domain.survey import Entry, Group, Scale, Survey

_OF_EACH_DIRECTION = 2
_Shown = TypeVar("_Shown", bound="Statement | Entry")


class Urn:
    """Draws for one kiosk; it remembers in memory how often each statement was shown, and nothing else.

    The least shown come first, chance decides among equals, and every direction (good experience, bad
    experience, proposal) is drawn at least twice where the paper has that many.
    """

    def __init__(self, chance: random.Random | None = None) -> None:
        """`chance` is the system's own randomness unless a test brings another."""
        self._chance = chance or random.SystemRandom()
        self._shown: Counter[str] = Counter()

    def draw(self, consultation: Consultation, route: Route | None = None) -> Draw:
        """A draw for a new sitting, along a route where one was chosen."""
        statements: list[str] = []
        groups: dict[str, tuple[str, ...]] = {}
        duels: dict[str, tuple[tuple[str, str], ...]] = {}
        left = route.leaves_out if route else frozenset()
        for part in consultation.parts:
            if part.id in left:
                continue
            match part:
                case StatementPaper():
                    statements += [one.id for one in self._statements(part, route)]
                case Survey():
                    groups |= dict(self._groups(part, left))
                case PairwisePaper():
                    duels[part.id] = self._duels(part)
        return Draw(
            tuple(statements),
            self._turned(consultation),
            groups,
            duels,
            left,
            route.id if route else WHOLE,
            self._seed(consultation),
        )

    def _turned(self, consultation: Consultation) -> frozenset[str]:
        scales = (question.id for question in consultation.questions() if isinstance(question, Scale))
        return frozenset(name for name in scales if self._chance.random() < 0.5)

    def _seed(self, consultation: Consultation) -> int:
        """A seed for shuffled choices, 0 where nothing is shuffled."""
        shuffles = any(getattr(question, "is_shuffled", False) for question in consultation.questions())
        return self._chance.randrange(1, 2**31) if shuffles else 0

    def _statements(self, paper: StatementPaper, route: Route | None) -> Sequence[Statement]:
        wanted = paper.draw or len(paper.statements)
        count = min(wanted, route.statements) if route and route.statements is not None else wanted
        waiting = self._waiting(paper.statements)
        drawn = _first_of_each_direction(waiting)[:count]
        drawn += [statement for statement in waiting if statement not in drawn][: count - len(drawn)]
        return self._shuffled(drawn)

    def _groups(self, survey: Survey, left: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Of every group with a draw the entries least shown so far; of a shuffled one all, in any order."""
        for standing in survey.entries():
            group = standing.entry
            if not isinstance(group, Group) or not (group.draw or group.is_shuffled) or group.id in left:
                continue
            names = [entry.id for entry in group.questions]
            if group.draw:
                names = [entry.id for entry in self._waiting(group.questions)[: group.draw]]
                self._shown.update(names)
            if group.is_shuffled:
                self._chance.shuffle(names)
            else:
                names.sort(key=[entry.id for entry in group.questions].index)
            yield group.id, tuple(names)

    def _duels(self, paper: PairwisePaper) -> tuple[tuple[str, str], ...]:
        """Pairs least shown so far, each with its sides left to chance."""
        pairs = list(combinations(paper.topic_ids, 2))
        waiting = sorted(pairs, key=lambda pair: (self._shown["\n".join(pair)], self._chance.random()))
        drawn = waiting[: paper.pairs or len(pairs)]
        self._shown.update("\n".join(pair) for pair in drawn)
        self._chance.shuffle(drawn)
        return tuple((one, other) if self._chance.random() < 0.5 else (other, one) for one, other in drawn)

    def _waiting(self, things: Sequence[_Shown]) -> list[_Shown]:
        return sorted(things, key=lambda thing: (self._shown[thing.id], self._chance.random()))

    def _shuffled(self, drawn: list[Statement]) -> list[Statement]:
        self._chance.shuffle(drawn)
        self._shown.update(statement.id for statement in drawn)
        return drawn


def _first_of_each_direction(waiting: Sequence[Statement]) -> list[Statement]:
    seen: Counter[str] = Counter()
    chosen = []
    for statement in waiting:
        if statement.direction and seen[statement.direction] < _OF_EACH_DIRECTION:
            seen[statement.direction] += 1
            chosen.append(statement)
    return chosen

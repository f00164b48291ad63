"""What chance decides for one sitting: the statements, their order, and which end of a scale comes first."""

import random
from collections import Counter
from collections.abc import Sequence

from icc_consult.domain.ballot import Statement, StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.session import Draw
from icc_consult.domain.survey import Scale

_OF_EACH_DIRECTION = 2


class Urn:
    """Draws for one kiosk; it remembers in memory how often each statement was shown, and nothing else.

    The least shown come first, chance decides among equals, and every direction (good experience, bad
    experience, proposal) is drawn at least twice where the paper has that many.
    """

    def __init__(self, chance: random.Random | None = None) -> None:
        """`chance` is the system's own randomness unless a test brings another."""
        self._chance = chance or random.SystemRandom()
        self._shown: Counter[str] = Counter()

    def draw(self, consultation: Consultation) -> Draw:
        """A draw for a new sitting."""
        statements: list[str] = []
        for part in consultation.parts:
            if isinstance(part, StatementPaper):
                statements += [statement.id for statement in self._drawn(part)]
        turned = {
            q.id for q in consultation.questions() if isinstance(q, Scale) and self._chance.random() < 0.5
        }
        return Draw(tuple(statements), frozenset(turned))

    def _drawn(self, paper: StatementPaper) -> Sequence[Statement]:
        waiting = sorted(paper.statements, key=lambda s: (self._shown[s.id], self._chance.random()))
        count = paper.draw or len(waiting)
        drawn = _first_of_each_direction(waiting)[:count]
        drawn += [statement for statement in waiting if statement not in drawn][: count - len(drawn)]
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

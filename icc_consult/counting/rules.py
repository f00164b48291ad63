"""The rules by name. Importing this imports numpy: never on the way of the kiosk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from types import MappingProxyType
from typing import Any, Final

from icc_consult.counting.agreement.agreement import agreement
from icc_consult.counting.agreement.votes import Statements
from icc_consult.counting.approval import approval
from icc_consult.counting.ballots import Approvals, Dots, Rankings, Scores
from icc_consult.counting.borda import borda
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.dots import dots
from icc_consult.counting.duels import Duels, pairwise
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.fair_agenda import fair_agenda
from icc_consult.counting.greedy import greedy
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.majority_judgment import majority_judgment
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.projects import Projects
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze
from icc_consult.counting.score import score
from icc_consult.counting.transferable_vote import stv


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to count, and the kind of ballots it counts."""

    count: Callable[..., Outcome]
    ballots: type[Any]

    @property
    def wishes(self) -> frozenset[str]:
        """What may be said beside the ballots: seats, seed, groups and the like."""
        return frozenset(list(signature(self.count).parameters)[1:])


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "agreement": Rule(agreement, Statements),
        "approval": Rule(approval, Approvals),
        "score": Rule(score, Scores),
        "majority-judgment": Rule(majority_judgment, Scores),
        "borda": Rule(borda, Rankings),
        "condorcet": Rule(condorcet, Rankings),
        "schulze": Rule(schulze, Rankings),
        "ranked-pairs": Rule(ranked_pairs, Rankings),
        "irv": Rule(instant_runoff, Rankings),
        "stv": Rule(stv, Rankings),
        "dots": Rule(dots, Dots),
        "pairwise": Rule(pairwise, Duels),
        "greedy": Rule(greedy, Projects),
        "equal-shares": Rule(equal_shares, Projects),
        "fair-agenda": Rule(fair_agenda, Approvals),
    }
)

"""What was decided about a proposal of residents, as a record: a digest of the words, never the words."""

import re
from dataclasses import dataclass

from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.records import Kind, Record

STANDINGS = ("accepted", "pending", "rejected")
_NAME = re.compile(r"[0-9a-f]{1,64}")
_MOST_CHANGES = 2**32


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """Which proposal, what became of it, why, and how often that was changed."""

    proposal: str
    standing: str
    reason: str
    change: int

    def is_sound(self) -> bool:
        """Whether it is what a decision can be."""
        is_count = type(self.change) is int and 0 <= self.change < _MOST_CHANGES
        return is_count and self.standing in STANDINGS and _NAME.fullmatch(self.proposal) is not None

    def record(self) -> Record:
        """The decision as a record."""
        plain = {
            "proposal": self.proposal,
            "standing": self.standing,
            "reason": self.reason,
            "change": self.change,
        }
        return Record(Kind.DECISION, canonical(plain))


def decision_in(content: bytes) -> ToldDecision:
    """What a record of a decision says; raises `ValueError`."""
    match parse(content):
        case {
            "proposal": str(name),
            "standing": str(kind),
            "reason": str(reason),
            "change": int(change),
            **more,
        }:
            told = ToldDecision(name, kind, reason, change)
            if not more and told.is_sound():
                return told
    raise NotCanonical("decision")

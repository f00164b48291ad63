"""Sentences that residents proposed: read at the desk, and taken into the next revision or left out.

What is decided is kept without the words: under a digest of them, with neither language nor time nor order.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any, Protocol

from icc_consult.domain.ballot import StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.items import proposal_of
from icc_consult.domain.response import Answered, Response, Written
from icc_consult.domain.wording import LanguageTag

_DIGITS = 10
_PREFIX = "own-"


class Standing(StrEnum):
    """What became of a proposal."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


_STRICTNESS = (Standing.ACCEPTED, Standing.PENDING, Standing.REJECTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, for a rejected one why, and how often it was changed: the last change counts."""

    standing: Standing = Standing.PENDING
    reason: str = ""
    change: int = field(default=0, compare=False)

    def later(self, other: "Decision") -> "Decision":
        """The one that counts, the same whichever comes first; of two alike in age that which takes less."""
        return max(self, other, key=lambda one: (one.change, _STRICTNESS.index(one.standing), one.reason))


PENDING = Decision()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One sentence for one paper, however many residents wrote it."""

    id: str
    paper: str
    text: str
    language: LanguageTag
    times: int
    decision: Decision = PENDING


@dataclass
class UnknownProposal(BrokenRule):
    """Nobody proposed anything of this name."""

    name: str


@dataclass
class NothingAccepted(BrokenRule):
    """A revision would be what there is already."""


class Decisions(Protocol):
    """Where decisions are kept."""

    def load(self) -> Mapping[str, Decision]:
        """By the name of the proposal."""

    def save(self, decisions: Mapping[str, Decision]) -> None:
        """All of them, in the order of their names."""


def proposals_in(
    consultation: Consultation, responses: Sequence[Response], decisions: Mapping[str, Decision]
) -> tuple[Proposal, ...]:
    """Every proposal, equal ones together, paper by paper in the order of their letters."""
    found: dict[str, Counter[tuple[str, LanguageTag]]] = {}
    papers: dict[str, str] = {}
    for paper, text, language in _written(consultation, responses):
        name = digest_of(paper, text)
        papers[name] = paper
        found.setdefault(name, Counter())[text.strip(), language] += 1
    proposals = [
        _proposal(name, papers[name], writings, decisions.get(name, PENDING))
        for name, writings in found.items()
    ]
    return tuple(sorted(proposals, key=lambda one: (one.paper, folded(one.text), one.id)))


def _proposal(
    name: str, paper: str, writings: Counter[tuple[str, LanguageTag]], decision: Decision
) -> Proposal:
    """The spelling that most people used; the first in the alphabet where several did."""
    (text, language), _ = min(writings.items(), key=lambda one: (-one[1], one[0]))
    return Proposal(name, paper, text, language, writings.total(), decision)


def _written(
    consultation: Consultation, responses: Sequence[Response]
) -> Iterator[tuple[str, str, LanguageTag]]:
    for paper in statement_papers(consultation):
        item = proposal_of(paper).id
        for response in responses:
            match response.answers.get(item):
                case Answered(Written(text), language) if folded(text):
                    yield paper.id, text, language


def statement_papers(consultation: Consultation) -> list[StatementPaper]:
    """The papers that take proposals."""
    papers = [part for part in consultation.parts if isinstance(part, StatementPaper)]
    return [paper for paper in papers if paper.takes_proposals]


def folded(text: str) -> str:
    """The letters and digits of a text, small, one space between words: what makes two texts the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return " ".join("".join(kept).split())


def digest_of(paper: str, text: str) -> str:
    """The name of a proposal: it tells nothing of the words to whoever does not have them."""
    return sha256(f"{paper}\n{folded(text)}".encode()).hexdigest()[:_DIGITS]


def decided(
    decisions: Mapping[str, Decision], proposals: Sequence[Proposal], names: Sequence[str], decision: Decision
) -> dict[str, Decision]:
    """The decisions with one more for each of these names. Raises UnknownProposal.

    One that was taken back is kept as that, so that no older copy brings it again.
    """
    known = {proposal.id for proposal in proposals}
    for name in names:
        if name not in known:
            raise UnknownProposal(name)
    given = {name: replace(decision, change=decisions.get(name, PENDING).change + 1) for name in names}
    kept = {**decisions, **given}
    return {name: kept[name] for name in sorted(kept) if name in decisions or kept[name] != PENDING}


def united(mine: Mapping[str, Decision], others: Mapping[str, Decision]) -> dict[str, Decision]:
    """All decisions, and of each proposal the last one: in any order, any number of times."""
    both = {**others, **mine}
    return {name: both[name].later(others.get(name, both[name])) for name in sorted(both)}


def revised(document: Mapping[str, Any], proposals: Sequence[Proposal]) -> tuple[dict[str, Any], int]:
    """The document of the next revision, and how many sentences are new in it. Raises NothingAccepted.

    An accepted sentence stands in the language it was written in; its translations are missing.
    """
    copy = deepcopy(dict(document))
    parts = {part["id"]: part for part in copy["parts"]}
    there = {statement["id"] for part in copy["parts"] for statement in part.get("statements", ())}
    taken = [
        one
        for one in proposals
        if one.decision.standing is Standing.ACCEPTED and f"{_PREFIX}{one.id}" not in there
    ]
    for one in sorted(taken, key=lambda proposal: proposal.id):
        statement = {"id": f"{_PREFIX}{one.id}", "text": {one.language: one.text}, "direction": "proposal"}
        parts[one.paper]["statements"].append(statement)
    if not taken:
        raise NothingAccepted
    return copy, len(taken)

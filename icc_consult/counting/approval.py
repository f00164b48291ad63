"""Approval: the options by how many people marked them."""

from icc_consult.counting.ballots import Approvals
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.tallies import headcounts


def approval(ballots: Approvals, *, seats: int | None = None, seed: int = 0) -> Outcome:
    """Brams and Fishburn, "Approval voting" (1978): every mark is one vote, whoever marked how many.

    Blank ballots count as participants. Steps: one with `votes` by option and `share`, votes per participant.
    """
    votes = headcounts(ballots.marks, ballots.counts)
    named = dict(zip(ballots.options, votes, strict=True))
    shares = {name: count / ballots.participants for name, count in named.items()}
    return ordered(
        "approval", ballots, tiers(votes), [{"votes": named, "share": shares}], seats=seats, seed=seed
    )

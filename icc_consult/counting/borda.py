"""Borda: a point for every option ranked below."""

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.majorities import majorities
from icc_consult.counting.order import ordered, tiers
from icc_consult.counting.outcome import Outcome


def borda(ballots: Rankings, *, seats: int | None = None, seed: int = 0) -> Outcome:
    """Borda (1781), averaged: one point for every option ranked below, half a point for every equal one.

    So equal ranks share their points, and what a person did not rank shares the lowest. Steps: one with
    `points`.
    """
    above = majorities(ballots)
    others = len(ballots.options) - 1
    doubled = (above.sum(axis=1) - above.sum(axis=0) + ballots.participants * others).tolist()
    points = {name: twice / 2 for name, twice in zip(ballots.options, doubled, strict=True)}
    return ordered("borda", ballots, tiers(doubled), [{"points": points}], seats=seats, seed=seed)

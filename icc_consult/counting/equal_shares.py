"""Equal shares: everybody gets the same part of the budget to spend on what they marked."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from icc_consult.counting.growth import Growth, pays
from icc_consult.counting.lots import Urn, universes
from icc_consult.counting.outcome import Outcome, Step
from icc_consult.counting.projects import Projects
from icc_consult.counting.purses import Crowd, Purses
from icc_consult.counting.transferable_vote import alternatives

MOST_UNIVERSES: Final = 16


def equal_shares(ballots: Projects, *, completion: bool = True, seed: int = 0) -> Outcome:
    """The Method of Equal Shares, cost utilities (Peters, Pierczynski and Skowron, 2021; equalshares.net).

    Everybody's purse is budget / participants. Again and again the project is bought that asks its supporters
    for the smallest payment per coin of its cost, all paying alike and whoever has less paying all they have;
    until none can be bought. `completion` (add-one): everything is done again with purses larger by one unit
    of the currency, and again, until what is bought costs more than the budget; the last outcome within the
    budget stands. It does not stop earlier just because no further project would fit. Ties go to the lowest
    cost, then the most votes, then a lot. The `outcome` is in the order of purchase. Steps: the `purse` at
    first and in the end, `raised` how many times, `cost` of all and the `budget`; every purchase with its
    `cost`, `votes`, the `payment` of a supporter whose purse suffices and the `effective_votes` (cost /
    payment); `explored`, whether every fall of the lots was followed.
    """
    crowd = Crowd.of(ballots)
    count, others, explored = universes(lambda urn: _complete(crowd, urn, completion), seed, MOST_UNIVERSES)
    names = ballots.options
    chosen = tuple(names[each.project] for each in count.purses.bought)
    sets = [{names[each.project] for each in other.purses.bought} for other in others]
    return Outcome(
        rule="equal-shares",
        participants=ballots.participants,
        options=names,
        outcome=alternatives(names, chosen, sets),
        chosen=chosen,
        ties=tuple(count.purses.ties),
        lots=tuple(count.purses.lots),
        steps=(_summary(ballots, count), *purchases(count.purses), {"explored": explored}),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    purses: Purses
    raised: int


def _complete(crowd: Crowd, urn: Urn, completion: bool) -> _Run:  # noqa: FBT001
    ballots = crowd.ballots
    supported = sum(1 for votes in ballots.votes if votes)
    start = Fraction(ballots.budget, ballots.participants)
    run = _Run(Purses(crowd, start, urn).run(), 0)
    while completion and len(run.purses.bought) < supported:
        raised = run.raised + _next_raise(crowd, run, urn)
        larger = Purses(crowd, start + raised * ballots.unit, urn).run()
        if larger.cost > ballots.budget:
            break
        run = _Run(larger, raised)
    return run


def _next_raise(crowd: Crowd, run: _Run, urn: Urn) -> int:
    """By how much to raise the purses: by one, or by as many as are sure to buy one and the same."""
    if not pays(crowd, run.purses.start):
        return 1
    growth = Growth(crowd, run.purses.start, urn).run()
    if growth.reach is None or growth.cost > crowd.ballots.budget:
        return 1
    return max(1, ceil(growth.reach / crowd.ballots.unit) - 1)


def _summary(ballots: Projects, run: _Run) -> Step:
    return {
        "purse": ballots.money(Fraction(ballots.budget, ballots.participants)),
        "final_purse": ballots.money(run.purses.start),
        "raised": run.raised,
        "cost": ballots.money(run.purses.cost),
        "budget": ballots.money(ballots.budget),
    }


def purchases(purses: Purses) -> list[Step]:
    """The purchases as steps."""
    ballots = purses.crowd.ballots
    return [
        {
            "project": ballots.options[each.project],
            "cost": ballots.money(ballots.costs[each.project]),
            "votes": ballots.votes[each.project],
            "payment": each.payment / ballots.unit,
            "effective_votes": ballots.costs[each.project] / each.payment,
        }
        for each in purses.bought
    ]

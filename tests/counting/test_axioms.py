"""What each rule promises, on votes nobody thought of."""

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise as neighbours

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from icc_consult.counting.approval import approval
from icc_consult.counting.ballots import UNRATED, Approvals, Dots, Rankings, Scores
from icc_consult.counting.borda import borda
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.dots import dots
from icc_consult.counting.duels import bradley_terry
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

NAMES = ("tea", "park", "bus", "choir", "garden")
Grid = NDArray[np.int64]
RANKED: list[Callable[[Rankings], Outcome]] = [
    borda,
    condorcet,
    schulze,
    ranked_pairs,
    instant_runoff,
    lambda ballots: stv(ballots, seats=min(2, len(ballots.options))),
]
few = settings(max_examples=25)


def grids(least: int, most: int, fewest_options: int = 1) -> st.SearchStrategy[Grid]:
    return st.tuples(st.integers(1, 12), st.integers(fewest_options, len(NAMES))).flatmap(
        lambda shape: st.lists(
            st.lists(st.integers(least, most), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        ).map(np.array)
    )


def shuffled(grid: Grid, seed: int) -> Grid:
    rows = list(range(len(grid)))
    random.Random(seed).shuffle(rows)  # noqa: S311
    return grid[rows]


def ballots_of(grid: Grid) -> Rankings:
    return Rankings.of_array(NAMES[: grid.shape[1]], grid)


def places(outcome: Outcome) -> dict[str, int]:
    return {
        name: place
        for place, each in enumerate(outcome.outcome)
        for name in ([each] if isinstance(each, str) else each)
    }


@few
@given(grids(0, 4), st.integers(0, 99))
def test_the_order_of_ballots_changes_no_byte_of_a_ranked_outcome(grid: Grid, seed: int) -> None:
    for rule in RANKED:
        assert rule(ballots_of(shuffled(grid, seed))).plain() == rule(ballots_of(grid)).plain()


@few
@given(grids(0, 4))
def test_ballots_counted_together_or_one_by_one_give_the_same(grid: Grid) -> None:
    kinds, counts = np.unique(grid, axis=0, return_counts=True)
    together = Rankings.of_array(NAMES[: grid.shape[1]], kinds, counts)
    for rule in RANKED:
        assert rule(together).plain() == rule(ballots_of(grid)).plain()


@few
@given(grids(0, 3), st.randoms(use_true_random=False))
def test_the_order_of_options_on_the_paper_changes_nobodys_place(grid: Grid, dice: random.Random) -> None:
    order = list(range(grid.shape[1]))
    dice.shuffle(order)
    turned = Rankings.of_array([NAMES[each] for each in order], grid[:, order])
    for rule in RANKED:
        one, other = rule(turned), rule(ballots_of(grid))
        assert one.rule == "stv" or places(one) == places(other)
        assert set(one.chosen) == set(other.chosen)


@few
@given(grids(0, 4))
def test_every_option_has_one_place(grid: Grid) -> None:
    for rule in (borda, schulze, ranked_pairs, instant_runoff):
        assert sorted(places(rule(ballots_of(grid)))) == sorted(NAMES[: grid.shape[1]])


@settings(max_examples=80)
@given(grids(0, 4, fewest_options=2))
def test_schulze_and_ranked_pairs_choose_the_condorcet_winner(grid: Grid) -> None:
    winner = condorcet(ballots_of(grid)).outcome
    assume(winner)
    assert schulze(ballots_of(grid)).outcome[0] == winner[0]
    assert ranked_pairs(ballots_of(grid)).outcome[0] == winner[0]


@few
@given(grids(0, 4, fewest_options=2))
def test_schulze_orders_by_strongest_chains(grid: Grid) -> None:
    outcome = schulze(ballots_of(grid))
    chains, place = outcome.steps[0]["chains"], places(outcome)
    assert isinstance(chains, dict)
    for a in place:
        for b in place:
            if chains[a][b] > chains[b][a]:
                assert place[a] < place[b]


@settings(max_examples=60)
@given(grids(0, 4, fewest_options=2), st.integers(0, 11))
def test_raising_the_winner_on_a_ballot_keeps_it_winning(grid: Grid, row: int) -> None:
    for rule in (borda, schulze, ranked_pairs):
        top = rule(ballots_of(grid)).outcome[0]
        if isinstance(top, str):
            better = grid.copy() + (grid > 0)
            better[row % len(grid), NAMES.index(top)] = 1
            raised = rule(ballots_of(better)).outcome[0]
            assert top in ([raised] if isinstance(raised, str) else raised)


@few
@given(grids(0, 1), st.integers(0, 4))
def test_one_more_approval_never_hurts(marks: Grid, option: int) -> None:
    names, column = NAMES[: marks.shape[1]], option % marks.shape[1]
    before = places(approval(Approvals.of_array(names, marks)))
    after = places(
        approval(Approvals.of_array(names, np.vstack([marks, np.eye(len(names), dtype=int)[column]])))
    )
    better = [name for name in names if before[name] > before[names[column]]]
    assert all(after[name] > after[names[column]] for name in better)


@few
@given(grids(0, 4), st.integers(1, 4))
def test_stv_fills_every_seat_and_loses_no_vote(grid: Grid, seats: int) -> None:
    ballots = ballots_of(grid)
    outcome = stv(ballots, seats=min(seats, grid.shape[1]))
    assert len(set(outcome.chosen)) == min(seats, grid.shape[1])
    summary, *stages, _ = outcome.steps
    assert summary["quota"] == int(summary["valid"]) // (min(seats, grid.shape[1]) + 1) + 1  # type: ignore[call-overload]
    gone = Fraction(0)
    for stage in stages:
        gone += exact(stage["non_transferable"]) + exact(stage["lost"])
        votes = stage["votes"]
        assert isinstance(votes, dict)
        held = sum(map(exact, votes.values())) + exact(stage["waiting"])
        assert held + gone == summary["valid"]


def exact(value: object) -> Fraction:
    assert isinstance(value, float)
    return Fraction(round(value * 100_000), 100_000)


@few
@given(grids(0, 4))
def test_a_solid_group_with_a_quota_gets_its_seat(grid: Grid) -> None:
    """Everybody of the group puts one option first; a quota of them elects it."""
    ballots, seats = ballots_of(grid), 2
    assume(grid.shape[1] >= seats)
    outcome = stv(ballots, seats=seats)
    first = outcome.steps[1]["votes"]
    assert isinstance(first, dict)
    for name, votes in first.items():
        if votes >= outcome.steps[0]["quota"]:
            assert name in outcome.chosen


def removed_one_by_one(grades: list[int]) -> list[int]:
    left, removed = sorted(grades), []
    while left:
        removed.append(left.pop((len(left) - 1) // 2))
    return removed


@settings(max_examples=80)
@given(grids(-1, 3))
def test_majority_judgment_removes_one_lower_median_after_the_other(grid: Grid) -> None:
    names = NAMES[: grid.shape[1]]
    ballots = Scores.of_array(names, np.where(grid < 0, UNRATED, grid), least=0, most=3)
    place = places(majority_judgment(ballots))
    sequences = {
        name: removed_one_by_one(np.maximum(column, 0).tolist())
        for name, column in zip(names, grid.T, strict=True)
    }
    for a in names:
        for b in names:
            assert (place[a] < place[b]) == (sequences[a] > sequences[b])


@few
@given(grids(0, 5))
def test_scores_and_dots_do_not_depend_on_the_order_of_ballots(grid: Grid) -> None:
    names = NAMES[: grid.shape[1]]
    for turned in (grid[::-1], shuffled(grid, 1)):
        for rule in (score, majority_judgment):
            one, other = (Scores.of_array(names, each, least=0, most=5) for each in (grid, turned))
            assert rule(one).plain() == rule(other).plain()
        one_dots, other_dots = (Dots.of_array(names, each, each=25) for each in (grid, turned))
        assert dots(one_dots).plain() == dots(other_dots).plain()


@few
@given(grids(0, 6, fewest_options=2))
def test_bradley_terry_strengths_explain_every_number_of_wins(grid: Grid) -> None:
    """At the likeliest strengths everybody is expected to win as often as they did (Ford, 1957)."""
    size = min(grid.shape)
    wins = grid[:size, :size].copy()
    np.fill_diagonal(wins, 0)
    assume(size > 1)
    strengths = bradley_terry(wins)
    if strengths is None:
        return
    power = np.array(strengths)
    expected = ((wins + wins.T) * power[:, None] / (power[:, None] + power[None])).sum(axis=1)
    np.testing.assert_allclose(expected, wins.sum(axis=1), rtol=1e-8)
    assert sum(strengths) == 1 or abs(sum(strengths) - 1) < 1e-12


budgets = st.tuples(
    grids(0, 1), st.lists(st.integers(1, 12), min_size=5, max_size=5), st.integers(1, 40)
).map(lambda drawn: vote(*drawn))


def vote(marks: Grid, costs: list[int], money: int) -> Projects:
    return Projects.of_array(dict(zip(NAMES[: marks.shape[1]], costs, strict=False)), money, marks)


@few
@given(budgets, st.integers(0, 99))
def test_the_order_of_ballots_changes_no_byte_of_a_budget(ballots: Projects, seed: int) -> None:
    marks = ballots.approvals.marks.T
    costs = dict(zip(ballots.options, ballots.costs, strict=True))
    turned = Projects.of_array(costs, ballots.budget, shuffled(marks, seed))
    for rule in (greedy, equal_shares):
        assert rule(turned).plain() == rule(ballots).plain()
    seats = len(ballots.options)
    agenda = fair_agenda(Approvals.of_array(ballots.options, shuffled(marks, seed)), seats=seats)
    assert agenda.plain() == fair_agenda(ballots.approvals, seats=seats).plain()


@few
@given(budgets)
def test_no_budget_is_overspent(ballots: Projects) -> None:
    cost = dict(zip(ballots.options, ballots.costs, strict=True))
    for rule in (greedy, equal_shares):
        assert sum(cost[name] for name in rule(ballots).chosen) <= ballots.budget


@few
@given(budgets)
def test_equal_shares_can_be_paid_from_equal_purses(ballots: Projects) -> None:
    """Priceability: nobody pays beyond the purse or for what they left out,
    every project is paid, and no group could pay for one more with what it has left.
    """
    outcome = equal_shares(ballots, completion=False)
    purse = Fraction(ballots.budget, ballots.participants)
    left = [purse] * ballots.participants
    cost = dict(zip(ballots.options, ballots.costs, strict=True))
    marked = dict(zip(ballots.options, ballots.approvals.marks, strict=True))
    for name in outcome.chosen:
        payment = exact_payment([left[each] for each in np.flatnonzero(marked[name])], cost[name])
        for each in np.flatnonzero(marked[name]):
            left[each] -= min(left[each], payment)
    assert sum(purse - each for each in left) == sum(cost[name] for name in outcome.chosen)
    for name in set(ballots.options) - set(outcome.chosen):
        assert sum(left[each] for each in np.flatnonzero(marked[name])) < cost[name]


def exact_payment(purses: list[Fraction], cost: int) -> Fraction:
    missing, payers = Fraction(cost), len(purses)
    for purse in sorted(purses):
        if purse * payers >= missing:
            break
        missing, payers = missing - purse, payers - 1
    return missing / payers


@few
@given(budgets)
def test_greedy_skips_no_project_it_could_still_pay(ballots: Projects) -> None:
    outcome = greedy(ballots)
    cost = dict(zip(ballots.options, ballots.costs, strict=True))
    left = ballots.budget - sum(cost[name] for name in outcome.chosen)
    for name, votes in zip(ballots.options, ballots.votes, strict=True):
        assert name in outcome.chosen or votes == 0 or cost[name] > left
    votes = [step["votes"] for step in outcome.steps if "project" in step]
    assert all(one >= other for one, other in neighbours(votes))  # type: ignore[operator]


@few
@given(grids(0, 1, fewest_options=2), st.integers(1, 5))
def test_a_fair_agenda_serves_every_group_large_enough(marks: Grid, seats: int) -> None:
    """Justified representation (Aziz et al., 2017): people who agree on a topic and fill a slot get one."""
    seats = min(seats, marks.shape[1])
    ballots = Approvals.of_array(NAMES[: marks.shape[1]], marks)
    chosen = [ballots.options.index(name) for name in fair_agenda(ballots, seats=seats).chosen]
    served = marks[:, chosen].any(axis=1)
    assert len(chosen) == min(seats, int(marks.any(axis=0).sum()))
    for topic in range(marks.shape[1]):
        unserved = int((marks[:, topic].astype(bool) & ~served).sum())
        assert unserved * seats < len(marks)

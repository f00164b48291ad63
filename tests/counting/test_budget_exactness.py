"""Equal shares in floats beside equal shares in fractions, where rounding would show."""

import random
from fractions import Fraction

import pytest

from icc_consult.counting import equal_shares as module
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.growth import Growth
from icc_consult.counting.lots import Urn, lot_order
from icc_consult.counting.projects import Projects
from icc_consult.counting.purses import Crowd, Purses

from tests.counting.sketches import budget


def in_fractions(costs: dict[str, int], money: int, ballots: list[str]) -> list[str]:
    """The rule as its definition says it, one person at a time."""
    purses = [Fraction(money, len(ballots))] * len(ballots)
    votes = {name: sum(name in ballot for ballot in ballots) for name in costs}
    bought: list[str] = []
    while True:
        offers = []
        for name in set(costs) - set(bought):
            supporters = sorted(purses[each] for each, ballot in enumerate(ballots) if name in ballot)
            if not supporters or sum(supporters) < costs[name]:
                continue
            missing, payers = Fraction(costs[name]), len(supporters)
            for purse in supporters:
                if purse * payers >= missing:
                    break
                missing, payers = missing - purse, payers - 1
            payment = missing / payers
            lot = lot_order(costs, 0).index(name)
            offers.append((payment / costs[name], costs[name], -votes[name], lot, name, payment))
        if not offers:
            return bought
        *_, name, payment = min(offers)
        bought.append(name)
        for each, ballot in enumerate(ballots):
            if name in ballot:
                purses[each] -= min(purses[each], payment)


@pytest.mark.parametrize("seed", range(6))
def test_floats_never_mislead(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    for _ in range(40):
        names = "pqrstuvwxy"[: dice.randint(2, 10)]
        scale, base = dice.choice(((1, 0), (7, 0), (10**6 + 3, 0), (1, 10**13)))
        costs = {name: base + scale * dice.randint(1, 9) for name in names}
        ballots = ["".join(each for each in names if dice.random() < 0.5) for _ in range(dice.randint(2, 25))]
        money = dice.randint(1, sum(costs.values()))
        outcome = equal_shares(Projects.of(costs, money, ballots), completion=False)
        assert list(outcome.chosen) == in_fractions(costs, money, ballots), (costs, money, ballots)


def test_a_project_that_takes_the_last_coin_is_bought() -> None:
    """Three purses of 1/3 pay for a cost of 1, which floats add up to 1 or a little less."""
    outcome = equal_shares(budget("tree 1", 1, "tree tree tree"), completion=False)
    assert outcome.chosen == ("tree",)
    outcome = equal_shares(budget("tree 7", 10, "tree tree tree tree tree tree tree - - -"), completion=False)
    assert outcome.chosen == ("tree",)


def test_a_project_one_coin_too_dear_is_not_bought() -> None:
    people = " ".join(["tree"] * 700 + ["-"] * 300)
    assert equal_shares(budget("tree 700000000", 10**9, people), completion=False).chosen == ("tree",)
    assert equal_shares(budget("tree 700000001", 10**9, people), completion=False).chosen == ()


def test_leaping_over_purses_buys_what_counting_coin_by_coin_buys(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(3)  # noqa: S311
    for _ in range(40):
        names = "pqrstu"[: dice.randint(1, 6)]
        costs = {name: 10 * dice.randint(1, 20) + dice.randint(0, 3) for name in names}
        ballots = ["".join(each for each in names if dice.random() < 0.45) for _ in range(dice.randint(1, 9))]
        vote = Projects.of(costs, dice.randint(1, sum(costs.values())), ballots)
        outcomes = []
        for leap in (True, False):
            monkeypatch.setattr(module, "pays", lambda *_, leap=leap: leap)
            outcomes.append(equal_shares(vote).plain())
        assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("seed", range(4))
def test_within_its_reach_growth_changes_nothing(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    for _ in range(15):
        names = "pqrst"[: dice.randint(2, 5)]
        costs = {name: dice.randint(20, 90) for name in names}
        ballots = ["".join(each for each in names if dice.random() < 0.5) for _ in range(dice.randint(2, 8))]
        crowd = Crowd.of(Projects.of(costs, 100, ballots))
        start = Fraction(dice.randint(20, 300), 7)
        growth = Growth(crowd, start, Urn(0)).run()
        reach = growth.reach or Fraction(100)
        for part in (1, 3, 6):
            purses = Purses(crowd, start + reach * part / 7, Urn(0)).run()
            assert [each.project for each in purses.bought] == growth.bought


def test_equal_ballots_are_one_kind_whatever_their_order() -> None:
    one = budget("a 1, b 2, c 3", 5, "a+b c a+b - a+b").kinds
    other = budget("a 1, b 2, c 3", 5, "- a+b a+b c a+b").kinds
    assert one[1].tolist() == other[1].tolist() == [1, 1, 3]
    assert one[0].tolist() == other[0].tolist()


def test_few_people_may_share_a_large_sum() -> None:
    """Coin by coin this would be two hundred thousand counts."""
    outcome = equal_shares(budget("x 300000, y 450000, z 400000, w 250000", 1_000_000, "x x+y y+z z+w w"))
    assert outcome.chosen == ("w", "x", "z")
    assert outcome.steps[0]["raised"] == 199_999
    assert outcome.steps[0]["final_purse"] == 399_999


def test_completion_goes_on_after_nothing_more_would_fit() -> None:
    """Purses of 10 buy the bench, and 20 are left, too few for the park; purses of 15 buy the park."""
    vote = budget("bench 10, park 30", 30, "park bench+park -")
    assert equal_shares(vote, completion=False).chosen == ("bench",)
    assert equal_shares(vote).chosen == ("park",)
    assert equal_shares(vote).steps[0]["final_purse"] == 24

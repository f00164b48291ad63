"""What people share and what divides them."""

import json
import random
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.counting.agreement.agreement import agreement
from icc_consult.counting.agreement.clusters import opinion_groups
from icc_consult.counting.agreement.space import SMALL, opinion_space
from icc_consult.counting.agreement.statistics import wilson
from icc_consult.counting.agreement.votes import Statements

from tests.counting.sketches import opinions

CAMPS = ["++++----+0"] * 18 + ["----+++++."] * 14


def noisy(rows: list[str], seed: int = 0) -> list[str]:
    dice = random.Random(seed)  # noqa: S311
    return ["".join(dice.choice("+-0.") if dice.random() < 0.15 else sign for sign in row) for row in rows]


def test_two_camps_are_two_groups_the_larger_first() -> None:
    outcome = agreement(opinions(noisy(CAMPS)))
    assert {name: len(members) for name, members in outcome.groups.items()} == {"A": 18, "B": 14}
    assert "p0" in outcome.groups["A"]
    assert "p31" in outcome.groups["B"]


def test_what_both_camps_agree_on_comes_first() -> None:
    outcome = agreement(opinions(noisy(CAMPS)))
    assert outcome.outcome[0] == "s8"
    assert max(outcome.group_informed_consensus, key=outcome.group_informed_consensus.__getitem__) == "s8"
    assert [report["statement"] for report in outcome.consensus["agree"]] == ["s8"]
    assert {report["statement"] for report in outcome.divisive} <= {f"s{each}" for each in range(8)}
    for name, liked in (("A", "0123"), ("B", "4567")):
        agreed = [report for report in outcome.representative[name] if report["answer"] == "agree"]
        assert {report["statement"] for report in agreed} <= {f"s{each}" for each in liked}
        assert agreed


def test_fewer_than_thirty_people_are_no_groups() -> None:
    rows = noisy(CAMPS)
    assert agreement(opinions(rows[:17] + rows[18:30])).groups == {}
    assert len(agreement(opinions(rows[:16] + rows[18:])).groups) == 2
    assert agreement(opinions(rows[:17] + rows[18:30])).representative == {}


def test_who_answered_fewer_than_seven_statements_is_in_no_group() -> None:
    rows = [*CAMPS, "++++......"]
    members = [person for group in agreement(opinions(rows)).groups.values() for person in group]
    assert len(members) == 32
    assert "p32" not in members


def test_no_group_has_fewer_than_five_people() -> None:
    """Four people who think alike join the nearest group instead of being shown."""
    rows = noisy(["++++++----"] * 16 + ["++++++++++"] * 14 + ["----------"] * 4)
    for members in agreement(opinions(rows)).groups.values():
        assert len(members) >= 5
    loose = agreement(opinions(rows), fewest_members=1)
    assert 4 in {len(members) for members in loose.groups.values()}


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_groups_are_never_smaller_than_told(seed: int) -> None:
    points = np.random.default_rng(seed).standard_normal((40, 2)) ** 3
    clusters = opinion_groups(points, 5)
    if clusters is not None:
        sizes = np.bincount(clusters.labels)
        assert sizes.min() >= 5
        assert list(sizes) == sorted(sizes, reverse=True)


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_the_order_of_people_changes_no_byte(seed: int) -> None:
    rows = noisy(CAMPS * 4, seed)
    people = [f"p{each}" for each in range(len(rows))]
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)  # noqa: S311
    straight = opinions(rows)
    votes = dict(zip(straight.people, straight.votes, strict=True))
    turned = Statements.of_array(
        straight.options, [people[each] for each in order], [votes[people[each]] for each in order]
    )
    assert json.dumps(agreement(turned).plain()) == json.dumps(agreement(straight).plain())


def test_given_groups_are_measured_as_they_are() -> None:
    rows = noisy(CAMPS)
    languages = {f"p{each}": "ti" if each % 2 else "fa" for each in range(32)}
    outcome = agreement(opinions(rows), languages)
    assert {name: len(members) for name, members in outcome.groups.items()} == {"fa": 16, "ti": 16}
    counts = outcome.steps[1]["groups"]
    assert isinstance(counts, dict)
    for name in ("fa", "ti"):
        members = [int(person[1:]) for person in outcome.groups[name]]
        assert counts[name]["agree"] == sum(rows[person][0] == "+" for person in members)
    a, b = (counts[name] for name in ("fa", "ti"))
    product = (a["agree"] + 1) / (a["seen"] + 2) * (b["agree"] + 1) / (b["seen"] + 2)
    assert outcome.group_informed_consensus["s0"] == pytest.approx(product)


def test_given_groups_that_are_too_small_are_withheld() -> None:
    languages = {f"p{each}": "rare" if each < 4 else "ti" if each % 2 else "fa" for each in range(34)}
    outcome = agreement(opinions(noisy(CAMPS + CAMPS[:2])), languages)
    assert (list(outcome.groups), outcome.withheld) == (["fa", "ti"], ("rare",))
    assert "rare" not in json.dumps(outcome.plain()["steps"])
    few = agreement(opinions(noisy(CAMPS[:29])), {f"p{each}": str(each % 2) for each in range(29)})
    assert (few.groups, few.withheld) == ({}, ("0", "1"))


def test_published_groups_can_be_measured_whatever_their_size() -> None:
    outcome = agreement(
        opinions(["+-", "+-", "-+"]),
        {"p0": "0", "p1": "0", "p2": "1"},
        fewest_participants=1,
        fewest_members=1,
    )
    assert outcome.group_informed_consensus == pytest.approx({"s0": 3 / 4 * 1 / 3, "s1": 1 / 4 * 2 / 3})


def test_hidden_statements_are_nowhere_in_the_outcome() -> None:
    outcome = agreement(opinions(noisy(CAMPS), hidden=[0]))
    said = outcome.plain()
    said.pop("options")
    assert '"s0"' not in json.dumps(said)
    assert '"s1"' in json.dumps(said)


def test_statements_about_the_consultation_have_a_fixed_priority() -> None:
    outcome = agreement(opinions(noisy(CAMPS), meta=[2]))
    assert outcome.priorities["s2"] == 49
    assert outcome.priorities["s1"] != 49


def test_equal_consensus_is_a_tie() -> None:
    outcome = agreement(opinions(["++-", "++-", "00+"]))
    assert outcome.outcome == (("s0", "s1"), "s2")
    assert outcome.ties[0].options == ("s0", "s1")


def test_shares_are_of_those_who_answered_with_wilson_intervals() -> None:
    outcome = agreement(opinions(["+", "+", "-", "0", "."]))
    step = outcome.steps[1]
    assert (step["seen"], step["agree"], step["disagree"], step["unsure"]) == (4, 2, 1, 1)
    assert step["share"] == {"agree": 0.5, "disagree": 0.25, "unsure": 0.25}
    intervals = step["interval"]
    assert isinstance(intervals, dict)
    z = NormalDist().inv_cdf(0.975)
    for bound in intervals["disagree"]:
        assert (bound - 0.25) ** 2 == pytest.approx(z * z * bound * (1 - bound) / 4)


def test_nobody_answering_leaves_the_interval_open() -> None:
    low, high = wilson(np.array([0.0, 3.0]), np.array([0.0, 3.0]))
    assert (low[0], high[0]) == (0, 1)
    assert high[1] == 1


@pytest.mark.parametrize("camps", [1.0, 0.05])
def test_directions_are_exact_and_have_fixed_signs(camps: float) -> None:
    """Many statements take the quicker way to the same eigenvectors, also where directions hardly differ."""
    dice = np.random.default_rng(0)
    leaning = camps * dice.standard_normal((300, 2)) @ dice.standard_normal((2, SMALL + 30))
    votes = np.sign(np.round(leaning + dice.standard_normal(leaning.shape))).astype(int)
    ballots = Statements.of_array(
        [str(each) for each in range(votes.shape[1])], [str(each) for each in range(300)], votes
    )
    space = opinion_space(ballots)
    spread = np.cov(ballots.votes.T.astype(float))
    values, vectors = np.linalg.eigh(spread)
    for found, exact in zip(space.components, vectors.T[:-3:-1], strict=True):
        assert abs(found @ exact) == pytest.approx(1, abs=1e-10)
        assert found[np.abs(found).argmax()] > 0
    assert values[-1] > values[-2]


def test_people_who_all_say_the_same_have_no_directions() -> None:
    outcome = agreement(opinions(["+++++++"] * 40))
    assert (outcome.groups, outcome.divisive) == ({}, [])
    assert len(outcome.consensus["agree"]) == 5


def test_one_statement_is_counted() -> None:
    outcome = agreement(opinions(["+"] * 20 + ["-"] * 20))
    assert outcome.outcome == ("s0",)
    assert {len(members) for members in outcome.groups.values()} == {20}

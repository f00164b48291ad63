"""Our outcomes beside those of pref_voting, pabutools, abcvoting and red-dwarf on made-up votes.

Their results are committed; `make oracles` writes them anew. GOLDEN_RESULTS names another folder.
"""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from icc_consult.counting.agreement.agreement import Agreement, agreement
from icc_consult.counting.agreement.selection import TOP
from icc_consult.counting.agreement.space import opinion_space
from icc_consult.counting.borda import borda
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.fair_agenda import fair_agenda
from icc_consult.counting.greedy import greedy
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.projects import Projects
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze
from icc_consult.counting.transferable_vote import stv

from tests.counting.sketches import approved, opinions, ranked

RESULTS = Path(os.environ.get("GOLDEN_RESULTS", Path(__file__).parent / "golden"))
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    return json.loads((RESULTS / f"{name}.json").read_text("utf-8"))["cases"]


RANKED = cases("ranked")
BUDGETS = cases("budgets")
AGENDAS = cases("agendas")
OPINIONS = cases("opinions")


def first(outcome: Outcome) -> list[str]:
    top = outcome.outcome[0]
    return sorted([top] if isinstance(top, str) else top)


def possible(outcome: Outcome) -> tuple[set[str], set[str]]:
    """Who wins for sure, and who wins at least under some lots."""
    sure = {each for each in outcome.outcome if isinstance(each, str)}
    return sure, sure.union(*(each for each in outcome.outcome if isinstance(each, tuple)))


def test_there_is_something_to_compare_with() -> None:
    assert min(len(RANKED), len(BUDGETS)) >= 200
    assert len(AGENDAS) >= 100
    assert len(OPINIONS) >= 20


@pytest.mark.parametrize(
    ("rule", "reference"), [(condorcet, "condorcet"), (schulze, "schulze"), (ranked_pairs, "ranked_pairs")]
)
def test_the_winners_are_those_of_pref_voting(rule: Any, reference: str) -> None:
    compared = 0
    for case in RANKED:
        if case[reference]:
            assert first(rule(ranked(case["options"], case["ballots"]))) == case[reference], case
            compared += 1
    assert compared > len(RANKED) / 3


def test_schulze_by_winning_votes_is_that_of_pref_voting() -> None:
    for case in RANKED:
        outcome = schulze(ranked(case["options"], case["ballots"]), winning_votes=True)
        assert first(outcome) == case["schulze_votes"], case


def test_nobody_wins_condorcet_where_pref_voting_finds_nobody() -> None:
    without = [case for case in RANKED if not case["condorcet"]]
    assert without
    for case in without:
        assert condorcet(ranked(case["options"], case["ballots"])).outcome == ()


def test_the_smith_set_is_that_of_pref_voting() -> None:
    for case in RANKED:
        assert condorcet(ranked(case["options"], case["ballots"])).steps[0]["smith"] == case["smith"], case


def test_borda_points_are_those_of_pref_voting() -> None:
    """Its points are those above less those below; ours count from nought."""
    for case in RANKED:
        ballots = ranked(case["options"], case["ballots"])
        shift = ballots.participants * (len(case["options"]) - 1)
        expected = {name: (points + shift) / 2 for name, points in case["borda"].items()}
        assert borda(ballots).steps[0]["points"] == expected, case


def test_whoever_can_win_the_runoff_is_named_as_by_pref_voting() -> None:
    """Compared without equal ranks: there pref_voting counts a ballot for all of them, ours waits."""
    compared = [case for case in RANKED if case["irv"] is not None]
    assert compared
    for case in compared:
        assert first(instant_runoff(ranked(case["options"], case["ballots"]))) == case["irv"], case


def test_committees_of_pref_voting_are_ours_under_some_lots() -> None:
    """Compared without equal ranks, which pref_voting splits while ours wait, and without three-way ties that
    looking back narrows to two: there pref_voting draws among all three. Its lots are random, drawn 12 times.
    """
    moot = 0
    for case in RANKED:
        for seats, committees in case["stv"].items():
            outcome = stv(ranked(case["options"], case["ballots"]), seats=int(seats))
            if narrowed(outcome) or not outcome.steps[-1]["explored"]:
                continue
            sure, ever = possible(outcome)
            for committee in committees:
                assert sure <= set(committee) <= ever, (case, seats)
            if len(committees) > 1:
                moot += 1
                assert ever > sure, (case, seats)
    assert moot


def narrowed(outcome: Outcome) -> bool:
    tied = {tie.step: set(tie.options) for tie in outcome.ties}
    return any(set(lot.among) < tied[lot.step] for lot in outcome.lots)


def budget_vote(case: Case) -> Projects:
    return Projects.of(case["costs"], case["budget"], case["ballots"])


def test_greedy_funds_what_pabutools_funds() -> None:
    for case in BUDGETS:
        assert sorted(greedy(budget_vote(case)).chosen) == case["greedy"], case


def test_equal_shares_buy_what_pabutools_buys_in_the_same_order() -> None:
    for case in BUDGETS:
        assert list(equal_shares(budget_vote(case), completion=False).chosen) == case["shares"], case


def test_completed_equal_shares_buy_what_pabutools_buys() -> None:
    """Once everything is bought pabutools still raises the purses, which may change the order, no more."""
    raised = 0
    for case in BUDGETS:
        outcome = equal_shares(budget_vote(case))
        everything = set("".join(case["ballots"]))
        if len(outcome.chosen) == len(everything):
            assert sorted(outcome.chosen) == sorted(case["completed"]), case
        else:
            assert list(outcome.chosen) == case["completed"], case
        raised += outcome.chosen != equal_shares(budget_vote(case), completion=False).chosen
    assert raised


def test_agendas_are_among_those_of_abcvoting() -> None:
    """Ours prefers more votes where abcvoting follows every tie, so it names some of its agendas, not all."""
    for case in AGENDAS:
        ballots = approved(case["topics"], " ".join(each or "-" for each in case["ballots"]))
        outcome = fair_agenda(ballots, seats=case["seats"])
        assert "".join(sorted(outcome.chosen)) in case["agendas"], case
        if len(case["agendas"]) == 1:
            assert not outcome.lots or len(possible(outcome)[1]) == case["seats"], case


def of_camps(case: Case) -> Agreement:
    camps = {f"p{person}": str(case["camps"][person]) for person in case["grouped"]}
    votes = opinions(case["votes"], case["hidden"], case["meta"])
    return agreement(votes, camps, fewest_participants=1, fewest_members=1)


def test_people_stand_where_red_dwarf_puts_them() -> None:
    """Up to the sign of each direction, which sklearn leaves open; it leaves out who said nothing at all."""
    for case in OPINIONS:
        votes = opinions(case["votes"], case["hidden"], case["meta"])
        space = opinion_space(votes)
        spoke = [f"p{person}" for person, row in enumerate(case["votes"]) if row.strip(".")]
        ours = space.points[[votes.people.index(person) for person in spoke]]
        theirs = np.array(case["points"])
        signs = np.sign((ours * theirs).sum(axis=0))
        np.testing.assert_allclose(ours * signs, theirs, atol=1e-6)
        np.testing.assert_allclose(space.extremity, case["extremity"], atol=1e-6)


def test_group_informed_consensus_is_that_of_red_dwarf() -> None:
    for case in OPINIONS:
        ours = of_camps(case).group_informed_consensus
        for statement, value in enumerate(case["consensus_of_groups"]):
            if statement not in case["hidden"]:
                assert ours[f"s{statement}"] == pytest.approx(value, rel=1e-9)


def test_priorities_are_those_of_red_dwarf() -> None:
    for case in OPINIONS:
        ours = of_camps(case).priorities
        for statement, value in enumerate(case["priority"]):
            if statement not in case["hidden"]:
                assert ours[f"s{statement}"] == pytest.approx(value, rel=1e-7)


def in_their_words(report: Any) -> dict[str, Any]:
    words = {"statement": "tid", "answer": "repful-for"}
    named = {words.get(name, name.replace("_", "-")): value for name, value in report.items()}
    named.pop("n-agree", None)
    return {**named, "tid": int(named["tid"][1:])}


def near(report: dict[str, Any]) -> dict[str, Any]:
    return {
        name: pytest.approx(value, rel=1e-9) if isinstance(value, float) else value
        for name, value in report.items()
        # of a best agreement red-dwarf reports the side it shows, Polis and we how many agree
        if name != "n-agree"
    }


def strength(report: dict[str, Any]) -> float:
    ratio = report.get("repness", 1) * report.get("repness-test", 1)
    return round(ratio * report["p-success"] * report["p-test"], 7)


def same(ours: list[Any], theirs: list[dict[str, Any]]) -> bool:
    """The same statements in the same order; equally strong ones come in any order there, also at the cut."""
    mine = [in_their_words(report) for report in ours]
    strengths = [strength(report) for report in mine]
    cut = min(strengths) if len(strengths) == TOP else None
    return strengths == pytest.approx([strength(report) for report in theirs], rel=1e-6) and all(
        report == near(other)
        for report, other in zip(mine, theirs, strict=True)
        if strengths.count(strength(report)) == 1 and strength(report) != cut
    )


def test_representative_statements_are_those_of_red_dwarf() -> None:
    """Where no agreement stands out red-dwarf shows nothing; Polis and we show significant disagreements."""
    compared = 0
    for case in OPINIONS:
        ours = of_camps(case).representative
        assert sorted(ours) == sorted(case["representative"])
        for group, reports in case["representative"].items():
            if reports:
                assert same(list(ours[group]), reports), case
                compared += 1
            else:
                assert {report["answer"] for report in ours[group]} == {"disagree"}
    assert compared > len(OPINIONS)


def test_consensus_is_that_of_red_dwarf() -> None:
    for case in OPINIONS:
        ours = of_camps(case).consensus
        for answer in ("agree", "disagree"):
            assert same(list(ours[answer]), case["consensus"][answer]), case


def adjusted_rand(one: list[str], other: list[int]) -> float:
    """Hubert and Arabie (1985)."""
    both = list(zip(one, other, strict=True))
    table = np.array([[both.count((x, y)) for y in set(other)] for x in set(one)])
    pairs = [(each * (each - 1) // 2).sum() for each in (table, table.sum(axis=0), table.sum(axis=1))]
    chance = pairs[1] * pairs[2] / (len(one) * (len(one) - 1) / 2)
    return float((pairs[0] - chance) / ((pairs[1] + pairs[2]) / 2 - chance))


def test_opinion_groups_are_mostly_those_of_red_dwarf() -> None:
    """Its k-means starts elsewhere and it knows no base clusters, so groups agree without being the same."""
    scores = []
    for case in OPINIONS:
        found = agreement(opinions(case["votes"], case["hidden"], case["meta"])).groups
        group_of = {person: name for name, members in found.items() for person in members}
        people = [person for person in case["clusters"] if f"p{person}" in group_of]
        if people:
            ours = [group_of[f"p{person}"] for person in people]
            scores.append(adjusted_rand(ours, [case["clusters"][person] for person in people]))
    assert len(scores) > len(OPINIONS) / 2
    assert np.median(scores) > 0.9

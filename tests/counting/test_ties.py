"""Every tie rule on an example that a person can count by hand."""

from hashlib import sha256

from icc_consult.counting.approval import approval
from icc_consult.counting.ballots import Dots, Scores
from icc_consult.counting.borda import borda
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.dots import dots
from icc_consult.counting.duels import Duels, pairwise
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.fair_agenda import fair_agenda
from icc_consult.counting.greedy import greedy
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.lots import lot_order
from icc_consult.counting.majority_judgment import majority_judgment
from icc_consult.counting.outcome import Lot, Tie
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze
from icc_consult.counting.score import score
from icc_consult.counting.transferable_vote import stv

from tests.counting.sketches import approved, budget, ranked


def test_equal_approvals_share_a_place() -> None:
    outcome = approval(approved("abc", "ab ab c -"))
    assert outcome.outcome == (("a", "b"), "c")
    assert outcome.ties == (Tie("order", ("a", "b")),)
    assert (outcome.participants, outcome.lots, outcome.chosen) == (4, (), ())


def test_a_tie_at_the_last_seat_goes_to_a_recorded_lot() -> None:
    outcome = approval(approved("abcd", "abc abc abd a"), seats=3, seed=7)
    assert outcome.outcome == ("a", "b", "c")
    outcome = approval(approved("abcd", "abcd abcd a"), seats=3, seed=7)
    drawn = lot_order("bcd", 7)
    assert outcome.outcome == ("a", ("b", "c", "d"))
    assert outcome.chosen == ("a", *drawn[:2])
    assert outcome.ties == (Tie("seats", ("b", "c", "d"), "lot"),)
    assert outcome.lots == (Lot(drawn, drawn[:2], "seat", 7),)


def test_a_tie_that_decides_no_seat_draws_no_lot() -> None:
    outcome = approval(approved("abc", "ab ab c"), seats=2)
    assert (outcome.outcome, outcome.lots, outcome.ties) == (("a", "b"), (), ())


def test_the_lot_is_the_smallest_hash_of_seed_and_id() -> None:
    hashes = {name: sha256(f"5:{name}".encode()).hexdigest() for name in "xyz"}
    assert list(lot_order("zxy", 5)) == sorted("xyz", key=hashes.__getitem__)


def test_equal_means_are_equal_whatever_the_sums() -> None:
    outcome = score(
        Scores.of("ab", [{"a": 3, "b": 3}, {"a": 2, "b": 2}, {"a": 1}, {"a": 4}], least=0, most=5)
    )
    assert outcome.outcome == (("a", "b"),)
    assert outcome.steps[0]["sum"] == {"a": 10, "b": 5}


def test_a_missing_score_is_not_a_zero() -> None:
    ballots = Scores.of("ab", [{"a": 3, "b": 4}, {"a": 3}], least=0, most=5)
    assert score(ballots).outcome == ("b", "a")
    assert score(ballots, by_sum=True).outcome == ("a", "b")


def test_equal_medians_lose_one_median_after_the_other() -> None:
    """a: 1 2 2 3 and b: 0 2 2 3 share the median 2, then 2, and differ at the third removal: 1 above 0."""
    ballots = [{"a": 1, "b": 0}, {"a": 2, "b": 2}, {"a": 2, "b": 2}, {"a": 3, "b": 3}]
    outcome = majority_judgment(Scores.of("ab", ballots, least=0, most=3))
    assert outcome.outcome == ("a", "b")
    assert outcome.steps[0]["median"] == {"a": 2, "b": 2}


def test_an_even_number_of_grades_has_its_lower_median() -> None:
    outcome = majority_judgment(Scores.of("ab", [{"a": 1, "b": 2}, {"a": 3, "b": 2}], least=0, most=3))
    assert outcome.steps[0]["median"] == {"a": 1, "b": 2}
    assert outcome.outcome == ("b", "a")


def test_a_grade_not_given_is_the_lowest_of_the_paper() -> None:
    outcome = majority_judgment(Scores.of("ab", [{"a": 3, "b": 1}, {"b": 1}, {"b": 1}], least=0, most=3))
    assert outcome.outcome == ("b", "a")
    assert outcome.steps[0]["ungraded"] == {"a": 2, "b": 0}


def test_the_same_grades_are_a_tie() -> None:
    outcome = majority_judgment(Scores.of("ab", [{"a": 1, "b": 2}, {"a": 2, "b": 1}], least=0, most=3))
    assert outcome.outcome == (("a", "b"),)


def test_equal_dots_tie_however_many_people_gave_them() -> None:
    outcome = dots(Dots.of_array("abc", [[4, 1, 0], [0, 3, 1]], each=5))
    assert outcome.outcome == (("a", "b"), "c")
    assert outcome.steps[0]["people"] == {"a": 1, "b": 2, "c": 1}


def test_equal_win_shares_tie() -> None:
    outcome = pairwise(Duels.of("abc", [[("a", "b", "a")], [("c", "b", "c"), ("a", "c", None)]]))
    assert outcome.outcome == (("a", "c"), "b")
    assert outcome.steps[0]["share"] == {"a": 2 / 3, "b": 1 / 4, "c": 2 / 3}
    assert outcome.steps[0]["strength"] is None


def test_equal_ranks_share_their_borda_points() -> None:
    outcome = borda(ranked("abcd", "1: a > b = c"))
    assert outcome.steps[0]["points"] == {"a": 3, "b": 1.5, "c": 1.5, "d": 0}
    assert outcome.outcome == ("a", ("b", "c"), "d")


def test_a_circle_has_no_condorcet_winner_and_three_equal_schulze_winners() -> None:
    circle = ranked("abc", "1: a > b > c; 1: b > c > a; 1: c > a > b")
    assert condorcet(circle).outcome == ()
    assert condorcet(circle).steps[0]["smith"] == ["a", "b", "c"]
    assert schulze(circle).outcome == (("a", "b", "c"),)


def test_several_unbeaten_options_are_stated_and_not_chosen() -> None:
    outcome = condorcet(ranked("abc", "1: a > b > c; 1: b > a > c"))
    assert (outcome.outcome, outcome.ties) == ((), (Tie("winner", ("a", "b")),))


def test_contradicting_equal_victories_are_locked_by_lot_and_every_possible_winner_is_named() -> None:
    outcome = ranked_pairs(ranked("abc", "1: a > b > c; 1: b > c > a; 1: c > a > b"), seed=3)
    best, middle, worst = lot_order("abc", 3)
    order = {"a": "b", "b": "c", "c": "a"}
    assert outcome.outcome == (("a", "b", "c"),)
    assert outcome.lots == (Lot((best, middle, worst), (best, middle, worst), "first", 3, 1),)
    locked = {(step["winner"], step["loser"]) for step in outcome.steps if step.get("locked")}
    assert (best, order[best]) in locked
    assert len(locked) == 2


def test_equal_victories_that_do_not_contradict_need_no_lot() -> None:
    outcome = ranked_pairs(ranked("abc", "1: a > b > c"))
    assert (outcome.outcome, outcome.lots) == (("a", "b", "c"), ())


def test_the_last_two_of_a_runoff_may_go_together() -> None:
    """One vote each for c and d: even together they stay below b, so both go without a lot."""
    outcome = instant_runoff(ranked("abcd", "5: a; 3: b; 1: c > d; 1: d > c"))
    assert outcome.outcome == ("a", "b", ("c", "d"))
    assert outcome.lots == ()


def test_waiting_ballots_may_lift_one_of_the_last() -> None:
    """Whichever of c and d stays gets the four ballots that rank both first, and passes b: a lot decides."""
    outcome = instant_runoff(ranked("abcd", "6: a; 4: b; 1: c; 1: d; 4: c = d"))
    assert outcome.lots[0].among == lot_order("cd", 0)
    assert outcome.steps[1]["out"] == ["b"]


def test_a_tie_for_last_that_decides_the_winner_names_everybody_who_could_win() -> None:
    """Whoever of b and c stays gets the other's votes and beats a."""
    ballots = ranked("abc", "4: a; 3: b > c; 3: c > b")
    outcome = instant_runoff(ballots, seed=2)
    out = lot_order("bc", 2)[0]
    assert outcome.outcome == (("b", "c"), "a")
    assert outcome.ties[0] == Tie("round", ("b", "c"), "lot", 1)
    assert outcome.lots[0] == Lot(lot_order("bc", 2), (out,), "out", 2, 1)
    assert outcome.chosen == tuple({"b", "c"} - {out})


def test_a_ballot_with_two_firsts_waits_until_one_is_left() -> None:
    outcome = instant_runoff(ranked("abc", "2: a = b; 3: a; 1: b; 4: c"))
    first, second = outcome.steps[:2]
    assert (first["votes"], first["waiting"]) == ({"a": 3, "b": 1, "c": 4}, 2)
    assert (second["votes"], second["waiting"]) == ({"a": 5, "c": 4}, 0)
    assert outcome.outcome == ("a", "c", "b")


def test_an_exclusion_tie_looks_back_to_the_last_difference() -> None:
    """After d goes, b and c have 3 each; at first b had 2 and c 3, so b goes."""
    outcome = stv(ranked("abcd", "5: a; 2: b; 3: c; 1: d > b"), seats=1)
    stage = outcome.steps[3]
    assert (stage["kind"], stage["from"], stage["votes"]) == (
        "exclusion",
        ["b"],
        {"a": 5, "b": 0, "c": 3, "d": 0},
    )
    assert outcome.ties == (Tie("exclusion", ("b", "c"), "earlier round", 3),)
    assert outcome.lots == ()


def test_looking_back_starts_at_the_most_recent_stage() -> None:
    """Both have 5 in the end. At first b had 3 and c 4, but just before b had 5 and c 4: c goes."""
    outcome = stv(ranked("abcde", "10: a; 3: b; 4: c; 2: d > b; 1: e > c; 2: e"), seats=1)
    assert [stage["from"] for stage in outcome.steps[1:5]] == [[], ["d"], ["e"], ["c"]]


def test_an_exclusion_tie_without_a_difference_goes_to_a_lot() -> None:
    outcome = stv(ranked("abc", "4: a; 3: b; 3: c"), seats=2, seed=1)
    out = lot_order("bc", 1)[0]
    assert outcome.outcome == ("a", ("b", "c"))
    assert outcome.chosen == ("a", *({"b", "c"} - {out}))
    assert outcome.lots == (Lot(lot_order("bc", 1), (out,), "out", 1, 2),)


def test_of_equal_surpluses_the_one_that_led_before_goes_first() -> None:
    """Quota 6. The surplus of a lifts b from 4 and c from 3 to 6.5 each; b led before."""
    ballots = "5: a > b > d; 7: a > c > e; 4: b; 3: c; 3: d; 2: e; 2: f"
    outcome = stv(ranked("abcdef", ballots), seats=4)
    assert [stage["from"] for stage in outcome.steps[1:5]] == [[], ["a"], ["b"], ["c"]]
    assert outcome.steps[2]["votes"] == {"a": 6, "b": 6.5, "c": 6.5, "d": 3, "e": 2, "f": 2}
    assert outcome.ties[0] == Tie("surplus", ("b", "c"), "earlier round", 3)


def test_of_equal_surpluses_without_a_difference_a_lot_goes_first() -> None:
    outcome = stv(ranked("abcde", "6: a > c; 6: b > d; 2: c; 2: d; 1: e"), seats=3, seed=1)
    assert outcome.ties[0] == Tie("surplus", ("a", "b"), "lot", 2)
    assert outcome.steps[2]["from"] == [lot_order("ab", 1)[0]]


def test_of_equal_votes_greedy_takes_the_cheaper_and_then_a_lot() -> None:
    outcome = greedy(budget("park 50, well 20, tree 20", 30, "park+well+tree park+well+tree"))
    drawn = lot_order(("well", "tree"), 0)[0]
    assert outcome.outcome == (("well", "tree"),)
    assert outcome.chosen == (drawn,)
    assert outcome.ties == (
        Tie("list", ("park", "well", "tree"), "cost", 1),
        Tie("list", ("well", "tree"), "lot", 1),
    )


def test_greedy_skips_what_is_too_dear_or_stops_there() -> None:
    vote = budget("park 50, well 80, tree 20", 100, "park park park well well tree")
    assert greedy(vote).chosen == ("park", "tree")
    assert greedy(vote, when_too_dear="stop").chosen == ("park",)


def test_of_equally_good_projects_equal_shares_buy_the_cheaper() -> None:
    outcome = equal_shares(budget("park 60, well 40", 80, "park+well park+well"), completion=False)
    assert outcome.chosen == ("well",)
    assert outcome.ties == (Tie("purchase", ("park", "well"), "cost", 1),)


def test_of_equally_good_and_dear_projects_equal_shares_buy_the_more_voted() -> None:
    """The bench empties four purses of 20; well and park then have two payers each, the well three votes."""
    people = "bench+well bench bench bench well well park park"
    outcome = equal_shares(budget("bench 80, park 20, well 20", 160, people), completion=False)
    assert outcome.chosen == ("bench", "well", "park")
    assert outcome.ties == (Tie("purchase", ("park", "well"), "votes", 2),)


def test_of_equal_projects_equal_shares_draw_a_lot() -> None:
    outcome = equal_shares(budget("park 40, well 40", 40, "park+well park+well"), seed=4)
    drawn = lot_order(("park", "well"), 4)[0]
    assert outcome.outcome == (("park", "well"),)
    assert outcome.chosen == (drawn,)
    assert outcome.lots == (Lot(lot_order(("park", "well"), 4), (drawn,), "first", 4, 1),)


def test_a_fair_agenda_prefers_more_votes_and_then_a_lot() -> None:
    outcome = fair_agenda(approved("ab", "a b"), seats=1, seed=9)
    assert outcome.outcome == (("a", "b"),)
    assert outcome.chosen == (lot_order("ab", 9)[0],)
    assert outcome.ties == (Tie("purchase", ("a", "b"), "lot", 1),)


def test_topics_ready_at_the_same_moment_go_by_votes() -> None:
    """Purses of 1/5. The four of a have a slot at 1/20; the two of x at 3/10, and the three of y, two of whom
    paid for a: 1/5 + 3/10 + 2 x (3/10 - 1/20) = 1.
    """
    outcome = fair_agenda(approved("axy", "ay ay a a x x y - - -"), seats=2)
    assert outcome.chosen == ("a", "y")
    assert outcome.ties == (Tie("purchase", ("x", "y"), "votes", 2),)
    assert [step["filled"] for step in outcome.steps[:2]] == [0.05, 0.3]


def test_who_has_paid_for_a_topic_waits_for_the_next() -> None:
    """Purses of 2/13: three of the four who paid for a want b as well; the two of c are ready before them."""
    outcome = fair_agenda(approved("abc", "ab ab ab a c c - - - - - - -"), seats=2)
    assert outcome.chosen == ("a", "c")


def test_a_large_group_cannot_take_every_slot() -> None:
    """Six people want a, b, c, d; four want x, y. Five slots: three and two."""
    ballots = approved("abcdxy", "abcd " * 6 + "xy " * 4)
    assert approval(ballots, seats=4).chosen == ("a", "b", "c", "d")
    outcome = fair_agenda(ballots, seats=5)
    assert set(outcome.chosen) >= {"x", "y"}
    assert len(set(outcome.chosen) & set("abcd")) == 3

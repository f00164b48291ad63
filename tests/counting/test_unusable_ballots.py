"""What cannot be counted is refused with the place where it went wrong."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from icc_consult.counting.agreement.votes import Statements
from icc_consult.counting.approval import approval
from icc_consult.counting.ballots import MOST_OPTIONS, Approvals, Dots, Rankings, Scores
from icc_consult.counting.duels import Duels
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.errors import (
    BudgetNotPositive,
    CostNotPositive,
    CountNotPositive,
    Misshapen,
    NoBallots,
    NoOptions,
    NotANumber,
    NotWhole,
    OutOfRange,
    RepeatedOption,
    RepeatedParticipant,
    SameOptionTwice,
    SeatsOutOfRange,
    TooManyDots,
    TooManyOptions,
    TooManyPeople,
    Uncountable,
    UnknownOption,
    UnknownParticipant,
)
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.projects import Projects
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze
from icc_consult.counting.transferable_vote import stv

from tests.counting.sketches import approved, opinions, ranked

REFUSED = [
    (lambda: Approvals.of("", []), NoOptions()),
    (lambda: Approvals.of("ab", []), NoBallots()),
    (lambda: Rankings.of("ab", []), NoBallots()),
    (lambda: Rankings.of_array("ab", []), NoBallots()),
    (lambda: Duels.of("ab", []), NoBallots()),
    (lambda: Approvals.of("ab", [["a"], ["c"]]), UnknownOption("c", 1)),
    (lambda: Approvals.of("ab", [["a", "a"]]), RepeatedOption("a", 0)),
    (lambda: Approvals.of("aba", [["a"]]), RepeatedOption("a", None)),
    (lambda: Rankings.of("ab", [["a"], ["b", ("a", "b")]]), RepeatedOption("b", 1)),
    (lambda: Rankings.of("ab", [["a"], [], ["d"]]), UnknownOption("d", 2)),
    (lambda: Rankings.of_array("ab", [[1, 2], [1, -1]]), OutOfRange(1, "b", -1, 0, 65_534)),
    (lambda: Rankings.of_array("ab", [[1.0, 2.0], [1.0, np.nan]]), NotANumber(1, "b")),
    (lambda: Rankings.of_array("ab", [[1.0, np.inf]]), NotANumber(0, "b")),
    (lambda: Rankings.of_array("ab", [[1.5, 2.0]]), NotWhole(0, "a", 1.5)),
    (lambda: Rankings.of_array("ab", [[1, 2, 3]]), Misshapen((1, 3), (1, 2))),
    (lambda: Rankings.of_array("ab", [["x", "y"]]), NotANumber(0, "a")),
    (lambda: Rankings.of_array("ab", [[1, 2]], [0]), CountNotPositive(0, 0)),
    (lambda: Rankings.of_array("ab", [[1, 2]], [1, 2]), Misshapen((2,), (1,))),
    (lambda: Rankings.of_array("ab", [[1, 2]], [10**9]), TooManyPeople(10**9, 10**8)),
    (lambda: Approvals.of_array("ab", [[0, 2]]), OutOfRange(0, "b", 2, 0, 1)),
    (
        lambda: Approvals.of([str(each) for each in range(1_000_000)], [[]]),
        TooManyOptions(1_000_000, MOST_OPTIONS),
    ),
    (lambda: Scores.of("ab", [{"a": 6}], least=0, most=5), OutOfRange(0, "a", 6, 0, 5)),
    (lambda: Scores.of("ab", [{"c": 1}], least=0, most=5), UnknownOption("c", 0)),
    (lambda: Dots.of_array("ab", [[1, 2], [3, 3]], each=5), TooManyDots(1, 6, 5)),
    (lambda: Dots.of_array("ab", [[-1, 2]], each=5), OutOfRange(0, "a", -1, 0, 5)),
    (lambda: Duels.of("ab", [[("a", "a", "a")]]), SameOptionTwice(0, "a")),
    (lambda: Duels.of("abc", [[], [("a", "b", "z")]]), UnknownOption("z", 1)),
    (lambda: Duels.of("abc", [[("a", "b", "c")]]), UnknownOption("c", 0)),
    (lambda: Projects.of({"a": 0}, 10, [["a"]]), CostNotPositive("a", "0")),
    (lambda: Projects.of({"a": -3}, 10, [["a"]]), CostNotPositive("a", "-3")),
    (lambda: Projects.of({"a": Decimal("NaN")}, 10, [["a"]]), CostNotPositive("a", "NaN")),
    (lambda: Projects.of({"a": 3}, 0, [["a"]]), BudgetNotPositive("0")),
    (lambda: stv(ranked("ab", "1: a"), seats=3), SeatsOutOfRange(3, 2)),
    (lambda: approval(approved("ab", "a"), seats=0), SeatsOutOfRange(0, 2)),
    (lambda: Statements.of("st", {"p": {"s": 2}}), OutOfRange(0, "s", 2, -2, 1)),
    (lambda: Statements.of("st", {"p": {"u": 1}}), UnknownOption("u", 0)),
    (lambda: Statements.of_array("st", ["p", "p"], [[1, 1], [1, 1]]), RepeatedParticipant("p")),
    (lambda: Statements.of_array("st", ["p"], [[1, 1], [1, 1]]), Misshapen((1,), (2,))),
    (lambda: opinions(["+-"]).members({"stranger": "fr"}), UnknownParticipant("stranger")),
]


@pytest.mark.parametrize(
    ("count", "refusal"), REFUSED, ids=lambda case: repr(case) if isinstance(case, Uncountable) else ""
)
def test_what_cannot_be_counted_is_refused_with_its_place(count: object, refusal: Uncountable) -> None:
    assert callable(count)
    with pytest.raises(type(refusal)) as caught:
        count()
    assert vars(caught.value) == vars(refusal)


def test_every_refusal_is_tried() -> None:
    assert {type(refusal) for _, refusal in REFUSED} == set(Uncountable.__subclasses__())


def test_one_option_is_counted() -> None:
    alone = ranked("a", "2: a; 1: a")
    for rule in (schulze, ranked_pairs, instant_runoff):
        assert rule(alone).outcome == ("a",)
    assert stv(alone, seats=1).outcome == ("a",)
    assert equal_shares(Projects.of({"a": 2}, 3, [["a"]])).outcome == ("a",)


def test_blank_ballots_count_as_people_and_for_nobody() -> None:
    blank = ranked("abc", "2: a > b")
    blank = type(blank).of_array("abc", [[1, 2, 0], [1, 2, 0], [0, 0, 0]])
    assert blank.participants == 3
    assert instant_runoff(blank).steps[0]["exhausted"] == 1
    assert stv(blank, seats=1).steps[0]["valid"] == 2


def test_costs_in_cents_are_exact() -> None:
    vote = Projects.of({"a": Decimal("0.1"), "b": Fraction(1, 3)}, 1, [["a"], ["b"]])
    assert (vote.costs, vote.budget, vote.unit) == ((3, 10), 30, 30)
    assert vote.named(vote.costs) == {"a": 0.1, "b": 1 / 3}


def test_ranks_may_have_gaps_and_be_large() -> None:
    wide = Rankings.of_array("abc", [[1000, 3, 0], [60_000, 2, 7]])
    assert schulze(wide).plain() == schulze(Rankings.of_array("abc", [[2, 1, 0], [3, 1, 2]])).plain()

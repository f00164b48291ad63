"""Every ballot paper is counted again from the files that the desk exports."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from icc_consult.commands.tally_table import table
from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.response import (
    Answered,
    Approved,
    Compared,
    Dotted,
    Duel,
    Graded,
    Ranked,
    Response,
    Value,
    Voted,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.formats.ballots import read_ballots
from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Remarks
from icc_consult.formats.csv import write_csv
from icc_consult.services.polls import Poll
from icc_consult.services.tallying import Call, choose, plain_tally, tally

from tests.builders import EN, response_with
from tests.papers import PURSE, ballots

CONSULTATION = ballots().consultation


def given(**values: Value) -> Response:
    """A resident who answered these."""
    return response_with(CONSULTATION, {name: Answered(value, EN) for name, value in values.items()})


def ranked(*codes: str) -> Ranked:
    return Ranked(codes)


def graded(**grades: str) -> Graded:
    return Graded(tuple((TopicId(name), ChoiceCode(grade)) for name, grade in grades.items()))


def dotted(**dots: int) -> Dotted:
    return Dotted(tuple((TopicId(name), count) for name, count in dots.items()))


def approved(*topics: str) -> Approved:
    return Approved(tuple(TopicId(name) for name in topics))


def duel(first: str, second: str, preferred: str = "") -> Duel:
    return Duel(TopicId(first), TopicId(second), TopicId(preferred) if preferred else None)


THREE = (
    given(
        ranks=ranked("t1", "t2"),
        order=ranked("health"),
        words=graded(t1="well", t2="badly"),
        scores=graded(t1="5", t3="0"),
        dots=dotted(t1=4, t2=2),
        money=approved("t1", "t2"),
        pairs=Compared((duel("t1", "t2", "t1"), duel("t3", "t1", "t1"))),
        s01a=Voted(Vote.AGREE),
    ),
    given(
        ranks=ranked("t1", "t3", "t2"),
        order=ranked("health", "work"),
        words=graded(t1="very_well", t2="badly"),
        scores=graded(t1="4", t3="3"),
        dots=dotted(t1=1),
        money=approved("t2"),
        pairs=Compared((duel("t2", "t1"), duel("t2", "t3", "t3"))),
    ),
    given(ranks=ranked("t2"), words=graded(t1="very_badly"), dots=dotted(t6=6), money=approved("t2", "t3")),
)


def exported(out: Path, responses: Sequence[Response]) -> Path:
    """The files of the desk."""
    write_csv(out, CONSULTATION, responses, note="Keep it.")
    return out


def polls(place: Path) -> dict[str, Poll]:
    return {poll.id: poll for poll in read_ballots(exported(place, THREE), Remarks())}


def counted(place: Path, question: str, **call: Any) -> dict[str, Any]:
    """What `icc-consult tally DIR --question ...` shows."""
    found = read_ballots(exported(place, THREE), Remarks())
    chosen = choose(found, Call(**call), question)
    return dict(json.loads(json.dumps(plain_tally(chosen, tally(chosen, Call(**call))))))


def test_every_paper_is_a_poll_with_the_rule_of_its_kind(place: Path) -> None:
    assert {name: poll.rule for name, poll in polls(place).items()} == {
        "order": "schulze",
        "ranks": "schulze",
        "words": "majority-judgment",
        "scores": "score",
        "dots": "dots",
        "money": "equal-shares",
        "pairs": "pairwise",
        "ideas": "agreement",
    }


@pytest.mark.parametrize(
    ("question", "first"),
    [("ranks", "t1"), ("words", "t1"), ("scores", "t1"), ("dots", "t6"), ("pairs", "t1")],
)
def test_the_winner_is_the_one_that_people_put_first(place: Path, question: str, first: str) -> None:
    outcome = counted(place, question)["outcome"]
    assert outcome[0] == first


def test_a_ranking_of_a_question_is_counted_like_one_of_topics(place: Path) -> None:
    assert counted(place, "order", rule="borda")["outcome"][0] == "health"


def test_words_are_graded_from_the_worst_up(place: Path) -> None:
    cast = polls(place)["words"].cast
    assert sorted(map(sorted, cast.ballots)) == [[(0, 0)], [(0, 2), (1, 1)], [(0, 3), (1, 1)]]


def test_the_median_is_told_in_the_words_of_the_paper(place: Path) -> None:
    poll = polls(place)["words"]
    lines = table(poll, tally(poll, Call())).splitlines()[3:6]
    assert [re.split(r"\s{2,}", line)[-2] for line in lines] == ["Well", "Badly", "Very badly"]


def test_dots_are_added_up(place: Path) -> None:
    assert counted(place, "dots")["outcome"][:2] == ["t6", "t1"]


def test_a_budget_brings_its_purse_and_its_costs(place: Path) -> None:
    poll = polls(place)["money"]
    assert poll.budget == PURSE
    assert [int(option.cost or 0) for option in poll.options[:3]] == [150_000, 40_000, 25_000]
    assert "t2" in counted(place, "money")["outcome"]
    assert counted(place, "money", rule="greedy")["outcome"]


def test_pairs_keep_their_sides_and_those_that_are_alike_count_for_nobody(place: Path) -> None:
    step = counted(place, "pairs")["steps"][0]
    assert (step["wins"]["t1"], step["losses"]["t3"], step["skipped"]) == (2, 1, 1)


def test_what_no_ballot_can_hold_is_refused_with_its_place(place: Path) -> None:
    exported(place, THREE)
    answers = place / "answers.csv"
    text = answers.read_text("utf-8-sig").replace("t1>t2", "t1>t1")
    answers.write_text(text, "utf-8-sig")
    with pytest.raises(BallotsRefused) as refused:
        read_ballots(place, Remarks())
    assert (refused.value.fault, refused.value.detail) == (Fault.NOT_A_VOTE, "t1>t1 t3<t1")


BOOK = "name,kind,paper,column,value,code,label__en\n"
MONEY = f"{BOOK}m,budget,,m,{{purse}},,Money\nm,budget,,m__a,{{cost}},a,A\nm,budget,,m__b,50,b,B\n"
FIRST_GRADE = f"{BOOK}j,judgment,,j,,,J\nj,judgment,,j__a,,a,A\nj,grade,,j__*,0,bad,Bad\n"
GRADES = f"{FIRST_GRADE}j,grade,,j__*,{{place}},{{code}},Good\n"


@pytest.mark.parametrize(
    ("book", "fault", "line", "column", "detail"),
    [
        (MONEY.format(purse=0, cost=5), Fault.BUDGET_NOT_POSITIVE, 2, 5, "0"),
        (MONEY.format(purse="", cost=5), Fault.BUDGET_NOT_POSITIVE, 2, 5, "0"),
        (MONEY.format(purse=100, cost=0), Fault.COST_NOT_POSITIVE, 3, 5, "0"),
        (f"{BOOK}d,dots,,d,0,,D\nd,dots,,d__a,,a,A\n", Fault.OUT_OF_RANGE, 2, 5, "0"),
        (f"{BOOK}t,approval,,t__a,,a,A\nt,approval,,t__a,,a,A\n", Fault.OPTION_REPEATED, 3, 6, "a"),
        (GRADES.format(place=0, code="good"), Fault.KEY_TWICE, 5, 5, "0"),
        (GRADES.format(place=1, code="bad"), Fault.KEY_TWICE, 5, 6, "bad"),
    ],
)
def test_a_codebook_that_cannot_be_counted_by_is_refused_with_its_place(
    place: Path, book: str, fault: Fault, line: int, column: int, detail: str
) -> None:
    place.mkdir(exist_ok=True)
    (place / "codebook.csv").write_text(book, "utf-8")
    (place / "answers.csv").write_text("m\n", "utf-8")
    with pytest.raises(BallotsRefused) as refused:
        read_ballots(place, Remarks())
    error = refused.value
    assert (error.fault, error.line, error.column, error.detail) == (fault, line, column, detail)


def test_more_dots_than_there_are_are_refused_with_their_place(place: Path) -> None:
    place.mkdir(exist_ok=True)
    (place / "codebook.csv").write_text(
        f"{BOOK}d,dots,,d,3,,D\nd,dots,,d__a,,a,A\nd,dots,,d__b,,b,B\n", "utf-8"
    )
    (place / "answers.csv").write_text("d__a,d__b,d__state\n1,2,answered\n3,1,answered\n", "utf-8")
    with pytest.raises(BallotsRefused) as refused:
        read_ballots(place, Remarks())
    error = refused.value
    assert (error.fault, error.line, error.column) == (Fault.TOO_MANY_POINTS, 3, 1)
    assert (error.found, error.stated) == ("4", "3")

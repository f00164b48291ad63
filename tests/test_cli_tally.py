"""`icc-consult tally`: what it counts and how it shows it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from icc_consult.counting.lots import lot_order
from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import Answered, Approved, Response, Skipped, Voted
from icc_consult.formats.csv import write_csv
from icc_consult.services.polls import RULES

from tests.builders import EN, response_with
from tests.sketches import consultation_drawn
from tests.tellers import CAPITAL, COUNCIL, GRADES, POLIS, POSTERS, VILLAGE, VOTES, Teller

SKETCH = consultation_drawn()


@pytest.fixture
def teller(capsys: pytest.CaptureFixture[str]) -> Teller:
    return Teller(capsys)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    """A file with a name and a text."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return path

    return write


BY_HAND = [
    (CAPITAL, "schulze", [], ["2", "3", "4", "1"]),
    (CAPITAL, "ranked-pairs", [], ["2", "3", "4", "1"]),
    (CAPITAL, "condorcet", [], ["2"]),
    (CAPITAL, "borda", [], ["2", "3", "1", "4"]),
    (CAPITAL, "irv", [], ["4", "1", "2", "3"]),
    (CAPITAL, "pairwise", [], ["2", "3", "1", "4"]),
    (CAPITAL, "stv", ["--seats", "2"], ["1", "2"]),
    (CAPITAL, "borda", ["--seats", "1"], ["2"]),
    (VOTES / "preflib" / "park.toc", "schulze", [], [["1", "2"], "3"]),
    (POSTERS, "approval", [], ["2", "1", ["3", "4"]]),
    (POSTERS, "fair-agenda", ["--seats", "1"], ["2"]),
    (GRADES, "majority-judgment", [], ["2", "1", "3"]),
    (GRADES, "score", [], [["1", "2"], "3"]),
    (VILLAGE, "equal-shares", [], ["B", "C"]),
    (VILLAGE, "greedy", [], ["B", "C"]),
    (VILLAGE, "greedy", ["--budget", "110"], ["B", "A"]),
    (VILLAGE, "approval", [], [["B", "A"], "C", "D"]),
    (VILLAGE, "fair-agenda", ["--seats", "2"], ["C", ["B", "A"]]),
    (VOTES / "pabulib" / "streets.pb", "borda", [], ["oak", "elm", "ash"]),
    (VOTES / "pabulib" / "points.pb", "dots", [], ["p2", "p1", "p3"]),
    (VOTES / "pabulib" / "scores.pb", "score", [], ["p2", "p1"]),
    (VOTES / "pabulib" / "scores.pb", "majority-judgment", [], ["p2", "p1"]),
    (COUNCIL, "stv", [], ["1", "3"]),
]


@pytest.mark.parametrize(("path", "rule", "options", "outcome"), BY_HAND)
def test_what_was_counted_by_hand_comes_out(
    teller: Teller, path: Path, rule: str, options: list[str], outcome: list[Any]
) -> None:
    document = teller.json(path, "--rule", rule, *options)
    assert (document["rule"], document["outcome"]) == (rule, outcome)


def test_what_a_scoring_vote_leaves_out_is_scored_too(teller: Teller) -> None:
    assert teller.json(VOTES / "pabulib" / "scores.pb")["steps"][0]["raters"] == {"p1": 3, "p2": 3}


def test_a_hundred_thousand_places_are_counted(teller: Teller, file) -> None:
    head = (
        (VOTES / "pabulib" / "streets.pb")
        .read_text("utf-8")
        .partition("a;elm")[0]
        .replace("num_votes;4\n", "")
    )
    votes = "".join(f"{voter};{'elm,oak' if voter % 2 else 'oak,ash'}\n" for voter in range(50_000))
    document = teller.json(file("many.pb", head + votes))
    assert document["steps"][0]["points"] == {"elm": 50_000, "oak": 75_000, "ash": 25_000}


def test_every_rule_is_counted_by_hand_somewhere() -> None:
    assert {rule for _, rule, _, _ in BY_HAND} | {"agreement"} == set(RULES)


def test_the_page_on_vote_files_names_every_rule_and_every_file_of_the_tests() -> None:
    page = (Path(__file__).parents[1] / "docs" / "vote-files.md").read_text("utf-8")
    assert [rule for rule in RULES if f"`{rule}`" not in page] == []
    endings = {path.suffix for path in VOTES.rglob("*.*")} - {".csv", ".blt"}
    assert [ending for ending in sorted(endings) if f"`{ending}`" not in page] == []


def test_json_has_what_the_contract_names(teller: Teller) -> None:
    document = teller.json(VILLAGE)
    assert set(document) >= {"rule", "participants", "options", "outcome", "ties", "lots", "steps"}
    assert document["participants"] == 10
    assert document["options"][1] == {"id": "A", "label": "Playground; with a slide"}
    assert document["ties"] == [{"at": "purchase", "options": ["B", "A"], "settled": "cost", "step": 1}]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("pabulib/village.pb", "equal-shares"),
        ("pabulib/streets.pb", "borda"),
        ("pabulib/points.pb", "dots"),
        ("pabulib/scores.pb", "score"),
        ("preflib/capital.soc", "schulze"),
        ("preflib/posters.cat", "approval"),
        ("preflib/grades.cat", "majority-judgment"),
        ("blt/council.blt", "stv"),
        ("polis-first", "agreement"),
    ],
)
def test_without_a_rule_the_usual_one_counts_and_is_told(teller: Teller, path: str, rule: str) -> None:
    code, said = teller.told(VOTES / path)
    assert code == 0
    assert f"Counted by {rule}, the usual rule" in said


def test_a_lot_is_drawn_with_the_seed_and_stands_in_the_outcome(teller: Teller) -> None:
    path = POSTERS
    for seed in range(6):
        document = teller.json(path, "--seats", "3", "--seed", str(seed))
        winner = lot_order(["3", "4"], seed)[0]
        assert document["outcome"] == ["2", "1", ["3", "4"]]
        assert document["chosen"] == ["2", "1", winner]
        assert document["lots"][0]["seed"] == seed


@pytest.mark.parametrize(("path", "ballots"), [(VILLAGE, 10), (VOTES / "preflib" / "park.toi", 4)])
def test_the_order_of_ballots_does_not_change_a_byte(
    teller: Teller, tmp_path: Path, path: Path, ballots: int
) -> None:
    lines = path.read_text("utf-8").splitlines()
    turned = tmp_path / path.name
    turned.write_text("\n".join([*lines[:-ballots], *reversed(lines[-ballots:])]), "utf-8")
    assert turned.read_text("utf-8") != path.read_text("utf-8")
    assert teller.run(turned, "--json") == teller.run(path, "--json")


def test_the_median_is_told_in_the_words_of_the_paper(teller: Teller) -> None:
    assert teller.table(GRADES)[2:6] == [
        "   id  option  median  ungraded",
        "1  2   School    Fair         0",
        "2  1   Hall      Fair         0",
        "3  3   Park      Poor         0",
    ]


def test_a_median_without_a_word_is_told_as_its_number(teller: Teller) -> None:
    lines = teller.table(VOTES / "pabulib" / "scores.pb", "--rule", "majority-judgment")
    assert [line.split()[1:] for line in lines[3:]] == [["p2", "1", "0"], ["p1", "0", "0"]]


def test_people_get_a_table(teller: Teller) -> None:
    assert teller.table(POSTERS) == [
        "Counted by approval: 8 people, 4 options.",
        "",
        "    id  option  votes   share",
        "1   2   Green       6  75.0 %",
        "2   1   Blue        3  37.5 %",
        "=3  3   Red         1  12.5 %",
        "=3  4   Yellow      1  12.5 %",
        "",
        "Ties",
        "  3, 4: order, the tie stands",
    ]


def test_a_table_names_who_is_chosen_where_lots_decide_the_first_place(teller: Teller, file) -> None:
    names = "".join(f"# ALTERNATIVE NAME {number}: {name}\n" for number, name in enumerate("ABC", 1))
    lines = teller.table(
        file("lots.soi", f"# DATA TYPE: soi\n{names}4: 1\n3: 2,1\n3: 3,2\n"), "--rule", "irv"
    )
    assert lines[3:5] == ["=1  1   A                4", "=1  2   B                6"]
    assert lines[-2:] == [
        "  3 among 3, 2 (out, seed 0)",
        "  So 2 is chosen; under other lots it could be another of the first.",
    ]


@pytest.mark.parametrize(("path", "rule", "options", "outcome"), BY_HAND)
def test_every_outcome_can_be_shown_as_a_table(
    teller: Teller, path: Path, rule: str, options: list[str], outcome: list[Any]
) -> None:
    shown = teller.table(path, "--rule", rule, *options)
    assert shown[0].startswith(f"Counted by {rule}: ")
    first = outcome[0] if isinstance(outcome[0], str) else outcome[0][0]
    assert f" {first} " in shown[3]


GROUPS = POLIS / "participants-votes.csv"


def test_given_groups_are_taken_and_their_consensus_is_exact(teller: Teller) -> None:
    document = teller.json(POLIS, "--groups", str(GROUPS))
    assert {name: len(members) for name, members in document["groups"].items()} == {"0": 24, "1": 15}
    rows = [line.split(",") for line in GROUPS.read_text("utf-8").splitlines()]
    for name in ("0", "2", "11"):
        consensus = Fraction(1)
        for group in ("0", "1"):
            votes = [row[rows[0].index(name)] for row in rows[1:] if row[2] == group]
            given = [vote for vote in votes if vote]
            consensus *= Fraction(given.count("1") + 1, len(given) + 2)
        assert document["group_informed_consensus"][name] == float(f"{float(consensus):.12g}")
    assert "10" not in document["group_informed_consensus"]
    assert set(document) >= {"representative", "consensus", "divisive"}
    assert set(document["representative"]) == {"0", "1"}


def test_groups_are_found_where_none_are_given(teller: Teller) -> None:
    document = teller.json(POLIS)
    members = [person for group in document["groups"].values() for person in group]
    assert len(document["groups"]) >= 2
    assert sorted(members, key=int) == [str(number) for number in range(40)]


def test_groups_may_be_small_and_have_no_heading_and_strangers(teller: Teller, file) -> None:
    groups = file("groups.csv", "0;north\n1;north\n24;south\n25;south\n26;south\n27;\n99;south\n")
    options = ("--groups", str(groups))
    assert teller.json(POLIS, *options)["groups"] == {
        "south": ["24", "25", "26"],
        "north": ["0", "1"],
    }
    code, said = teller.told(POLIS, *options)
    assert code == 0
    assert f"{groups}, line 7, column 1: 99 has not voted; the row was left out." in said
    assert "the group north has 2 people only; publish nothing about it." in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("participant,group\n0,a\n0,b\n", "line 3, column 1: the participant 0 stands here a second time"),
        ("participant,colour\n0,a\n", "line 1, column 3: the column group is missing"),
        ("somebody,a\n", "line 1, column 1: nobody in this file has voted in the other"),
        ("0\n", "line 1, column 2: the column group is missing"),
        (",,,\n", "line 1, column 1: the file is empty"),
        ("", "line 1, column 1: the file is empty"),
    ],
)
def test_groups_that_cannot_be_used_are_refused_with_their_place(
    teller: Teller, file, text: str, said: str
) -> None:
    groups = file("groups.csv", text)
    code, error = teller.told(POLIS, "--groups", str(groups))
    assert (code, error.count("\n")) == (2, 1)
    assert f"{groups}, {said}" in error


def responses() -> list[Response]:
    def voted(one: Vote | None, two: Vote | None, topics: tuple[str, ...] | None) -> Response:
        votes = {"s1": one, "s2": two}
        answers: dict[str, Any] = {
            name: Skipped() if vote is None else Answered(Voted(vote), EN) for name, vote in votes.items()
        }
        if topics is not None:
            answers["topics"] = Answered(Approved(topics), EN)  # type: ignore[arg-type]
        return response_with(SKETCH, answers)

    return [
        voted(Vote.AGREE, Vote.DISAGREE, ("t1", "t2")),
        voted(Vote.AGREE, None, ("t2",)),
        voted(None, Vote.UNSURE, ()),
        voted(None, None, None),
    ]


@pytest.fixture
def exported(place: Path) -> Path:
    """Our own export of four responses."""
    write_csv(place, SKETCH, responses(), note="Keep it.", separator=";")
    return place


def test_our_own_export_is_counted(teller: Teller, exported: Path) -> None:
    topics = teller.json(exported, "--question", "topics")
    assert (topics["rule"], topics["participants"]) == ("approval", 3)
    assert topics["outcome"] == ["t2", "t1"]
    assert topics["steps"][0]["votes"] == {"t1": 1, "t2": 2}
    assert topics["options"][0] == {"id": "t1", "label": "More buses"}
    statements = teller.json(exported, "--question", "statements")
    assert (statements["rule"], statements["participants"]) == ("agreement", 3)
    assert {step["statement"]: step["agree"] for step in statements["steps"][1:]} == {
        "s1": 2,
        "s2": 0,
        "s3": 0,
    }


def test_a_rule_that_fits_one_question_only_chooses_it(teller: Teller, exported: Path) -> None:
    assert teller.json(exported, "--rule", "agreement")["participants"] == 3
    assert teller.json(exported / "answers.csv", "--rule", "fair-agenda", "--seats", "1")["outcome"] == ["t2"]


def test_several_questions_ask_which(teller: Teller, exported: Path) -> None:
    assert teller.told(exported) == (
        2,
        "icc-consult: There are several questions; choose one with --question: topics, statements.\n",
    )
    code, said = teller.told(exported, "--question", "t1")
    assert (code, said) == (2, "icc-consult: There is no question t1; choose from topics, statements.\n")


def test_an_export_without_a_ballot_has_none(teller: Teller, place: Path) -> None:
    write_csv(place, SKETCH, [], note="Keep it.")
    code, said = teller.told(place, "--question", "topics")
    assert code == 2
    assert said.startswith(f"icc-consult: {place / 'answers.csv'}, line 2, column 1: there are no ballots;")

"""`icc-consult tally`: what it counts, what it says, and what it refuses."""

import json
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from icc_consult.cli import main
from icc_consult.counting.lots import lot_order
from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import Answered, Approved, Response, Skipped, Voted
from icc_consult.formats.csv import write_csv
from icc_consult.services.polls import RULES

from tests.builders import EN, response_with
from tests.sketches import consultation_drawn

VOTES = Path(__file__).parent / "data" / "votes"
SKETCH = consultation_drawn()
Tally = Callable[..., dict[str, Any]]


@pytest.fixture
def tally(capsys) -> Tally:
    """The JSON of a count."""

    def count(path: Path, *options: str) -> dict[str, Any]:
        assert main(["tally", str(path), "--json", *options]) == 0
        document: dict[str, Any] = json.loads(capsys.readouterr().out)
        return document

    return count


@pytest.fixture
def told(capsys) -> Callable[..., tuple[int, str]]:
    """The exit code and what is told on standard error."""

    def run(path: Path, *options: str) -> tuple[int, str]:
        code = main(["tally", str(path), *options])
        return code, capsys.readouterr().err

    return run


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    """A file with a name and a text."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return path

    return write


CAPITAL = VOTES / "preflib" / "capital.soc"
VILLAGE = VOTES / "pabulib" / "village.pb"
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
    (VOTES / "preflib" / "posters.cat", "approval", [], ["2", "1", ["3", "4"]]),
    (VOTES / "preflib" / "posters.cat", "fair-agenda", ["--seats", "1"], ["2"]),
    (VOTES / "preflib" / "grades.cat", "majority-judgment", [], ["2", "1", "3"]),
    (VOTES / "preflib" / "grades.cat", "score", [], [["1", "2"], "3"]),
    (VILLAGE, "equal-shares", [], ["B", "C"]),
    (VILLAGE, "greedy", [], ["B", "C"]),
    (VILLAGE, "greedy", ["--budget", "110"], ["B", "A"]),
    (VILLAGE, "approval", [], [["B", "A"], "C", "D"]),
    (VILLAGE, "fair-agenda", ["--seats", "2"], ["C", ["B", "A"]]),
    (VOTES / "pabulib" / "streets.pb", "borda", [], ["oak", "elm", "ash"]),
    (VOTES / "pabulib" / "points.pb", "dots", [], ["p2", "p1", "p3"]),
    (VOTES / "pabulib" / "scores.pb", "score", [], ["p2", "p1"]),
    (VOTES / "pabulib" / "scores.pb", "majority-judgment", [], ["p2", "p1"]),
    (VOTES / "blt" / "council.blt", "stv", [], ["1", "3"]),
]


@pytest.mark.parametrize(("path", "rule", "options", "outcome"), BY_HAND)
def test_what_was_counted_by_hand_comes_out(
    tally: Tally, path: Path, rule: str, options: list[str], outcome: list[Any]
) -> None:
    document = tally(path, "--rule", rule, *options)
    assert (document["rule"], document["outcome"]) == (rule, outcome)


def test_every_rule_is_counted_by_hand_somewhere() -> None:
    assert {rule for _, rule, _, _ in BY_HAND} | {"agreement"} == set(RULES)


def test_json_has_what_the_contract_names(tally: Tally) -> None:
    document = tally(VILLAGE)
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
def test_without_a_rule_the_usual_one_counts_and_is_told(told, path: str, rule: str) -> None:
    code, said = told(VOTES / path)
    assert code == 0
    assert f"Counted by {rule}, the usual rule" in said


def test_a_lot_is_drawn_with_the_seed_and_stands_in_the_outcome(tally: Tally) -> None:
    path = VOTES / "preflib" / "posters.cat"
    for seed in range(6):
        document = tally(path, "--seats", "3", "--seed", str(seed))
        winner = lot_order(["3", "4"], seed)[0]
        assert document["outcome"] == ["2", "1", ["3", "4"]]
        assert document["chosen"] == ["2", "1", winner]
        assert document["lots"][0]["seed"] == seed


def test_the_order_of_ballots_does_not_change_a_byte(tmp_path: Path, capsys) -> None:
    printed = set()
    for place, path in enumerate((VILLAGE, VOTES / "preflib" / "park.toi")):
        lines = path.read_text("utf-8").splitlines()
        start = next(
            n
            for n, line in enumerate(lines)
            if line[0].isdigit() and ("10" in line or ":" in line or ";" in line)
        )
        head, ballots = (
            (lines[:start], lines[start:]) if path.suffix == ".toi" else (lines[:-10], lines[-10:])
        )
        turned = tmp_path / path.name
        turned.write_text("\n".join([*head, *reversed(ballots)]), "utf-8")
        for each in (path, turned):
            assert main(["tally", str(each), "--json"]) == 0
            printed.add((place, capsys.readouterr().out))
    assert len(printed) == 2


def test_people_get_a_table(capsys) -> None:
    assert main(["tally", str(VOTES / "preflib" / "posters.cat")]) == 0
    assert capsys.readouterr().out.splitlines() == [
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


@pytest.mark.parametrize(("path", "rule", "options", "outcome"), BY_HAND)
def test_every_outcome_can_be_shown_as_a_table(
    capsys, path: Path, rule: str, options: list[str], outcome: list[Any]
) -> None:
    assert main(["tally", str(path), "--rule", rule, *options]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Counted by {rule}: ")
    first = outcome[0] if isinstance(outcome[0], str) else outcome[0][0]
    assert f" {first} " in shown.splitlines()[3]


GROUPS = VOTES / "polis-first" / "participants-votes.csv"


def test_given_groups_are_taken_and_their_consensus_is_exact(tally: Tally) -> None:
    document = tally(VOTES / "polis-first", "--groups", str(GROUPS))
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


def test_groups_are_found_where_none_are_given(tally: Tally) -> None:
    document = tally(VOTES / "polis-first")
    members = [person for group in document["groups"].values() for person in group]
    assert len(document["groups"]) >= 2
    assert sorted(members, key=int) == [str(number) for number in range(40)]


def test_groups_may_be_small_and_have_no_heading_and_strangers(tally: Tally, told, file) -> None:
    groups = file("groups.csv", "0;north\n1;north\n24;south\n25;south\n26;south\n27;\n99;south\n")
    options = ("--groups", str(groups))
    assert tally(VOTES / "polis-first", *options)["groups"] == {
        "south": ["24", "25", "26"],
        "north": ["0", "1"],
    }
    code, said = told(VOTES / "polis-first", *options)
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
def test_groups_that_cannot_be_used_are_refused_with_their_place(told, file, text: str, said: str) -> None:
    groups = file("groups.csv", text)
    code, error = told(VOTES / "polis-first", "--groups", str(groups))
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


def test_our_own_export_is_counted(tally: Tally, exported: Path) -> None:
    topics = tally(exported, "--question", "topics")
    assert (topics["rule"], topics["participants"]) == ("approval", 3)
    assert topics["outcome"] == ["t2", "t1"]
    assert topics["steps"][0]["votes"] == {"t1": 1, "t2": 2}
    assert topics["options"][0] == {"id": "t1", "label": "More buses"}
    statements = tally(exported, "--question", "statements")
    assert (statements["rule"], statements["participants"]) == ("agreement", 3)
    assert {step["statement"]: step["agree"] for step in statements["steps"][1:]} == {
        "s1": 2,
        "s2": 0,
        "s3": 0,
    }


def test_a_rule_that_fits_one_question_only_chooses_it(tally: Tally, exported: Path) -> None:
    assert tally(exported, "--rule", "agreement")["participants"] == 3
    assert tally(exported / "answers.csv", "--rule", "fair-agenda", "--seats", "1")["outcome"] == ["t2"]


def test_several_questions_ask_which(told, exported: Path) -> None:
    assert told(exported) == (
        2,
        "icc-consult: There are several questions; choose one with --question: topics, statements.\n",
    )
    code, said = told(exported, "--question", "t1")
    assert (code, said) == (2, "icc-consult: There is no question t1; choose from topics, statements.\n")


def test_an_export_without_a_ballot_has_none(told, place: Path) -> None:
    write_csv(place, SKETCH, [], note="Keep it.")
    code, said = told(place, "--question", "topics")
    assert code == 2
    assert said.startswith(f"icc-consult: {place / 'answers.csv'}, line 2, column 1: there are no ballots;")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rule", "dots"], "The rule dots does not fit these ballots; choose from borda, schulze,"),
        (["--rule", "stv"], "The rule stv shares out seats; say how many with --seats."),
        (["--rule", "irv", "--seats", "2"], "The rule irv does not share out seats; leave out --seats."),
        (["--seats", "0"], "there are 0 seats for 4 options; choose a number from 1 to 4."),
        (["--rule", "stv", "--seats", "9"], "there are 9 seats for 4 options; choose a number from 1 to 4."),
        (["--budget", "5"], "The rule schulze spends no money; leave out --budget."),
        (["--budget", "NaN"], "--budget NaN: a budget is an amount of more than 0."),
        (["--budget", "0"], "--budget 0: a budget is an amount of more than 0."),
        (["--groups", "nowhere.csv"], "The rule schulze knows no groups; leave out --groups."),
        (["--question", "x"], "There is one question only, and it has no name; leave out --question."),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why(told, options: list[str], said: str) -> None:
    code, error = told(CAPITAL, *options)
    assert (code, error.count("\n")) == (2, 1)
    assert said in error


def test_a_budget_rule_needs_a_budget(told, file) -> None:
    path = file("a.pb", VILLAGE.read_text("utf-8").replace("budget;100\n", ""))
    assert told(path)[0] == 2
    assert "The rule equal-shares spends money; say how much with --budget." in told(path)[1]
    assert told(path, "--budget", "100")[0] == 0


def test_one_option_is_counted_with_a_warning(told, tally: Tally, file) -> None:
    path = file("a.soi", "# ALTERNATIVE NAME 1: Alone\n3: 1\n")
    assert tally(path)["outcome"] == ["1"]
    assert f"warning: {path}: there is only one option, 1" in told(path)[1]


def test_a_header_that_lies_is_told_and_the_ballots_are_counted(told, tally: Tally, file) -> None:
    path = file("a.pb", VILLAGE.read_text("utf-8").replace("num_votes;10", "num_votes;99"))
    assert tally(path)["participants"] == 10
    assert (
        f"{path}, line 8, column 2: num_votes says 99, but there are 10; what is there was counted."
        in told(path)[1]
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pb", b"", "line 1, column 1: the file is empty; ask for it again."),
        ("a.soc", b" \r\n \r\n", "line 1, column 1: the file is empty; ask for it again."),
        ("a.blt", bytes(range(256)), "line 1, column 1: this is no text; check that it is the right file."),
        ("a.pb", "META\nkey;value\nunit;Łódź".encode("cp1250"), "line 3, column 6: the text is not in UTF-8"),
        ("a.toi", b"# TITLE: \xff\n", "line 1, column 10: the text is not in UTF-8"),
        ("a.pb", b"a;" * 1_000_000, "line 1, column 20001: there are more than 20000 columns"),
        ("a.pb", b"META\n" + b"x" * 200_000, "line 2, column 1: a cell is longer than 131072 characters"),
        ("a.soc", b"1," * 1_000_000, "line 1, column 1: a file of this kind begins with"),
        (
            "a.blt",
            b"2 1\n1" + b" 1" * 1_000_000 + b" 0\n",
            "line 2, column 5: this ballot names the option 1 twice",
        ),
        ("notes.txt", b"Dear all,\n", "line 1, column 1: this is no kind of ballots that this program knows"),
        ("a.blt", b"META\nkey;value\n", 'line 1, column 1: a file of this kind begins with "4 2"'),
        ("a.pb", b"\x1b[31m;\x07\n", 'line 1, column 1: a file of this kind begins with "META"'),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    told, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, error = told(path)
    assert (code, error.count("\n")) == (2, 1)
    assert error.startswith(f"icc-consult: {path}, {said}")


def test_what_is_not_there_is_refused_in_one_sentence(told, tmp_path: Path) -> None:
    assert told(tmp_path / "no.pb") == (
        2,
        f"icc-consult: {tmp_path / 'no.pb'}: there is no such file; check the name.\n",
    )
    code, said = told(tmp_path)
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(f"icc-consult: {tmp_path}: there are neither answers.csv and codebook.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_line_ends_do_not_matter(
    tally: Tally, tmp_path: Path, encoding: str, newline: str
) -> None:
    for path in (VILLAGE, CAPITAL, VOTES / "blt" / "council.blt"):
        other = tmp_path / path.name
        other.write_bytes(path.read_text("utf-8").replace("\n", newline).encode(encoding))
        assert tally(other) == tally(path)


@pytest.mark.parametrize("path", [VILLAGE, CAPITAL, VOTES / "blt" / "ward.blt"])
def test_a_file_is_known_by_what_it_begins_with(tally: Tally, tmp_path: Path, path: Path) -> None:
    other = tmp_path / "ballots.txt"
    other.write_bytes(path.read_bytes())
    assert tally(other) == tally(path)


def test_numpy_is_imported_only_to_count() -> None:
    look = (
        "import sys; from icc_consult.cli import main; code = main(sys.argv[1:]); "
        "sys.exit(10 * code + ('numpy' in sys.modules))"
    )
    for path, expected in ((VOTES / "nowhere.pb", 20), (CAPITAL, 1)):
        run = subprocess.run(
            [sys.executable, "-c", look, "tally", str(path)], capture_output=True, check=False
        )
        assert run.returncode == expected

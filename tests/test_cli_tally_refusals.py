"""`icc-consult tally`: what it refuses, what it warns of, and in which dress it reads files."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tellers import CAPITAL, COUNCIL, VILLAGE, VOTES, Teller


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
def test_a_call_that_cannot_be_carried_out_says_why(teller: Teller, options: list[str], said: str) -> None:
    code, error = teller.told(CAPITAL, *options)
    assert (code, error.count("\n")) == (2, 1)
    assert said in error


def test_a_budget_rule_needs_a_budget(teller: Teller, file) -> None:
    path = file("a.pb", VILLAGE.read_text("utf-8").replace("budget;100\n", ""))
    assert teller.told(path)[0] == 2
    assert "The rule equal-shares spends money; say how much with --budget." in teller.told(path)[1]
    assert teller.told(path, "--budget", "100")[0] == 0


def test_one_option_is_counted_with_a_warning(teller: Teller, file) -> None:
    path = file("a.soi", "# ALTERNATIVE NAME 1: Alone\n3: 1\n")
    assert teller.json(path)["outcome"] == ["1"]
    assert f"warning: {path}: there is only one option, 1" in teller.told(path)[1]


def test_a_header_that_lies_is_told_and_the_ballots_are_counted(teller: Teller, file) -> None:
    path = file("a.pb", VILLAGE.read_text("utf-8").replace("num_votes;10", "num_votes;99"))
    assert teller.json(path)["participants"] == 10
    assert (
        f"{path}, line 8, column 2: num_votes says 99, but there are 10; what is there was counted."
        in teller.told(path)[1]
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
    teller: Teller, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, error = teller.told(path)
    assert (code, error.count("\n")) == (2, 1)
    assert error.startswith(f"icc-consult: {path}, {said}")


def test_what_is_not_there_is_refused_in_one_sentence(teller: Teller, tmp_path: Path) -> None:
    assert teller.told(tmp_path / "no.pb") == (
        2,
        f"icc-consult: {tmp_path / 'no.pb'}: there is no such file; check the name.\n",
    )
    code, said = teller.told(tmp_path)
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(f"icc-consult: {tmp_path}: there are neither answers.csv and codebook.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_line_ends_do_not_matter(
    teller: Teller, tmp_path: Path, encoding: str, newline: str
) -> None:
    for path in (VILLAGE, CAPITAL, COUNCIL):
        other = tmp_path / path.name
        other.write_bytes(path.read_text("utf-8").replace("\n", newline).encode(encoding))
        assert teller.json(other) == teller.json(path)


@pytest.mark.parametrize("path", [VILLAGE, CAPITAL, VOTES / "blt" / "ward.blt"])
def test_a_file_is_known_by_what_it_begins_with(teller: Teller, tmp_path: Path, path: Path) -> None:
    other = tmp_path / "ballots.txt"
    other.write_bytes(path.read_bytes())
    assert teller.json(other) == teller.json(path)


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

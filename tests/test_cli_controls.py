"""Observers answer what they wrote down, and look for it at the end."""

import csv
import json
from pathlib import Path

import pytest

from tests.key_callers import DONE, NO, UNUSABLE, Caller, answered, opening, read, settled

WORDS = ("--passphrase-file", "words")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    caller = settled(tmp_path, monkeypatch, capsys)
    assert caller(*opening("data", *WORDS)) == DONE
    assert caller("control", "plan", "data", "--count", "2", "--out", "c.csv") == DONE
    return caller


def rows() -> list[dict[str, str]]:
    with Path("c.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def filled(*written: dict[str, str]) -> None:
    """What observers wrote into their table."""
    known = [row | more for row, more in zip(rows(), written, strict=True)]
    with Path("c.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, list(known[0]))
        table.writeheader()
        table.writerows(known)


def test_control_answers_are_found_compared_and_taken_out(call: Caller) -> None:
    one, other = (row["phrase"] for row in rows())
    filled({"q3__state": "answered", "q3__lang": "en"}, {"q1__state": "not_reached"})
    for text in (f"So: {one.upper()}.", "a resident", f"{other}  \n"):
        answered("data", text)
    assert call("close", "data") == DONE
    done = call.json("control", "check", "data", "c.csv", *WORDS)
    states = {one["phrase"]: one["differences"] for one in done["controls"]}
    assert states[one] == []
    assert read(call, "data", *WORDS, "--without", "c.csv") == {"a resident"}
    assert "1 responses were written" in call.said


def test_an_answer_that_was_altered_dropped_or_doubled_is_told(call: Caller) -> None:
    one, other = (row["phrase"] for row in rows())
    filled({"q3__lang": "fr"}, {})
    answered("data", one)
    assert call("close", "data") == DONE
    assert call("control", "check", "data", "c.csv", *WORDS) == NO
    assert f"{one}: q3__lang is en, not fr." in call.said
    assert f"{other}: found 0 times." in call.said
    assert "2 of 2 control answers are not there as they were given" in call.said


def test_a_phrase_that_stands_in_two_answers_is_told(call: Caller) -> None:
    one = rows()[0]["phrase"]
    answered("data", one)
    answered("data", f"{one} again")
    assert call("close", "data") == DONE
    assert call("control", "check", "data", "c.csv", *WORDS) == NO
    assert f"{one}: found 2 times." in call.said


@pytest.mark.parametrize("change", ["another", "one fewer", "one more"])
def test_nothing_is_taken_out_that_was_not_planned(call: Caller, change: str) -> None:
    answered("data", "a resident")
    assert call("close", "data") == DONE
    lines = Path("c.csv").read_text("utf-8-sig").splitlines()
    changed = {"another": [*lines[:2], "resident"], "one fewer": lines[:2], "one more": [*lines, "resident"]}
    Path("c.csv").write_text("\n".join(changed[change]))
    assert call("export", "data", "out", *WORDS, "--without", "c.csv") == UNUSABLE
    assert "not the control answers that were planned" in call.said
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"word,q1\n", b"phrase,q1,nothing\n", b"phrase\n,\nx,y,z\n", b'phrase\n"\0']
)
def test_any_file_is_refused_in_one_sentence(call: Caller, content: bytes) -> None:
    assert call("close", "data") == DONE
    Path("c.csv").write_bytes(content)
    assert call("control", "check", "data", "c.csv", *WORDS) == UNUSABLE
    assert call.said.startswith("icc-consult: ")
    assert call.said.count("\n") == 1


def test_after_the_end_none_is_planned_any_more(call: Caller) -> None:
    assert call("close", "data") == DONE
    assert call("control", "plan", "data", "--count", "2", "--out", "late.csv") == NO
    assert not Path("late.csv").exists()


def test_no_phrase_is_in_the_data_directory(call: Caller) -> None:
    everything = b"".join(path.read_bytes() for path in Path("data").rglob("*") if path.is_file())
    assert b"controls_planned" in everything
    assert not [row for row in rows() if row["phrase"].encode() in everything]
    assert json.loads(Path("data/audit.jsonl").read_text().splitlines()[-1])["detail"]["controls"] == 2

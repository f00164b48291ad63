"""`check`, `convert` and `rehearse`, as somebody at a terminal meets them."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from icc_consult.cli import DONE, NO, UNUSABLE, main
from icc_consult.packs import read_pack

from tests.builders import sample
from tests.formats.forms.markdown import table

GOOD = table(
    "survey",
    "type | name | label | relevant",
    "integer | age | How old are you? | ",
    "text | wish | What do you wish for? | ${age} > 17",
)
BAD = table("survey", "type | name | label | relevant", "text | a | A | ${nobody} = 1")
HEADER = "type | name | label | constraint"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "noise.xlsx").write_bytes(b"\x00\x01\x02")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


@pytest.mark.usefixtures("here")
def test_a_good_form_is_called_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "good.md", "--json"]) == DONE
    document = said(capsys)
    assert (document["ok"], document["title"], document["questions"]) == (True, "good", 2)
    assert document["languages"] == ["en"]


@pytest.mark.usefixtures("here")
def test_what_is_wrong_is_told_with_its_cell_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.md", "--json"]) == NO
    [error] = [problem for problem in said(capsys)["problems"] if problem["severity"] == "error"]
    assert set(error) == {"severity", "sheet", "row", "column", "message", "fix"}
    assert (error["sheet"], error["row"], error["column"]) == ("survey", 3, "E")
    assert "nobody" in error["message"]


@pytest.mark.parametrize("name", ["noise.xlsx", "absent.xlsx"])
@pytest.mark.usefixtures("here")
def test_what_is_no_form_is_refused_in_one_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", name]) == UNUSABLE
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert name in told[0]


@pytest.mark.usefixtures("here")
def test_a_file_that_cannot_be_read_is_a_document_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "noise.xlsx", "--json"]) == UNUSABLE
    document = said(capsys)
    assert document["ok"] is False
    assert [problem["severity"] for problem in document["problems"]] == ["error"]


def test_a_form_becomes_a_pack_that_is_read_again(here: Path) -> None:
    assert main(["convert", "good.md", "good.iccpack"]) == DONE
    consultation = read_pack(here / "good.iccpack").consultation
    assert list(consultation.items()) == ["age", "wish"]


def test_nothing_is_written_of_a_form_with_errors(here: Path) -> None:
    before = sorted(here.iterdir())
    assert main(["convert", "bad.md", "bad.iccpack"]) == NO
    assert main(["convert", "good.md", "good.docx"]) == UNUSABLE
    assert sorted(here.iterdir()) == before


def test_a_form_is_not_written_over_itself(here: Path) -> None:
    assert main(["convert", "good.md", "./good.md"]) == UNUSABLE
    assert (here / "good.md").read_text() == GOOD


@pytest.mark.usefixtures("here")
def test_automatic_residents_reach_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", "good.md", "--runs", "40", "--seed", "7", "--json"]) == DONE
    document = said(capsys)
    assert (document["runs"], document["never_reached"], document["inconsistent"]) == (40, [], [])
    assert document["reached"]["wish"] > 0


def test_a_question_that_nobody_reaches_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("integer | age | Age? | ", "text | never | Never? | ${age} > 5 and ${age} < 3")
    (here / "never.md").write_text(table("survey", "type | name | label | relevant", *rows))
    assert main(["rehearse", "never.md", "--runs", "20", "--json"]) == NO
    assert said(capsys)["never_reached"] == ["never"]


def test_a_rule_that_no_answer_meets_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("integer | age | Age? | . > 5 and . < 3",)
    (here / "hard.md").write_text(table("survey", "type | name | label | constraint", *rows))
    assert main(["rehearse", "hard.md", "--runs", "20", "--json"]) == NO
    [refused] = said(capsys)["refused"]
    assert (refused["name"], refused["always"]) == ("age", True)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("text", r"regex(., '^(\+351)?[29][0-9]{8}$')"),
        ("text", r"regex(., '[A-Z]{2}[0-9]{6,8}') and string-length(.) = 9"),
        ("text", r"regex(., '\p{L}+ \p{L}+') and string-length(.) >= 12"),
        ("text", "regex(., '[[:alpha:]]{3}') and not(regex(., '.*[aeiou].*'))"),
        ("text", "string-length(.) = 37"),
        ("integer", "regex(., '^[0-9]{4}$') and . > 1900"),
    ],
)
def test_answers_are_invented_from_patterns(
    here: Path, capsys: pytest.CaptureFixture[str], kind: str, rule: str
) -> None:
    (here / "coded.md").write_text(table("survey", HEADER, f"{kind} | code | Code? | {rule}"))
    assert main(["rehearse", "coded.md", "--runs", "40", "--json"]) == DONE
    assert said(capsys)["answered"]["code"] > 20


def test_what_was_said_before_is_said_again_where_a_rule_compares(here: Path) -> None:
    rows = ("text | mail | Mail? | regex(., '[a-z]{5}[0-9]{5}')", "text | again | Again? | . = ${mail}")
    (here / "twice.md").write_text(table("survey", HEADER, *rows))
    assert main(["rehearse", "twice.md", "--runs", "40"]) == DONE


def test_a_pattern_for_which_nothing_could_be_invented_is_named_with_its_rule(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = "regex(., '[a-z]{150}') and regex(., '[A-Z]+')"
    (here / "never.md").write_text(table("survey", HEADER, f"text | code | Code? | {rule}"))
    assert main(["rehearse", "never.md", "--runs", "20"]) == NO
    told = capsys.readouterr().out
    assert "no answer was taken: code" in told
    assert f"none that was invented fits {rule}" in told


@pytest.mark.usefixtures("here")
def test_the_same_seed_gives_the_same_report(capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for _ in range(2):
        main(["rehearse", "good.md", "--runs", "10", "--seed", "3", "--json"])
        reports.append(said(capsys))
    assert reports[0] == reports[1]


def test_the_sample_is_rehearsed_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    path = sample().path
    assert main(["rehearse", str(path), "--runs", "30", "--json"]) == DONE
    assert said(capsys)["never_reached"] == []


@pytest.mark.parametrize("command", [["check"], ["rehearse"], ["check", "--json"]])
@pytest.mark.usefixtures("here")
def test_nobody_listening_is_no_mistake(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main([*command, "good.md"]) == DONE


@pytest.mark.parametrize("command", [["check"], ["rehearse"], ["convert"]])
def test_a_pipe_is_refused_and_not_waited_for(
    command: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(here / "pipe.xlsx")
    target = ["made.iccpack"] if command == ["convert"] else []
    assert main([*command, "pipe.xlsx", *target]) == UNUSABLE
    assert "not a regular file" in capsys.readouterr().err
    assert not (here / "made.iccpack").exists()

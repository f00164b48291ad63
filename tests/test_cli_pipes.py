"""A reader that goes away is no mistake, and a number that is none is told in our words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult.cli import UNREAD, UNUSABLE, main

from tests.builders import sample
from tests.formats.forms.markdown import table

FORM = table("survey", "type | name | label", "text | wish | Wish?")


def unread(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What is said on standard error where nobody reads standard output."""
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, "-m", "icc_consult", *arguments]
    buffered = {"PYTHONUNBUFFERED": ""}
    try:
        return subprocess.run(
            call, stdout=writing, stderr=subprocess.PIPE, env=os.environ | buffered, check=False
        )
    finally:
        os.close(writing)


def test_a_command_whose_output_nobody_reads_ends_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text(FORM)
    for arguments in (
        ["check", str(tmp_path / "form.md")],
        ["check", "--json", str(sample().path)],
        ["--help"],
    ):
        ended = unread(*arguments)
        assert (ended.returncode, ended.stderr) == (UNREAD, b"")


def test_a_broken_pipe_of_the_work_itself_is_not_taken_for_a_broken_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(_chosen: object) -> int:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("icc_consult.commands.forms.run_check", gone)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert main(["check", "form.md"]) == UNREAD
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "call",
    [
        ["rehearse", "form.md", "--runs", "many"],
        ["tally", "x", "--seats", "2.5"],
        ["tally", "x", "--seed", ""],
    ],
)
def test_what_is_no_whole_number_is_told_in_our_words(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == UNUSABLE
    told = capsys.readouterr().err
    assert f"{call[-1]!r} is no whole number; write digits." in told
    assert "invalid" not in told

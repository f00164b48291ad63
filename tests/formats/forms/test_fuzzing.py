"""The hunts of `make fuzz` are worth their minute: they count what they try, and what is wrong they find."""

import time
from pathlib import Path

import pytest

from scripts.fuzz import hunts
from scripts.fuzz.mutating import contents, edited
from tests.formats.forms.drawn_forms import FORMS


def soon() -> float:
    """So soon that every hunt ends after its first round."""
    return time.monotonic() + 0.01


def test_edits_change_bytes_in_the_way_they_are_called() -> None:
    for act, expected in (
        ("put", b"a##d"), ("insert", b"a##bcd"), ("cut", b"ad"), ("double", b"abcbcd"), ("turn", b"acbd"),
    ):  # fmt: skip
        assert edited(b"abcd", [(act, 1, 2, b"##")]) == expected


def test_rules_are_tried_by_the_hundred_and_some_are_understood() -> None:
    tally = hunts.hunt_rules(soon())
    assert tally.inputs >= 100
    assert tally.outcomes["understood"] > 0
    assert tally.outcomes["refused as NotAnExpression"] > 0


def test_files_end_in_more_than_one_way(tmp_path: Path) -> None:
    tally = hunts.hunt_files(contents(FORMS)[:4], tmp_path, soon())
    assert tally.inputs >= 100
    assert {"accepted", "refused as damaged"} <= tally.outcomes.keys()


def test_an_error_that_nobody_declared_ends_the_hunt(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(rule: str) -> None:
        if "$" in rule:
            raise LookupError(rule)

    monkeypatch.setattr(hunts, "parse", parse)
    with pytest.raises(LookupError):
        hunts.hunt_rules(soon())


def test_an_input_that_takes_too_long_ends_the_hunt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunts, "_LONGEST_SECONDS", 0.0)
    with pytest.raises(hunts.TooSlow):
        hunts.Tally().timed(lambda: str(sum(range(10_000))))

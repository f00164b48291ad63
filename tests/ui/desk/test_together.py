"""Taking in what other kiosks collected, by real presses."""

import re
from pathlib import Path
from typing import Any

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.cli import main
from icc_consult.services.auditing import acts
from icc_consult.services.merging import check_deliveries

from tests.ui.desk.stories import Before, Halt, collect, desk_before, opened_by_command

STICKS = ("BLUE",)


def furnish(place: Path) -> None:
    """A kiosk at the desk and a second one, closed, with the bundle of each on a stick."""
    stick = place / "media" / "BLUE"
    stick.mkdir(parents=True)
    ours = opened_by_command(place, "ours")
    (place / "away").mkdir()
    theirs = opened_by_command(place / "away", "theirs", "--join", str(ours / "opening.json"))
    collect(ours, 11)
    collect(theirs, 10)
    assert main(["close", str(theirs)]) == 0
    for data in (ours, theirs):
        assert main(["bundle", str(data), str(stick / f"{data.name}.iccb")]) == 0


def look_inside(before: Before) -> None:
    before.go("merge")
    before.hands.write("passphrase", before.words)
    before.press("lookInside")


def told(before: Before, number: int) -> str:
    return before.hands.text(f"told-{number}")


def test_what_two_kiosks_collected_comes_together_and_balances(before: Before) -> None:
    look_inside(before)
    assert told(before, 0) == "11 answers are in it. 11 are new. Its kiosk is still open."
    assert told(before, 1) == "10 answers are in it. 10 are new. Its kiosk was closed."
    before.hands.click("believe-1")
    before.press("takeIn")
    assert before.hands.text("heading") == "21 answers were new"
    assert before.hands.text("lead") == "The books balance. Not every kiosk was closed yet."
    together = before.place / "consultations" / "ours-together"
    assert main(["verify", str(together)]) == 0
    before.press("goThere")
    assert before.hands.see("startDay")


def test_a_key_that_nobody_compared_brings_nothing_in(before: Before) -> None:
    look_inside(before)
    before.press("takeIn")
    assert before.hands.text("heading") == "11 answers were new"


def test_the_same_bundle_again_brings_nothing_new(before: Before) -> None:
    (before.stick("BLUE") / "theirs.iccb").unlink()
    look_inside(before)
    before.press("takeIn")
    before.press("done")
    look_inside(before)
    assert told(before, 0) == "11 answers are in it. All of them are here already. Its kiosk is still open."
    before.press("takeIn")
    assert before.hands.text("heading") == "0 answers were new"
    assert len(list((before.place / "consultations").iterdir())) == 2


def cut(before: Before, name: str, size: int) -> None:
    bundle = before.stick("BLUE") / f"{name}.iccb"
    bundle.write_bytes(bundle.read_bytes()[:size])


def test_a_damaged_bundle_is_told_and_keeps_no_other_out(before: Before) -> None:
    cut(before, "theirs", 1_000)
    look_inside(before)
    assert "damaged" in told(before, 1)
    assert not before.hands.see("believe-1")
    assert not before.hands.see("salvage-1")
    before.press("takeIn")
    assert before.hands.text("heading") == "11 answers were new"


def test_of_a_damaged_bundle_what_is_whole_is_taken_where_somebody_wants_it(before: Before) -> None:
    cut(before, "ours", -1_000)
    look_inside(before)
    found, missing = salvaged(before)
    assert found + missing == 11
    assert found
    before.hands.click("believe-1")
    before.hands.click("salvage-0")
    before.press("takeIn")
    assert before.hands.text("heading") == f"{found + 10} answers were new"
    together = desk_at(before.place / "consultations" / "ours-together")
    assert [
        entry.detail["salvaged"] for entry in acts(together.directory.ledger()) if entry.act == "merged"
    ] == [1, 0]


def salvaged(before: Before) -> tuple[int, int]:
    """How many answers of the first bundle are whole, and how many are missing, as the page tells it."""
    said = re.search(r"(\d+) answers? (?:is|are) whole. (\d+) answers? (?:is|are) missing.", told(before, 0))
    assert said is not None, told(before, 0)
    return int(said[1]), int(said[2])


def test_nothing_of_a_damaged_bundle_is_taken_unless_somebody_wants_it(before: Before) -> None:
    cut(before, "ours", -1_000)
    look_inside(before)
    before.hands.click("believe-1")
    before.hands.click("salvage-0")
    before.hands.click("salvage-0")
    before.press("takeIn")
    assert before.hands.text("heading") == "10 answers were new"


def test_a_damaged_bundle_of_a_key_that_nobody_compared_brings_nothing_in(before: Before) -> None:
    cut(before, "theirs", -1_000)
    look_inside(before)
    before.hands.click("salvage-1")
    before.press("takeIn")
    assert before.hands.text("heading") == "11 answers were new"


def test_stopping_before_anything_is_written_takes_nothing_in(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_inside(before)
    halt = Halt()

    def slow(*about: Any) -> None:
        halt.here()
        check_deliveries(*about)

    monkeypatch.setattr("ui.errands_taking.check_deliveries", slow)
    before.press_and_stop("takeIn", halt)
    assert before.hands.text("heading") == "What is in the bundles"
    assert [one.name for one in (before.place / "consultations").iterdir()] == ["ours"]


def test_stopping_before_more_is_written_leaves_what_came_together(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_inside(before)
    before.press("takeIn")
    before.press("done")
    look_inside(before)
    together = before.place / "consultations" / "ours-together"
    here = {path: path.read_bytes() for path in together.rglob("*") if path.is_file()}
    halt = Halt()

    def slow(*about: Any) -> None:
        halt.here()
        check_deliveries(*about)

    monkeypatch.setattr("icc_consult.services.merging.check_deliveries", slow)
    before.hands.click("believe-1")
    before.press_and_stop("takeIn", halt)
    assert {path: path.read_bytes() for path in together.rglob("*") if path.is_file()} == here


def test_wrong_words_open_no_bundle_and_are_an_answer(before: Before) -> None:
    before.go("merge")
    before.hands.write("passphrase", "wrong words")
    before.press("lookInside")
    assert "not the right one" in before.remark()
    assert before.hands.see("lookInside")


def test_bundles_are_left_out_and_added_by_hand(before: Before) -> None:
    before.go("merge")
    before.hands.click("leaveOut-ours.iccb")
    before.hands.click("leaveOut-theirs.iccb")
    before.press("lookInside")
    assert before.remark() == "Choose a file first."
    before.press("browse")
    before.hands.write("path", str(before.stick("BLUE")))
    before.press("takeTyped")
    before.press("entry-ours.iccb")
    assert before.hands.see("leaveOut-ours.iccb")
    assert not before.hands.see("leaveOut-theirs.iccb")


def test_the_next_morning_begins_at_the_kiosk_and_not_at_what_came_together(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_inside(before)
    before.press("takeIn")
    for again in desk_before(before.place, monkeypatch):
        opened = again.window.host.state.opened
        assert opened is not None
        assert opened.data.name == "ours"
        again.press("chooseOther")
        told = [again.hands.find(f"opened-{at}").property("label") for at in range(2)]
        assert [one.endswith("Brought together from several kiosks.") for one in told].count(True) == 1

"""Vouchers, the sheet of the day and checks at the desk, by real presses."""

import shutil
from pathlib import Path

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.cli import main
from icc_consult.reports import voucher_sheets
from icc_consult.reports.voucher_sheets import Card

from PySide6.QtGui import QGuiApplication

from tests.ui.desk.stories import Before, collect, desk_before, opened_by_command, quick_locks

STICKS = ("BLUE",)


def furnish(place: Path) -> None:
    opened_by_command(place, "ours", "--admission", "vouchers")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes as they were printed: they are nowhere else."""
    codes: list[str] = []
    real = voucher_sheets.as_pdf

    def as_pdf(cards: list[Card]) -> bytes:
        codes.extend(card.code for card in cards)
        return real(cards)

    monkeypatch.setattr(voucher_sheets, "as_pdf", as_pdf)
    return codes


def make_three(before: Before) -> None:
    before.go("vouchers")
    before.hands.write("count", "3")
    before.press("make")


def test_as_many_vouchers_are_on_paper_as_were_asked_for(before: Before, printed: list[str]) -> None:
    make_three(before)
    [paper] = before.stick("BLUE").glob("vouchers-*.pdf")
    assert before.remark().startswith("3 vouchers are on this paper")
    assert paper.read_bytes().startswith(b"%PDF")
    vouchers = desk_at(before.place / "consultations" / "ours").directory.opening().vouchers
    assert len(vouchers.issued) == len(printed) == 3
    assert not [code for code in printed if code in before.remark()]


def test_a_number_that_is_none_makes_none(before: Before) -> None:
    before.go("vouchers")
    for count in ("", "0", "2001"):
        before.hands.write("count", count)
        before.press("make")
        assert before.remark() == "Say how many: from 1 to 2,000."
    assert list(before.stick("BLUE").iterdir()) == []


def test_a_voucher_that_is_typed_is_taken_back_once(before: Before, printed: list[str]) -> None:
    make_three(before)
    for said in ("was taken back. Nobody", "had been taken back before"):
        before.hands.write("code", printed[1].lower())
        before.press("revoke")
        assert said in before.remark()
    assert before.hands.text("code") == ""
    vouchers = desk_at(before.place / "consultations" / "ours").directory.opening().vouchers
    assert len(vouchers.revoked) == 1
    before.hands.write("code", printed[0][:-1])
    before.press("revoke")
    assert "slip" in before.remark()


def test_vouchers_for_a_stick_that_is_gone_are_not_made(before: Before) -> None:
    before.go("vouchers")
    before.hands.write("count", "3")
    shutil.rmtree(before.stick("BLUE"))
    before.press("make")
    assert "not there any more" in before.remark()
    assert not desk_at(before.place / "consultations" / "ours").directory.opening().vouchers.issued


def test_the_sheet_of_the_day_is_written_beside_the_one_before(before: Before) -> None:
    before.go("sheet")
    before.press("make")
    before.press("make")
    papers = list(before.stick("BLUE").glob("day-sheet-*.pdf"))
    assert len(papers) == 2
    assert all(paper.read_bytes().startswith(b"%PDF") for paper in papers)
    assert "Print it and sign it" in before.remark()


def test_what_is_here_is_checked_and_a_change_is_named(before: Before) -> None:
    data = before.place / "consultations" / "ours"
    make_three(before)
    before.go("check")
    assert before.hands.text("subject") == str(data)
    before.press("check")
    assert before.hands.text("heading") == "Everything fits."
    before.press("again")
    log = data / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"opened"', b'"closed"'))
    before.press("check")
    assert before.hands.text("heading") == "Not everything fits."


def test_a_directory_is_found_by_looking_into_folders(before: Before) -> None:
    before.go("check")
    before.hands.write("subject", str(before.place))
    before.press("browse-subject")
    before.press("entry-consultations")
    before.press("entry-ours")
    before.press("takeTyped")
    assert before.hands.text("subject") == str(before.place / "consultations" / "ours")


def test_a_receipt_is_found_in_the_list_that_was_put_up_and_another_is_not(
    before: Before, tmp_path: Path
) -> None:
    (tmp_path / "school").mkdir()
    data = opened_by_command(tmp_path / "school", "theirs")
    collect(data, 2)
    assert main(["close", str(data)]) == 0
    receipts = data / "receipts.txt"
    code = receipts.read_text().split()[-1]
    before.go("check")
    before.hands.write("subject", str(receipts))
    before.hands.write("code", code.replace("-", " ").lower())
    before.press("check")
    assert before.hands.text("heading") == f"Everything fits, and the receipt {code} was counted."
    before.press("again")
    before.hands.write("code", "0000 0000 0000 0000")
    before.press("check")
    assert before.hands.text("heading") == "Not everything fits."


def test_what_is_here_goes_on_from_its_own_checkpoint_and_from_no_other(
    before: Before, tmp_path: Path
) -> None:
    data = before.place / "consultations" / "ours"
    (tmp_path / "school").mkdir()
    theirs = opened_by_command(tmp_path / "school", "theirs")
    headings = []
    for one in (data, theirs):
        assert main(["close", str(one)]) == 0
        [checkpoint] = (one / "checkpoints").iterdir()
        before.go("check")
        before.hands.write("since", str(checkpoint))
        before.press("check")
        headings.append(before.hands.text("heading"))
    assert headings == ["Everything fits.", "Not everything fits."]


def test_what_cannot_be_checked_is_told(before: Before) -> None:
    before.go("check")
    letter = before.place / "letter.txt"
    letter.write_text("Dear city")
    before.hands.write("subject", str(letter))
    before.press("check")
    assert "no bundle, no checkpoint" in before.remark()


def test_without_vouchers_there_are_none_to_make(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_locks(monkeypatch)
    collect(opened_by_command(tmp_path, "ours"), 1)
    for before in desk_before(tmp_path, monkeypatch):
        before.press("rail-sticks")
        assert before.hands.see("errand-carry")
        assert not before.hands.see("errand-vouchers")

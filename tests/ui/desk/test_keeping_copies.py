"""Backups at the desk, by real presses: two places, what lies there, and the way back."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.cli import main
from icc_consult.storage.files import write_whole
from icc_consult.storage.quarantine import is_sound

from PySide6.QtGui import QGuiApplication

from ui.desk.state import Standing

from tests.ui.desk.hands import named, rest
from tests.ui.desk.stories import Before, Halt, collect, desk_before, opened_by_command

STICKS = ("BLUE", "GREEN")


def furnish(place: Path) -> None:
    collect(opened_by_command(place, "ours"), 4)


def back_up(before: Before) -> None:
    before.go("backups")
    before.hands.click("first-stick-BLUE")
    before.hands.click("second-stick-GREEN")
    before.press("backUp")


def backup_on(stick: Path) -> Path:
    [backup] = stick.iterdir()
    return backup


def sealed(data: Path) -> int:
    return desk_at(data).directory.counts().sealed


def test_two_copies_are_written_and_each_opens(before: Before) -> None:
    back_up(before)
    assert before.remark() == "2 copies were written, read back and opened."
    for field in ("first", "second"):
        assert before.hands.text(f"told-{field}").endswith(": 4 responses. The copy opens.")
    assert (backup_on(before.stick("GREEN")) / "answers.db").is_file()


def test_places_are_remembered_and_one_that_is_missing_is_said(before: Before) -> None:
    back_up(before)
    shutil.rmtree(before.stick("GREEN"))
    before.hands.write("first", "")
    before.hands.write("second", "")
    before.go("backups")
    assert "The copy opens" in before.hands.text("told-first")
    assert "not there" in before.hands.text("told-second")
    before.press("backUp")
    assert before.remark() == ""
    assert not before.stick("GREEN").exists()


def test_a_copy_that_was_damaged_is_no_copy(before: Before) -> None:
    back_up(before)
    answers = backup_on(before.stick("BLUE")) / "answers.db"
    answers.write_bytes(answers.read_bytes()[:-4096])
    before.go("backups")
    assert "does not open" in before.hands.text("told-first")
    assert "The copy opens" in before.hands.text("told-second")


def everything_in(place: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in sorted(place.rglob("*"))}


@pytest.mark.parametrize("is_first", [True, False])
def test_stopping_a_backup_leaves_both_sticks_as_they_were(
    before: Before, monkeypatch: pytest.MonkeyPatch, is_first: bool
) -> None:
    if not is_first:
        back_up(before)
        collect(before.place / "consultations" / "ours", 1)
    media = everything_in(before.place / "media")
    real, halt = os.fsync, Halt()

    def slow(handle: int) -> None:
        if "/GREEN/" in str(Path(f"/proc/self/fd/{handle}").readlink()):
            halt.here()
        real(handle)

    before.go("backups")
    before.hands.click("first-stick-BLUE")
    before.hands.click("second-stick-GREEN")
    monkeypatch.setattr("icc_consult.storage.backups.os.fsync", slow)
    before.press_and_stop("backUp", halt)
    assert before.remark() == ""
    assert everything_in(before.place / "media") == media


def test_stopping_what_comes_back_leaves_everything_as_it_was(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, halt = before.place / "consultations" / "ours", Halt()
    back_up(before)
    (data / "answers.db").unlink()
    here = everything_in(data)

    def slow(table: str, row: tuple[object, ...]) -> bool:
        halt.here()
        return is_sound(table, row)

    monkeypatch.setattr("icc_consult.storage.restoring.is_sound", slow)
    before.press("askRestore")
    before.hands.click("from-first")
    before.press_and_stop("restore", halt)
    assert before.remark() == ""
    assert everything_in(data) == here


def test_stopping_on_a_new_computer_leaves_nothing_there(
    qapp: QGuiApplication, collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, halt = tmp_path / "new" / "media" / "BLUE", Halt()
    stick.mkdir(parents=True)
    assert main(["backup", str(collected / "consultations" / "ours"), str(stick)]) == 0

    def slow(path: Path, content: bytes) -> None:
        halt.here()
        write_whole(path, content)

    monkeypatch.setattr("icc_consult.storage.restoring.write_whole", slow)
    for before in desk_before(tmp_path / "new", monkeypatch, "BLUE"):
        before.go("backups")
        before.press("askRestore")
        before.hands.write("backup", str(stick))
        before.press_and_stop("restore", halt)
        assert everything_in(tmp_path / "new" / "consultations") == {}


def test_without_a_place_nothing_is_copied(before: Before) -> None:
    before.go("backups")
    before.press("backUp")
    assert before.remark() == "Name a folder first."


def test_what_was_lost_comes_back_after_it_was_asked(before: Before) -> None:
    data = before.place / "consultations" / "ours"
    back_up(before)
    (data / "answers.db").unlink()
    before.press("askRestore")
    before.hands.click("from-first")
    before.press("thinkAgain")
    assert not (data / "answers.db").exists()
    before.press("askRestore")
    before.press("restore")
    assert before.remark() == "4 responses came back."
    assert sealed(data) == 4
    before.press("askRestore")
    before.press("restore")
    assert before.remark() == "0 responses came back."
    assert sealed(data) == 4


def test_a_new_computer_begins_with_a_backup(
    qapp: QGuiApplication, collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "new" / "media" / "BLUE"
    stick.mkdir(parents=True)
    assert main(["backup", str(collected / "consultations" / "ours"), str(stick)]) == 0
    for before in desk_before(tmp_path / "new", monkeypatch, "BLUE"):
        before.go("backups")
        before.press("askRestore")
        before.hands.write("backup", str(stick))
        before.press("restore")
        assert before.remark() == "4 responses came back."
        [data] = (tmp_path / "new" / "consultations").iterdir()
        assert sealed(data) == 4
        before.press("rail-today")
        assert before.hands.text("heading") == "Our city, our voice"


def test_the_only_copy_that_opens_is_proposed(before: Before) -> None:
    back_up(before)
    answers = backup_on(before.stick("BLUE")) / "answers.db"
    answers.write_bytes(b"")
    before.go("backups")
    before.press("askRestore")
    assert before.hands.text("backup") == str(backup_on(before.stick("GREEN")))


def test_a_key_that_lies_here_alone_is_pointed_out(before: Before) -> None:
    before.go("backups")
    assert "The key lies on this computer alone" in warned(before)
    opened = before.window.host.state.opened
    assert opened is not None
    moved = replace(opened, key=before.stick("BLUE") / "key.age")
    before.window.host.become(replace(before.window.host.state, today=Standing(moved)))
    rest()
    assert warned(before) == ""
    before.hands.click("first-stick-BLUE")
    assert warned(before).startswith("One copy is not enough")


def warned(before: Before) -> str:
    return " ".join(str(one.property("text")) for one in named(before.hands.view, "warning"))

"""Carrying to the city, by real presses: *You may remove the stick* comes when the stick gave it back."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.bundles.pictures import codes_in
from icc_consult.bundles.reading import read_bundle_file
from icc_consult.bundles.stream import content_of, gathered, read_frame
from icc_consult.verifying.records import Kind

from ui.desk.errands import Showing
from ui.errands_checking import unlock_with

from tests.ui.desk.hands import rest
from tests.ui.desk.stories import Before, Halt, collect, opened_by_command

STICKS = ("BLUE", "GREEN")


def furnish(place: Path) -> None:
    collect(opened_by_command(place, "ours"), 12)


def bundles_on(stick: Path) -> list[Path]:
    return list(stick.iterdir())


def sealed_in(before: Before, bundle: Path) -> int:
    """How many answers are in it, for whoever has the key and the words."""
    key = before.place / "consultations" / "ours" / "key.age"
    state = read_bundle_file(bundle, unlock_with(desk_at, key, before.words)).state
    return len(state.of(Kind.SEALED))


def heading(before: Before) -> str:
    return before.hands.text("heading")


def test_the_stick_may_be_removed_once_it_gave_back_what_opens_with_the_key(before: Before) -> None:
    before.go("carry")
    before.hands.click("stick-BLUE")
    before.press("carry")
    assert heading(before) == "You may remove the stick"
    [written] = bundles_on(before.stick("BLUE"))
    assert written.suffix == ".iccb"
    assert sealed_in(before, written) == 12
    before.press("done")
    assert heading(before) == "Sticks and paper"


def test_the_only_stick_is_proposed_and_the_folder_is_asked_for_where_none_is_in(before: Before) -> None:
    shutil.rmtree(before.stick("GREEN"))
    before.go("carry")
    assert before.hands.text("place") == str(before.stick("BLUE"))
    before.hands.write("place", "")
    before.press("carry")
    assert before.remark() == "Name a folder first."
    assert bundles_on(before.stick("BLUE")) == []


def test_a_stick_that_was_pulled_out_is_not_made_up_on_this_computer(before: Before) -> None:
    before.go("carry")
    before.hands.click("stick-BLUE")
    shutil.rmtree(before.stick("BLUE"))
    before.press("carry")
    assert "not there any more" in before.remark()
    assert heading(before) == "Carry to the city"
    assert not before.stick("BLUE").exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "The stick is full."), (errno.EIO, "not there any more")],
)
def test_a_stick_that_refuses_is_told_plainly_and_keeps_nothing(
    before: Before, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    before.go("carry")
    before.hands.click("stick-GREEN")
    real, flushed = os.fsync, []

    def refuses(handle: int) -> None:
        if "/GREEN/" not in str(Path(f"/proc/self/fd/{handle}").readlink()):
            return real(handle)
        flushed.append(handle)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("icc_consult.bundles.writing.os.fsync", refuses)
    before.press("carry")
    assert flushed
    assert told in before.remark()
    assert heading(before) == "Carry to the city"
    assert bundles_on(before.stick("GREEN")) == []


def test_a_stick_that_cannot_be_written_names_its_switch(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    before.go("carry")
    before.hands.click("stick-GREEN")
    real = Path.touch

    def touch(path: Path, mode: int = 0o666, exist_ok: bool = True) -> None:
        if "GREEN" in path.parts:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        real(path, mode, exist_ok)

    monkeypatch.setattr(Path, "touch", touch)
    before.press("carry")
    assert "small switch" in before.remark()


def test_stopping_leaves_nothing_on_the_stick(before: Before, monkeypatch: pytest.MonkeyPatch) -> None:
    before.go("carry")
    before.hands.click("stick-BLUE")
    real, halt = os.fsync, Halt()

    def slow(handle: int) -> None:
        if "/BLUE/" in str(Path(f"/proc/self/fd/{handle}").readlink()):
            halt.here()
        real(handle)

    monkeypatch.setattr("icc_consult.bundles.writing.os.fsync", slow)
    before.press_and_stop("carry", halt)
    assert heading(before) == "Carry to the city"
    assert bundles_on(before.stick("BLUE")) == []


def test_too_few_new_answers_stay_here(before: Before) -> None:
    before.go("carry")
    before.hands.click("stick-BLUE")
    before.press("carry")
    before.press("done")
    collect(before.place / "consultations" / "ours", 3)
    before.go("carry")
    before.hands.click("stick-GREEN")
    before.press("carry")
    assert before.remark().startswith("Only 3 answers are new")
    assert bundles_on(before.stick("GREEN")) == []


def test_a_camera_before_the_screen_gets_what_a_stick_would_carry(before: Before) -> None:
    before.go("carry")
    before.press("draw")
    before.hands.click("hold")
    showing = before.window.host.state.errand
    assert isinstance(showing, Showing)
    seen = []
    for _ in range(len(showing.shots) * 5 // 6):  # the rest is spare
        seen += photographed(before)
        before.window.host.errands.carrying.turn()
        rest()
    [(stream, symbols)] = gathered(read_frame(code) for code in seen).items()
    content = content_of(stream, symbols)
    assert isinstance(content, bytes)
    received = before.place / "received.iccb"
    received.write_bytes(content)
    assert sealed_in(before, received) == 12
    before.press("stop")
    assert heading(before) == "Sticks and paper"


def photographed(before: Before) -> list[bytes]:
    """What a camera reads off the window."""
    picture = before.place / "photograph.bmp"
    assert before.hands.view.grabWindow().save(str(picture))
    return list(codes_in(picture))

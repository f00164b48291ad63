"""What a power cut left half made is refused, or made again; it never stops the program by surprise."""

from pathlib import Path

import pytest

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.storage.backup_listing import MISSING, Listing
from icc_consult.storage.engine import close_database, create_database, open_database
from icc_consult.storage.files import make_directory
from icc_consult.storage.schema import ANSWERS_ID, answers

from scripts.torture.power.calls import SyncedNames
from scripts.torture.power.disk import Disk
from scripts.torture.power.images import Platter
from scripts.torture.power.watching import tree_of, watched
from tests.builders import opened
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, bodies, kept, of

WHOLE = "whole"


def test_a_database_that_was_cut_off_while_it_was_made_is_damaged(tmp_path: Path, shim: None) -> None:
    made, platter, details = tmp_path / "made", Platter(tmp_path / "image"), set()
    made.mkdir()
    with watched(made, tree_of(made)) as watcher:
        create_database(made / "a.db", answers, ANSWERS_ID)
    disk = Disk.under(watcher.recording)
    for call in watcher.recording.calls:
        disk.take(call)
        platter.clear()
        platter.lay(disk.everything().image())
        try:
            close_database(open_database(tmp_path / "image" / "a.db", ANSWERS_ID))
        except DirectoryRefused as refused:
            details.add((refused.fault, refused.detail))
        else:
            details.add(WHOLE)
    damaged = {(Fault.DAMAGED, "header"), (Fault.DAMAGED, "user_version 0")}
    assert details == damaged | {WHOLE}


def test_answers_that_were_cut_off_before_their_first_byte_can_be_restored(tmp_path: Path) -> None:
    desk = opened(tmp_path / "data", pack_drawn())
    answered(desk, 3)
    backup, before = kept(desk, tmp_path / "stick"), bodies(tmp_path / "data")
    (tmp_path / "data" / "answers.db").write_bytes(b"")
    of(tmp_path / "data").restore(backup)
    assert bodies(tmp_path / "data") == before


def test_a_backup_that_is_being_written_may_lack_what_the_one_before_had_not() -> None:
    before = Listing("o", "s", ("1",), {"a": ("1",)}, is_signed=True)
    now = Listing("o", "s", ("2",), {"a": ("2",), "b": ("3",)}, is_signed=True)
    assert now.after(before).files == {"a": ("2", "1"), "b": ("3", MISSING)}
    assert now.after(None) == now


def test_a_new_directory_lasts_with_all_that_are_above_it(tmp_path: Path, shim: None) -> None:
    with watched(tmp_path, tree_of(tmp_path)) as watcher:
        make_directory(tmp_path / "a" / "b")
    assert [type(call) for call in watcher.recording.calls].count(SyncedNames) == 2
    disk = Disk.under(watcher.recording)
    for call in watcher.recording.calls:
        disk.take(call)
    assert disk.nothing().image().directories == ("a", "a/b")


@pytest.mark.parametrize("is_there", [True, False])
def test_making_a_directory_twice_is_making_it_once(tmp_path: Path, *, is_there: bool) -> None:
    if is_there:
        (tmp_path / "a").mkdir()
    make_directory(tmp_path / "a")
    assert (tmp_path / "a").is_dir()

"""Nothing that a program asks of the disk escapes the watcher, whoever asks: SQLite or Python."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from scripts.torture.power.calls import Named, Resized, Said, Synced, SyncedNames, Wrote
from scripts.torture.power.disk import Disk, Image
from scripts.torture.power.paths import PATHS
from scripts.torture.power.scene import Scene
from scripts.torture.power.watching import Watcher, tree_of, watched


def at_the_end(watcher: Watcher) -> Image:
    disk = Disk.under(watcher.recording)
    for call in watcher.recording.calls:
        disk.take(call)
    return disk.everything().image()


def on_the_disk(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", ["keeping", "backing_up", "restoring_anew", "restoring_damaged"])
def test_a_recording_played_to_its_end_is_what_lies_on_the_disk(path: str, place: Path, shim: None) -> None:
    place.mkdir()
    scene = Scene(place, random.Random(4))  # noqa: S311 - so as to repeat
    PATHS[path](scene)
    disk = Disk.under(scene.recording)
    for call in scene.recording.calls:
        disk.take(call)
    assert disk.everything().image().files == on_the_disk(place)


def test_a_commit_is_seen_in_the_order_in_which_sqlite_asks_for_it(tmp_path: Path, shim: None) -> None:
    (tmp_path / "a.db").touch()
    with watched(tmp_path, tree_of(tmp_path)) as watcher:
        file = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        file.execute("PRAGMA synchronous = EXTRA")
        file.execute("CREATE TABLE a (b)")
        watcher.say("done")
        file.close()
    kinds = [type(call) for call in watcher.recording.calls]
    journal = [
        name
        for call in watcher.recording.calls
        if isinstance(call, Named)
        for _, name, one in call.changes
        if one
    ]
    assert journal == ["a.db-journal"]
    assert kinds[0] is Named
    assert kinds[-3:] == [Named, SyncedNames, Said]
    assert kinds.count(Synced) >= 2
    assert (
        kinds.index(SyncedNames) < len(kinds) - 2
    )  # the name of the journal lasts before the database changes


def test_what_python_writes_is_seen_before_the_order_that_follows(tmp_path: Path, shim: None) -> None:
    with watched(tmp_path, tree_of(tmp_path)) as watcher:
        with (tmp_path / "part").open("wb") as stream:
            stream.write(b"words")
            stream.flush()
            os.fsync(stream.fileno())
        (tmp_path / "part").replace(tmp_path / "whole")
        with (tmp_path / "whole").open("r+b") as stream:
            stream.truncate(2)
    kinds = [type(call) for call in watcher.recording.calls]
    assert kinds == [Named, Wrote, Synced, Named, Resized]
    assert at_the_end(watcher).files == {"whole": b"wo"}


def test_a_new_file_is_no_old_one_that_had_its_place(tmp_path: Path, shim: None) -> None:
    with watched(tmp_path, tree_of(tmp_path)) as watcher:
        for word in (b"one", b"two"):
            (tmp_path / "a").write_bytes(word)
            (tmp_path / "a").unlink()
    files = {call.file for call in watcher.recording.calls if isinstance(call, Wrote)}
    assert len(files) == 2

"""Copies of a data directory that can be trusted."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult.assets import resources
from icc_consult.services import responding
from icc_consult.services.backing_up import Copied, NotCopied, back_up, restore
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk
from icc_consult.storage.backups import checked
from icc_consult.storage.places import Places

from tests.builders import DAY, EN, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn
from tests.storage.disks import leave_free, small_disk
from tests.storage.keeping import answered, bodies, kept, names, of

ROOT = resources().parent


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return opened(tmp_path / "data", pack_drawn())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def test_a_backup_has_the_answers_and_no_key(desk: Desk, place: Path) -> None:
    answered(desk, 5)
    backup = kept(desk, place)
    assert bodies(backup) == bodies(desk.directory.where)
    assert {"opening.json", "pack.iccpack", "pin.json", "answers.db", "backup.json"} <= names(backup)
    assert not {"key.age", "signing.key", "unfinished.db", "ballast", "lock"} & names(backup)
    assert "key.age" in names(kept(desk, place, with_keys=True))


def test_a_backup_is_made_while_the_kiosk_is_at_work(desk: Desk, place: Path) -> None:
    kiosk = kiosk_at(desk)
    responding.send(kiosk, responding.begin(kiosk, language=EN))
    seat = responding.begin(kiosk, language=EN)
    responding.keep(kiosk, seat)
    backup = kept(desk, place)
    assert len(bodies(backup)) == 1
    assert not [name for name in names(backup) if seat.receipt.encode() in (backup / name).read_bytes()]
    assert kiosk.store is not None
    kiosk.store.release()


def test_a_backup_can_be_inspected_like_what_it_was_made_of(desk: Desk, place: Path) -> None:
    answered(desk, 3)
    seen = inspect(desk_over(kept(desk, place), pack_drawn()))
    assert seen.counts.days == (DayTotal(DAY, responses=3, refused=1),)
    assert seen.troubles == ()


def test_nobody_answers_in_a_backup(desk: Desk, place: Path) -> None:
    backup = kept(desk, place)
    with pytest.raises(DirectoryRefused) as caught:
        desk_over(backup, pack_drawn()).directory.hold()
    assert caught.value.fault is Fault.BACKUP


def test_a_backup_tells_no_order_of_arrival(desk: Desk, place: Path) -> None:
    kiosk = kiosk_at(desk)
    receipts = [responding.send(kiosk, responding.begin(kiosk, language=EN)).encode() for _ in range(30)]
    content = (kept(desk, place) / "answers.db").read_bytes()
    lying = sorted(receipts, key=content.index)
    assert lying in (sorted(receipts), sorted(receipts, reverse=True))
    assert kiosk.store is not None
    kiosk.store.release()


def test_one_place_that_fails_does_not_keep_the_other_from_its_backup(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no directory")
    first, second = back_up(of(desk.directory.where), to=[tmp_path / "file", tmp_path / "stick"])
    assert isinstance(first, NotCopied)
    assert isinstance(second, Copied)


def test_a_backup_inside_the_data_directory_is_refused(desk: Desk) -> None:
    (done,) = back_up(of(desk.directory.where), to=[desk.directory.where])
    assert isinstance(done, NotCopied)
    assert "backup.json" not in {Path(name).name for name in names(desk.directory.where)}


def test_what_the_stick_gives_back_wrong_never_replaces_what_was_right(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(desk, 2)
    before = (kept(desk, place) / "answers.db").read_bytes()
    answered(desk, 2)
    real = os.fsync

    def forgetful(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name == ".answers.db.part":
            os.pwrite(handle, b"?", 40_000)
        real(handle)

    monkeypatch.setattr(os, "fsync", forgetful)
    (done,) = back_up(of(desk.directory.where), to=[place])
    assert isinstance(done, NotCopied)
    assert done.error == DirectoryRefused(Fault.READ_BACK, str(done.where / ".answers.db.part"))
    monkeypatch.undo()
    assert (done.where / "answers.db").read_bytes() == before
    with checked(Places(done.where)) as copy:
        assert copy.count("sealed") == 2


@pytest.mark.parametrize("free", [0, 20_000, 60_000])
def test_a_stick_that_is_full_keeps_the_backup_it_had(desk: Desk, place: Path, free: int) -> None:
    place.mkdir()
    with small_disk(place) as is_there:
        if not is_there:
            pytest.xfail("nobody may mount a disk here")
        answered(desk, 2)
        backup = kept(desk, place)
        answered(desk, 40)
        leave_free(place, free)
        (done,) = back_up(of(desk.directory.where), to=[place])
        assert isinstance(done, NotCopied)
        (place / "filler").unlink()
        shutil.copytree(backup, desk.directory.where.parent / "copy")
        assert restore(of(desk.directory.where.parent / "new"), source=backup).responses == 2


def test_a_backup_that_is_killed_leaves_a_whole_one_each_time(desk: Desk, place: Path) -> None:
    told = 0
    for kill in range(4):
        answered(desk, 5)
        command = [sys.executable, "-m", "scripts.torture.victims", "backup", desk.directory.where, place]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as victim:
            assert victim.stdout is not None
            said = [victim.stdout.readline() for _ in range(1 + kill)]
            victim.kill()
            said += victim.stdout.read().splitlines()
        told = max([told, *(int(line.split()[1]) for line in said if line.startswith("copied"))])
        for backup in place.iterdir() if place.exists() else ():
            if (backup / "answers.db").exists() or told:
                with checked(Places(backup)) as copy:
                    assert copy.count("sealed") >= told
    assert told >= 15
    assert len(bodies(kept(desk, place))) == 20

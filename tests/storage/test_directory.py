import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from icc_consult.domain.consultation import Policy
from icc_consult.packs import read_pack
from icc_consult.services import responding
from icc_consult.services.errors import DirectoryRefused, Fault, InUse, NotEmpty, NotOpened
from icc_consult.services.inspecting import inspect
from icc_consult.storage.directory import LocalDirectory
from icc_consult.storage.openings import read_opening, write_opening

from tests.builders import EN, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn


def test_an_opened_directory_holds_these_files_and_only_its_owner_reads_them(place: Path) -> None:
    opened(place, pack_drawn())
    assert sorted(path.name for path in place.iterdir()) == [
        "answers.db",
        "audit.jsonl",
        "key.age",
        "lock",
        "opening.json",
        "pack.iccpack",
        "pin.json",
        "signing.key",
        "trouble.json",
        "unfinished.db",
    ]
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}
    assert place.stat().st_mode & 0o777 == 0o700


def test_the_opening_is_read_as_it_was_written(place: Path) -> None:
    desk = opened(place, pack_drawn(), Policy.DISCARD)
    opening = desk.directory.opening()
    assert opening.terms.policy is Policy.DISCARD
    assert opening.fingerprint == pack_drawn().fingerprint
    write_opening(place / "opening.json", opening)
    assert read_opening(place / "opening.json") == opening


def test_members_that_others_added_to_an_opening_survive(place: Path) -> None:
    desk = opened(place, pack_drawn())
    path = place / "opening.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"letters": ["a"]}))
    desk.directory.end(desk.directory.opening())
    assert json.loads(path.read_text())["letters"] == ["a"]


def test_the_pack_is_copied_whole(place: Path) -> None:
    opened(place, pack_drawn())
    assert read_pack(place / "pack.iccpack").fingerprint == pack_drawn().fingerprint


def test_an_empty_directory_may_be_used(place: Path) -> None:
    place.mkdir()
    opened(place, pack_drawn())
    assert desk_over(place, pack_drawn()).directory.opening()


@pytest.mark.parametrize("what", ["file", "directory"])
def test_what_is_not_empty_is_refused_and_kept(place: Path, what: str) -> None:
    if what == "file":
        place.write_text("mine")
    else:
        place.mkdir()
        (place / "notes.txt").write_text("mine")
    with pytest.raises(NotEmpty):
        opened(place, pack_drawn())
    kept = place if what == "file" else place / "notes.txt"
    assert kept.read_text() == "mine"
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_a_directory_that_was_never_opened_says_so(place: Path) -> None:
    for where in (place, place.parent):
        with pytest.raises(NotOpened):
            LocalDirectory(where).opening()
    with pytest.raises(NotOpened):
        LocalDirectory(place).locked_key()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": 2}, Fault.NEWER),
        ({"format": "other"}, Fault.FOREIGN),
        ({"policy": "sell"}, Fault.DAMAGED),
        ({"state": "closed"}, Fault.DAMAGED),
        ({"opened_at": "yesterday"}, Fault.DAMAGED),
        ({"public_key": "xyz"}, Fault.DAMAGED),
        ({"admission": "bribes"}, Fault.DAMAGED),
        ({"vouchers": ["a"]}, Fault.DAMAGED),
        ({"vouchers": {"batches": [{"name": "1", "tags": ["00"]}], "revoked": []}}, Fault.DAMAGED),
        ({"vouchers": {"batches": {}, "revoked": [5]}}, Fault.DAMAGED),
    ],
)
def test_an_opening_that_cannot_be_used_is_refused(
    place: Path, change: dict[str, object], fault: Fault
) -> None:
    opened(place, pack_drawn())
    path = place / "opening.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(DirectoryRefused) as caught:
        read_opening(path)
    assert caught.value.fault is fault


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_an_opening_that_is_no_object_is_damaged(place: Path, content: bytes) -> None:
    place.mkdir()
    (place / "opening.json").write_bytes(content)
    with pytest.raises(DirectoryRefused) as caught:
        LocalDirectory(place).opening()
    assert caught.value.fault is Fault.DAMAGED


def test_a_directory_in_use_is_not_free(place: Path) -> None:
    desk = opened(place, pack_drawn())
    kiosk = kiosk_at(desk)
    with pytest.raises(InUse):
        LocalDirectory(place).check_free()
    assert desk.directory.counts().sealed == 0
    assert kiosk.store is not None
    kiosk.store.release()
    LocalDirectory(place).check_free()


def test_trouble_is_forgotten_when_it_was_seen(place: Path) -> None:
    desk = opened(place, pack_drawn())
    (place / "trouble.json").write_bytes(b"?")
    assert Fault.UNREADABLE in {trouble.fault for trouble in desk.directory.troubles()}
    desk.directory.forget_trouble()
    assert Fault.UNREADABLE not in {trouble.fault for trouble in desk.directory.troubles()}


def test_reading_a_directory_brings_no_database_in() -> None:
    program = "import sys, icc_consult.bootstrap; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not {"sqlalchemy", "nacl", "pyrage", "mnemonic", "csv"} & set(loaded.stdout.split())


def test_a_disk_that_is_nearly_full_is_told_before_it_is_too_late(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(place, pack_drawn())
    for free, faults in ((10**9, []), (10**8, [Fault.LOW_SPACE])):
        usage = SimpleNamespace(total=10**10, used=0, free=free)
        monkeypatch.setattr("shutil.disk_usage", lambda _, usage=usage: usage)
        assert [trouble.fault for trouble in desk.directory.troubles()] == faults


def test_a_directory_that_is_there_stays_the_same_one(place: Path) -> None:
    place.mkdir(mode=0o755)
    before = place.stat().st_ino
    opened(place, pack_drawn())
    assert place.stat().st_ino == before
    assert place.stat().st_mode & 0o777 == 0o700
    assert not [path for path in place.iterdir() if path.name.startswith(".")]


def test_the_directory_one_stands_in_and_a_link_to_another_may_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    monkeypatch.chdir(tmp_path / "here")
    opened(Path(), pack_drawn())
    opened(tmp_path / "link", pack_drawn())
    assert (tmp_path / "here" / "opening.json").exists()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "opening.json").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_an_opening_that_a_full_disk_stops_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    def full(*_: object) -> None:
        raise OperationalError("CREATE TABLE", {}, sqlite3.OperationalError("database or disk is full"))

    if is_there:
        (tmp_path / "above" / "data").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr("icc_consult.storage.engine.create_database", full)
    with pytest.raises(DirectoryRefused):
        opened(tmp_path / "above" / "data", pack_drawn())
    assert sorted(tmp_path.rglob("*")) == before


def test_a_move_that_fails_halfway_leaves_an_empty_directory(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.mkdir()
    real, moves = Path.rename, []

    def failing(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == 5:
            raise OSError(5, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="Input/output"):
        opened(place, pack_drawn())
    assert len(moves) == 5
    assert list(place.iterdir()) == []


NESTED = "[" * 100_000


@pytest.mark.parametrize("name", ["opening.json", "pin.json", "trouble.json"])
def test_a_file_that_nests_without_end_is_damaged(place: Path, name: str) -> None:
    directory = opened(place, pack_drawn()).directory
    (place / name).write_text(NESTED)
    if name == "trouble.json":
        assert Fault.UNREADABLE in {trouble.fault for trouble in directory.troubles()}
        return
    with pytest.raises(DirectoryRefused) as caught:
        directory.opening() if name == "opening.json" else directory.pin().load()
    assert caught.value.fault is Fault.DAMAGED


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("public_key", "abcd"),
        ("public_key", 5),
        ("controller", None),
        ("contact", ["x"]),
        ("opened_at", "2026-03-02T09:00:00"),
        ("opened_at", 5),
        ("key", {}),
    ],
)
def test_an_opening_with_something_odd_in_it_is_damaged(place: Path, member: str, value: object) -> None:
    opened(place, pack_drawn())
    path = place / "opening.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {member: value}))
    with pytest.raises(DirectoryRefused) as caught:
        read_opening(path)
    assert caught.value.fault is Fault.DAMAGED


def test_a_damaged_unfinished_file_does_not_hide_the_answers(place: Path) -> None:
    desk = opened(place, pack_drawn())
    kiosk = kiosk_at(desk)
    responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()
    (place / "unfinished.db").write_bytes(b"nothing of the kind")
    seen = inspect(desk)
    assert (seen.counts.sealed, seen.counts.receipts) == (1, 1)
    found = [trouble.detail for trouble in seen.troubles if trouble.fault is Fault.DAMAGED]
    assert found == [str(place / "unfinished.db")]


@pytest.mark.parametrize("name", ["opening.json", "pin.json"])
def test_a_file_that_cannot_be_read_is_not_called_damaged(place: Path, name: str) -> None:
    directory = opened(place, pack_drawn()).directory
    (place / name).unlink()
    (place / name).mkdir()
    with pytest.raises(IsADirectoryError):
        directory.opening() if name == "opening.json" else directory.pin().load()

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.packs import read_pack
from icc_consult.services.errors import DirectoryRefused, Fault, InUse, NotEmpty, NotOpened
from icc_consult.storage.directory import LocalDirectory
from icc_consult.storage.openings import read_opening, write_opening

from tests.builders import desk_over, kiosk_at, opened
from tests.sketches import pack_drawn


def test_an_opened_directory_holds_these_files_and_only_its_owner_reads_them(place: Path) -> None:
    opened(place, pack_drawn())
    assert sorted(path.name for path in place.iterdir()) == [
        "answers.db",
        "key.age",
        "lock",
        "opening.json",
        "pack.iccpack",
        "pin.json",
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
    path.write_text(json.dumps(json.loads(path.read_text()) | {"vouchers": ["a"]}))
    desk.directory.end(desk.directory.opening())
    assert json.loads(path.read_text())["vouchers"] == ["a"]


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

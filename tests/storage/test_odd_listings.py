"""Listings of backups and files of decisions as nobody's program wrote them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_consult.bundles.age_pieces import whole_pieces
from icc_consult.services.backing_up import NotCopied, back_up
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.moderating import Decision
from icc_consult.services.premises import Desk
from icc_consult.storage.backup_listing import Listing, read_listing, write_listing
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.storage.locking import DirectoryLock
from icc_consult.verifying import regular_files
from icc_consult.verifying.canonical import canonical
from icc_consult.verifying.decisions import decision_in
from icc_consult.verifying.regular_files import TooLargeHere, read_regular
from icc_consult.verifying.signing import new_seed

from tests.builders import opened
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, kept, of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = opened(tmp_path / "data", pack_drawn())
    answered(desk, 1)
    return desk


def of_version(number: int) -> Callable[[dict[str, object]], None]:
    return lambda document: document.update(version=number)


def with_a_member_more(document: dict[str, object]) -> None:
    body = document["body"]
    assert isinstance(body, dict)
    body["more"] = 1


@pytest.mark.parametrize(
    ("change", "fault"), [(of_version(9), Fault.NEWER), (with_a_member_more, Fault.DAMAGED)]
)
def test_a_listing_that_is_not_ours_is_refused_and_the_next_backup_replaces_it(
    desk: Desk, tmp_path: Path, change: Callable[[dict[str, object]], None], fault: Fault
) -> None:
    path = kept(desk, tmp_path / "stick") / "backup.json"
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))
    with pytest.raises(DirectoryRefused) as refused:
        read_listing(path)
    assert refused.value.fault is fault
    kept(desk, tmp_path / "stick")
    listing = read_listing(path)
    assert listing is not None
    assert listing.is_signed


def test_a_file_whose_name_is_no_text_is_named_instead_of_left_out(desk: Desk, tmp_path: Path) -> None:
    (desk.directory.where / os.fsdecode(b"note-\xff")).write_text("somebody's")
    (done,) = back_up(of(desk.directory.where), to=[tmp_path / "stick"])
    assert isinstance(done, NotCopied)
    with pytest.raises(DirectoryRefused):
        write_listing(tmp_path / "backup.json", Listing("", "", (), {"\udcff": ("",)}), new_seed())


@pytest.mark.parametrize(
    "content",
    [b"{", b"[]", b'{"decisions": {"aa": {"standing": "perhaps"}}}', b'{"decisions": {"aa": {}}}']
    + [b'{"decisions": {"aa": {"standing": "accepted", "change": %s}}}' % one for one in (b"-1", b"true")],
)
def test_decisions_that_are_damaged_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "proposals.json").write_bytes(content)
    with pytest.raises(DirectoryRefused):
        DecisionsFile(tmp_path / "proposals.json").load()


def test_a_decision_about_nothing_that_can_be_named_is_not_carried(tmp_path: Path) -> None:
    file = DecisionsFile(tmp_path / "proposals.json")
    file.save({"in words": Decision()})
    with pytest.raises(DirectoryRefused):
        list(file.records())


def test_a_record_of_another_kind_is_no_decision() -> None:
    with pytest.raises(ValueError, match="decision"):
        decision_in(canonical({"lineage": "00"}))


def test_a_lock_that_is_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to("/dev/null")
    with pytest.raises(DirectoryRefused):
        DirectoryLock(tmp_path / "lock")


@pytest.fixture
def growing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of twenty bytes that had three when it was opened."""
    path, real = tmp_path / "file", os.fstat
    path.write_bytes(bytes(range(20)))

    def smaller(handle: int) -> os.stat_result:
        found = list(real(handle))
        return os.stat_result([*found[:6], 3, *found[7:10]])

    monkeypatch.setattr(regular_files.os, "fstat", smaller)
    return path


def test_a_file_that_grows_while_it_is_read_is_not_read_for_ever(growing: Path) -> None:
    with pytest.raises(TooLargeHere):
        read_regular(growing, 10)


@pytest.mark.parametrize("most", [20, 21, 1 << 20])
def test_a_file_that_grows_while_it_is_read_is_read_whole(growing: Path, most: int) -> None:
    assert read_regular(growing, most) == bytes(range(20))


def test_a_small_file_takes_no_room_for_the_largest(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(20))
    assert read_regular(tmp_path / "file", 1 << 56) == bytes(20)


def test_a_share_of_another_length_opens_no_piece() -> None:
    content = b"age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n" + bytes(40)
    assert whole_pieces(content, ["AGE-SECRET-KEY-1QQQ"]) == b""

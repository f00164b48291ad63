"""Files of a data directory that nobody's program wrote so, and disks that behave oddly."""

import json
import os
import sqlite3
from itertools import chain
from pathlib import Path

import pytest

from icc_consult.domain.admission import ByVoucher, VoucherTag
from icc_consult.services.backing_up import NotCopied, back_up, restore
from icc_consult.services.closing import close
from icc_consult.services.errors import DirectoryRefused, Fault, VoucherUnknown
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.premises import Desk
from icc_consult.storage import engine, files, migrations, schema, troubles
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.backup_listing import read_listing
from icc_consult.storage.ballast import Ballast
from icc_consult.storage.chain_files import AuditFile
from icc_consult.storage.copies import Copy
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.storage.engine import create_database
from icc_consult.storage.faults import fault_of
from icc_consult.storage.key_file import LocalKeyFile
from icc_consult.storage.ledger import LocalLedger
from icc_consult.storage.locking import DirectoryLock
from icc_consult.storage.openings import opening_in
from icc_consult.storage.places import Places
from icc_consult.storage.restoring import is_damaged
from icc_consult.storage.store import KioskStore
from icc_consult.storage.unfinished import UnfinishedFile

from tests.builders import DAY, opened, sealed_record
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, kept, of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return opened(tmp_path / "data", pack_drawn())


@pytest.fixture
def places(desk: Desk) -> Places:
    return Places(desk.directory.where)


def fault(refused: pytest.ExceptionInfo[DirectoryRefused]) -> Fault:
    return refused.value.fault


def test_room_is_set_aside_where_the_system_cannot_reserve_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fallocate")
    Ballast(tmp_path / "ballast").take_on(5_000)
    assert (tmp_path / "ballast").read_bytes() == b"\xff" * 5_000


def test_no_directory_is_opened_where_a_system_cannot_make_its_names_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> int:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", never)
        with pytest.raises(AssertionError):
            files.sync_directory(tmp_path)
        patched.setattr(os, "name", "nt")
        files.sync_directory(tmp_path)


def test_a_system_that_remembers_files_is_taken_at_its_word(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    key = LocalKeyFile(desk.directory.places.key)
    assert key.read() == desk.directory.locked_key()
    assert kept(desk, tmp_path / "stick").joinpath("answers.db").exists()


def test_a_lock_in_a_place_that_is_not_there_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DirectoryLock(tmp_path / "nowhere" / "lock")


def test_a_voucher_that_was_never_issued_here_opens_nothing(places: Places) -> None:
    store = KioskStore(places, today=lambda: DAY)
    with pytest.raises(VoucherUnknown):
        store.submit(sealed_record(), ReceiptCode("A"), day=DAY, admission=ByVoucher(VoucherTag(bytes(16))))
    assert store.totals() == ()
    store.release()


def test_an_answer_is_saved_also_where_its_snapshot_stays(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck() -> None:
        raise OSError(5, "Input/output error")

    store = KioskStore(places, today=lambda: DAY)
    store.keep_snapshot(sealed_record(), ReceiptCode("A"))
    with monkeypatch.context() as patched:
        patched.setattr(store._unfinished, "drop", stuck)
        store.submit(sealed_record(), ReceiptCode("A"), day=DAY)
    assert [one.fault for one in troubles.noted(places.trouble)] == [Fault.DISK_FAULT]
    assert store.recover(day=DAY) == 0
    assert store.totals()[0].responses == 1
    store.release()


def test_nothing_is_dropped_where_no_session_was_ever_kept(tmp_path: Path) -> None:
    file = UnfinishedFile(tmp_path / "unfinished.db")
    file.drop()
    assert file.shown() is None
    assert not list(tmp_path.iterdir())


def test_a_note_that_has_no_place_is_not_made(tmp_path: Path) -> None:
    troubles.note(tmp_path / "trouble.json", troubles.Trouble(Fault.BUSY, DAY))
    assert not list(tmp_path.iterdir())


def test_a_directory_without_a_log_has_no_lines(tmp_path: Path) -> None:
    assert AuditFile(tmp_path / "audit.jsonl").lines() == []


def test_what_merged_bundles_told_is_damaged_or_whole(places: Places) -> None:
    places.carried.write_bytes(b"\x06\0\0\0\x01")
    with pytest.raises(DirectoryRefused) as refused:
        list(LocalLedger(places).records())
    assert fault(refused) is Fault.DAMAGED


def test_what_is_no_failure_of_a_disk_counts_as_one() -> None:
    assert fault_of(ValueError()) is Fault.DISK_FAULT


def test_a_connection_that_cannot_be_set_up_is_closed(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", {"journal_mode": "delete nonsense"})
    with pytest.raises(DirectoryRefused):
        AnswersFile(places.answers)


def test_a_step_that_ended_its_own_transaction_still_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.db"
    create_database(path, schema.answers, schema.ANSWERS_ID)
    driver = sqlite3.connect(path, isolation_level=None)
    driver.execute("PRAGMA user_version = 1")
    monkeypatch.setitem(migrations._STEPS, schema.ANSWERS_ID, {1: ("ROLLBACK", "nonsense")})
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        migrations.migrate(driver, schema.ANSWERS_ID)
    assert driver.execute("PRAGMA user_version").fetchone() == (1,)
    driver.close()


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000, b"[]"])
def test_an_opening_that_came_from_elsewhere_is_an_object(content: bytes) -> None:
    with pytest.raises(DirectoryRefused) as refused:
        opening_in(content, "hub")
    assert fault(refused) is Fault.DAMAGED


@pytest.mark.parametrize("changes", [{"signing_key": "00" * 5}, {"bundle_recipient": 7}])
def test_an_opening_whose_keys_are_none_is_damaged(places: Places, changes: dict[str, object]) -> None:
    plain = json.loads(places.opening.read_bytes())
    assert opening_in(json.dumps(plain).encode(), "hub").id == plain["opening"]
    with pytest.raises(DirectoryRefused) as refused:
        opening_in(json.dumps({**plain, **changes}).encode(), "hub")
    assert fault(refused) is Fault.DAMAGED


def test_answers_of_a_newer_program_are_not_called_damaged(places: Places) -> None:
    assert not is_damaged(places)
    driver = sqlite3.connect(places.answers)
    driver.execute("PRAGMA user_version = 99")
    driver.close()
    with pytest.raises(DirectoryRefused) as refused:
        is_damaged(places)
    assert fault(refused) is Fault.NEWER


@pytest.mark.parametrize(
    "content",
    [
        *("{", "[]", '{"decisions": []}', '{"decisions": {"ab": {"standing": "loud"}}}'),
        '{"decisions": {"ab": {"standing": "accepted", "change": -1}}}',
    ],
)
def test_decisions_that_are_none_are_damaged(tmp_path: Path, content: str) -> None:
    (tmp_path / "proposals.json").write_text(content)
    with pytest.raises(DirectoryRefused) as refused:
        DecisionsFile(tmp_path / "proposals.json").load()
    assert fault(refused) is Fault.DAMAGED


def test_a_decision_about_no_digest_is_not_carried(tmp_path: Path) -> None:
    (tmp_path / "proposals.json").write_text('{"decisions": {"no digest": {"standing": "accepted"}}}')
    with pytest.raises(DirectoryRefused) as refused:
        list(DecisionsFile(tmp_path / "proposals.json").records())
    assert fault(refused) is Fault.DAMAGED


def damaged(path: Path) -> None:
    """A page of answers that is none."""
    content = bytearray(path.read_bytes())
    content[16_384 * 5 : 16_384 * 6] = b"\xff" * 16_384
    path.write_bytes(content)


def test_damaged_answers_are_neither_copied_nor_read_as_a_copy(desk: Desk, places: Places) -> None:
    answered(desk, 30)
    damaged(places.answers)
    for act in (Copy.of, Copy.read):
        with pytest.raises(DirectoryRefused) as refused:
            act(places.answers)
        assert fault(refused) is Fault.DAMAGED


@pytest.mark.parametrize("act", [Copy.of, Copy.read])
def test_a_copy_in_which_sqlite_fails_is_refused(
    places: Places, monkeypatch: pytest.MonkeyPatch, act: object
) -> None:
    def failing(*_: object) -> None:
        raise sqlite3.DatabaseError("malformed")

    monkeypatch.setattr(Copy, "check", failing)
    with pytest.raises(DirectoryRefused, match="malformed"):
        act(places.answers)  # type: ignore[operator]


def test_a_copy_of_something_else_than_was_copied_never_replaces_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = kept(desk, tmp_path / "stick")
    before, digests = everything_in(backup.parent), iter(["another digest"])
    real = Copy.digest
    monkeypatch.setattr(Copy, "digest", lambda copy: next(digests, None) or real(copy))
    (done,) = back_up(of(desk.directory.where), to=[tmp_path / "stick"], with_keys=False)
    assert isinstance(done, NotCopied)
    assert isinstance(done.error, DirectoryRefused)
    assert done.error.fault is Fault.READ_BACK
    assert everything_in(backup.parent) == before


def everything_in(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def test_a_file_whose_name_is_no_text_keeps_a_backup_from_being_signed(desk: Desk, tmp_path: Path) -> None:
    (desk.directory.where / os.fsdecode(b"caf\xe9")).write_bytes(b"coffee")
    (done,) = back_up(of(desk.directory.where), to=[tmp_path / "stick"], with_keys=False)
    assert isinstance(done, NotCopied)
    assert isinstance(done.error, DirectoryRefused)
    assert done.error.fault is Fault.FOREIGN


def test_a_backup_replaces_one_whose_list_is_damaged(desk: Desk, tmp_path: Path) -> None:
    backup = kept(desk, tmp_path / "stick")
    (backup / "backup.json").write_text("{")
    assert kept(desk, tmp_path / "stick") == backup
    assert read_listing(backup / "backup.json") is not None


@pytest.mark.parametrize(
    ("changes", "expected"), [({"version": 3}, Fault.NEWER), ({"body": 7}, Fault.DAMAGED)]
)
def test_a_list_that_this_program_does_not_write_is_refused(
    desk: Desk, tmp_path: Path, changes: dict[str, object], expected: Fault
) -> None:
    path = kept(desk, tmp_path / "stick") / "backup.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **changes}))
    with pytest.raises(DirectoryRefused) as refused:
        read_listing(path)
    assert fault(refused) is expected


def test_a_list_has_no_members_of_its_own(desk: Desk, tmp_path: Path) -> None:
    path = kept(desk, tmp_path / "stick") / "backup.json"
    plain = json.loads(path.read_bytes())
    path.write_text(json.dumps({**plain, "body": {**plain["body"], "more": 1}}))
    with pytest.raises(DirectoryRefused) as refused:
        read_listing(path)
    assert fault(refused) is Fault.DAMAGED


@pytest.mark.parametrize("name", ["audit.jsonl", "carried.records"])
def test_a_chain_that_is_a_device_is_damaged(places: Places, name: str) -> None:
    path = places.root / name
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")
    ledger = LocalLedger(places)
    with pytest.raises(DirectoryRefused) as refused:
        list(chain(ledger.records(), map(bytes, ledger.log())))
    assert fault(refused) is Fault.DAMAGED


@pytest.mark.parametrize("content", ["{", "[]", "{}"])
def test_a_note_of_destruction_that_is_none_is_damaged(desk: Desk, places: Places, content: str) -> None:
    assert desk.directory.destruction() is None
    places.destroyed.write_text(content)
    with pytest.raises(DirectoryRefused) as refused:
        desk.directory.destruction()
    assert fault(refused) is Fault.DAMAGED


def test_what_a_backup_knows_to_be_closed_is_closed_when_it_comes_back(desk: Desk, tmp_path: Path) -> None:
    answered(desk, 1)
    before = desk.directory.places.opening.read_bytes()
    close(desk)
    closed = desk.directory.opening()
    backup = kept(desk, tmp_path / "stick")
    desk.directory.places.opening.write_bytes(before)
    assert not desk.directory.opening().is_closed
    restore(of(desk.directory.where), source=backup)
    assert desk.directory.opening() == closed

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from icc_consult.domain.errors import NotSaved
from icc_consult.services.errors import DirectoryRefused, Fault, InUse
from icc_consult.services.ports import DayTotal, KeyId, ReceiptCode, Sealed, SealedRecord
from icc_consult.storage import schema, troubles
from icc_consult.storage.engine import create_database
from icc_consult.storage.places import Places
from icc_consult.storage.store import KioskStore

from tests.builders import DAY, sealed_record

ONE, OTHER = ReceiptCode("AAAA-0000"), ReceiptCode("BBBB-1111")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(tmp_path)
    create_database(places.answers, schema.answers, schema.ANSWERS_ID)
    create_database(places.unfinished, schema.unfinished, schema.UNFINISHED_ID)
    troubles.reserve(places.trouble)
    return places


@pytest.fixture
def store(places: Places) -> Iterator[KioskStore]:
    store = KioskStore(places, today=lambda: DAY)
    yield store
    store.release()


def restarted(store: KioskStore, places: Places) -> KioskStore:
    store.release()
    return KioskStore(places, today=lambda: DAY)


def test_what_was_submitted_is_there_after_a_restart(store: KioskStore, places: Places) -> None:
    records = [sealed_record(b"a"), sealed_record(b"b")]
    for number, record in enumerate(records):
        store.submit(record, ReceiptCode(f"R{number}"), day=DAY)
    again = restarted(store, places)
    assert sorted(again.sealed(), key=lambda record: record.body) == records
    assert again.totals() == (DayTotal(DAY, responses=2),)
    again.release()


def test_a_retry_with_the_same_receipt_adds_nothing(store: KioskStore) -> None:
    store.submit(sealed_record(b"a"), ONE, day=DAY)
    store.submit(sealed_record(b"sealed anew"), ONE, day=DAY)
    assert list(store.sealed()) == [sealed_record(b"a")]
    assert store.totals() == (DayTotal(DAY, responses=1),)


def test_each_day_has_its_own_total(store: KioskStore) -> None:
    store.submit(sealed_record(), ONE, day=DAY)
    store.count_refused(day=DAY + timedelta(days=1))
    store.count_deleted(day=DAY)
    assert store.totals() == (
        DayTotal(DAY, responses=1, deleted=1),
        DayTotal(DAY + timedelta(days=1), refused=1),
    )


def test_a_snapshot_replaces_the_one_before(store: KioskStore, places: Places) -> None:
    store.keep_snapshot(sealed_record(b"first"), ONE)
    store.keep_snapshot(sealed_record(b"second"), ONE)
    again = restarted(store, places)
    assert again.recover(day=DAY) == 1
    assert list(again.sealed()) == [sealed_record(b"second")]
    assert again.totals() == (DayTotal(DAY, responses=1, recovered=1),)
    assert again.recover(day=DAY) == 0
    again.release()


def test_a_snapshot_whose_response_was_sent_is_not_recovered(store: KioskStore, places: Places) -> None:
    store.submit(sealed_record(b"sent"), ONE, day=DAY)
    store.keep_snapshot(sealed_record(b"left by a crash after the commit"), ONE)
    again = restarted(store, places)
    assert again.recover(day=DAY) == 0
    assert again.totals() == (DayTotal(DAY, responses=1),)
    again.release()


@pytest.mark.parametrize("act", ["submit", "drop_snapshot", "count_deleted"])
def test_nothing_is_left_to_recover_after_an_end(store: KioskStore, places: Places, act: str) -> None:
    store.keep_snapshot(sealed_record(), ONE)
    match act:
        case "submit":
            store.submit(sealed_record(), ONE, day=DAY)
        case "drop_snapshot":
            store.drop_snapshot()
        case _:
            store.count_deleted(day=DAY)
    again = restarted(store, places)
    assert again.recover(day=DAY) == 0
    again.release()


def test_wishes_are_kept_apart_from_responses(store: KioskStore) -> None:
    store.add_wish(sealed_record(b"ti"), day=DAY)
    assert list(store.wishes()) == [sealed_record(b"ti")]
    assert list(store.sealed()) == []
    assert store.totals() == ()


def test_many_records_are_read_in_batches(store: KioskStore) -> None:
    wanted = {sealed_record(str(number).encode(), size=40) for number in range(600)}
    for number, record in enumerate(wanted):
        store._answers.add(record, ReceiptCode(str(number)), {})
    assert set(store.sealed()) == wanted


@pytest.mark.parametrize("size", [0, 1, 15_999, 16_001, 17_000, 1_000_057])
def test_a_record_of_any_size_comes_back_whole(store: KioskStore, size: int) -> None:
    records = [SealedRecord(KeyId(f"key{number}"), Sealed(os.urandom(size))) for number in range(5)]
    for number, record in enumerate(records):
        store.submit(record, ReceiptCode(str(number)), day=DAY)
        store.add_wish(record, day=DAY)
    for found in (store.sealed(), store.wishes()):
        assert sorted(found, key=lambda record: record.key) == records
    assert store._answers.count(schema.sealed) == store._answers.count(schema.receipt) == 5


def test_a_second_kiosk_is_refused_until_the_first_lets_go(store: KioskStore, places: Places) -> None:
    with pytest.raises(InUse):
        KioskStore(places, today=lambda: DAY)
    restarted(store, places).release()


def test_what_cannot_be_read_back_is_not_saved(store: KioskStore, monkeypatch: pytest.MonkeyPatch) -> None:
    real = store._answers.add

    def forgetful(record: SealedRecord, receipt: ReceiptCode, totals: object, _: object) -> int | None:
        return real(sealed_record(b"something else"), receipt, totals)  # type: ignore[arg-type]

    monkeypatch.setattr(store._answers, "add", forgetful)
    for _ in range(2):
        with pytest.raises(NotSaved) as caught:
            store.submit(sealed_record(b"what was given"), ONE, day=DAY)
        assert caught.value.reason == Fault.READ_BACK


def test_a_number_that_could_not_be_written_is_added_later(
    store: KioskStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(totals: object) -> None:
        raise OSError(28, "No space left on device", str(totals))

    with monkeypatch.context() as patched:
        patched.setattr(store._answers, "add_totals", full)
        store.count_refused(day=DAY)
        store.count_deleted(day=DAY)
    assert store.totals() == ()
    assert [trouble.fault for trouble in troubles.noted(places.trouble)] == [Fault.DISK_FULL]
    store.submit(sealed_record(), ONE, day=DAY)
    assert store.totals() == (DayTotal(DAY, responses=1, deleted=1, refused=1),)


def test_an_unfinished_file_that_is_damaged_does_not_keep_the_kiosk_closed(places: Places) -> None:
    places.unfinished.write_bytes(b"\0" * 32_768)
    store = KioskStore(places, today=lambda: DAY)
    assert store.recover(day=DAY) == 0
    assert [trouble.fault for trouble in troubles.noted(places.trouble)] == [Fault.UNFINISHED_LOST]
    store.keep_snapshot(sealed_record(), ONE)
    store.release()


def test_answers_that_are_damaged_are_refused_and_the_lock_is_free_again(places: Places) -> None:
    store = KioskStore(places, today=lambda: DAY)
    for number in range(40):
        store.submit(sealed_record(), ReceiptCode(str(number)), day=DAY)
    store.release()
    content = bytearray(places.answers.read_bytes())
    content[16_384 * 5 : 16_384 * 7] = b"\xff" * 32_768
    places.answers.write_bytes(content)
    for _ in range(2):
        with pytest.raises(DirectoryRefused) as caught:
            KioskStore(places, today=lambda: DAY)
        assert caught.value.fault is Fault.DAMAGED


def test_a_snapshot_in_a_full_room_is_not_saved_and_the_trouble_is_noted(
    store: KioskStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store._unfinished, "keep", full)
    with pytest.raises(NotSaved) as caught:
        store.keep_snapshot(sealed_record(), ONE)
    assert caught.value.reason == Fault.DISK_FULL
    assert [(t.fault, t.day) for t in troubles.noted(places.trouble)] == [(Fault.DISK_FULL, DAY)]


def test_a_kind_of_trouble_is_noted_once_a_day(places: Places) -> None:
    for _ in range(3):
        troubles.note(places.trouble, troubles.Trouble(Fault.BUSY, DAY, "x" * 5_000))
    assert len(troubles.noted(places.trouble)) == 1
    assert places.trouble.stat().st_size == 4_096


def test_a_snapshot_that_cannot_be_deleted_is_wiped_with_its_file(store: KioskStore, places: Places) -> None:
    store.keep_snapshot(sealed_record(b"CANARY"), ONE)
    connection = store._unfinished._open()
    connection.exec_driver_sql("PRAGMA query_only = ON")
    connection.rollback()
    store.count_deleted(day=DAY)
    assert not places.unfinished.exists()
    store.keep_snapshot(sealed_record(b"the next one"), OTHER)
    assert b"CANARY" not in places.unfinished.read_bytes()


def test_a_snapshot_that_cannot_be_read_now_is_not_thrown_away(
    store: KioskStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise DirectoryRefused(Fault.BUSY, "unfinished.db")

    store.keep_snapshot(sealed_record(), ONE)
    with monkeypatch.context() as patched:
        patched.setattr(store._unfinished, "shown", busy)
        with pytest.raises(NotSaved) as caught:
            store.recover(day=DAY)
    assert caught.value.reason == Fault.BUSY
    assert places.unfinished.exists()
    assert store.recover(day=DAY) == 1


def test_notes_in_any_letters_keep_to_their_room(places: Places) -> None:
    for number in range(12):
        day = DAY + timedelta(days=number)
        troubles.note(places.trouble, troubles.Trouble(Fault.DISK_FULL, day, "диск\x01" * 60))
    found = troubles.noted(places.trouble)
    assert places.trouble.stat().st_size == 4_096
    assert [trouble.day for trouble in found] == [DAY + timedelta(days=n) for n in range(12 - len(found), 12)]
    assert len(found) > 2


def test_a_note_that_cannot_be_read_does_not_swallow_the_next(places: Places) -> None:
    places.trouble.write_text("x" * 9_000)
    troubles.note(places.trouble, troubles.Trouble(Fault.DISK_FULL, DAY))
    assert [(one.fault, one.day) for one in troubles.noted(places.trouble)] == [
        (Fault.UNREADABLE, None),
        (Fault.DISK_FULL, DAY),
    ]


def test_a_snapshot_goes_even_where_the_disk_refuses_zeros(
    store: KioskStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    store.keep_snapshot(sealed_record(b"CANARY"), ONE)
    journal = places.root / "unfinished.db-journal"
    journal.write_bytes(b"CANARY")
    monkeypatch.setattr("icc_consult.storage.files.overwrite", refused)
    with pytest.raises(OSError, match="No space"):
        store._unfinished.destroy()
    assert not places.unfinished.exists()
    assert not journal.exists()

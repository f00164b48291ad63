"""A kiosk that is switched off, by hand or by a power cut and one start, tells no order of arrival."""

import os
import re
from pathlib import Path

import pytest

from icc_consult.services.errors import Fault
from icc_consult.services.ports import KeyId, ReceiptCode, Sealed, SealedRecord
from icc_consult.services.responding import new_receipt
from icc_consult.storage import schema, troubles
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.engine import create_database
from icc_consult.storage.places import Places
from icc_consult.storage.store import KioskStore

from tests.builders import DAY

_RECEIPT = re.compile(rb"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}")
_MARK = re.compile(rb"<(\d\d)>")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(tmp_path)
    create_database(places.answers, schema.answers, schema.ANSWERS_ID)
    create_database(places.unfinished, schema.unfinished, schema.UNFINISHED_ID)
    troubles.reserve(places.trouble)
    return places


def filled(store: KioskStore) -> list[ReceiptCode]:
    receipts = [new_receipt() for _ in range(40)]
    for number, receipt in enumerate(receipts):
        body = Sealed(b"<%02d>" % number + os.urandom(300))
        store.submit(SealedRecord(KeyId("0011"), body), receipt, day=DAY)
    return receipts


def lying(places: Places, what: re.Pattern[bytes]) -> list[bytes]:
    return what.findall(places.answers.read_bytes())


def by_chance(places: Places) -> list[bytes]:
    file = AnswersFile(places.answers, writes=False)
    marks = [record.body[1:3] for record in file.records(schema.sealed)]
    file.close()
    return marks


@pytest.mark.parametrize("how", ["let go", "cut", "idle"])
def test_neither_receipts_nor_responses_lie_as_they_came(places: Places, how: str) -> None:
    store = KioskStore(places, today=lambda: DAY)
    receipts = [receipt.encode() for receipt in filled(store)]
    assert lying(places, _RECEIPT) in (receipts, receipts[::-1])
    if how == "idle":
        store.rest()
        before = places.answers.stat().st_mtime_ns
        store.rest()
        assert places.answers.stat().st_mtime_ns == before
    elif how == "cut":
        for file in (store._unfinished, store._reader, store._answers):
            file.close()
        store._lock.release()
        store = KioskStore(places, today=lambda: DAY)
    else:
        store.release()
    assert lying(places, _RECEIPT) in (sorted(receipts), sorted(receipts, reverse=True))
    assert lying(places, _MARK) in (by_chance(places), by_chance(places)[::-1])
    store.release()


def test_a_disk_that_refuses_lets_the_kiosk_open_and_says_so(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: AnswersFile) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(AnswersFile, "tidy", full)
    store = KioskStore(places, today=lambda: DAY)
    filled(store)
    store.release()
    assert [(one.fault, one.day) for one in troubles.noted(places.trouble)] == [(Fault.DISK_FULL, DAY)]

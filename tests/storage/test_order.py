"""Nothing in the file tells who came first, nor who came last. Chance is seeded: the tests never waver."""

import random
import re
import secrets
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.services.responding import new_receipt
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.engine import create_database

from tests.builders import sealed_record

RESIDENTS = 3_000
_MARK = re.compile(rb"<(\d{5})>")


def seeded(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(secrets, "randbits", random.Random(7).getrandbits)  # noqa: S311 - so as to repeat
    patched.setattr("icc_consult.storage.engine.PRAGMAS", {"synchronous": 0, "secure_delete": 1})


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """Three thousand residents in transactions of their own, tidied as at the close; receipts by arrival."""
    path = tmp_path_factory.mktemp("order") / "answers.db"
    receipts: dict[str, int] = {}
    with pytest.MonkeyPatch.context() as patched:
        seeded(patched)
        create_database(path, schema.answers, schema.ANSWERS_ID)
        file = AnswersFile(path)
        for arrival in range(RESIDENTS):
            receipt = new_receipt()
            receipts[receipt] = arrival
            record = sealed_record(b"<%05d>" % arrival, size=2_300)
            file.add(record, receipt, {date(2026, 3, 2): {"responses": 1}})
        file.tidy()
        file.close()
    return path, receipts


def rank_correlation(arrivals: list[int]) -> float:
    assert sorted(arrivals) == list(range(len(arrivals)))
    return float(np.corrcoef(arrivals, range(len(arrivals)))[0, 1])


def by_key(path: Path) -> list[int]:
    file = AnswersFile(path, writes=False)
    arrivals = [int(record.body[1:6]) for record in file.records(schema.sealed)]
    file.close()
    return arrivals


def test_the_order_of_keys_says_nothing_about_the_order_of_arrival(
    written: tuple[Path, dict[str, int]],
) -> None:
    assert abs(rank_correlation(by_key(written[0]))) < 0.05


def test_the_order_in_the_file_says_nothing_about_the_order_of_arrival(
    written: tuple[Path, dict[str, int]],
) -> None:
    arrivals = [int(arrival) for arrival in _MARK.findall(written[0].read_bytes())]
    assert abs(rank_correlation(arrivals)) < 0.05


def test_the_order_of_receipts_says_nothing_about_the_order_of_arrival(
    written: tuple[Path, dict[str, int]],
) -> None:
    path, receipts = written
    file = AnswersFile(path, writes=False)
    with file._connection.begin():
        codes = file._connection.exec_driver_sql("SELECT code FROM receipt").scalars().all()
    file.close()
    assert abs(rank_correlation([receipts[str(code)] for code in codes])) < 0.05


def test_who_came_last_does_not_lie_at_the_end(written: tuple[Path, dict[str, int]]) -> None:
    tenth = RESIDENTS // 10
    newest = sum(arrival >= RESIDENTS - tenth for arrival in by_key(written[0])[-tenth:])
    assert 0.04 < newest / tenth < 0.17


@pytest.mark.parametrize("size", [2_300, 9_000, 20_000, 60_000])
def test_before_the_close_no_part_of_a_response_tells_when_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    seeded(monkeypatch)
    create_database(tmp_path / "answers.db", schema.answers, schema.ANSWERS_ID)
    file = AnswersFile(tmp_path / "answers.db")
    for arrival in range(300):
        mark = b"<%05d>" % arrival
        body = Sealed((mark * (size // len(mark) + 1))[:size])
        file.add(SealedRecord(KeyId("00112233445566aa"), body), new_receipt(), {})
    file.close()
    content = (tmp_path / "answers.db").read_bytes()
    last_seen = {int(found[1]): found.start() for found in _MARK.finditer(content)}
    assert abs(rank_correlation(sorted(last_seen, key=last_seen.__getitem__))) < 0.2

"""Nothing in a data directory connects a voucher with an answer: no row, no key, no place in a file.

Chance is seeded: the tests never waver.
"""

import random
import re
import secrets
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.services import responding
from icc_consult.services.admitting import admit
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import new_receipt
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.engine import create_database

from tests.builders import DAY, EN, sealed_record
from tests.entrances import kiosk_with_door, opened_by, released, tag_in, vouchers_of

PEOPLE = 1_200
_MARK = re.compile(rb"<(\d{5})>")


class Crowd:
    """Twice as many vouchers as people; who came when, with which voucher and which receipt."""

    def __init__(self, path: Path) -> None:
        self.path = path
        tags = [VoucherTag(secrets.token_bytes(16)) for _ in range(2 * PEOPLE)]
        self.vouchers = tags[:PEOPLE]
        self.receipts = [new_receipt() for _ in range(PEOPLE)]
        create_database(path, schema.answers, schema.ANSWERS_ID)
        file = AnswersFile(path)
        file.issue(tags)
        self.issued = self.places_of_vouchers()
        for number in range(PEOPLE):
            record = sealed_record(b"<%05d>" % number, size=1_200)
            file.add(
                record, self.receipts[number], {DAY: {"responses": 1, "spent": 1}}, self.vouchers[number]
            )
        file.close()

    def places_of_vouchers(self) -> list[int]:
        """Where the tags lie in the file, in the order in which people came."""
        content = self.path.read_bytes()
        return [content.index(tag) for tag in self.vouchers]

    def places_of_answers(self) -> list[int]:
        """Where the sealed bodies lie in the file, in the order in which people came."""
        found = {int(mark[1]): mark.start() for mark in _MARK.finditer(self.path.read_bytes())}
        return [found[number] for number in range(PEOPLE)]

    def rows(self, question: str) -> list[tuple[object, ...]]:
        """What anybody who has the file may ask."""
        connection = sqlite3.connect(self.path)
        found = connection.execute(question).fetchall()
        connection.close()
        return found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Crowd:
    with pytest.MonkeyPatch.context() as patched:
        chance = random.Random(7)  # noqa: S311 - so as to repeat
        patched.setattr(secrets, "randbits", chance.getrandbits)
        patched.setattr(secrets, "token_bytes", chance.randbytes)
        patched.setattr("icc_consult.storage.engine.PRAGMAS", {"synchronous": 0, "secure_delete": 1})
        return Crowd(tmp_path_factory.mktemp("crowd") / "answers.db")


def rank_correlation(one: list[int], other: list[int]) -> float:
    ranks = [np.argsort(np.argsort(places)) for places in (one, other)]
    return float(np.corrcoef(*ranks)[0, 1])


def test_spending_moves_no_voucher_in_the_file(crowd: Crowd) -> None:
    assert crowd.issued == crowd.places_of_vouchers()


def test_places_of_vouchers_and_answers_in_the_file_have_nothing_to_do_with_each_other(crowd: Crowd) -> None:
    assert abs(rank_correlation(crowd.places_of_vouchers(), crowd.places_of_answers())) < 0.12


def test_before_anything_is_tidied_the_order_of_vouchers_is_not_that_of_arrival(crowd: Crowd) -> None:
    assert abs(rank_correlation(crowd.places_of_vouchers(), list(range(PEOPLE)))) < 0.12


def test_neighbours_in_one_table_are_no_neighbours_in_the_other(crowd: Crowd) -> None:
    """The best guess that pairs the k-th spent voucher of the file with the k-th answer is a blind one."""
    by_voucher = np.argsort(crowd.places_of_vouchers())
    by_answer = np.argsort(crowd.places_of_answers())
    hits = int(np.sum(by_voucher == by_answer))
    assert hits < 8  # one is expected by chance


def test_keys_of_answers_do_not_follow_vouchers(crowd: Crowd) -> None:
    keys = {int(str(body)[3:8]): key for key, body in crowd.rows("SELECT id, body FROM sealed")}
    ordered = [int(str(keys[number])) >> 20 for number in range(PEOPLE)]
    tags = [int.from_bytes(tag[:6]) for tag in crowd.vouchers]
    assert abs(rank_correlation(ordered, tags)) < 0.12


def test_no_table_mentions_another(crowd: Crowd) -> None:
    foreign = [crowd.rows(f"PRAGMA foreign_key_list({table})") for table in schema.answers.tables]
    assert not any(foreign)
    assert crowd.rows("SELECT name FROM sqlite_schema WHERE type IN ('index', 'trigger', 'view')") == []
    columns = [column.name for table in schema.answers.sorted_tables for column in table.columns]
    shared = {name for name in columns if columns.count(name) > 1}
    assert shared == {"id", "key_id", "body", "lineage" if columns.count("lineage") > 1 else "id"}
    assert len(crowd.rows("SELECT DISTINCT key_id FROM sealed")) == 1
    assert len(crowd.rows("SELECT DISTINCT length(body) FROM sealed")) == 1
    assert crowd.rows("SELECT is_spent, count(*) FROM voucher GROUP BY 1") == [(0, PEOPLE), (1, PEOPLE)]


def test_no_byte_of_a_voucher_is_in_what_is_sealed_or_received(place: Path) -> None:
    desk = opened_by(place, AdmissionRule.VOUCHERS)
    _, codes = vouchers_of(desk, 3)
    kiosk = kiosk_with_door(desk)
    said: list[bytes] = []
    assert kiosk.sealer is not None
    real = kiosk.sealer.seal

    class Listening:
        size = kiosk.sealer.size

        def seal(self, payload: bytes) -> object:
            said.append(payload)
            return real(payload)

    object.__setattr__(kiosk, "sealer", Listening())
    receipts: list[ReceiptCode] = []
    for code in codes:
        seat = responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code))
        responding.keep(kiosk, seat)
        snapshot = (place / "unfinished.db").read_bytes()
        assert tag_in(desk, code) not in snapshot
        assert tag_in(desk, code).hex().encode() not in snapshot
        receipts.append(responding.send(kiosk, seat))
    released(kiosk)
    whole = b"".join(path.read_bytes() for path in place.iterdir() if path.is_file())
    for code in codes:
        tag = tag_in(desk, code)
        assert not [payload for payload in said if tag in payload or tag.hex().encode() in payload]
        assert code.encode() not in whole
        assert code.replace("-", "").encode() not in whole
    assert len(set(receipts)) == 3

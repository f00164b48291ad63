"""In every table, backup, bundle, stream and export nothing tells who came first, or what came with what.

Chance is seeded: the tests never waver. `ORDER_RESIDENTS` asks for more than three thousand.
"""

import os
import random
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from icc_consult.domain.admission import VoucherTag
from icc_consult.domain.response import Answered, Chosen, Written
from icc_consult.domain.survey import ChoiceCode
from icc_consult.formats import csv
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.streaming import parts_of
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.copies import Copy
from icc_consult.storage.engine import create_database
from icc_consult.storage.holdings import held, take_in
from icc_consult.verifying.bundle import bundle_bytes
from icc_consult.verifying.checkpoints import Identity
from icc_consult.verifying.signing import public_half
from icc_consult.verifying.state import State

from tests.builders import DAY, EN, response_with, sealed_record
from tests.sketches import consultation_drawn

RESIDENTS = int(os.environ.get("ORDER_RESIDENTS", "3000"))
LEAST = 0.05
_MARK = re.compile(rb"<(\d{5})>")
_CODE, _TAG = re.compile(rb"R[0-9a-f]{19}"), re.compile(rb"V[0-9a-f]{15}")
_WISH = re.compile(rb"\{(\d{5})\}")
SEED = bytes(32)


@dataclass
class Filled:
    """A file of answers at rest, and the receipts and vouchers in the order in which people came."""

    path: Path
    receipts: list[ReceiptCode]
    vouchers: list[VoucherTag]

    def orders(self, content: bytes) -> dict[str, list[int]]:
        """Of each kind of thing: who came, in the order in which they lie there."""
        found = {
            "sealed": [int(mark) for mark in _MARK.findall(content)],
            "wish": [int(mark) for mark in _WISH.findall(content)],
            "receipt": _lying(_CODE, [code.encode() for code in self.receipts], content),
            "voucher": _lying(_TAG, self.vouchers, content),
        }
        return {name: order for name, order in found.items() if order}


def _lying(shape: re.Pattern[bytes], things: Sequence[bytes], content: bytes) -> list[int]:
    numbers = {thing: number for number, thing in enumerate(things)}
    return [numbers[found] for found in dict.fromkeys(shape.findall(content)) if found in numbers]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Everybody comes with a voucher, sends, and wishes for a language; then nobody is there."""
    chance = random.Random(11)  # noqa: S311 - so as to repeat
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(secrets, "randbits", chance.getrandbits)
        patched.setattr(secrets, "token_bytes", chance.randbytes)
        patched.setattr(csv, "_chance", chance)
        patched.setattr("icc_consult.storage.engine.PRAGMAS", {"synchronous": 0, "secure_delete": 1})
        one = Filled(tmp_path_factory.mktemp("order") / "answers.db", [], [])
        one.vouchers = [VoucherTag(b"V%015x" % chance.getrandbits(60)) for _ in range(RESIDENTS)]
        one.receipts = [ReceiptCode(f"R{chance.getrandbits(76):019x}") for _ in range(RESIDENTS)]
        create_database(one.path, schema.answers, schema.ANSWERS_ID)
        file = AnswersFile(one.path)
        file.issue(one.vouchers)
        for number in range(RESIDENTS):
            total = {DAY: {"responses": 1, "spent": 1}}
            file.add(
                sealed_record(b"<%05d>" % number, 600), one.receipts[number], total, one.vouchers[number]
            )
            file.add_wish(sealed_record(b"{%05d}" % number, 100), {})
        file.tidy()
        file.close()
        yield one


def correlation(order: list[int]) -> float:
    return float(np.corrcoef(order, range(len(order)))[0, 1])


def check(orders: dict[str, list[int]], kinds: int) -> None:
    assert len(orders) == kinds
    for name, order in orders.items():
        assert sorted(order) == list(range(RESIDENTS)), name
        assert abs(correlation(order)) < LEAST, name


def test_no_table_lies_in_the_order_in_which_people_came(filled: Filled) -> None:
    check(filled.orders(filled.path.read_bytes()), 4)


def test_no_backup_lies_in_the_order_in_which_people_came(filled: Filled) -> None:
    with Copy.of(filled.path) as copy:
        check(filled.orders(copy.content()), 4)


def state_of(filled: Filled) -> State:
    identity = Identity("0011223344556677", "sketch", "ab" * 32, "00112233445566aa")
    records = frozenset(held(filled.path))
    return State(identity, public_half(SEED).hex(), is_closed=False, is_merged=False, records=records)


def test_no_bundle_and_no_stream_lies_in_the_order_in_which_people_came(filled: Filled) -> None:
    state = state_of(filled)
    check(filled.orders(bundle_bytes(state, SEED)), 4)
    check(filled.orders(b"".join(bundle_bytes(part, SEED) for part in parts_of(state))), 4)


def test_what_was_merged_lies_in_no_order_of_arrival(filled: Filled, tmp_path: Path) -> None:
    create_database(tmp_path / "city.db", schema.answers, schema.ANSWERS_ID)
    take_in(tmp_path / "city.db", held(filled.path))
    check(filled.orders((tmp_path / "city.db").read_bytes()), 4)


def test_no_export_stands_in_the_order_in_which_answers_were_read(filled: Filled, tmp_path: Path) -> None:
    """Who came early chose one answer, who came late another: in the table neither stands first."""
    consultation = consultation_drawn()
    responses = [
        response_with(
            consultation,
            {
                "q1": Answered(Chosen(ChoiceCode("good" if 2 * number < RESIDENTS else "bad")), EN),
                "q3": Answered(Written(f"<{number:05}>"), EN),
            },
        )
        for number in range(RESIDENTS)
    ]
    csv.write_csv(tmp_path, consultation, responses, note="Keep it.", separator=",")
    check({"texts": [int(mark) for mark in _MARK.findall((tmp_path / "texts.csv").read_bytes())]}, 1)
    rows = (tmp_path / "answers.csv").read_text("utf-8-sig").splitlines()[1:]
    is_early = [row.startswith("good") for row in rows]
    assert is_early.count(True) == RESIDENTS // 2
    assert abs(float(np.corrcoef(is_early, range(RESIDENTS))[0, 1])) < LEAST


def test_no_two_tables_can_be_joined_better_than_by_chance(filled: Filled) -> None:
    """The place in one table says nothing about the place in another, nor about who was a neighbour there."""
    orders = filled.orders(filled.path.read_bytes())
    for (one, first), (other, second) in combinations(orders.items(), 2):
        there, elsewhere = np.argsort(first), np.argsort(second)
        assert abs(float(np.corrcoef(there, elsewhere)[0, 1])) < LEAST, (one, other)
        assert int(np.sum(np.array(first) == np.array(second))) < 8, (one, other)
        pairs = {frozenset(pair) for pair in pairwise(first)}
        both = sum(frozenset(pair) in pairs for pair in pairwise(second))
        assert both < 12, (one, other)  # two are expected by chance


@pytest.mark.parametrize("order", [list(range(3_000)), list(range(3_000))[::-1]])
def test_an_order_of_arrival_would_be_found(order: list[int]) -> None:
    assert abs(correlation(order)) > 0.99

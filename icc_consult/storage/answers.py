"""The file of finished answers: sealed responses, receipts, sealed wishes and the totals of each day."""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from icc_consult.domain.admission import VoucherTag
from icc_consult.domain.errors import NotSaved
from icc_consult.services.errors import DirectoryRefused, Fault, VoucherSpent, VoucherUnknown
from icc_consult.services.ports import DayTotal, KeyId, ReceiptCode, Sealed, SealedRecord
from icc_consult.storage import schema
from icc_consult.storage.engine import close_database, driver_of, open_database
from icc_consult.storage.faults import detail_of, fault_of

Tally = Mapping[str, int]

_RECEIPT = "INSERT OR IGNORE INTO receipt (code) VALUES (?)"
_INSERT = "INSERT INTO {table} (id, key_id, body) VALUES (?, ?, ?)"
_NEXT = "SELECT id, key_id, body FROM {table} WHERE id >= ? ORDER BY id LIMIT 1"
_TAKE = "DELETE FROM {table} WHERE id = ?"
_READ_BACK = "SELECT key_id, body FROM {table} WHERE id = ?"
_COUNTED = ("responses", "recovered", "deleted", "refused", "unlocked", "spent")
_SUMS = ", ".join(f"sum({name})" for name in _COUNTED)
_TOTALS = f"SELECT day, {_SUMS} FROM day_total GROUP BY day ORDER BY day"  # noqa: S608 - our own names
_GROWN = ", ".join(f"{name} = {name} + excluded.{name}" for name in _COUNTED)
_TOTAL = f"""
INSERT INTO day_total (day, lineage, {", ".join(_COUNTED)})
VALUES (?, (SELECT id FROM lineage), {", ".join("?" for _ in _COUNTED)})
ON CONFLICT (day, lineage) DO UPDATE SET {_GROWN}
"""  # noqa: S608 - see above
_ISSUE = "INSERT OR IGNORE INTO voucher (tag, is_spent) VALUES (?, 0)"
_SPEND = "UPDATE voucher SET is_spent = 1 WHERE tag = ? AND is_spent = 0"
_IS_SPENT = "SELECT is_spent FROM voucher WHERE tag = ?"
_BATCH = 256
_MOST_IN_A_PAGE = 16_000


class AnswersFile:
    """`answers.db`, opened to write or only to read. Methods raise what SQLAlchemy raises."""

    def __init__(self, path: Path, *, writes: bool = True) -> None:
        """Raises `DirectoryRefused`; a reader sees what has reached the file, not what a writer remembers."""
        self._path = path
        self._connection = open_database(path, schema.ANSWERS_ID, writes=writes)

    def add(
        self,
        record: SealedRecord,
        receipt: ReceiptCode,
        totals: Mapping[date, Tally],
        voucher: VoucherTag | None = None,
    ) -> int | None:
        """Write a response, its receipt and totals; the new row, or none where the receipt was known.

        A voucher is spent with it; raises `VoucherSpent` or `VoucherUnknown`, and then nothing was written.
        """
        with self._connection.begin():
            if self._connection.exec_driver_sql(_RECEIPT, (receipt,)).rowcount == 0:
                return None
            if voucher is not None:
                self._spend(voucher)
            row = _insert(self._connection, "sealed", record)
            self._count(totals)
        return row

    def issue(self, tags: Iterable[VoucherTag]) -> None:
        """Make room for vouchers before any is used: spending one later moves nothing in the file."""
        with self._connection.begin():
            for tag in sorted(tags):
                self._connection.exec_driver_sql(_ISSUE, (tag,))

    def is_spent(self, tag: VoucherTag) -> bool | None:
        """Whether a voucher was used here; none where it was never issued here."""
        with self._connection.begin():
            found = self._connection.exec_driver_sql(_IS_SPENT, (tag,)).scalar_one_or_none()
        return None if found is None else bool(found)

    def spent(self) -> tuple[VoucherTag, ...]:
        """Every voucher that was used here, sorted."""
        spent = select(schema.voucher.c.tag).where(schema.voucher.c.is_spent == 1).order_by("tag")
        with self._connection.begin():
            return tuple(VoucherTag(tag) for tag in self._connection.execute(spent).scalars())

    def receipts(self) -> tuple[ReceiptCode, ...]:
        """Every receipt, sorted."""
        codes = select(schema.receipt.c.code).order_by("code")
        with self._connection.begin():
            return tuple(ReceiptCode(code) for code in self._connection.execute(codes).scalars())

    def _spend(self, voucher: VoucherTag) -> None:
        if self._connection.exec_driver_sql(_SPEND, (voucher,)).rowcount == 1:
            return
        if self._connection.exec_driver_sql(_IS_SPENT, (voucher,)).scalar_one_or_none() is None:
            raise VoucherUnknown
        raise VoucherSpent

    def add_wish(self, record: SealedRecord, totals: Mapping[date, Tally]) -> int:
        """Write a wish; the new row."""
        with self._connection.begin():
            row = _insert(self._connection, "wish", record)
            self._count(totals)
        return row

    def add_totals(self, totals: Mapping[date, Tally]) -> None:
        """Write totals only."""
        with self._connection.begin():
            self._count(totals)

    def _count(self, totals: Mapping[date, Tally]) -> None:
        for day, tally in totals.items():
            numbers = tuple(tally.get(name, 0) for name in _COUNTED)
            self._connection.exec_driver_sql(_TOTAL, (day.isoformat(), *numbers))

    def check_written(self, row: int, record: SealedRecord, table: str = "sealed") -> None:
        """Raise `NotSaved` unless the file gives back what was written."""
        with self._connection.begin():
            found = self._connection.exec_driver_sql(_READ_BACK.format(table=table), (row,)).one_or_none()
        if found is None or tuple(found) != (record.key, record.body):
            raise NotSaved(Fault.READ_BACK)

    def totals(self) -> tuple[DayTotal, ...]:
        """Oldest day first."""
        with self._connection.begin():
            rows = self._connection.exec_driver_sql(_TOTALS).all()
        return tuple(DayTotal(date.fromisoformat(day), *numbers) for day, *numbers in rows)

    def count(self, table: Table) -> int:
        """How many rows."""
        with self._connection.begin():
            return self._connection.execute(select(func.count()).select_from(table)).scalar_one()

    def records(self, table: Table) -> Iterator[SealedRecord]:
        """Every row by its random key."""
        columns = select(table.c.id, table.c.key_id, table.c.body).order_by(table.c.id).limit(_BATCH)
        last = -1
        while True:
            with self._connection.begin():
                rows = self._connection.execute(columns.where(table.c.id > last)).all()
            for last, key, body in rows:  # noqa: B007 - the next batch starts after the last row
                yield SealedRecord(KeyId(key), Sealed(body))
            if len(rows) < _BATCH:
                return

    def check(self, where: str) -> None:
        """Raise `DirectoryRefused` where the file is damaged."""
        with self._connection.begin():
            said = self._connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if said != "ok":
            raise DirectoryRefused(Fault.DAMAGED, where, str(said))

    def tidy(self) -> None:
        """Rewrite the file without gaps, in the order of its random keys; raises `DirectoryRefused`."""
        try:
            driver_of(self._connection).execute("VACUUM")
        except sqlite3.Error as error:
            raise DirectoryRefused(fault_of(error), str(self._path), detail_of(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        close_database(self._connection)


def _insert(connection: Connection, table: str, record: SealedRecord) -> int:
    row = secrets.randbits(63)
    moved = _taken_by_chance(connection, table) if len(record.body) > _MOST_IN_A_PAGE else ()
    for one in ((row, record.key, record.body), *moved):
        connection.exec_driver_sql(_INSERT.format(table=table), one)
    return row


def _taken_by_chance(connection: Connection, table: str) -> list[tuple[int, str, bytes]]:
    """What does not fit in its page goes to the end of the file, which would tell who came last.

    So one drawn by chance makes room for the new one and goes to the end itself; with the chance of one
    more, it is the new one. After any number of residents every order is as likely as any other.
    """
    found = connection.exec_driver_sql(_NEXT.format(table=table), (secrets.randbits(63),)).all()
    for row, _, _ in found:
        connection.exec_driver_sql(_TAKE.format(table=table), (row,))
    return [(row, key, body) for row, key, body in found]

"""The answers as records that can be carried, and records taken in. Nobody but SQLite knows their order."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from icc_consult.storage import schema
from icc_consult.storage.engine import close_database, open_database
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import KEY_ID_BYTES, Total, total_of

_NUMBERS = ("responses", "recovered", "deleted", "refused", "unlocked", "spent")
_LARGEST = ", ".join(f"{name} = max({name}, excluded.{name})" for name in _NUMBERS)
_TABLES = {Kind.SEALED: "sealed", Kind.WISH: "wish"}
_READ = {
    Kind.SEALED: "SELECT key_id, body FROM sealed",
    Kind.WISH: "SELECT key_id, body FROM wish",
    Kind.RECEIPT: "SELECT code FROM receipt",
    Kind.SPENT: "SELECT tag FROM voucher WHERE is_spent = 1",
    Kind.TOTAL: f"SELECT day, lineage, {', '.join(_NUMBERS)} FROM day_total",  # noqa: S608 - our own names
}
_ADD = {
    Kind.SEALED: "INSERT INTO sealed (id, key_id, body) VALUES (?, ?, ?)",
    Kind.WISH: "INSERT INTO wish (id, key_id, body) VALUES (?, ?, ?)",
    Kind.RECEIPT: "INSERT OR IGNORE INTO receipt (code) VALUES (?)",
    Kind.SPENT: "INSERT INTO voucher (tag, is_spent) VALUES (?, 1) "
    "ON CONFLICT (tag) DO UPDATE SET is_spent = 1",
    Kind.TOTAL: f"INSERT INTO day_total (day, lineage, {', '.join(_NUMBERS)}) "  # noqa: S608 - see above
    f"VALUES (?, ?{', ?' * len(_NUMBERS)}) ON CONFLICT (day, lineage) DO UPDATE SET {_LARGEST}",
}


def held(path: Path) -> Iterator[Record]:
    """Every record in a file of answers; raises `DirectoryRefused` or SQLAlchemy's errors."""
    connection = open_database(path, schema.ANSWERS_ID, writes=False)
    try:
        with connection.begin():
            yield from _held(connection)
    finally:
        close_database(connection)


def _held(connection: Connection) -> Iterator[Record]:
    for kind, question in _READ.items():
        for row in connection.exec_driver_sql(question):
            yield _record(kind, tuple(row))


def _record(kind: Kind, row: Sequence[Any]) -> Record:
    match kind:
        case Kind.SEALED | Kind.WISH:
            return Record(kind, bytes.fromhex(row[0]) + row[1])
        case Kind.RECEIPT:
            return Record(kind, row[0].encode())
        case Kind.SPENT:
            return Record(kind, bytes(row[0]))
        case _:
            numbers = dict(zip(_NUMBERS, row[2:], strict=True))
            return Total(row[1], date.fromisoformat(row[0]), numbers).record()


def take_in(path: Path, records: Iterable[Record]) -> int:
    """Add what is not there yet, all of it or nothing; how many answers that were. Raises as `held`."""
    connection = open_database(path, schema.ANSWERS_ID)
    try:
        with connection.begin():
            new = {record for record in records if record.kind in _ADD} - set(_held(connection))
            for record in sorted(new, key=lambda one: one.hash):
                connection.exec_driver_sql(_ADD[record.kind], _row(record))
    finally:
        close_database(connection)
    return sum(record.kind is Kind.SEALED for record in new)


def _row(record: Record) -> tuple[Any, ...]:
    content = record.content
    match record.kind:
        case Kind.SEALED | Kind.WISH:
            return secrets.randbits(63), content[:KEY_ID_BYTES].hex(), content[KEY_ID_BYTES:]
        case Kind.RECEIPT:
            return (content.decode(),)
        case Kind.SPENT:
            return (content,)
        case _:
            total = total_of(content)
            numbers = (total.numbers.get(name, 0) for name in _NUMBERS)
            return total.day.isoformat(), total.lineage, *numbers

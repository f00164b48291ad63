"""The answers as records that can be carried, and records taken in. Nobody but SQLite knows their order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from icc_consult.services.ledger import Added
from icc_consult.storage import schema
from icc_consult.storage.chance import keys
from icc_consult.storage.engine import close_database, driver_of, open_database
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import KEY_ID_BYTES, Total, total_of

_NUMBERS = ("responses", "recovered", "deleted", "refused", "unlocked", "spent")
_LARGEST = ", ".join(f"{name} = max({name}, excluded.{name})" for name in _NUMBERS)
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
        record = _RECORDS[kind]
        for row in driver_of(connection).execute(question):
            yield record(*row)


def _sealed(kind: Kind, key: str, body: bytes) -> Record:
    return Record(kind, bytes.fromhex(key) + body)


def _total(day: str, lineage: int, *numbers: int) -> Record:
    return Total(lineage, date.fromisoformat(day), dict(zip(_NUMBERS, numbers, strict=True))).record()


_RECORDS: Mapping[Kind, Callable[..., Record]] = {
    Kind.SEALED: partial(_sealed, Kind.SEALED),
    Kind.WISH: partial(_sealed, Kind.WISH),
    Kind.RECEIPT: lambda code: Record(Kind.RECEIPT, code.encode()),
    Kind.SPENT: lambda tag: Record(Kind.SPENT, bytes(tag)),
    Kind.TOTAL: _total,
}


def take_in(path: Path, records: Iterable[Record]) -> Added:
    """Add what is not there yet, all of it or nothing. Raises as `held`.

    Rows are added in the order of their keys, table by table: a file that was empty has nothing to tidy.
    """
    connection = open_database(path, schema.ANSWERS_ID)
    try:
        with connection.begin():
            known = {record.hash for record in _held(connection)}
            new: dict[Kind, list[Record]] = {kind: [] for kind in _ADD}
            for record in {record.hash: record for record in records if record.kind in _ADD}.values():
                if record.hash not in known:
                    new[record.kind].append(record)
            for kind, ones in new.items():
                if rows := sorted(_rows(kind, ones)):
                    connection.exec_driver_sql(_ADD[kind], rows)
    finally:
        close_database(connection)
    return Added(len(new[Kind.SEALED]), is_tidy=not known)


def _rows(kind: Kind, records: Collection[Record]) -> Iterator[tuple[Any, ...]]:
    match kind:
        case Kind.SEALED | Kind.WISH:
            return zip(keys(len(records)), map(_key_in, records), map(_body_in, records), strict=True)
        case Kind.RECEIPT:
            return ((record.content.decode(),) for record in records)
        case Kind.SPENT:
            return ((record.content,) for record in records)
        case _:
            return (_total_row(total_of(record.content)) for record in records)


def _key_in(record: Record) -> str:
    return record.content[:KEY_ID_BYTES].hex()


def _body_in(record: Record) -> bytes:
    return record.content[KEY_ID_BYTES:]


def _total_row(total: Total) -> tuple[Any, ...]:
    return total.day.isoformat(), total.lineage, *(total.numbers.get(name, 0) for name in _NUMBERS)

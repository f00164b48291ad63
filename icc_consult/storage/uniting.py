"""Adding rows that a file of answers does not have yet: twice is once, in any order, and nothing is lost."""

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from icc_consult.storage.engine import close_database, open_database
from icc_consult.storage.schema import ANSWERS_ID

Row = tuple[str, tuple[Any, ...]]

_NUMBERS = ("responses", "recovered", "deleted", "refused", "unlocked", "spent")
_LARGEST = ", ".join(f"{name} = max({name}, excluded.{name})" for name in _NUMBERS)
_ADD = {
    "sealed": "INSERT INTO sealed (id, key_id, body) VALUES (?, ?, ?)",
    "wish": "INSERT INTO wish (id, key_id, body) VALUES (?, ?, ?)",
    "receipt": "INSERT OR IGNORE INTO receipt (code) VALUES (?)",
    "voucher": "INSERT INTO voucher (tag, is_spent) VALUES (?, ?) "
    "ON CONFLICT (tag) DO UPDATE SET is_spent = max(is_spent, excluded.is_spent)",
    "day_total": f"INSERT INTO day_total (day, lineage, {', '.join(_NUMBERS)}) "  # noqa: S608 - our own names
    f"VALUES (?, ?{', ?' * len(_NUMBERS)}) ON CONFLICT (day, lineage) DO UPDATE SET {_LARGEST}",
}
_BODIES = ("sealed", "wish")


def unite(path: Path, rows: Iterable[Row]) -> Counter[str]:
    """Add rows in one transaction; how many bodies were new in each table. Raises as `open_database` does.

    A body is known by its content, whatever its random key is: merged bundles give it another one.
    """
    connection = open_database(path, ANSWERS_ID)
    try:
        with connection.begin():
            return _united(connection, rows)
    finally:
        close_database(connection)


def _united(connection: Connection, rows: Iterable[Row]) -> Counter[str]:
    known = {table: _known(connection, table) for table in _BODIES}
    new: Counter[str] = Counter()
    for table, row in rows:
        if table in _BODIES:
            name = _name(*row[1:])
            if name in known[table]:
                continue
            known[table].add(name)
            new[table] += 1
            row = (secrets.randbits(63), *row[1:])  # noqa: PLW2901 - the same body under a key of its own
        connection.exec_driver_sql(_ADD[table], row)
    return new


def _known(connection: Connection, table: str) -> set[bytes]:
    found = connection.exec_driver_sql(f"SELECT key_id, body FROM {table}")  # noqa: S608 - our own names
    return {_name(key, body) for key, body in found}


def _name(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + body).digest()

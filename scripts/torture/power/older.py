"""A data directory as version 1 of its tables wrote it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from icc_consult.storage.engine import PAGE_SIZE

# Frozen for ever: what version 1 wrote.
FIRST = """
CREATE TABLE sealed (id INTEGER NOT NULL, key_id VARCHAR NOT NULL, body BLOB NOT NULL, PRIMARY KEY (id));
CREATE TABLE receipt (code VARCHAR NOT NULL, PRIMARY KEY (code)) WITHOUT ROWID;
CREATE TABLE wish (id INTEGER NOT NULL, key_id VARCHAR NOT NULL, body BLOB NOT NULL, PRIMARY KEY (id));
CREATE TABLE day_total (day VARCHAR NOT NULL, responses INTEGER NOT NULL, recovered INTEGER NOT NULL,
deleted INTEGER NOT NULL, refused INTEGER NOT NULL, PRIMARY KEY (day)) WITHOUT ROWID;
PRAGMA application_id = 1229144897;
PRAGMA user_version = 1;
"""
_KEPT = ("sealed", "receipt", "wish")


def take_back(answers: Path) -> None:
    """The tables of version 1, with the rows that are in those of version 2."""
    with closing(sqlite3.connect(answers)) as newer:
        rows = {name: newer.execute(f"SELECT * FROM {name}").fetchall() for name in _KEPT}  # noqa: S608
        days = newer.execute("SELECT day, responses, recovered, deleted, refused FROM day_total").fetchall()
    answers.unlink()
    with closing(sqlite3.connect(answers, isolation_level=None)) as older:
        older.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        older.executescript(FIRST)
        for name, held in (rows | {"day_total": days}).items():
            for row in held:
                older.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608

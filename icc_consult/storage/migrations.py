"""From every older version of a file to this one, each step whole or not at all."""

import sqlite3

from icc_consult.storage.schema import ANSWERS_ID, HUB_ID, NEW_LINEAGE, UNFINISHED_ID, VERSIONS

# Frozen for ever: what a step does must not change when the tables do.
_VOUCHERS_AND_LINEAGES = (
    "CREATE TABLE voucher (tag BLOB NOT NULL, is_spent INTEGER NOT NULL, PRIMARY KEY (tag)) WITHOUT ROWID",
    "CREATE TABLE lineage (slot INTEGER NOT NULL CHECK (slot = 1), id BIGINT NOT NULL, PRIMARY KEY (slot))",
    NEW_LINEAGE,
    "ALTER TABLE day_total RENAME TO day_total_before",
    """
    CREATE TABLE day_total (day VARCHAR NOT NULL, lineage BIGINT NOT NULL, responses INTEGER NOT NULL,
    recovered INTEGER NOT NULL, deleted INTEGER NOT NULL, refused INTEGER NOT NULL, unlocked INTEGER NOT NULL,
    spent INTEGER NOT NULL, PRIMARY KEY (day, lineage)) WITHOUT ROWID
    """,
    """
    INSERT INTO day_total SELECT day, (SELECT id FROM lineage), responses, recovered, deleted, refused, 0, 0
    FROM day_total_before
    """,
    "DROP TABLE day_total_before",
)
_STEPS = {ANSWERS_ID: {1: _VOUCHERS_AND_LINEAGES}, UNFINISHED_ID: {}, HUB_ID: {}}


class NeverFinished(sqlite3.DatabaseError):
    """The power was cut while this file was being made: SQLite took back all that it was to hold."""

    sqlite_errorname = "SQLITE_NOTADB"


def migrate(driver: sqlite3.Connection, application_id: int) -> None:
    """Bring an open database up to date; raises `sqlite3.Error` and then leaves it as it was."""
    found = _version(driver)
    if found == VERSIONS[application_id]:
        return
    if not found:
        raise NeverFinished("user_version 0")
    driver.execute("BEGIN IMMEDIATE")
    try:
        for version in range(found, VERSIONS[application_id]):
            for statement in _STEPS[application_id][version]:
                driver.execute(statement)
            driver.execute(f"PRAGMA user_version = {version + 1}")
        driver.execute("COMMIT")
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        raise


def _version(driver: sqlite3.Connection) -> int:
    return int(driver.execute("PRAGMA user_version").fetchone()[0])

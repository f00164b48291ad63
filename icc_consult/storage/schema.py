"""The tables. They share nothing but a transaction; no row has a time, and no key knows an order.

Random keys and tables without row numbers leave no trace of who came first: see `docs/data-directory.md`.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
)

ANSWERS_ID = 0x49434341
UNFINISHED_ID = 0x49434355
HUB_ID = 0x49434348
VERSIONS = {ANSWERS_ID: 2, UNFINISHED_ID: 1, HUB_ID: 1}
NEW_LINEAGE = "INSERT INTO lineage (slot, id) VALUES (1, random() & 0x7fffffffffffffff)"

answers = MetaData()

sealed = Table(
    "sealed",
    answers,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("key_id", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

receipt = Table("receipt", answers, Column("code", String, primary_key=True), sqlite_with_rowid=False)

wish = Table(
    "wish",
    answers,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("key_id", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

voucher = Table(
    "voucher",
    answers,
    Column("tag", LargeBinary, primary_key=True),
    Column("is_spent", Integer, nullable=False),
    sqlite_with_rowid=False,
)

lineage = Table(
    "lineage",
    answers,
    Column("slot", Integer, CheckConstraint("slot = 1"), primary_key=True),
    Column("id", BigInteger, nullable=False),
)


@event.listens_for(lineage, "after_create")
def _begin_lineage(_: Table, connection: Connection, **_facts: object) -> None:
    connection.exec_driver_sql(NEW_LINEAGE)


day_total = Table(
    "day_total",
    answers,
    Column("day", String, primary_key=True),
    Column("lineage", BigInteger, primary_key=True),
    Column("responses", Integer, nullable=False),
    Column("recovered", Integer, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("unlocked", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    sqlite_with_rowid=False,
)

unfinished = MetaData()

snapshot = Table(
    "snapshot",
    unfinished,
    Column("slot", Integer, CheckConstraint("slot = 1"), primary_key=True),
    Column("key_id", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("receipt", String, nullable=False),
)

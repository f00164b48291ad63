"""The tables. They share nothing but a transaction; no row has a time, and no key knows an order.

Random keys and tables without row numbers leave no trace of who came first: see `docs/data-directory.md`.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, LargeBinary, MetaData, String, Table

VERSION = 1
ANSWERS_ID = 0x49434341
UNFINISHED_ID = 0x49434355

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

day_total = Table(
    "day_total",
    answers,
    Column("day", String, primary_key=True),
    Column("responses", Integer, nullable=False, default=0),
    Column("recovered", Integer, nullable=False, default=0),
    Column("deleted", Integer, nullable=False, default=0),
    Column("refused", Integer, nullable=False, default=0),
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

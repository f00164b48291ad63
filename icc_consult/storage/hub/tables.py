"""The tables of a hub, alike in PostgreSQL and SQLite. Rows are only added, but for names and the end.

A record is known by its hash; its random id is what lays it somewhere that says nothing about when it came.
On a server they have a schema of their own, and a table that says their version; a file says it in its head.
"""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    event,
)

SCHEMA = "icc_consult"
VERSION = 1

on_a_server = MetaData()

about = Table(
    "about",
    on_a_server,
    Column("slot", Integer, CheckConstraint("slot = 1"), primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)

hub = MetaData()

consultation = Table(
    "consultation",
    hub,
    Column("opening", String, primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("pack", LargeBinary, nullable=False),
    Column("locked_key", LargeBinary, nullable=False),
    Column("is_ended", Boolean, nullable=False),
)


def _opening(*, is_key: bool = True) -> Column[str]:
    return Column("opening", String, ForeignKey(consultation.c.opening), primary_key=is_key, nullable=False)


place = Table(
    "place",
    hub,
    _opening(),
    Column("signer", String, primary_key=True),
    Column("name", String, nullable=False),
)

record = Table(
    "record",
    hub,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    _opening(is_key=False),
    Column("kind", SmallInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("opening", "kind", "hash"),
)

act = Table(
    "act",
    hub,
    _opening(),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
)

# What is sealed cannot be compressed; trying costs more than writing it.
_UNCOMPRESSED = DDL(  # type: ignore[no-untyped-call]
    f"ALTER TABLE {SCHEMA}.record ALTER COLUMN content SET STORAGE EXTERNAL"
)
event.listen(record, "after_create", _UNCOMPRESSED.execute_if(dialect="postgresql"))

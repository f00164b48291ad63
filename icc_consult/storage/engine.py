"""A connection to SQLite that is slow where slowness keeps answers safe, and forgets what was deleted."""

import sqlite3
import struct
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.storage.faults import detail_of, fault_of
from icc_consult.storage.migrations import migrate
from icc_consult.storage.schema import VERSIONS
from icc_consult.storage.versions import check_sqlite, running, wal_is_safe
from icc_consult.verifying.regular_files import open_regular

PAGE_SIZE = 16_384
_WAIT_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
_HEADER = struct.Struct(">18xBB40xI4xI28x")  # journals, user_version, application_id, as the file format says
_WAL = 2
_MAY_BE_MISSING = "mmap_size"  # SQLite can be built without
PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
}


def create_database(path: Path, tables: MetaData, application_id: int) -> None:
    """An empty database with these tables; raises `OSError`, `SqliteTooOld` or SQLAlchemy's errors."""
    engine = _engine(path, "rwc")
    try:
        with engine.begin() as connection:
            tables.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {application_id}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSIONS[application_id]}")
    finally:
        engine.dispose()


def open_database(path: Path, application_id: int, *, writes: bool = True) -> Connection:
    """One connection, its settings checked and its tables up to date.

    Raises `DirectoryRefused` where the file is not ours to use, or `SqliteTooOld`.
    """
    check_header(path, application_id)
    engine = _engine(path, "rw", begin="BEGIN IMMEDIATE" if writes else "BEGIN")
    try:
        connection = engine.connect()
        _check_settings(connection, path)
        migrate(driver_of(connection), application_id)
    except (DatabaseError, sqlite3.Error) as error:
        engine.dispose()
        raise DirectoryRefused(fault_of(error), str(path), detail_of(error)) from error
    except DirectoryRefused:
        engine.dispose()
        raise
    return connection


def close_database(connection: Connection) -> None:
    """Let go of the file."""
    connection.close()
    connection.engine.dispose()


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The connection below SQLAlchemy's, for what is not said in a transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - an open connection has one
    return driver


def _engine(path: Path, mode: str, *, begin: str = "BEGIN IMMEDIATE") -> Engine:
    check_sqlite()
    connect = partial(_connect, path, mode)
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", partial(_begin, begin))
    return engine


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        _configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(statement: str, connection: Connection) -> None:
    connection.exec_driver_sql(statement)


def check_header(path: Path, application_id: int) -> None:
    """Whose file it is stands in its first hundred bytes: a foreign or newer one is not even opened."""
    try:
        with open_regular(path) as stream:
            check_first_bytes(stream.read(_HEADER.size), path, application_id)
    except FileNotFoundError as error:
        raise DirectoryRefused(Fault.DAMAGED, str(path), "missing") from error
    except OSError as error:
        raise DirectoryRefused(fault_of(error), str(path), detail_of(error)) from error


def check_first_bytes(header: bytes, path: Path, application_id: int) -> None:
    """Raise `DirectoryRefused` unless a file that begins like this is ours to use."""
    if len(header) < _HEADER.size or not header.startswith(_MAGIC):
        raise DirectoryRefused(Fault.DAMAGED, str(path), "header")
    written, read, version, owner = _HEADER.unpack(header[: _HEADER.size])
    if owner != application_id:
        raise DirectoryRefused(Fault.FOREIGN, str(path), f"application_id {owner}")
    if not 1 <= version <= VERSIONS[application_id]:
        fault = Fault.NEWER if version > VERSIONS[application_id] else Fault.FOREIGN
        raise DirectoryRefused(fault, str(path), f"user_version {version}")
    if _WAL in (written, read) and _has_log(path) and not wal_is_safe():
        raise DirectoryRefused(Fault.FOREIGN, str(path), f"journal_mode wal {running()}")


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _check_settings(connection: Connection, path: Path) -> None:
    driver = driver_of(connection)
    for name, wanted in {"page_size": PAGE_SIZE, **PRAGMAS}.items():
        found = (driver.execute(f"PRAGMA {name}").fetchone() or (None,))[0]
        if found != wanted and (found is not None or name != _MAY_BE_MISSING):
            raise DirectoryRefused(Fault.FOREIGN, str(path), f"{name} {found}")

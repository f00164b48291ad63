"""A hub in a SQLite file: for one desk at a time, on one computer."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from icc_consult.services.errors import DirectoryRefused
from icc_consult.services.hub_errors import HubFault, HubRefused
from icc_consult.storage.engine import close_database, create_database, driver_of, open_database
from icc_consult.storage.hub import tables
from icc_consult.storage.hub.faults import as_hub_refusals
from icc_consult.storage.hub.rows import COLUMNS, NewRows
from icc_consult.storage.schema import HUB_ID
from icc_consult.verifying.records import Kind

_ADD = f"INSERT INTO record ({', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 - our own names
_WAIT_MILLISECONDS = 120_000


class FileDatabase:
    """Opens the file for each act and lets go of it after."""

    def __init__(self, path: Path) -> None:
        self._path, self.where = path, str(path)

    def create(self) -> None:
        """Make the file unless it is there; it appears whole or not at all."""
        if self._path.exists():
            return
        part = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}.part")
        with as_hub_refusals(self.where):
            try:
                part.touch(mode=0o600)
                create_database(part, tables.hub, HUB_ID)
                os.link(part, self._path)
            except FileExistsError:
                pass
            finally:
                part.unlink(missing_ok=True)

    @contextmanager
    def connected(self, *, writes: bool) -> Iterator[Connection]:
        """One transaction; raises `HubRefused`."""
        if not self._path.exists():
            raise HubRefused(HubFault.NO_HUB, self.where)
        with as_hub_refusals(self.where):
            connection = open_database(self._path, HUB_ID, writes=writes)
            try:
                driver_of(connection).execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
                with connection.begin():
                    yield connection
            finally:
                close_database(connection)

    def add_records(self, connection: Connection, rows: NewRows) -> int:
        """Add rows of records that are not there; how many of them are answers."""
        added = sorted(rows)
        if added:
            connection.exec_driver_sql(_ADD, added)
        return sum(kind == Kind.SEALED for _, _, kind, _, _ in added)

    def lock(self, connection: Connection, opening: str) -> None:
        """Whoever writes to a SQLite file writes alone already."""

    def tidy(self) -> None:
        """Rewrite the file in the order of the random ids; whoever comes next does it where this cannot."""
        with suppress(sqlite3.Error, DirectoryRefused):
            connection = open_database(self._path, HUB_ID)
            try:
                driver_of(connection).execute("VACUUM")
            finally:
                close_database(connection)

"""The file of the session that is going on: one sealed snapshot, replaced page by page."""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from icc_consult.services.errors import DirectoryRefused
from icc_consult.services.ports import KeyId, ReceiptCode, Sealed, SealedRecord
from icc_consult.storage import schema
from icc_consult.storage.engine import close_database, create_database, open_database
from icc_consult.storage.files import wipe

KEEP = """
INSERT INTO snapshot (slot, key_id, body, receipt) VALUES (1, ?, ?, ?) ON CONFLICT (slot)
DO UPDATE SET key_id = excluded.key_id, body = excluded.body, receipt = excluded.receipt
"""
_DROP = "DELETE FROM snapshot"
_SHOW = "SELECT key_id, body, receipt FROM snapshot"


class UnfinishedFile:
    """`unfinished.db`. A file that cannot be emptied is filled with zeros and made anew."""

    def __init__(self, path: Path, *, writes: bool = True) -> None:
        """Nothing is opened yet."""
        self._path, self._writes = path, writes
        self._connection: Connection | None = None

    def keep(self, record: SealedRecord, receipt: ReceiptCode) -> None:
        """Replace the snapshot, durably; raises SQLAlchemy's errors, `OSError` or `DirectoryRefused`."""
        connection = self._open()
        with connection.begin():
            connection.exec_driver_sql(KEEP, (record.key, record.body, receipt))

    def drop(self) -> None:
        """Leave no byte of the snapshot, on a full disk too; raises `OSError`."""
        if not self._path.exists():
            return
        try:
            connection = self._open()
            with connection.begin():
                connection.exec_driver_sql(_DROP)
        except (DBAPIError, DirectoryRefused, OSError):
            self.destroy()

    def shown(self) -> tuple[SealedRecord, ReceiptCode] | None:
        """The snapshot that was left, if any; raises SQLAlchemy's errors or `DirectoryRefused`."""
        if not self._path.exists():
            return None
        connection = self._open()
        with connection.begin():
            found = connection.exec_driver_sql(_SHOW).one_or_none()
        return found and (SealedRecord(KeyId(found[0]), Sealed(found[1])), ReceiptCode(found[2]))

    def destroy(self) -> None:
        """Fill the file and its journal with zeros and remove both; raises `OSError`."""
        self.close()
        try:
            wipe(self._path)
        finally:
            wipe(self._path.with_name(f"{self._path.name}-journal"))

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            close_database(self._connection)
            self._connection = None

    def _open(self) -> Connection:
        if self._connection is None:
            if not self._path.exists():
                create_database(self._path, schema.unfinished, schema.UNFINISHED_ID)
            self._connection = open_database(self._path, schema.UNFINISHED_ID, writes=self._writes)
        return self._connection

"""A copy of a file of answers in memory: whole, at one moment, and in the order of its random keys."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.storage.engine import check_first_bytes, close_database, driver_of, open_database
from icc_consult.storage.faults import detail_of, fault_of
from icc_consult.storage.migrations import migrate
from icc_consult.storage.schema import ANSWERS_ID
from icc_consult.verifying.regular_files import MOST_BYTES, NoRegularFile, TooLargeHere, read_regular

_TABLES = {"sealed": "id", "wish": "id", "receipt": "code", "voucher": "tag", "day_total": "day, lineage"}
_NEW_LINEAGE = "UPDATE lineage SET id = random() & 0x7fffffffffffffff"


@dataclass(frozen=True, slots=True)
class Copy:
    """`answers.db` in memory. Nothing done here reaches the file it came from."""

    driver: sqlite3.Connection

    @classmethod
    def of(cls, path: Path) -> Self:
        """The answers as they are now, also while a kiosk writes; raises `DirectoryRefused`."""
        connection = open_database(path, ANSWERS_ID, writes=False)
        copy = cls(_in_memory())
        try:
            driver_of(connection).backup(copy.driver)
            copy.check(path)
            copy.driver.execute("VACUUM")
        except sqlite3.Error as error:
            copy.close()
            raise DirectoryRefused(fault_of(error), str(path), detail_of(error)) from error
        except BaseException:
            copy.close()
            raise
        finally:
            close_database(connection)
        return copy

    @classmethod
    def read(cls, path: Path) -> Self:
        """A file that nobody works on, brought up to date here; raises `DirectoryRefused` or `OSError`."""
        try:
            content = read_regular(path, MOST_BYTES)
        except FileNotFoundError as error:
            raise DirectoryRefused(Fault.DAMAGED, str(path), "missing") from error
        except (NoRegularFile, TooLargeHere) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(path), type(error).__name__) from error
        check_first_bytes(content, path, ANSWERS_ID)
        copy = cls(_in_memory())
        try:
            copy.driver.deserialize(content)
            copy.check(path)
            migrate(copy.driver, ANSWERS_ID)
        except sqlite3.Error as error:
            copy.close()
            raise DirectoryRefused(Fault.DAMAGED, str(path), detail_of(error)) from error
        except BaseException:
            copy.close()
            raise
        return copy

    def check(self, path: Path) -> None:
        """Raise `DirectoryRefused` where it is damaged; SQLite's errors where it is no database at all."""
        said = self.driver.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise DirectoryRefused(Fault.DAMAGED, str(path), str(said).partition("\n")[0])

    def content(self) -> bytes:
        """The bytes of the file."""
        return self.driver.serialize()

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Every row of a table, by its key; raises `DirectoryRefused` for what none of ours holds."""
        try:
            yield from self.driver.execute(f"SELECT * FROM {table} ORDER BY {_TABLES[table]}")  # noqa: S608 - our own
        except sqlite3.Error as error:
            raise DirectoryRefused(Fault.DAMAGED, table, detail_of(error)) from error

    def count(self, table: str) -> int:
        """How many rows."""
        return int(self.driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - see above

    def digest(self) -> str:
        """SHA-256 over every row, whichever pages they lie in."""
        whole = hashlib.sha256()
        for table in _TABLES:
            for row in self.rows(table):
                for value in (table, *row):
                    plain = value if isinstance(value, bytes) else str(value).encode()
                    whole.update(len(plain).to_bytes(8) + plain)
        return whole.hexdigest()

    def begin_lineage(self) -> None:
        """Count on its own from now on: the kiosk it came from may still be somewhere, counting too."""
        self.driver.execute(_NEW_LINEAGE)

    def close(self) -> None:
        """Let go of the memory."""
        self.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _in_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)

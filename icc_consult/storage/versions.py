"""Which SQLite may keep answers."""

import sqlite3

from icc_consult.services.errors import SqliteTooOld

LEAST = (3, 31, 0)  # the first with `trusted_schema`
_WAL_SAFE_SINCE = (3, 51, 3)
_WAL_REPAIRED = {(3, 50): 7, (3, 44): 6}

Version = tuple[int, int, int]


def running() -> Version:
    """The SQLite that this Python was built with or found."""
    return sqlite3.sqlite_version_info


def check_sqlite(found: Version | None = None) -> None:
    """Raise `SqliteTooOld` before a file is touched by one that lacks a setting."""
    found = found or running()
    if found < LEAST:
        raise SqliteTooOld(_dotted(LEAST), _dotted(found))


def wal_is_safe(found: Version | None = None) -> bool:
    """Whether this SQLite cannot lose a commit when a write-ahead log begins anew."""
    found = found or running()
    repaired = _WAL_REPAIRED.get(found[:2])
    return found >= _WAL_SAFE_SINCE or (repaired is not None and found[2] >= repaired)


def _dotted(version: Version) -> str:
    return ".".join(str(number) for number in version)

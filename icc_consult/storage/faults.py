"""What a failure of SQLite or the disk means."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BY_NAME = {
    "SQLITE_FULL": Fault.DISK_FULL,
    "SQLITE_BUSY": Fault.BUSY,
    "SQLITE_LOCKED": Fault.BUSY,
    "SQLITE_READONLY": Fault.READ_ONLY,
    "SQLITE_CANTOPEN": Fault.READ_ONLY,
    "SQLITE_CORRUPT": Fault.DAMAGED,
    "SQLITE_NOTADB": Fault.DAMAGED,
}


def fault_of(error: BaseException) -> Fault:
    """The kind of failure behind an `OSError`, an `sqlite3.Error`, or what wraps one."""
    if isinstance(error, DirectoryRefused):
        return error.fault
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    if isinstance(error, (NoRegularFile, TooLargeHere)):
        return Fault.DAMAGED
    if isinstance(error, OSError):
        return Fault.DISK_FULL if error.errno in _FULL else Fault.DISK_FAULT
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        return next((fault for known, fault in _BY_NAME.items() if name.startswith(known)), Fault.DISK_FAULT)
    return Fault.DISK_FAULT


def detail_of(error: BaseException) -> str:
    """One line about the cause, without the values that were being written."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return str(cause).partition("\n")[0]

"""What SQLAlchemy, psycopg and SQLite raise, as what a hub can be refused for."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.hub_errors import HubFault, HubRefused
from icc_consult.storage.faults import detail_of, fault_of

_OF_FILES = {
    Fault.NEWER: HubFault.NEWER,
    Fault.FOREIGN: HubFault.FOREIGN,
    Fault.DAMAGED: HubFault.DAMAGED,
    Fault.DISK_FULL: HubFault.DISK_FULL,
    Fault.READ_ONLY: HubFault.READ_ONLY,
    Fault.BUSY: HubFault.BUSY,
}
_OF_STATES = {
    "28P01": HubFault.PASSWORD,
    "28000": HubFault.NOT_ALLOWED,
    "3D000": HubFault.NO_DATABASE,
    "3F000": HubFault.NO_HUB,
    "42P01": HubFault.NO_HUB,
    "42501": HubFault.NOT_ALLOWED,
    "25006": HubFault.READ_ONLY,
    "53100": HubFault.DISK_FULL,
    "53300": HubFault.BUSY,
    "55P03": HubFault.BUSY,
    "40001": HubFault.BUSY,
    "40P01": HubFault.BUSY,
    "57P01": HubFault.LOST,
    "57P02": HubFault.LOST,
    "57P03": HubFault.REFUSED,
}
_LOST = ("closed", "lost", "consuming input failed", "sending", "could not send", "could not receive")
_OF_WORDS = (  # while a connection is being made there is no code, and servers speak English unless told
    ("SSL", HubFault.NOT_ENCRYPTED),
    ("certificate", HubFault.NOT_ENCRYPTED),
    ("no pg_hba.conf entry", HubFault.NOT_ALLOWED),
    ("no password supplied", HubFault.PASSWORD),
    ("password authentication failed", HubFault.PASSWORD),
    ("does not exist", HubFault.NO_DATABASE),
    ("permission denied for database", HubFault.NOT_ALLOWED),
    ("too many", HubFault.BUSY),
)


@contextmanager
def as_hub_refusals(where: str, *drivers: type[Exception]) -> Iterator[None]:
    """Raise `HubRefused` for whatever the database raises meanwhile, or its driver by itself."""
    caught: tuple[type[Exception], ...] = (SQLAlchemyError, sqlite3.Error, OSError, *drivers)
    try:
        yield
    except DirectoryRefused as error:
        raise HubRefused(_OF_FILES.get(error.fault, HubFault.OTHER), where, error.detail) from error
    except caught as error:
        raise HubRefused(hub_fault_of(error), where, detail_of(error)) from error


def hub_fault_of(error: BaseException) -> HubFault:
    """The kind of failure."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, sqlite3.Error | OSError):
        return _OF_FILES.get(fault_of(cause), HubFault.OTHER)
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return _without_state(error, str(cause))
    return _OF_STATES.get(state, HubFault.LOST if state.startswith("08") else HubFault.OTHER)


def _without_state(error: BaseException, said: str) -> HubFault:
    """Only while a connection is being made, or after it broke, there is no code."""
    if isinstance(error, SQLAlchemyError) and not isinstance(error, DBAPIError):
        return HubFault.OTHER
    if any(words in said for words in _LOST) and not said.startswith("connection failed"):
        return HubFault.LOST
    return next((fault for words, fault in _OF_WORDS if words in said), HubFault.REFUSED)

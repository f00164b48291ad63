"""What SQLAlchemy raises, as what the desk understands."""

from collections.abc import Iterator
from contextlib import contextmanager

from icc_consult.services.errors import DirectoryRefused


@contextmanager
def as_refusals(where: str) -> Iterator[None]:
    """Raise `DirectoryRefused` for whatever the database raises meanwhile."""
    import sqlite3  # noqa: PLC0415 - comes in with the first answer

    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from icc_consult.storage.faults import detail_of, fault_of  # noqa: PLC0415

    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise DirectoryRefused(fault_of(error), where, detail_of(error)) from error

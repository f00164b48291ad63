"""The hub's acts on whichever database it has."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, select

from icc_consult.services.hub import Arrived, Enrolment, Entry, Holding
from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.services.premises import Opening
from icc_consult.storage.hub import rows
from icc_consult.storage.hub.tables import consultation
from icc_consult.storage.openings import opening_in
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import KEY_ID_BYTES

_TOLD = (Kind.TOTAL, Kind.AUDIT, Kind.CHECKPOINT)


class Database(Protocol):
    """What differs between a file and a server."""

    where: str

    def create(self) -> None:
        """Make what is missing, whole or not at all."""

    def connected(self, *, writes: bool) -> AbstractContextManager[Connection]:
        """One transaction; raises `HubRefused`."""

    def add_records(self, connection: Connection, rows: rows.NewRows) -> int:
        """Add rows of records; how many answers were new."""

    def lock(self, connection: Connection, opening: str) -> None:
        """Be the only one who writes to the log of a consultation."""

    def tidy(self) -> None:
        """Lay what came where nothing says that it came last, as far as that can be done now."""


class DatabaseHub:
    """A hub in a database; every act is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def where(self) -> str:
        """Its address without any password."""
        return self._database.where

    def enrol(self, enrolment: Enrolment, places: Mapping[str, str], entry: Entry) -> bool:
        """Know a consultation from now on, in tables that are made when the first one comes."""
        self._database.create()
        opening = enrolment.opening
        with self._database.connected(writes=True) as connection:
            if not rows.enrol(connection, enrolment):
                rows.check_same(connection, enrolment)
                return False
            self._write_down(connection, opening.id, places, [entry])
        return True

    def renew(self, enrolment: Enrolment, entry: Entry) -> None:
        """Know the opening file and the key of a consultation as they are now."""
        with self._database.connected(writes=True) as connection:
            mine = consultation.c.opening == enrolment.opening.id
            now = {"document": enrolment.document, "locked_key": enrolment.locked_key}
            connection.execute(consultation.update().where(mine).values(**now))
            self._write_down(connection, enrolment.opening.id, {}, [entry])

    def openings(self) -> tuple[Opening, ...]:
        """Every consultation, as it was opened, by the name of its opening."""
        with self._database.connected(writes=False) as connection:
            wanted = select(consultation.c.document).order_by(consultation.c.opening)
            return tuple(opening_in(document, self.where) for document in connection.scalars(wanted))

    def enrolment(self, opening: str) -> Enrolment:
        """One with its pack and key."""
        with self._database.connected(writes=False) as connection:
            row = rows.known(connection, opening, *consultation.c)
            return Enrolment(opening_in(row.document, self.where), row.document, row.pack, row.locked_key)

    def holding(self, opening: str) -> Holding:
        """What there is of it."""
        with self._database.connected(writes=False) as connection:
            return self._holding(connection, opening)

    def _holding(self, connection: Connection, opening: str) -> Holding:
        row = rows.known(connection, opening, consultation.c.document, consultation.c.is_ended)
        return Holding(
            opening_in(row.document, self.where),
            row.is_ended,
            rows.places(connection, opening),
            rows.counts(connection, opening),
            frozenset(rows.records(connection, opening, _TOLD)),
            rows.acts(connection, opening),
        )

    def take_in(self, opening: str, arrived: Arrived) -> tuple[int, Holding]:
        """Add what is not there yet; only what is written down waits for others.

        While they wait nobody's records come in, so what there is can be asked in several statements.
        """
        with self._database.connected(writes=True) as connection:
            rows.known(connection, opening, consultation.c.is_ended)
            arrived.check(rows.places(connection, opening))
            coming = rows.not_yet_there(connection, opening, arrived.records)
            added = self._database.add_records(connection, coming)
            self._write_down(connection, opening, arrived.places, arrived.entries)
            held = self._holding(connection, opening)
        self._database.tidy()
        return added, held

    def note(self, opening: str, entry: Entry) -> None:
        """Write an act down."""
        with self._database.connected(writes=True) as connection:
            self._write_down(connection, opening, {}, [entry])

    def end(self, opening: str, entry: Entry) -> None:
        """Wait for no more bundles."""
        with self._database.connected(writes=True) as connection:
            mine = consultation.c.opening == opening
            connection.execute(consultation.update().where(mine).values(is_ended=True))
            self._write_down(connection, opening, {}, [entry])

    def _write_down(
        self, connection: Connection, opening: str, places: Mapping[str, str], entries: Iterable[Entry]
    ) -> None:
        self._database.lock(connection, opening)
        rows.believe(connection, opening, places)
        rows.write_down(connection, opening, entries)

    def sealed(self, opening: str) -> Iterator[SealedRecord]:
        """Every sealed response, by its random id."""
        with self._database.connected(writes=False) as connection:
            for one in rows.records(connection, opening, (Kind.SEALED,)):
                key, body = one.content[:KEY_ID_BYTES], one.content[KEY_ID_BYTES:]
                yield SealedRecord(KeyId(key.hex()), Sealed(body))

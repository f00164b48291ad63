"""A hub on a PostgreSQL server: for many desks at once."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import Connection, create_engine, inspect, select, text
from sqlalchemy.pool import NullPool

from icc_consult.services.hub_errors import HubFault, HubRefused
from icc_consult.storage.hub import tables
from icc_consult.storage.hub.address import OnServer
from icc_consult.storage.hub.faults import as_hub_refusals
from icc_consult.storage.hub.rows import COLUMNS, NewRows
from icc_consult.storage.schema import HUB_ID
from icc_consult.verifying.records import Kind

_COMING = text(
    "CREATE TEMPORARY TABLE coming (id bigint, opening text, kind smallint, hash bytea, content bytea) "
    "ON COMMIT DROP"
)
_SEALED = int(Kind.SEALED)
_TYPES = ("int8", "text", "int2", "bytea", "bytea")
_TAKE = text(
    f"WITH taken AS (INSERT INTO {tables.SCHEMA}.record (id, opening, kind, hash, content) "  # noqa: S608 - our own names
    "SELECT id, opening, kind, hash, content FROM pg_temp.coming ORDER BY opening, kind, hash "
    "ON CONFLICT (opening, kind, hash) DO NOTHING RETURNING kind) "
    f"SELECT count(*) FILTER (WHERE kind = {int(Kind.SEALED)}) FROM taken"
)


class ServerDatabase:
    """Connects for each act; what it adds waits for nobody but whoever adds the same record."""

    def __init__(self, address: OnServer) -> None:
        self.where = address.shown
        engine = create_engine(address.url, poolclass=NullPool, hide_parameters=True)
        self._engine = engine.execution_options(schema_translate_map={None: tables.SCHEMA})

    def create(self) -> None:
        """Make the tables unless they are there, however many try at once."""
        with self._connected(writes=True) as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": HUB_ID})
            if inspect(connection).has_table("about", schema=tables.SCHEMA):
                return
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {tables.SCHEMA}"))
            tables.on_a_server.create_all(connection)
            tables.hub.create_all(connection)
            connection.execute(tables.about.insert(), {"slot": 1, "version": tables.VERSION})

    @contextmanager
    def connected(self, *, writes: bool) -> Iterator[Connection]:
        """One transaction; one that only reads sees one moment. Raises `HubRefused`."""
        with self._connected(writes=writes) as connection:
            version = connection.execute(select(tables.about.c.version)).scalar()
            if version != tables.VERSION:
                fault = HubFault.NEWER if (version or 0) > tables.VERSION else HubFault.FOREIGN
                raise HubRefused(fault, self.where, f"version {version}")
            yield connection

    @contextmanager
    def _connected(self, *, writes: bool) -> Iterator[Connection]:
        level = "READ COMMITTED" if writes else "REPEATABLE READ"
        with as_hub_refusals(self.where, psycopg.Error), self._engine.connect() as connection:
            connection.execution_options(isolation_level=level)
            with connection.begin():
                yield connection

    def add_records(self, connection: Connection, rows: NewRows) -> int:
        """Add rows of records that were not there; how many answers nobody else added meanwhile.

        They come in the order of their hashes, so that two who add the same never wait in a circle. Where
        somebody else was quicker with one of them, they take the longer way.
        """
        try:
            with connection.begin_nested():
                return _copy(connection, f"{tables.SCHEMA}.record", rows)
        except psycopg.errors.UniqueViolation:
            connection.execute(_COMING)
            _copy(connection, "pg_temp.coming", rows)
            return int(connection.execute(_TAKE).scalar_one())

    def lock(self, connection: Connection, opening: str) -> None:
        """Nobody else writes to the log of this consultation until the transaction ends.

        Weaker than `FOR UPDATE` on purpose: rows that point here may be added meanwhile.
        """
        mine = select(tables.consultation.c.opening).where(tables.consultation.c.opening == opening)
        connection.execute(mine.with_for_update(key_share=True))

    def tidy(self) -> None:
        """A server tidies by itself."""


def _copy(connection: Connection, table: str, rows: NewRows) -> int:
    """Send rows; how many of them are answers."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101 - an open connection has one
    into = f"COPY {table} ({', '.join(COLUMNS)}) FROM STDIN (FORMAT BINARY)"
    with driver.cursor() as cursor, cursor.copy(into.encode()) as copy:
        copy.set_types(_TYPES)
        answers = 0
        for row in rows:
            copy.write_row(row)
            answers += row[2] == _SEALED
    return answers

"""Taking bundles in at a hub on PostgreSQL: COPY beside executemany, the same rows on one server in turn.

Every turn begins with an empty table; what is timed is one whole transaction. `--records` says how many.
"""

import argparse
import json
import secrets
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.dialects import postgresql

from icc_consult.storage.hub import tables
from icc_consult.storage.hub.address import OnServer, address_of
from icc_consult.storage.hub.rows import not_yet_there
from icc_consult.storage.hub.server import ServerDatabase
from icc_consult.verifying.records import Kind, Record

from tests.hub.cities import OPENING, city
from tests.hub.server import started

BYTES = 6_000
Add = Callable[[Connection, list[dict[str, Any]]], object]


def executemany(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """What SQLAlchemy does by itself with many rows."""
    wanted = postgresql.insert(tables.record).on_conflict_do_nothing(
        index_elements=["opening", "kind", "hash"]
    )
    connection.execute(wanted, rows)


def seconds_of(database: ServerDatabase, add: Add, records: list[Record]) -> float:
    """One merge into an empty table."""
    with database.connected(writes=True) as connection:
        connection.execute(text(f"TRUNCATE {tables.SCHEMA}.record"))
    began = time.perf_counter()
    with database.connected(writes=True) as connection:
        add(connection, not_yet_there(connection, OPENING.id, records))
    return time.perf_counter() - began


def measure(count: int, turns: int) -> dict[str, float]:
    """Median seconds of both ways, and how many times as long executemany takes."""
    records = [Record(Kind.SEALED, secrets.token_bytes(BYTES)) for _ in range(count)]
    with started() as server:
        city(server.url())
        place = address_of(server.url())
        assert isinstance(place, OnServer)  # noqa: S101 - it is one
        database = ServerDatabase(place)
        ways: dict[str, Add] = {"copy": database.add_records, "executemany": executemany}
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(turns):
            for name, add in ways.items():
                taken[name].append(seconds_of(database, add, records))
    middle = {name: median(seconds) for name, seconds in taken.items()}
    again = {"records": count, "bytes": BYTES, "turns": turns}
    return (
        again
        | {k: round(v, 3) for k, v in middle.items()}
        | {"ratio": round(middle["executemany"] / middle["copy"], 2)}
    )


def main() -> int:
    """Print what was measured; there is no promise to break, only a ratio to watch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000, metavar="N")
    parser.add_argument("--turns", type=int, default=3, metavar="N")
    chosen = parser.parse_args()
    print(json.dumps(measure(chosen.records, chosen.turns), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

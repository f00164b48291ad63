"""Taking bundles in at a hub on PostgreSQL, beside a bare COPY of the same rows on the same server in turn.

Every turn begins with an empty table. What is timed of ours is what `icc-consult hub merge` does once the key
is open: decrypting and checking every bundle, adding what is new, and asking how the consultation stands. The
yardstick has its rows in memory and copies them in one transaction; executemany is shown for comparison.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pyrage  # type: ignore[import-untyped]
from sqlalchemy import Connection, text
from sqlalchemy.dialects import postgresql

from icc_consult.bundles.envelope import ByIdentity
from icc_consult.commands.carrying import brought_in
from icc_consult.services.hub import Hub, gather
from icc_consult.storage.hub import tables
from icc_consult.storage.hub.address import OnServer, address_of
from icc_consult.storage.hub.rows import COLUMNS, NewRow, not_yet_there
from icc_consult.storage.hub.server import ServerDatabase

from benchmarks._brought import DAY, Kiosk, Sticks, brought
from tests.bundles.model import IDENTITY
from tests.hub.cities import OPENING, city
from tests.hub.server import started

LIMIT = 2.0
_FAREWELL_SECONDS = 0.3  # until the server has seen the last one off
BYTES = 6_144
_COPY = f"COPY {tables.SCHEMA}.record ({', '.join(COLUMNS)}) FROM STDIN (FORMAT BINARY)"


def executemany(database: ServerDatabase, rows: list[NewRow]) -> None:
    """What SQLAlchemy does by itself with many rows."""
    wanted = postgresql.insert(tables.record).on_conflict_do_nothing(
        index_elements=["opening", "kind", "hash"]
    )
    with database.connected(writes=True) as connection:
        connection.execute(wanted, [dict(zip(COLUMNS, row, strict=True)) for row in rows])


def bare_copy(url: str, rows: list[NewRow]) -> None:
    """The limit: psycopg, one COPY, one transaction."""
    with (
        psycopg.connect(url) as connection,
        connection.cursor() as cursor,
        cursor.copy(_COPY.encode()) as copy,
    ):
        copy.set_types(("int8", "text", "int2", "bytea", "bytea"))
        for row in rows:
            copy.write_row(row)


def merge(hub: Hub, sticks: Sticks, unlock: ByIdentity) -> None:
    """All of it, from the files."""
    deliveries = brought_in(sticks.paths, unlock, is_salvaging=False)
    done = gather(hub, OPENING, deliveries, named=dict.fromkeys(sticks.signers, ""), day=DAY)
    assert done.status.findings == ()  # noqa: S101 - else something else was measured


def emptied(database: ServerDatabase) -> None:
    """Leave no record."""
    with database.connected(writes=True) as connection:
        connection.execute(text(f"TRUNCATE {tables.SCHEMA}.record"))


def clocks(url: str) -> tuple[float, float]:
    """The one on the wall, and that of the processor: of this process, and of all whom the server let go."""
    with psycopg.connect(url) as connection:
        [file] = connection.execute("SELECT pg_read_file('postmaster.pid')").fetchone() or ("",)
    time.sleep(_FAREWELL_SECONDS)
    numbers = Path(f"/proc/{file.split()[0]}/stat").read_text().rpartition(")")[2].split()
    served = (int(numbers[13]) + int(numbers[14])) / os.sysconf("SC_CLK_TCK")
    return time.perf_counter(), time.process_time() + served


def taken_by(database: ServerDatabase, url: str, act: Callable[[], None]) -> tuple[float, float]:
    """Seconds of one act on an empty table, on the wall and of the processor."""
    emptied(database)
    before = clocks(url)
    began = time.perf_counter()
    act()
    seconds = time.perf_counter() - began
    return seconds, clocks(url)[1] - before[1]


def rows_in(connection: Connection, sticks: Sticks, unlock: ByIdentity) -> list[NewRow]:
    """What the bundles hold, as rows."""
    deliveries = brought_in(sticks.paths, unlock, is_salvaging=False)
    brought_together = {one for each in deliveries for one in each.state.records}
    return list(not_yet_there(connection, OPENING.id, brought_together))


def measure(where: Path, bundles: int, responses: int, turns: int) -> dict[str, float]:
    """The quickest turn of each way, and how many times as long as the bare COPY each takes."""
    identity = pyrage.x25519.Identity.generate()
    unlock = ByIdentity(str(identity))
    sticks = brought(where / "sticks", bundles, Kiosk(IDENTITY, responses, BYTES), str(identity.to_public()))
    with started() as server:
        hub, place = city(server.url()), address_of(server.url())
        assert isinstance(place, OnServer)  # noqa: S101 - it is one
        database = ServerDatabase(place)
        with database.connected(writes=False) as connection:
            rows = rows_in(connection, sticks, unlock)
        ways: dict[str, Callable[[], None]] = {
            "copy": lambda: bare_copy(server.url(), rows),
            "merge": lambda: merge(hub, sticks, unlock),
            "executemany": lambda: executemany(database, rows),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for _ in range(turns):
            for name, act in ways.items():
                taken[name].append(taken_by(database, server.url(), act))
    return {"rows": len(rows), "bytes": BYTES} | _figures(taken)


def _figures(taken: dict[str, list[tuple[float, float]]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for clock, mark in enumerate(("", "cpu_")):
        best = {name: min(one[clock] for one in ones) for name, ones in taken.items()}
        found |= {f"{mark}{name}": round(one, 3) for name, one in best.items()}
        found |= {f"{mark}{name}_ratio": round(one / best["copy"], 2) for name, one in best.items()}
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print what was measured; 1 where merging takes more than twice a bare COPY."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundles", type=int, default=20, metavar="N")
    parser.add_argument("--responses", type=int, default=500, metavar="N", help="in each of them")
    parser.add_argument("--turns", type=int, default=5, metavar="N")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        figures = measure(Path(name), chosen.bundles, chosen.responses, chosen.turns)
    print(json.dumps(figures, indent=1))
    return int(min(figures["merge_ratio"], figures["cpu_merge_ratio"]) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

"""Merging bundles into a data directory, beside a bare `executemany` of the same rows on the same disk.

What is timed of ours is what `icc-consult merge` does once the key is open: reading every file, decrypting
it, checking its signature and each record, adding what is new, the checkpoint, the check of the whole. The
yardstick has its rows in memory as the bundles bring them and puts them into the same tables under the same
pragmas in one transaction, an `executemany` a table a bundle. Rows that somebody sorted before are quicker to
write; what that takes is told as `sorted`.
"""

import argparse
import gc
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from math import log
from pathlib import Path
from statistics import median
from typing import Any

import pyrage  # type: ignore[import-untyped]

from icc_consult.bundles.envelope import ByIdentity
from icc_consult.commands.carrying import brought_in
from icc_consult.packs import write_pack
from icc_consult.services.checkpointing import identity_of
from icc_consult.services.extent import sealed_size
from icc_consult.services.merging import begin_merging, merge
from icc_consult.services.premises import Desk
from icc_consult.storage import schema
from icc_consult.storage.engine import PRAGMAS, create_database

from benchmarks._brought import Kiosk, Sticks, brought
from tests.builders import desk_over, opened
from tests.sketches import pack_drawn

LIMIT = 3.0
SLOPE = 1.1
IN_ONE = 1_000
MANY = 100_000  # fewer fit in the memory that SQLite keeps pages in, and the order of rows costs nothing
ORDINARY = (10_000, 30_000, 100_000)
LARGE = (10_000, 100_000, 1_000_000, 3_000_000)
PACK = pack_drawn("""
    languages en fr
    survey square
    q1 one Shall the square become a park?
      yes Yes
      no No
""")
Row = tuple[Any, ...]
Clocks = tuple[float, float]
Turn = dict[str, Clocks]
_INSERT = {
    "sealed": "INSERT INTO sealed VALUES (?, ?, ?)",
    "receipt": "INSERT INTO receipt VALUES (?)",
    "day_total": "INSERT INTO day_total VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
}


def _clocks() -> Clocks:
    """The one on the wall, and that of this process, which does not run while others are at work."""
    return time.perf_counter(), time.process_time()


def _since(began: Clocks) -> Clocks:
    now = _clocks()
    return now[0] - began[0], now[1] - began[1]


def rows_in(path: Path) -> dict[str, list[Row]]:
    """What a merged file of answers holds, sorted by its keys."""
    connection = sqlite3.connect(path)
    rows = {table: sorted(connection.execute(f"SELECT * FROM {table}")) for table in _INSERT}  # noqa: S608
    connection.close()
    return rows


def as_brought(rows: dict[str, list[Row]], bundles: int) -> Iterator[tuple[str, Sequence[Row]]]:
    """The same rows, those of each bundle together, and in no order as chance draws their keys."""
    for ones in rows.values():
        random.Random(1).shuffle(ones)  # noqa: S311 - so as to repeat
    for place in range(bundles):
        yield from ((table, ones[place::bundles]) for table, ones in rows.items())


def bare(where: Path, some: Sequence[tuple[str, Sequence[Row]]]) -> Clocks:
    """Seconds of a transaction into empty tables of the same form."""
    path = where / "bare.db"
    create_database(path, schema.answers, schema.ANSWERS_ID)
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    began = _clocks()
    connection.execute("BEGIN IMMEDIATE")
    for table, rows in some:
        connection.executemany(_INSERT[table], rows)
    connection.execute("COMMIT")
    taken = _since(began)
    connection.close()
    path.unlink()
    return taken


def merged(city: Desk, sticks: Sticks, unlock: ByIdentity) -> Turn:
    """Seconds of reading and checking the bundles, and of everything."""
    began = _clocks()
    deliveries = brought_in(sticks.paths, unlock, is_salvaging=False)
    read = _since(began)
    done = merge(city, deliveries, known=sticks.signers)
    assert done.findings == ()  # noqa: S101 - else something else was measured
    assert done.added == len(sticks.paths) * IN_ONE  # noqa: S101
    return {"reading": read, "merged": _since(began)}


def turn(where: Path, first: Desk, sticks: Sticks, unlock: ByIdentity, *, is_alone: bool) -> Turn:
    """One merging into a new directory, and both yardsticks with its rows unless it is alone."""
    city = desk_over(where / "city", PACK)
    document = first.directory.places.opening.read_bytes()
    begin_merging(city, source=first, document=document, copy_pack=partial(write_pack, PACK))
    found = merged(city, sticks, unlock)
    gc.collect()
    if is_alone:
        return found
    rows = rows_in(city.directory.places.answers)
    found["sorted"] = bare(where, list(rows.items()))
    return found | {"bare": bare(where, list(as_brought(rows, len(sticks.paths))))}


def point(apart: Path, size: int, responses: int, turns: int, *, is_alone: bool) -> dict[str, float]:
    """Median seconds of some turns, and how many times as long as the yardsticks merging takes."""
    identity = pyrage.x25519.Identity.generate()
    taken: list[Turn] = []
    with tempfile.TemporaryDirectory(dir=apart) as name:
        where = Path(name)
        first = opened(where / "first", PACK)
        kiosk = Kiosk(identity_of(first.directory.opening()), IN_ONE, size)
        sticks = brought(where / "sticks", responses // IN_ONE, kiosk, str(identity.to_public()))
        for number in range(turns):
            (where / f"{number}").mkdir()
            unlock = ByIdentity(str(identity))
            taken.append(turn(where / f"{number}", first, sticks, unlock, is_alone=is_alone))
    found: dict[str, float] = {"responses": responses}
    for clock, mark in enumerate(("", "cpu_")):
        middle = {what: median(one[what][clock] for one in taken) for what in taken[0]}
        found |= {f"{mark}{what}": round(seconds, 3) for what, seconds in middle.items()}
        found |= {
            f"{mark}to_{what}": round(middle["merged"] / middle[what], 2)
            for what in ("bare", "sorted")
            if what in middle
        }
    return found


def slope(points: Sequence[dict[str, float]], clock: str) -> float:
    """By how much time grows with the number of responses, from the least to the most, both as logarithms."""
    if len(points) < 2:
        return 0.0
    first, last = points[0], points[-1]
    return round(log(last[clock] / first[clock]) / log(last["responses"] / first["responses"]), 3)


def main(arguments: list[str] | None = None) -> int:
    """Print what was measured; 1 where merging takes more than thrice the yardstick, or grows faster."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help=f"up to {LARGE[-1]} responses, once")
    parser.add_argument("--size", type=int, default=sealed_size(PACK.consultation), help="bytes of an answer")
    parser.add_argument("--responses", type=int, nargs="+", metavar="N")
    parser.add_argument("--alone", action="store_true", help="without the yardsticks: how it grows")
    parser.add_argument("--turns", type=int, metavar="N")
    parser.add_argument("--where", type=Path, default=Path.cwd(), help="a directory on the disk to measure")
    chosen = parser.parse_args(arguments)
    wanted = chosen.responses or (LARGE if chosen.large else ORDINARY)
    points = []
    for count in wanted:
        turns = chosen.turns or (1 if count > ORDINARY[-1] else 3)
        points.append(point(chosen.where, chosen.size, count, turns, is_alone=chosen.alone))
        print(json.dumps(points[-1]), flush=True)
    found = {"bytes": chosen.size, "slope": slope(points, "merged"), "cpu_slope": slope(points, "cpu_merged")}
    print(json.dumps(found))
    many = [one["to_bare"] for one in points if one["responses"] >= MANY and not chosen.alone]
    return int(found["cpu_slope"] > SLOPE or any(ratio > LIMIT for ratio in many))


if __name__ == "__main__":
    sys.exit(main())

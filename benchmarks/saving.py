"""Saving a page beside the physical limit: a bare sqlite3 commit of as many bytes under the same pragmas.

All write to the same disk in one run, in turn, so that what the disk does meanwhile meets each of them.
"""

import argparse
import json
import secrets
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from statistics import median

from nacl.public import PrivateKey
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from icc_consult.assets import resources
from icc_consult.domain.consultation import Consultation, Policy
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import read_pack
from icc_consult.services import responding
from icc_consult.services.extent import sealed_size
from icc_consult.services.ports import SealedRecord
from icc_consult.services.responding import Kiosk
from icc_consult.storage import schema
from icc_consult.storage.engine import PAGE_SIZE, PRAGMAS, create_database
from icc_consult.storage.places import Places
from icc_consult.storage.store import KioskStore
from icc_consult.storage.unfinished import KEEP
from icc_consult.trust.sealing import sealer_to

LIMIT = 1.5
_WARM = 20


def bare_sqlite(path: Path) -> sqlite3.Connection:
    """The limit: the same table in bare sqlite3 under the same pragmas."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute(str(CreateTable(schema.snapshot).compile(dialect=sqlite.dialect())))
    return connection


def bare_commit(connection: sqlite3.Connection, record: SealedRecord) -> None:
    """One snapshot replaced."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(KEEP, (record.key, secrets.token_bytes(len(record.body)), "receipt"))
    connection.execute("COMMIT")


def kiosk_in(root: Path, consultation: Consultation) -> Kiosk:
    """A kiosk with a store and a key of its own."""
    root.mkdir()
    places = Places(root)
    create_database(places.answers, schema.answers, schema.ANSWERS_ID)
    create_database(places.unfinished, schema.unfinished, schema.UNFINISHED_ID)
    sealer = sealer_to(bytes(PrivateKey.generate().public_key), size=sealed_size(consultation))
    return Kiosk(consultation, Policy.KEEP, KioskStore(places, today=date.today), sealer)


def in_turn(acts: Mapping[str, Callable[[], None]], times: int) -> dict[str, list[float]]:
    """Seconds of each act."""
    seconds: dict[str, list[float]] = {name: [] for name in acts}
    for turn in range(_WARM + times):
        for name, act in acts.items():
            began = time.perf_counter()
            act()
            if turn >= _WARM:
                seconds[name].append(time.perf_counter() - began)
    return seconds


def measure(where: Path, times: int) -> dict[str, float]:
    """Milliseconds of a bare commit, of our store, and of a whole page with encoding and sealing."""
    consultation = read_pack(resources() / "consultations" / "our-city-our-voice").consultation
    with tempfile.TemporaryDirectory(dir=where) as name:
        kiosk = kiosk_in(Path(name) / "data", consultation)
        bare = bare_sqlite(Path(name) / "bare.db")
        assert kiosk.store is not None  # noqa: S101 - it was just made
        assert kiosk.sealer is not None  # noqa: S101
        store, record = kiosk.store, kiosk.sealer.seal(b"")
        seat = responding.begin(kiosk, language=LanguageTag("en"))
        acts = {
            "bare": lambda: bare_commit(bare, record),
            "store": lambda: store.keep_snapshot(record, seat.receipt),
            "page": lambda: responding.keep(kiosk, seat),
        }
        seconds = in_turn(acts, times)
        store.release()
        bare.close()
    return _figures(seconds)


def _figures(seconds: Mapping[str, list[float]]) -> dict[str, float]:
    figures = {f"{name}_p50_ms": 1000 * median(values) for name, values in seconds.items()}
    figures |= {
        f"{name}_p99_ms": 1000 * sorted(values)[len(values) * 99 // 100] for name, values in seconds.items()
    }
    for name in ("store", "page"):
        figures[f"{name}_ratio_p50"] = median(seconds[name]) / median(seconds["bare"])
    return figures


def main(arguments: list[str] | None = None) -> int:
    """Print what was measured; 1 where saving takes more than 1.5 times the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--where", type=Path, default=Path.cwd(), help="a directory on the disk to measure")
    chosen = parser.parse_args(arguments)
    figures = measure(chosen.where, chosen.times)
    sys.stdout.write(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1) + "\n")
    return int(figures["store_ratio_p50"] > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())

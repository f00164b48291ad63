"""Damaged answers are put aside with every byte, and read as far as they can be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from icc_consult.disk import sync_directory
from icc_consult.storage.files import make_directory
from icc_consult.storage.migrations import migrate
from icc_consult.storage.places import Places
from icc_consult.storage.schema import ANSWERS_ID
from icc_consult.storage.uniting import Row
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

_KINDS: dict[str, tuple[type, ...]] = {
    "sealed": (int, str, bytes),
    "wish": (int, str, bytes),
    "receipt": (str,),
    "voucher": (bytes, int),
    "day_total": (str, *[int] * 7),
}
_KEYS = {"sealed": "id", "wish": "id", "receipt": "code", "voucher": "tag", "day_total": "day"}


def put_aside(places: Places) -> Path | None:
    """Move the answers and their journal into a numbered place of their own; none where they are gone."""
    if not places.answers.exists():
        return None
    aside = _next_place(places.quarantine)
    journal = places.answers.with_name(f"{places.answers.name}-journal")
    for path in (journal, places.answers):
        if path.exists():
            path.rename(aside / path.name)
    for directory in (aside, places.quarantine, places.root):
        sync_directory(directory)
    return aside


def _next_place(quarantine: Path) -> Path:
    make_directory(quarantine, 0o700)
    number = 1 + max((int(path.name) for path in quarantine.iterdir() if path.name.isdecimal()), default=0)
    place = quarantine / str(number)
    make_directory(place, 0o700)
    return place


def readable_aside(places: Places) -> Iterator[Row]:
    """Table and row of whatever SQLite can still read in all that was put aside, which is left as it is.

    Each table is read from both ends towards the damage; a row may come twice.
    """
    for path in sorted(places.quarantine.glob(f"*/{places.answers.name}")):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
            if _is_taken(driver, path):
                for table, key in _KEYS.items():
                    for direction in ("ASC", "DESC"):
                        rows = _until_damage(driver, table, f"{key} {direction}")
                        yield from ((table, row) for row in rows if is_sound(table, row))


def _is_taken(driver: sqlite3.Connection, path: Path) -> bool:
    try:
        content = read_regular(path, MOST_BYTES)
        if not content:  # SQLite takes no memory for it, which Python tells as too little memory
            return False
        driver.deserialize(content)
        driver.execute("PRAGMA cell_size_check = 1")
        migrate(driver, ANSWERS_ID)
    except (OSError, OverflowError, sqlite3.Error):
        return False
    return True


def _until_damage(driver: sqlite3.Connection, table: str, order: str) -> Iterator[tuple[Any, ...]]:
    with suppress(sqlite3.Error):
        yield from driver.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - our own names


def is_sound(table: str, row: tuple[Any, ...]) -> bool:
    """Whether every value of a row is of its kind, which SQLite does not mind."""
    return tuple(type(value) for value in row) == _KINDS[table]

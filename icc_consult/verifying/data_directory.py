"""The state of a data directory, read without the program that wrote it: JSON, SQLite and the chain files."""

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from icc_consult.verifying.audit import carried
from icc_consult.verifying.checkpoints import identity_of
from icc_consult.verifying.decisions import ToldDecision
from icc_consult.verifying.records import BrokenRecords, Kind, Record, read_records
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere, open_regular, read_regular
from icc_consult.verifying.state import State, Total

MOST_CARRIED = 1 << 28
_MOST_SMALL = 1 << 24
_NUMBERS = ("responses", "recovered", "deleted", "refused", "unlocked", "spent")
_QUESTIONS = {
    Kind.SEALED: "SELECT key_id, body FROM sealed",
    Kind.WISH: "SELECT key_id, body FROM wish",
    Kind.RECEIPT: "SELECT code FROM receipt",
    Kind.SPENT: "SELECT tag FROM voucher WHERE is_spent = 1",
    Kind.TOTAL: "SELECT day, lineage, responses, recovered, deleted, refused, unlocked, spent FROM day_total",
}
_QUESTIONS_TO_VERSION_1 = _QUESTIONS | {
    Kind.SPENT: "SELECT x'' WHERE 0",
    Kind.TOTAL: "SELECT day, 1, responses, recovered, deleted, refused, 0, 0 FROM day_total",
}


class Unreadable(ValueError):
    """A file of the directory is damaged or of another version; `args` are its name and the cause."""


def is_data_directory(place: Path) -> bool:
    """Whether a consultation was opened here."""
    return (place / "opening.json").is_file()


def read_directory(place: Path) -> State:
    """All that a data directory holds, at one moment; raises `Unreadable` or `OSError`."""
    opening = _opening(place / "opening.json")
    signer = str(opening.get("signing_key", ""))
    try:
        identity = identity_of(opening)
        records = frozenset(
            [
                *_answers(place / "answers.db"),
                *_own_chains(place, bytes.fromhex(signer)),
                *_carried(place),
                *_decisions(place / "proposals.json"),
            ]
        )
    except (KeyError, TypeError, ValueError, AttributeError, sqlite3.Error) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("opening.json", str(error)) from error
    is_closed, is_merged = opening.get("state") == "closed", opening.get("kind") == "merged"
    return State(identity, signer, is_closed, is_merged, records)


def _opening(path: Path) -> dict[str, Any]:
    try:
        opening = json.loads(_small(path))
    except (ValueError, RecursionError) as error:
        raise Unreadable(path.name, "json") from error
    if not isinstance(opening, dict) or opening.get("format") != "icc-consult-opening":
        raise Unreadable(path.name, "format")
    return opening


def _small(path: Path, most: int = _MOST_SMALL) -> bytes:
    try:
        return read_regular(path, most)
    except (NoRegularFile, TooLargeHere) as error:
        raise Unreadable(path.name, type(error).__name__) from error


def _answers(path: Path) -> Iterator[Record]:
    try:
        open_regular(path).close()
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = 0")
            connection.execute("BEGIN")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            for kind, question in (_QUESTIONS_TO_VERSION_1 if version == 1 else _QUESTIONS).items():
                for row in connection.execute(question):
                    yield _record(kind, row)
    except (sqlite3.Error, ValueError, TypeError, AttributeError, OSError) as error:
        raise Unreadable(path.name, str(error)) from error


def _record(kind: Kind, row: tuple[Any, ...]) -> Record:
    match kind:
        case Kind.SEALED | Kind.WISH:
            return Record(kind, bytes.fromhex(row[0]) + row[1])
        case Kind.RECEIPT:
            return Record(kind, row[0].encode())
        case Kind.SPENT:
            return Record(kind, bytes(row[0]))
        case _:
            numbers = dict(zip(_NUMBERS, row[2:], strict=True))
            return Total(row[1], date.fromisoformat(row[0]), numbers).record()


def _own_chains(place: Path, signer: bytes) -> Iterator[Record]:
    log = place / "audit.jsonl"
    if log.exists():
        whole, _, _ = _small(log).rpartition(b"\n")
        for line in whole.split(b"\n") if whole else ():
            yield Record(Kind.AUDIT, carried(signer, line))
    for path in sorted((place / "checkpoints").glob("[0-9]*.json")):
        yield Record(Kind.CHECKPOINT, _small(path).removesuffix(b"\n"))


def _decisions(path: Path) -> Iterator[Record]:
    if path.exists():
        try:
            for name, one in json.loads(_small(path))["decisions"].items():
                told = ToldDecision(name, one["standing"], one.get("reason", ""), one.get("change", 1))
                yield told.record()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(path.name, str(error)) from error


def _carried(place: Path) -> Iterator[Record]:
    path = place / "carried.records"
    if path.exists():
        try:
            yield from read_records(io.BytesIO(_small(path, MOST_CARRIED)))
        except BrokenRecords as error:
            raise Unreadable(path.name, str(error)) from error

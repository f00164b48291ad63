"""Rows of a hub: what is asked for and what is added, in a transaction that somebody else began."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Connection, Row, func, select
from sqlalchemy.dialects import postgresql, sqlite

from icc_consult.services.hub import Enrolment, Entry
from icc_consult.services.hub_errors import NotEnrolled, OtherEnrolled
from icc_consult.storage.chance import keys
from icc_consult.storage.hub.tables import act, consultation, place, record
from icc_consult.verifying import audit
from icc_consult.verifying.records import Kind, Record

NewRow = tuple[int, str, int, bytes, bytes]

COLUMNS = ("id", "opening", "kind", "hash", "content")
_AT_ONCE = 500
_HASH = attrgetter("hash")


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows to be added, by kind and hash, made as they are asked for, as often as they are.

    A server that takes them in is the slower one, so whoever sends them has time for it.
    """

    opening: str
    records: Mapping[int, Collection[Record]]

    def __iter__(self) -> Iterator[NewRow]:
        for kind, ones in sorted(self.records.items()):
            in_order = sorted(ones, key=_HASH)
            for key, (_, content, name) in zip(keys(len(ones)), in_order, strict=True):
                yield key, self.opening, kind, name, content


def enrol(connection: Connection, enrolment: Enrolment) -> bool:
    """Add a consultation unless it is there; whether it was not."""
    is_file = connection.dialect.name == "sqlite"
    insert = sqlite.insert(consultation) if is_file else postgresql.insert(consultation)
    done = connection.execute(
        insert.on_conflict_do_nothing(),
        {
            "opening": enrolment.opening.id,
            "fingerprint": enrolment.opening.fingerprint,
            "public_key": enrolment.opening.public_key,
            "document": enrolment.document,
            "pack": enrolment.pack,
            "locked_key": enrolment.locked_key,
            "is_ended": False,
        },
        execution_options={"preserve_rowcount": True},
    )
    return done.rowcount == 1


def known(connection: Connection, opening: str, *columns: Column[Any]) -> Row[Any]:
    """So much of a consultation, whose pack may be large; raises `NotEnrolled`."""
    wanted = select(*columns).where(consultation.c.opening == opening)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise NotEnrolled(opening)
    return row


def check_same(connection: Connection, enrolment: Enrolment) -> None:
    """Raise `OtherEnrolled` unless this is the same pack, sealed to the same key."""
    opening = enrolment.opening
    row = known(connection, opening.id, consultation.c.fingerprint, consultation.c.public_key)
    if tuple(row) != (opening.fingerprint, opening.public_key):
        raise OtherEnrolled(opening.id)


def places(connection: Connection, opening: str) -> dict[str, str]:
    """The keys that are believed, with the names of their places."""
    wanted = select(place.c.signer, place.c.name).where(place.c.opening == opening)
    return {row.signer: row.name for row in connection.execute(wanted)}


def believe(connection: Connection, opening: str, named: Mapping[str, str]) -> None:
    """Believe these keys; a name replaces the one before, no name leaves it."""
    before = places(connection, opening) if named else {}
    new = [{"opening": opening, "signer": signer, "name": named[signer]} for signer in named.keys() - before]
    if new:
        connection.execute(place.insert(), new)
    for signer, name in named.items():
        if name and name != before.get(signer, name):
            mine = (place.c.opening == opening) & (place.c.signer == signer)
            connection.execute(place.update().where(mine).values(name=name))


def acts(connection: Connection, opening: str) -> tuple[bytes, ...]:
    """The lines of the log, oldest first."""
    wanted = select(act.c.line).where(act.c.opening == opening).order_by(act.c.entry)
    return tuple(connection.scalars(wanted))


def write_down(connection: Connection, opening: str, entries: Iterable[Entry]) -> None:
    """More lines, each of which names the hash of the one before."""
    newest = select(act).where(act.c.opening == opening).order_by(act.c.entry.desc()).limit(1)
    last = connection.execute(newest).one_or_none()
    number, before = (0, audit.START) if last is None else (last.entry, audit.head_of([last.line]))
    lines = []
    for at, entry in enumerate(entries, start=number + 1):
        line = audit.Entry(at, entry.day, entry.act, entry.detail, before).line()
        lines.append({"opening": opening, "entry": at, "line": line})
        before = audit.head_of([line])
    if lines:
        connection.execute(act.insert(), lines)


def counts(connection: Connection, opening: str) -> dict[Kind, int]:
    """How many records of each kind."""
    wanted = select(record.c.kind, func.count()).where(record.c.opening == opening).group_by(record.c.kind)
    return {Kind(kind): count for kind, count in connection.execute(wanted)}


def records(connection: Connection, opening: str, kinds: Sequence[Kind]) -> Iterator[Record]:
    """Every record of some kinds, by its random id, a few at a time."""
    mine = (record.c.opening == opening) & record.c.kind.in_([int(kind) for kind in kinds])
    wanted = select(record.c.kind, record.c.content).where(mine).order_by(record.c.id)
    for kind, content in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}):
        yield Record(Kind(kind), content)


def not_yet_there(connection: Connection, opening: str, coming: Iterable[Record]) -> NewRows:
    """The rows of records that are new: a bundle brings again what earlier ones brought."""
    wanted = select(record.c.hash).where(record.c.opening == opening)
    there = set(connection.scalars(wanted))
    new: dict[int, list[Record]] = {int(kind): [] for kind in Kind}
    for one in coming:
        if one.hash not in there:
            new[one.kind].append(one)
    return NewRows(opening, new)

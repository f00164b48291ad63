"""A merge that breaks off in the middle leaves everything or nothing, and can be done again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection

from icc_consult.services.hub import Enrolment, enrol
from icc_consult.services.hub_errors import HubFault, HubRefused, OtherEnrolled
from icc_consult.services.ports import KeyId
from icc_consult.services.premises import LaterKey
from icc_consult.storage.engine import driver_of
from icc_consult.storage.hub import rows
from icc_consult.storage.hub.file import FileDatabase
from icc_consult.verifying.audit import read_log

from tests.bundles.model import DAY, place_with
from tests.hub.cities import OPENING, bring, city, document, told
from tests.hub.conftest import new_database
from tests.hub.server import Server

OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'icc-consult'"
FAIL = """
CREATE FUNCTION full_disk() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql
"""


def test_a_connection_that_is_lost_takes_a_whole_merge_back(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = city(new_database(server))
    before = told(hub)
    with monkeypatch.context() as patch:
        patch.setattr(rows, "believe", lambda *_: server.run(OTHERS))
        with pytest.raises(HubRefused) as caught:
            bring(hub, place_with(5).state())
    assert caught.value.fault is HubFault.LOST
    assert told(hub) == before
    assert bring(hub, place_with(5).state()).added == 5


class BreakingOff(list[dict[str, Any]]):
    """Rows of which the second one meets a broken connection."""

    def __init__(self, rows: list[dict[str, Any]], server: Server) -> None:
        """The same rows."""
        super().__init__(rows)
        self._server = server

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """In the middle of handing them out."""
        for number, row in enumerate(super().__iter__()):
            if number == 1:
                self._server.run(OTHERS)
            yield row


def test_a_connection_that_is_lost_in_the_middle_of_a_copy_leaves_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = city(new_database(server))
    before, whole = told(hub), rows.not_yet_there
    with monkeypatch.context() as patch:
        patch.setattr(rows, "not_yet_there", lambda *about: BreakingOff(whole(*about), server))
        with pytest.raises(HubRefused) as caught:
            bring(hub, place_with(5).state())
    assert caught.value.fault is HubFault.LOST
    assert told(hub) == before


def test_records_that_somebody_else_was_quicker_with_are_taken_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = city(new_database(server))
    whole = rows.not_yet_there

    def overtaken(*about: Any) -> list[dict[str, Any]]:
        found = whole(*about)
        with monkeypatch.context() as patch:
            patch.setattr(rows, "not_yet_there", whole)
            assert bring(hub, place_with(2).state()).added == 2
        return found

    monkeypatch.setattr(rows, "not_yet_there", overtaken)
    done = bring(hub, place_with(5).state())
    assert (done.added, done.status.books["sealed"]) == (3, 5)


def test_whoever_writes_in_the_log_waits_for_the_others(server: Server) -> None:
    address = new_database(server)
    hub, name = city(address), address.rpartition("/")[2]
    before = told(hub)
    server.run(f"ALTER DATABASE {name} SET lock_timeout = '100ms'")
    with psycopg.connect(address) as other:
        other.execute("SELECT opening FROM icc_consult.consultation FOR NO KEY UPDATE")
        with pytest.raises(HubRefused) as caught:
            bring(hub, place_with(5).state())
    server.run(f"ALTER DATABASE {name} RESET ALL")
    assert caught.value.fault is HubFault.BUSY
    assert told(hub) == before


def test_a_server_whose_disk_is_full_takes_a_whole_merge_back(server: Server) -> None:
    address = new_database(server)
    hub, name = city(address), address.rpartition("/")[2]
    before = told(hub)
    trigger = "CREATE TRIGGER full_disk BEFORE INSERT ON icc_consult.act EXECUTE FUNCTION full_disk()"
    server.run(FAIL, trigger, database=name)
    with pytest.raises(HubRefused) as caught:
        bring(hub, place_with(5).state())
    assert caught.value.fault is HubFault.DISK_FULL
    assert told(hub) == before
    server.run("DROP TRIGGER full_disk ON icc_consult.act", database=name)
    assert bring(hub, place_with(5).state()).added == 5


def test_a_file_whose_disk_is_full_takes_a_whole_merge_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = city(str(tmp_path / "hub.db"))
    before = told(hub)
    whole = FileDatabase.connected

    @contextmanager
    def narrow(database: FileDatabase, *, writes: bool) -> Iterator[Connection]:
        with whole(database, writes=writes) as connection:
            pages = driver_of(connection).execute("PRAGMA page_count").fetchone()[0]
            driver_of(connection).execute(f"PRAGMA max_page_count = {pages + 2}")
            yield connection

    with monkeypatch.context() as patch:
        patch.setattr(FileDatabase, "connected", narrow)
        with pytest.raises(HubRefused) as caught:
            bring(hub, place_with(900).state())
    assert caught.value.fault is HubFault.DISK_FULL
    assert told(hub) == before
    assert bring(hub, place_with(900).state()).added == 900


def test_a_consultation_is_enrolled_once_and_never_exchanged(address: str) -> None:
    hub = city(address)
    bring(hub, place_with(2).state())
    again = Enrolment(OPENING, document(), b"pack", b"locked")
    assert not enrol(hub, again, known={}, day=DAY)
    assert len(hub.holding(OPENING.id).acts) == 2
    foreign = Enrolment(replace(OPENING, public_key=b"x" * 32), document(), b"p", b"l")
    with pytest.raises(OtherEnrolled):
        enrol(hub, foreign, known={}, day=DAY)
    assert hub.enrolment(OPENING.id).locked_key == b"locked"


def test_a_consultation_that_was_rekeyed_brings_its_new_key(address: str) -> None:
    hub = city(address)
    first, second, other = (LaterKey(KeyId(name * 8), name.encode() * 16) for name in ("aa", "bb", "cc"))
    for later, locked in (((first,), b"2"), ((first, second), b"3"), ((first,), b"2"), ((), b"1")):
        rekeyed = replace(OPENING, later=later)
        assert not enrol(hub, Enrolment(rekeyed, document(rekeyed), b"pack", locked), known={}, day=DAY)
    found = hub.enrolment(OPENING.id)
    assert (found.opening.later, found.locked_key) == ((first, second), b"3")
    forked = replace(OPENING, later=(first, other))
    with pytest.raises(OtherEnrolled):
        enrol(hub, Enrolment(forked, document(forked), b"pack", b"4"), known={}, day=DAY)
    acts = [entry.act for entry in read_log(hub.holding(OPENING.id).acts)]
    assert acts == ["opened", "rekeyed", "rekeyed"]

"""A directory that an older program wrote is brought up to date whole, and loses nothing."""

import sqlite3
from pathlib import Path

import pytest

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal, ReceiptCode
from icc_consult.storage import migrations, schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.engine import PAGE_SIZE, create_database

from scripts.torture.power.older import FIRST
from tests.builders import DAY, kiosk_at, opened, sealed_record
from tests.sketches import pack_drawn


def of_version_1(path: Path, *, responses: int) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.executescript(FIRST)
    for number in range(responses):
        record = sealed_record(b"%d" % number)
        connection.execute("INSERT INTO sealed VALUES (?, ?, ?)", (number * 7, record.key, record.body))
        connection.execute("INSERT INTO receipt VALUES (?)", (f"R{number}",))
    connection.execute("INSERT INTO wish VALUES (5, '00', x'0102')")
    connection.execute("INSERT INTO day_total VALUES (?, ?, 1, 2, 3)", (DAY.isoformat(), responses))
    connection.close()


def shape(path: Path) -> dict[str, list[object]]:
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {table: connection.execute(f"PRAGMA table_info({table})").fetchall() for table in tables}
    rowless = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%WITHOUT ROWID%'").fetchall()
    connection.close()
    return {**found, "without rowid": sorted(rowless)}


def test_the_tables_of_an_old_file_become_those_of_a_new_one(tmp_path: Path) -> None:
    of_version_1(tmp_path / "old.db", responses=3)
    AnswersFile(tmp_path / "old.db").close()
    create_database(tmp_path / "new.db", schema.answers, schema.ANSWERS_ID)
    assert shape(tmp_path / "old.db") == shape(tmp_path / "new.db")


def test_an_old_file_keeps_every_row(tmp_path: Path) -> None:
    of_version_1(tmp_path / "old.db", responses=3)
    file = AnswersFile(tmp_path / "old.db", writes=False)
    assert set(file.records(schema.sealed)) == {sealed_record(b"%d" % number) for number in range(3)}
    assert file.receipts() == ("R0", "R1", "R2")
    assert file.count(schema.wish) == 1
    assert file.totals() == (DayTotal(DAY, 3, 1, 2, 3),)
    file.close()


def test_an_old_directory_goes_on_as_if_it_were_new(place: Path) -> None:
    desk = opened(place, pack_drawn())
    of_version_1(place / "answers.db", responses=3)
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    kiosk.store.submit(sealed_record(b"new"), ReceiptCode("NEW"), day=DAY)
    kiosk.store.release()
    seen = inspect(desk)
    assert seen.counts.days == (DayTotal(DAY, 4, 1, 2, 3),)
    assert (seen.counts.sealed, seen.counts.receipts) == (4, 4)
    assert seen.troubles == ()


@pytest.mark.parametrize("step", range(len(migrations._STEPS[schema.ANSWERS_ID][1])))
def test_a_migration_that_is_stopped_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    path = tmp_path / "old.db"
    of_version_1(path, responses=3)
    before = path.read_bytes()
    steps = list(migrations._STEPS[schema.ANSWERS_ID][1])
    broken = {1: (*steps[: step + 1], "INSERT INTO nowhere VALUES (1)")}
    with monkeypatch.context() as patched:
        patched.setitem(migrations._STEPS, schema.ANSWERS_ID, broken)
        with pytest.raises(DirectoryRefused):
            AnswersFile(path)
    assert path.read_bytes() == before
    AnswersFile(path).close()


def test_a_file_of_no_version_is_foreign(tmp_path: Path) -> None:
    of_version_1(tmp_path / "old.db", responses=0)
    connection = sqlite3.connect(tmp_path / "old.db")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(DirectoryRefused) as caught:
        AnswersFile(tmp_path / "old.db")
    assert caught.value.fault is Fault.FOREIGN

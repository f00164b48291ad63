import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event, inspect

from icc_consult.services.errors import DirectoryRefused, Fault, SqliteTooOld
from icc_consult.storage import engine, schema, versions
from icc_consult.storage.engine import PAGE_SIZE, PRAGMAS, close_database, create_database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_database(tmp_path / "answers.db", schema.answers, schema.ANSWERS_ID)
    return tmp_path / "answers.db"


def bare(path: Path, *statements: str) -> list[object]:
    connection = sqlite3.connect(path, isolation_level=None)
    found = [connection.execute(statement).fetchone() for statement in statements]
    connection.close()
    return [row[0] if row else None for row in found]


def test_every_setting_that_keeps_answers_safe_holds_after_connecting(path: Path) -> None:
    connection = open_database(path, schema.ANSWERS_ID)
    wanted = {
        "page_size": PAGE_SIZE,
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "application_id": schema.ANSWERS_ID,
        "user_version": schema.VERSIONS[schema.ANSWERS_ID],
    }
    found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one_or_none() for name in wanted}
    close_database(connection)
    assert {name: value for name, value in found.items() if value is not None} == wanted


@pytest.mark.parametrize("name", PRAGMAS)
def test_a_setting_that_does_not_hold_is_refused(
    path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless_value = {name: 1 - int(value in (1, "delete")) for name, value in PRAGMAS.items()}
    careless_value |= {"journal_mode": "memory", "mmap_size": 65536}
    real = engine._configure

    def careless(driver: sqlite3.Connection) -> None:
        real(driver)
        driver.execute(f"PRAGMA {name} = {careless_value[name]}")

    monkeypatch.setattr(engine, "_configure", careless)
    with pytest.raises(DirectoryRefused) as caught:
        close_database(open_database(path, schema.ANSWERS_ID))
    assert (caught.value.fault, caught.value.detail.split()[0]) == (Fault.FOREIGN, name)


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {schema.VERSIONS[schema.ANSWERS_ID] + 1}")
    with pytest.raises(DirectoryRefused) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value == DirectoryRefused(Fault.NEWER, str(path), "user_version 3")


def test_a_file_of_another_program_is_refused(path: Path) -> None:
    bare(path, "PRAGMA application_id = 1")
    with pytest.raises(DirectoryRefused) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value.fault is Fault.FOREIGN


def test_what_is_no_database_is_refused(path: Path) -> None:
    path.write_bytes(b"no database" * 100)
    with pytest.raises(DirectoryRefused) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value.fault is Fault.DAMAGED


def test_a_file_that_was_switched_to_wal_is_switched_back(path: Path) -> None:
    assert bare(path, "PRAGMA journal_mode = WAL") == ["wal"]
    close_database(open_database(path, schema.ANSWERS_ID))
    assert bare(path, "PRAGMA journal_mode") == ["delete"]


def test_a_transaction_takes_the_file_before_it_reads(path: Path) -> None:
    connection = open_database(path, schema.ANSWERS_ID)
    said: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *call: said.append(call[2]))
    with connection.begin():
        connection.exec_driver_sql("SELECT 1")
    close_database(connection)
    assert said == ["BEGIN IMMEDIATE", "SELECT 1"]


def test_no_table_has_a_time_or_keeps_the_order_of_arrival(path: Path) -> None:
    connection = open_database(path, schema.ANSWERS_ID)
    seen = inspect(connection)
    columns = {
        table: [column["name"] for column in seen.get_columns(table)] for table in seen.get_table_names()
    }
    texts = bare(
        path, "SELECT group_concat(sql) FROM sqlite_schema WHERE name IN ('receipt', 'day_total', 'voucher')"
    )
    close_database(connection)
    assert columns == {
        "sealed": ["id", "key_id", "body"],
        "wish": ["id", "key_id", "body"],
        "receipt": ["code"],
        "voucher": ["tag", "is_spent"],
        "lineage": ["slot", "id"],
        "day_total": [
            "day",
            "lineage",
            "responses",
            "recovered",
            "deleted",
            "refused",
            "unlocked",
            "spent",
        ],
    }
    assert str(texts[0]).count("WITHOUT ROWID") == 3
    assert bare(path, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'") == [0]


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryRefused) as caught:
        open_database(tmp_path / "answers.db", schema.ANSWERS_ID)
    assert (caught.value.fault, caught.value.detail) == (Fault.DAMAGED, "missing")


def test_a_refused_file_keeps_every_byte(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {schema.VERSIONS[schema.ANSWERS_ID] + 1}", "PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    with pytest.raises(DirectoryRefused):
        open_database(path, schema.ANSWERS_ID)
    assert path.read_bytes() == before


def test_a_setting_that_this_sqlite_does_not_know_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", {**PRAGMAS, "no_such_setting": 1})
    with pytest.raises(DirectoryRefused) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value.detail == "no_such_setting None"


def test_an_sqlite_that_is_too_old_touches_no_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "running", lambda: (3, 30, 9))
    with pytest.raises(SqliteTooOld) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value == SqliteTooOld("3.31.0", "3.30.9")
    with pytest.raises(SqliteTooOld):
        create_database(path.with_name("other.db"), schema.answers, schema.ANSWERS_ID)
    assert not path.with_name("other.db").exists()


@pytest.mark.parametrize(
    ("version", "is_safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_a_write_ahead_log_is_trusted_only_where_its_fault_was_repaired(
    version: versions.Version, is_safe: bool
) -> None:
    assert versions.wal_is_safe(version) is is_safe


def test_a_log_that_cannot_be_trusted_is_refused_with_every_byte(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare(path, "PRAGMA journal_mode = WAL")
    log = path.with_name("answers.db-wal")
    log.write_bytes(b"something that was written ahead")
    monkeypatch.setattr(engine, "wal_is_safe", lambda: False)
    with pytest.raises(DirectoryRefused) as caught:
        open_database(path, schema.ANSWERS_ID)
    assert caught.value.detail.startswith("journal_mode wal")
    assert log.read_bytes() == b"something that was written ahead"

"""Stores and disks that break their promises are found out; else the images would prove nothing."""

import pytest

from icc_consult.storage import engine

from scripts.torture.power.calls import Call, Named, Recording, Synced, SyncedNames
from scripts.torture.power.images import Tally
from scripts.torture.power.paths import tried_once

IMAGES = 600


def found(*, is_careless: bool = False, lies: bool = False) -> Tally:
    return tried_once("keeping", 1, images=IMAGES, whole_every=0, is_careless=is_careless, lies=lies)


def test_a_disk_that_lies_about_syncing_is_found_out(shim: None) -> None:
    assert found(lies=True).broken["unusable"] > 50


def test_a_kiosk_that_thanks_before_it_saves_is_found_out(shim: None) -> None:
    assert found(is_careless=True).broken["lost"] > 50


@pytest.mark.parametrize("synchronous", [0, 1, 2])
def test_a_database_that_syncs_less_is_found_out(
    synchronous: int, shim: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine.PRAGMAS, "synchronous", synchronous)
    assert found().broken["lost"] > 10


@pytest.mark.parametrize("journal", ["off", "memory"])
def test_a_database_without_a_journal_is_found_out(
    journal: str, shim: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine.PRAGMAS, "journal_mode", journal)
    assert found().broken["unusable"] > 10


def test_a_journal_that_goes_before_the_database_is_synced_is_found_out(shim: None) -> None:
    tally = tried_once("keeping", 1, images=1_500, whole_every=0, changed=journal_first)
    assert sum(tally.broken.values()) > 10


def journal_first(recording: Recording) -> list[Call]:
    """Every sync of a database only after the removal of its journal was synced."""
    calls: list[Call] = []
    late: list[Call] = []
    for call, following in zip(recording.calls, [*recording.calls[1:], None], strict=True):
        if isinstance(call, Synced) and isinstance(following, Named) and removes_journal(following):
            late.append(call)
            continue
        calls.append(call)
        if isinstance(call, SyncedNames):
            calls += late
            late.clear()
    return calls


def removes_journal(call: Named) -> bool:
    return any(name.endswith("-journal") and one is None for _, name, one in call.changes)


def test_a_store_that_keeps_its_promises_is_not_found_out(shim: None) -> None:
    assert found().broken == {}

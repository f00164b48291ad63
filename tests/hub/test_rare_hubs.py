"""A hub, a pack or a key as nobody's city has them."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy.exc import InvalidRequestError

from icc_consult.bootstrap import hub_at
from icc_consult.services.errors import OtherKey
from icc_consult.services.hub import Arrived, end, status
from icc_consult.services.hub_errors import HubFault, NotEnrolled
from icc_consult.services.hub_reading import HubReader
from icc_consult.storage.hub.address import InFile, OnServer, address_of
from icc_consult.storage.hub.faults import hub_fault_of
from icc_consult.verifying.checkpoints import checkpoint_of
from icc_consult.verifying.records import Kind, Record

from tests.bundles.model import DAY, Place, place_with
from tests.hub.cities import NAMED, OPENING, bring, city


def test_a_file_is_shown_as_it_was_typed() -> None:
    assert address_of("city.db") == InFile(Path("city.db"))
    assert address_of("city.db").shown == "city.db"


@pytest.mark.parametrize(
    ("address", "gives_it_away"),
    [
        ("postgresql://owner@127.0.0.1/city", False),
        ("postgresql://owner:secret@127.0.0.1/city", True),
        ("postgresql://owner@127.0.0.1/city?password=secret", True),
    ],
)
def test_a_password_in_an_address_is_seen_wherever_it_stands(address: str, gives_it_away: bool) -> None:
    place = address_of(address)
    assert isinstance(place, OnServer)
    assert place.has_password is gives_it_away


def test_whoever_names_a_root_certificate_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGSSLMODE", raising=False)
    for name, expected in (("", "system"), ("city.crt", None)):
        if name:
            monkeypatch.setenv("PGSSLROOTCERT", name)
        place = address_of("postgresql://owner@hub.example.org/city")
        assert isinstance(place, OnServer)
        assert place.url.query["sslmode"] == "verify-full"
        assert place.url.query.get("sslrootcert") == expected


def test_a_fault_of_our_own_is_no_fault_of_a_server() -> None:
    assert hub_fault_of(InvalidRequestError("closed")) is HubFault.OTHER
    assert hub_fault_of(sqlite3.OperationalError("disk")) is not HubFault.LOST


def test_a_consultation_that_nobody_enrolled_is_not_known(tmp_path: Path) -> None:
    hub = city(str(tmp_path / "city.db"))
    assert hub.enrolment(OPENING.id).opening == OPENING
    with pytest.raises(NotEnrolled):
        hub_at(str(tmp_path / "city.db")).enrolment("ff" * 8)
    nothing = Arrived(frozenset(), {}, (), lambda _: None)
    with pytest.raises(NotEnrolled):
        hub.take_in("ff" * 8, nothing)


def test_another_hub_that_brings_what_it_merged_is_no_place_of_answers(tmp_path: Path) -> None:
    hub, kiosk, other = city(str(tmp_path / "city.db")), place_with(2), Place(1)
    last = checkpoint_of(kiosk.chain[-1])
    line = replace(last, signer=other.signer.hex(), is_merged=True).signed(other.seed)
    state = kiosk.state()
    brought = replace(
        state,
        signer=other.signer.hex(),
        is_merged=True,
        records=state.records | {Record(Kind.CHECKPOINT, line)},
    )
    bring(hub, brought)
    told = {place.signer: place.responses for place in status(hub, OPENING.id).places}
    assert told[kiosk.signer.hex()] == 2
    assert other.signer.hex() in NAMED
    assert other.signer.hex() not in told


def test_a_key_of_another_consultation_reads_nothing_in_a_hub(tmp_path: Path) -> None:
    hub = city(str(tmp_path / "city.db"))
    end(hub, OPENING, day=DAY)
    vault = SimpleNamespace(unlock=lambda *_: SimpleNamespace(key="another"))
    consultation = SimpleNamespace(id=OPENING.consultation, fingerprint=OPENING.fingerprint)
    reader = HubReader(hub, OPENING, cast("Any", vault), lambda _: cast("Any", consultation), lambda: DAY)
    with pytest.raises(OtherKey):
        reader.unlock("any")

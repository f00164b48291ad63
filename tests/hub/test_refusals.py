"""Whatever keeps a hub from its work is told in one sentence, and never with a password in it."""

import re
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from icc_consult.bootstrap import hub_at
from icc_consult.cli import main
from icc_consult.commands.hub_sentences import told
from icc_consult.services.hub import choose, end, status
from icc_consult.services.hub_errors import HubFault, HubRefused, NotEnrolled, OtherEnrolled, SeveralEnrolled
from icc_consult.storage.hub.address import InFile, OnServer, address_of

from tests.bundles.model import DAY, place_with
from tests.hub.cities import OPENING, bring, city
from tests.hub.conftest import new_database
from tests.hub.server import PASSWORD, Server
from tests.rules.tree import ROOT

DONE, NO, UNUSABLE, LACKING = range(4)
ENVIRONMENT = "ICC_CONSULT_DATABASE"


def fault_at(address: str) -> HubFault:
    with pytest.raises(HubRefused) as caught:
        status(hub_at(address), OPENING.id)
    assert PASSWORD not in told(caught.value)
    assert "secret" not in told(caught.value)
    return caught.value.fault


def test_a_server_that_refuses_says_why(server: Server) -> None:
    assert fault_at("postgresql://owner:secret@127.0.0.1:1/city") is HubFault.REFUSED
    assert fault_at(server.url(password="secret")) is HubFault.PASSWORD
    assert fault_at(f"postgresql://owner@127.0.0.1:{server.port}/postgres") is HubFault.PASSWORD
    assert fault_at(server.url("nowhere")) is HubFault.NO_DATABASE
    assert fault_at(new_database(server)) is HubFault.NO_HUB
    assert fault_at(f"{server.url()}?sslmode=require") is HubFault.NOT_ENCRYPTED


def test_a_hub_of_a_newer_program_is_left_alone(server: Server, tmp_path: Path) -> None:
    address = new_database(server)
    city(address)
    server.run("UPDATE icc_consult.about SET version = 99", database=address.rpartition("/")[2])
    assert fault_at(address) is HubFault.NEWER
    with pytest.raises(HubRefused):
        city(address)
    file = tmp_path / "hub.db"
    city(str(file))
    content = bytearray(file.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(content)
    assert fault_at(str(file)) is HubFault.NEWER


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4_080)])
def test_a_file_that_is_no_hub_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hub.db").write_bytes(content)
    assert fault_at(str(tmp_path / "hub.db")) in (HubFault.DAMAGED, HubFault.FOREIGN)
    assert (tmp_path / "hub.db").read_bytes() == content
    assert fault_at(str(tmp_path / "none.db")) is HubFault.NO_HUB


def test_a_facilitator_as_the_paper_sets_one_up_adds_answers_and_takes_none_away(server: Server) -> None:
    blocks = re.findall(r"```\n(.*?)```", (ROOT / "docs" / "hub.md").read_text("utf-8"), re.DOTALL)
    roles, rights = (next(one for one in blocks if one.startswith(word)) for word in ("CREATE ROLE", "GRANT"))
    server.run(*roles.splitlines())
    server.run(*(f"ALTER ROLE {name} PASSWORD '{PASSWORD}'" for name in ("city_owner", "anna")))
    city(server.url("city", user="city_owner"))
    server.run(*rights.splitlines(), database="city")
    anna = server.url("city", user="anna")
    assert bring(hub_at(anna), place_with(4).state()).added == 4
    end(hub_at(anna), OPENING, day=DAY)
    for act in ("DELETE FROM icc_consult.record", "UPDATE icc_consult.act SET line = ''"):
        with psycopg.connect(anna) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(act.encode())
    server.run("REVOKE INSERT ON icc_consult.record FROM facilitators", database="city")
    with pytest.raises(HubRefused) as caught:
        bring(hub_at(anna), place_with(9).state())
    assert caught.value.fault is HubFault.NOT_ALLOWED


def test_without_its_driver_a_server_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "icc_consult.storage.hub.server", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(HubRefused) as caught:
        hub_at("postgresql://city.example/hub")
    assert caught.value.fault is HubFault.DRIVER
    assert "icc-consult[hub]" in told(caught.value)


@pytest.mark.parametrize("host", ["hub.example.org", "10.0.0.7"])
def test_a_server_elsewhere_has_to_prove_who_it_is(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGSSLMODE", "PGSSLROOTCERT"):
        monkeypatch.delenv(name, raising=False)
    found = address_of(f"postgres://desk@{host}/city")
    assert isinstance(found, OnServer)
    assert (found.url.query["sslmode"], found.url.query["sslrootcert"]) == ("verify-full", "system")
    own = address_of(f"postgresql://desk@{host}/city?sslrootcert=/city/root.crt")
    assert isinstance(own, OnServer)
    assert (own.url.query["sslmode"], own.url.query["sslrootcert"]) == ("verify-full", "/city/root.crt")
    chosen = address_of(f"postgresql://desk@{host}/city?sslmode=require")
    assert isinstance(chosen, OnServer)
    assert (chosen.url.query["sslmode"], "sslrootcert" in chosen.url.query) == ("require", False)


def test_a_server_on_this_computer_needs_no_certificate() -> None:
    for address in ("postgresql:///city", "postgresql://desk@localhost/city", "postgresql:///c?host=/run/pg"):
        found = address_of(address)
        assert isinstance(found, OnServer)
        assert "sslmode" not in found.url.query


def test_an_address_is_a_file_or_a_server() -> None:
    assert address_of("city/hub.db") == InFile(Path("city/hub.db"))
    assert address_of("sqlite:////city/hub.db") == InFile(Path("/city/hub.db"))
    for strange in ("mysql://a/b", "http://a", "sqlite://", "postgresql://a:b:c:d/e"):
        with pytest.raises(HubRefused) as caught:
            address_of(strange)
        assert caught.value.fault is HubFault.ADDRESS


def test_a_password_on_the_command_line_is_refused_and_one_in_the_environment_is_not(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address = new_database(server)
    city(address)
    assert main(["hub", "--database", address, "status"]) == UNUSABLE
    assert ENVIRONMENT in capsys.readouterr().err
    assert (
        main(["hub", "--database", f"{server.url()}?password=x".replace(":only%20for%20tests", ""), "status"])
        == UNUSABLE
    )
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert main(["hub", "status"]) == UNUSABLE
    monkeypatch.setenv(ENVIRONMENT, address)
    assert main(["hub", "status"]) == DONE
    said = capsys.readouterr()
    assert "sketch, opening 0011223344556677, open" in said.out
    monkeypatch.setenv(ENVIRONMENT, "postgresql://owner:secret@127.0.0.1:1/city")
    assert main(["hub", "status"]) == LACKING
    said = capsys.readouterr()
    assert said.err.startswith("icc-consult: postgresql://owner@127.0.0.1:1/city: no server answers there")
    assert "secret" not in said.err
    assert make_url(address).password


@pytest.mark.parametrize("fault", HubFault)
def test_every_fault_has_its_sentence(fault: HubFault) -> None:
    sentence = told(HubRefused(fault, "city", "a \x1b[2J detail"))
    assert sentence.startswith("city: ")
    assert sentence.endswith((".", "detail."))
    assert sentence.isprintable()


def test_a_consultation_is_chosen_by_its_name_or_opening(address: str) -> None:
    hub = city(address)
    assert choose(hub, None).id == choose(hub, "sketch").id == choose(hub, "0011").id == OPENING.id
    for wrong in ("001", "sketches", "ffff"):
        with pytest.raises(NotEnrolled):
            choose(hub, wrong)
    for error in (NotEnrolled(""), NotEnrolled("x"), SeveralEnrolled(("a", "b")), OtherEnrolled("a")):
        assert told(error).endswith(".")

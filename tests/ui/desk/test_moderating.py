"""Proposals at the desk: read, decided about with a reason, and taken into the next revision."""

from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.packs import read_pack
from icc_consult.services.moderating import NothingAccepted, Standing

from ui.desk.findings import derive_findings_props
from ui.desk.host import Host
from ui.desk.proposals import derive_proposals_props
from ui.desk.remarks import derive_remark_props
from ui.desk.state import Failed, Rail, Reading
from ui.desk.state import Standing as AtDesk

from tests.ui.desk.offices import host_at, quick_office
from tests.ui.desk.scenes import PROPOSALS, findings, opened, scene, state

WAITING = tuple(replace(one, decision=PROPOSALS[0].decision) for one in PROPOSALS)


@pytest.fixture
def desk(tmp_path: Path) -> Host:
    """A desk that has read three proposals of a closed consultation."""
    host = host_at(quick_office(tmp_path))
    data = tmp_path / "data"
    data.mkdir()
    standing = AtDesk(replace(opened(closed=True), data=data))
    read = Reading(replace(findings(), proposals=WAITING))
    host.become(replace(host.state, today=standing, rail=Rail.RESULTS, results=read))
    host.moderations.begin()
    return host


def reading(host: Host) -> Reading:
    assert isinstance(host.state.results, Reading)
    return host.state.results


def standings(host: Host) -> list[Standing]:
    return [one.decision.standing for one in reading(host).findings.proposals]


def test_results_lead_to_proposals_only_where_there_are_any() -> None:
    without, some = findings(), replace(findings(), proposals=PROPOSALS)
    assert derive_findings_props(scene(state()), without).proposals == ""
    assert derive_findings_props(scene(state()), some).proposals == "3 proposals …"


def test_every_proposal_says_what_became_of_it() -> None:
    props = derive_proposals_props(scene(state()), Reading(replace(findings(), proposals=PROPOSALS)))
    assert props.lead == "1 proposal waits to be read."
    assert [one["told"] for one in props.proposals] == [
        "written 3 times · waits to be read",
        "written 1 time · accepted for the next revision",
        "written 1 time · left out: It tells who somebody is",
    ]
    assert [one["language"] for one in props.proposals] == ["de", "ar", "en"]
    assert props.can_revise


def test_a_proposal_is_left_out_only_after_a_reason(desk: Host) -> None:
    name = WAITING[2].id
    desk.moderations.pick(name)
    assert reading(desk).picked == name
    assert standings(desk) == [Standing.PENDING] * 3
    desk.moderations.reject(name, "hurts_people")
    assert standings(desk) == [Standing.PENDING, Standing.PENDING, Standing.REJECTED]
    assert reading(desk).picked == ""
    desk.moderations.pick(name)
    desk.moderations.pick(name)
    assert reading(desk).picked == ""


def test_what_was_accepted_is_in_the_next_revision_beside_what_is_at_home(desk: Host, tmp_path: Path) -> None:
    desk.moderations.accept(WAITING[1].id)
    desk.moderations.revise()
    told = derive_remark_props(scene(desk.state))
    assert told.is_good
    [written] = (tmp_path / "home").glob("*-next.iccpack")
    assert str(written) in told.text
    statements = read_pack(written).consultation.parts[1].statements  # type: ignore[union-attr]
    assert list(statements[-1].text.texts.values()) == ["حديقة في كل حي"]
    desk.moderations.revise()
    assert len(list((tmp_path / "home").glob("*-next*.iccpack"))) == 2


def test_without_an_accepted_one_there_is_no_revision(desk: Host) -> None:
    desk.moderations.revise()
    assert isinstance(desk.state.remark, Failed)
    assert isinstance(desk.state.remark.error, NothingAccepted)
    assert derive_remark_props(scene(desk.state)).text.startswith("No proposal was accepted")


def test_the_way_back_leads_to_the_results(desk: Host) -> None:
    assert reading(desk).is_moderating
    desk.moderations.end()
    assert not reading(desk).is_moderating

"""What is wrong with a file: all of it, told at the desk, saved for whoever puts it right, or passed over."""

import csv
import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.commands.forms import run_check
from icc_consult.commands.speaking import HonestNo
from icc_consult.domain.consultation import Policy
from icc_consult.i18n import Say

from ui.desk.examined import Examined
from ui.desk.host import Host
from ui.desk.problems import derive_problems_props
from ui.desk.remarks import derive_remark_props
from ui.desk.state import Choosing, Failed, Field, Setting
from ui.desk_window import DeskWindow

from tests.formats.forms.markdown import table
from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.offices import host_at, quick_office
from tests.ui.desk.scenes import pack, scene, state, with_errors, with_losses, with_remarks

SOUND = table("survey", "type | name | label::English (en) |", "text | q1 | What is good here? |")
VOICE = SOUND + "| | audio | voice | Say it |\n"
BROKEN = VOICE.replace("text | q1", "texd | q1").replace("audio | voice", "select_one none | voice")


@pytest.fixture
def choose(tmp_path: Path) -> Callable[[str], Host]:
    """A desk at which a form of this content was chosen."""
    host = host_at(quick_office(tmp_path))

    def chosen(content: str) -> Host:
        (tmp_path / "places.md").write_text(content)
        host.openings.choose(tmp_path / "places.md")
        return host

    return chosen


def test_errors_come_first_and_are_counted() -> None:
    props = derive_problems_props(scene(state()), with_errors())
    assert props.title == "Found in places.xlsx"
    assert props.lead.startswith("18 errors, 18 remarks. ")
    assert [one["isGrave"] for one in props.cards] == [True] * 18 + [False] * 18
    assert props.cards[0]["head"] == "Error: survey, row 9, type"
    assert props.cards[0]["fix"] == "Ask for a text instead, or agree to go on without it."
    assert props.way_on == ""


def test_in_arabic_every_part_of_a_place_is_kept_together() -> None:
    props = derive_problems_props(scene(replace(state(), language="ar")), with_errors())
    [sheet, row, column] = re.findall("\u2068([^\u2066-\u2069]*)\u2069", str(props.cards[0]["head"]))[-3:]
    assert (sheet, column) == ("survey", "type")
    assert "9" in row or "٩" in row


def test_what_a_kiosk_cannot_do_is_left_out_only_when_somebody_agrees() -> None:
    props = derive_problems_props(scene(state()), with_losses())
    assert "1 thing that a kiosk cannot do" in props.lead
    assert props.way_on == "Open without them"
    assert props.cards[0]["head"] == "Left out: survey, row 9, type"
    assert not props.cards[0]["isError"]


def test_remarks_stand_against_nothing() -> None:
    props = derive_problems_props(scene(state()), with_remarks())
    assert props.lead.endswith("It can be opened as it is.")
    assert props.way_on == "Open it"
    assert not any(one["isGrave"] for one in props.cards)


def test_the_list_is_told_in_the_language_of_the_desk() -> None:
    english = with_errors().findings(Say("en"))
    german = with_errors().findings(Say("de"))
    assert len(german) == len(english)
    assert german[0].message != english[0].message


def test_a_form_about_which_nothing_is_to_be_said_is_not_asked_about(choose: Callable[[str], Host]) -> None:
    assert isinstance(choose(SOUND).state.today, Setting)


def test_the_desk_lists_what_check_lists(
    choose: Callable[[str], Host], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host = choose(BROKEN)
    today = host.state.today
    assert isinstance(today, Examined)
    with pytest.raises(HonestNo, match="errors"):
        run_check(Namespace(file=tmp_path / "places.md", leave_out=False, json=False))
    lines = capsys.readouterr().out.splitlines()
    assert len(today.findings(Say("en"))) == len(lines) >= 2
    for finding in today.findings(Say("en")):
        assert any(finding.message in line and finding.fix in line for line in lines)


def test_what_was_put_right_is_read_again(choose: Callable[[str], Host], tmp_path: Path) -> None:
    host = choose(BROKEN)
    host.openings.open_anyway()
    assert isinstance(host.state.today, Examined), "errors are never passed over"
    (tmp_path / "places.md").write_text(SOUND)
    host.openings.look_again()
    assert isinstance(host.state.today, Setting)


def test_one_may_go_on_without_a_recording(choose: Callable[[str], Host]) -> None:
    host = choose(VOICE)
    assert isinstance(host.state.today, Examined)
    assert host.state.pack is None
    host.openings.open_anyway()
    assert isinstance(host.state.today, Setting)
    assert [one.id for one in host.state.today.pack.consultation.questions()] == ["q1"]


def test_the_list_is_saved_beside_what_is_at_home(choose: Callable[[str], Host], tmp_path: Path) -> None:
    host = choose(BROKEN.replace("texd", "=texd"))
    today = host.state.today
    assert isinstance(today, Examined)
    host.openings.save_findings()
    host.openings.save_findings()
    first, second = sorted((tmp_path / "home").glob("places-problems*.csv"))
    assert first.read_bytes() == second.read_bytes()
    rows = list(csv.reader(first.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["severity", "sheet", "row", "column", "message", "fix"]
    assert len(rows) == len(today.findings(Say("en"))) + 1
    assert rows[1][:3] == ["error", "survey", "3"]
    told = derive_remark_props(scene(host.state))
    assert told.is_good
    assert str(second) in told.text or str(first) in told.text


def test_a_list_that_cannot_be_saved_says_so(choose: Callable[[str], Host], tmp_path: Path) -> None:
    host = choose(BROKEN)
    (tmp_path / "home").rmdir()
    host.openings.save_findings()
    assert isinstance(host.state.remark, Failed)


def test_back_leads_to_the_consultations(choose: Callable[[str], Host]) -> None:
    host = choose(BROKEN)
    host.openings.back()
    assert isinstance(host.state.today, Choosing)


def test_the_consultation_that_comes_with_the_program_is_opened_at_once(tmp_path: Path) -> None:
    host = host_at(quick_office(tmp_path))
    host.openings.choose_ready()
    assert isinstance(host.state.today, Setting)
    assert host.state.today.pack.fingerprint == pack().fingerprint


def test_the_page_leads_on_by_a_click(window: DeskWindow) -> None:
    window.shell.view.resize(1280, 800)
    window.host.become(state(today=with_losses()))
    rest()
    hands = Hands(window.shell.view, window)
    assert hands.text("heading") == "Found in places.xlsx"
    hands.click("openAnyway")
    assert isinstance(window.host.state.today, Setting)


def test_without_a_way_on_there_is_no_button_for_it(window: DeskWindow) -> None:
    window.host.become(state(today=with_errors()))
    rest()
    hands = Hands(window.shell.view, window)
    assert not hands.see("openAnyway")
    assert hands.find("lookAgain").property("primary")


def test_all_remarks_on_a_pack_are_read_and_its_terms_stay(window: DeskWindow) -> None:
    window.shell.view.resize(1280, 800)
    chosen = state(today=Setting(pack(), Policy.DISCARD)).with_text(Field.CONTROLLER, "City")
    hands = Hands(window.shell.view, window)
    for way_back in ("back", "openAnyway"):
        window.host.become(chosen)
        rest()
        hands.click("readRemarks")
        _see_remarks(hands)
        hands.click(way_back)
        assert window.host.state.today == Setting(pack(), Policy.DISCARD)
        assert window.host.state.text(Field.CONTROLLER) == "City"


def _see_remarks(hands: Hands) -> None:
    assert hands.text("heading") == "Found in our-city-our-voice"
    assert "remarks. It can be opened as it is." in hands.text("lead")

"""What is open on this computer, and its days, on real directories."""

import json
from pathlib import Path

import pytest

from icc_consult.services.errors import Fault
from icc_consult.services.premises import Trouble
from icc_consult.storage import troubles

from ui.desk.office import Comfort
from ui.desk.state import (
    Choosing,
    Failed,
    Field,
    Slip,
    Slipped,
    Standing,
)
from ui.desk_command import office_here

from tests.builders import DAY
from tests.ui.desk.offices import PIN, AtOnce, fill, host_at, open_here, quick_office


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def test_one_open_consultation_is_gone_to_at_once(root: Path) -> None:
    open_here(host_at(quick_office(root)))
    again = host_at(quick_office(root))
    assert isinstance(again.state.today, Standing)


def test_among_several_open_ones_the_facilitator_chooses(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    host.days.choose_other()
    open_here(host)
    assert isinstance(host.state.today, Choosing)
    first, second = host.state.shelf.opened
    assert first.data != second.data
    host.days.visit(second.data)
    assert host.state.opened is not None
    assert host.state.opened.data == second.data


def test_a_day_begins_with_the_right_pin_only(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    days = []
    host.days.when_started = days.append
    fill(host, staff_pin="1111")
    host.days.start()
    assert days == []
    assert host.state.remark == Slipped(Slip.WRONG_PIN, Field.STAFF_PIN)
    fill(host, staff_pin=PIN)
    host.days.start()
    assert len(days) == 1
    assert days[0].kiosk.store is not None
    days[0].kiosk.store.release()


def test_while_a_kiosk_is_at_work_nothing_is_closed(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    days = []
    host.days.when_started = days.append
    fill(host, staff_pin=PIN)
    host.days.start()
    host.days.ask_to_close()
    host.days.close_for_good()
    assert isinstance(host.state.remark, Failed)
    assert host.state.opened is not None
    assert not host.state.opened.is_closed
    days[0].kiosk.store.release()


def test_closing_is_asked_twice(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    host.days.close_for_good()
    assert host.state.opened is not None
    assert not host.state.opened.is_closed
    host.days.ask_to_close()
    host.days.close_for_good()
    assert host.state.opened.is_closed


def test_trouble_goes_away_once_it_was_read(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    assert host.state.opened is not None
    data = host.state.opened.data
    troubles.note(data / "trouble.json", Trouble(Fault.DISK_FULL, DAY, "no space"))
    host.days.visit(data)
    assert [one.fault for one in host.state.opened.seen.troubles] == [Fault.DISK_FULL]
    host.days.see_trouble()
    assert host.state.opened.seen.troubles == ()


def test_the_next_desk_looks_like_this_one(root: Path) -> None:
    office = quick_office(root)
    host = host_at(office)
    host.speak("de")
    host.next_scheme()
    host.next_size()
    assert office.remembered(Comfort("en", "light", 1)) == Comfort("de", "dark", 2)
    (root / "desk.json").write_text("not json")
    assert office.remembered(Comfort("en", "light", 1)) == Comfort("en", "light", 1)


def test_a_damaged_directory_does_not_hide_the_others(root: Path) -> None:
    open_here(host_at(quick_office(root)))
    broken = root / "consultations" / "broken"
    broken.mkdir()
    (broken / "opening.json").write_text(json.dumps({"format": "something else"}))
    assert len(quick_office(root).shelf().opened) == 1


def test_only_one_thing_is_done_at_a_time(root: Path) -> None:
    begun = []

    class Never(AtOnce):
        def start(self, work: object, then: object) -> None:  # type: ignore[override]
            begun.append((work, then))

    hands = Never()
    host = host_at(quick_office(root), hands)
    host.openings.choose_ready()
    host.days.choose_other()
    assert len(begun) == 1
    host.cancel()
    assert hands.is_cancelled


def test_without_a_named_directory_everything_lies_with_the_users_data(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    office = office_here()
    assert office.root.name == "consultations"
    assert tmp_path in office.root.parents
    assert office.shelf().opened == ()
    assert list(tmp_path.iterdir()) == []

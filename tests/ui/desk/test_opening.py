"""Opening a consultation at the desk, on real directories."""

from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.packs import write_pack
from icc_consult.services.errors import NotEmpty, PinDoesNotFit

from ui.desk.examined import Examined
from ui.desk.state import (
    Browsing,
    Choosing,
    Failed,
    Field,
    Noting,
    Rail,
    Setting,
    Slip,
    Slipped,
    Standing,
)

from tests.ui.desk.offices import PIN, fill, host_at, open_here, quick_office, try_to_open
from tests.ui.desk.scenes import pack


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def test_a_new_computer_asks_which_consultation(root: Path) -> None:
    assert isinstance(host_at(quick_office(root)).state.today, Choosing)


def test_a_named_directory_is_the_only_one(root: Path) -> None:
    here = root / "stick" / "data"
    host = host_at(quick_office(root, only=here))
    assert isinstance(host.state.today, Choosing)
    open_here(host)
    assert isinstance(host.state.today, Standing)
    assert (here / "answers.db").exists()
    assert not (root / "consultations").exists()


def test_a_named_directory_with_something_else_in_it_is_refused_with_a_sentence(root: Path) -> None:
    here = root / "photos"
    here.mkdir()
    (here / "cat.jpg").write_bytes(b"cat")
    host = host_at(quick_office(root, only=here))
    assert isinstance(host.state.remark, Failed)


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ({"controller": " "}, Slipped(Slip.NO_CONTROLLER, Field.CONTROLLER)),
        ({"pin": "12"}, Failed(PinDoesNotFit(4, 12), Field.PIN)),
        ({"pin": "12a4"}, Failed(PinDoesNotFit(4, 12), Field.PIN)),
        ({"pin_again": "2469"}, Slipped(Slip.PINS_DIFFER, Field.PIN_AGAIN)),
    ],
)
def test_terms_that_do_not_fit_are_pointed_at(root: Path, typed: dict[str, str], remark: object) -> None:
    host = host_at(quick_office(root))
    host.openings.choose_ready()
    fill(host, **({"controller": "City", "pin": PIN, "pin_again": PIN} | typed))
    host.openings.agree()
    assert isinstance(host.state.today, Setting)
    assert host.state.remark == remark


def test_the_words_must_come_back_all_six(root: Path) -> None:
    host = host_at(quick_office(root))
    host.openings.choose_ready()
    fill(host, controller="City", pin=PIN, pin_again=PIN)
    host.openings.agree()
    assert isinstance(host.state.today, Noting)
    words = host.state.today.words
    host.openings.noted()
    for typed, slip in (
        (" ".join(words.split()[:5]), Slip.WORDS_DIFFER),
        ("wrogn " + words, Slip.UNKNOWN_WORDS),
    ):
        fill(host, words=typed)
        host.openings.open()
        assert isinstance(host.state.remark, Slipped)
        assert host.state.remark.slip is slip
    assert not (root / "consultations").exists()


def test_words_that_were_shown_do_not_come_back(root: Path) -> None:
    host = host_at(quick_office(root))
    host.openings.choose_ready()
    fill(host, controller="City", pin=PIN, pin_again=PIN)
    host.openings.agree()
    assert isinstance(host.state.today, Noting)
    shown = host.state.today.words
    host.openings.noted()
    host.openings.draw_again()
    assert isinstance(host.state.today, Noting)
    assert host.state.today.words != shown
    host.openings.back()
    assert isinstance(host.state.today, Setting)
    assert host.state.text(Field.PIN) == PIN


def test_the_chosen_policy_is_opened_with(root: Path) -> None:
    host = host_at(quick_office(root))
    host.openings.choose_ready()
    host.openings.set_policy("discard")
    assert isinstance(host.state.today, Setting)
    assert host.state.today.policy is Policy.DISCARD


def test_looking_around_while_opening_keeps_what_was_typed(root: Path) -> None:
    host = host_at(quick_office(root))
    host.openings.choose_ready()
    fill(host, controller="City", pin=PIN)
    host.go(Rail.LANGUAGES)
    host.go(Rail.TODAY)
    assert isinstance(host.state.today, Setting)
    assert host.state.text(Field.PIN) == PIN


def test_the_pin_of_an_opening_is_forgotten_once_it_is_open(root: Path) -> None:
    host = host_at(quick_office(root))
    open_here(host)
    assert host.state.text(Field.PIN) == ""
    assert host.state.text(Field.WORDS) == ""
    fill(host, staff_pin="2468")
    host.go(Rail.SAFETY)
    assert host.state.text(Field.STAFF_PIN) == ""


def test_a_pack_is_found_on_the_disk_and_taken(root: Path) -> None:
    office = quick_office(root)
    host = host_at(office)
    write_pack(pack(), office.home / "city.iccpack")
    (office.home / "Documents").mkdir()
    (office.home / ".hidden").mkdir()
    host.browse(Field.PATH)
    assert isinstance(host.state.cover, Browsing)
    listing = host.state.cover.listing
    assert [one.name for one in listing.packs] == ["city.iccpack"]
    assert [one.name for one in listing.folders] == ["Documents"]
    host.enter(listing.folders[0])
    assert isinstance(host.state.cover, Browsing)
    assert host.state.cover.listing.packs == ()
    host.take(listing.packs[0])
    assert isinstance(host.state.today, Setting)
    assert host.state.cover is None


def test_forms_are_found_however_their_names_end(root: Path) -> None:
    office = quick_office(root)
    for name in ("a.xlsx", "B.CSV", "c.md", "d.lss", "e.txt", "f.jpg"):
        (office.home / name).write_text("type,name,label")
    assert [one.name for one in office.list_folder(office.home).packs] == ["a.xlsx", "B.CSV", "c.md", "d.lss"]


def test_a_file_that_is_no_pack_is_refused_with_a_sentence(root: Path) -> None:
    office = quick_office(root)
    host = host_at(office)
    (office.home / "notes.iccpack").write_text("buy milk")
    host.browse(Field.PATH)
    fill(host, path=str(office.home / "notes.iccpack"))
    host.take_typed()
    assert isinstance(host.state.remark, Failed)
    assert isinstance(host.state.cover, Browsing)


def test_a_form_with_errors_that_was_pressed_in_the_list_is_examined(root: Path) -> None:
    office = quick_office(root)
    host = host_at(office)
    form = office.home / "school.md"
    form.write_text("| survey |\n| | type | name | label |\n| | select_one colours | a | Which? |\n")
    host.browse(Field.PATH)
    host.take(form)
    assert isinstance(host.state.today, Examined)
    assert host.state.today.path == form
    assert not host.state.today.source.is_usable


def test_a_folder_is_taken_for_the_field_it_was_looked_for(root: Path) -> None:
    host = host_at(quick_office(root))
    host.browse(Field.OUT)
    fill(host, path=str(root))
    host.take_typed()
    assert host.state.text(Field.OUT) == str(root)
    assert host.state.cover is None


def test_nothing_is_written_over_an_opened_directory(root: Path) -> None:
    here = root / "data"
    host = host_at(quick_office(root, only=here))
    open_here(host)
    host.days.choose_other()
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    try_to_open(host)
    assert before == {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert host.state.remark == Failed(NotEmpty(str(here)))

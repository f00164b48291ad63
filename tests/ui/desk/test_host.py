"""What the desk does when something is pressed, on real directories."""

import json
from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.packs import write_pack
from icc_consult.services.errors import Cancelled, Fault, NotEmpty, PinDoesNotFit, WrongPassphrase
from icc_consult.services.premises import Trouble
from icc_consult.storage import troubles

from ui.desk.office import Comfort
from ui.desk.state import (
    Browsing,
    Choosing,
    Failed,
    Field,
    Good,
    Locked,
    Noting,
    Rail,
    Reading,
    Safe,
    Setting,
    Slip,
    Slipped,
    Standing,
    Went,
)

from tests.builders import DAY
from tests.ui.desk.offices import PIN, AtOnce, fill, host_at, open_here, quick_office, try_to_open
from tests.ui.desk.scenes import pack


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def test_a_new_computer_asks_which_consultation(root: Path) -> None:
    assert isinstance(host_at(quick_office(root)).state.today, Choosing)


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


def closed_host(root: Path, hands: AtOnce | None = None) -> tuple[object, str]:
    host = host_at(quick_office(root), hands)
    host.openings.choose_ready()
    fill(host, controller="City", pin=PIN, pin_again=PIN)
    host.openings.agree()
    assert isinstance(host.state.today, Noting)
    words = host.state.today.words
    host.openings.noted()
    fill(host, words=words)
    host.days.when_started = lambda day: day.kiosk.store.release() if day.kiosk.store else None
    host.openings.open()
    host.days.look()
    host.days.ask_to_close()
    host.days.close_for_good()
    return host, words


def test_a_wrong_passphrase_is_an_answer(root: Path) -> None:
    host, words = closed_host(root)
    host.go(Rail.RESULTS)
    fill(host, passphrase="these are not the right words")
    host.readings.unlock()
    assert host.state.remark == Failed(WrongPassphrase(), Field.PASSPHRASE)
    assert host.state.results == Locked()
    fill(host, passphrase=words)
    host.readings.unlock()
    assert isinstance(host.state.results, Reading)
    assert host.state.text(Field.PASSPHRASE) == ""
    host.readings.lock()
    assert host.state.results == Locked()


def test_another_consultation_takes_the_answers_off_the_screen(root: Path) -> None:
    host, words = closed_host(root)
    fill(host, passphrase=words)
    host.readings.unlock()
    host.days.choose_other()
    assert host.state.results == Locked()


def test_a_stopped_export_leaves_nothing_half_written(root: Path) -> None:
    hands = AtOnce()
    host, words = closed_host(root, hands)
    fill(host, passphrase=words)
    host.readings.unlock()
    host.readings.ask_where_to()
    out = Path(host.state.text(Field.OUT))
    assert out.name.endswith("-CONFIDENTIAL")

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    hands.progress = stop
    host.readings.export()
    assert host.state.remark is None
    assert host.state.busy is None
    assert not out.exists()


def test_an_export_into_a_place_that_cannot_be_made_is_told(root: Path) -> None:
    host, words = closed_host(root)
    fill(host, passphrase=words)
    host.readings.unlock()
    host.readings.ask_where_to()
    (root / "file").write_text("")
    fill(host, out=str(root / "file" / "inside"))
    host.readings.export()
    assert isinstance(host.state.remark, Failed)
    fill(host, out=" ")
    host.readings.export()
    assert host.state.remark == Slipped(Slip.NO_FOLDER, Field.OUT)


def test_the_key_moves_to_a_stick_and_is_found_there_again(root: Path) -> None:
    host, words = closed_host(root)
    stick = root / "stick"
    stick.mkdir()
    home = host.state.opened.key
    host.go(Rail.SAFETY)
    host.keepings.show("key")
    fill(host, stick=str(stick))
    host.keepings.carry_key()
    assert isinstance(host.state.remark, Went)
    assert host.state.remark.good is Good.KEY_MOVED
    assert not home.exists()
    (moved,) = stick.iterdir()
    assert host.state.opened.key == moved
    again = host_at(quick_office(root))
    again.days.visit(host.state.opened.data)
    fill(again, passphrase=words)
    again.readings.unlock()
    assert isinstance(again.state.results, Reading)


def test_without_the_stick_the_desk_asks_for_the_key(root: Path) -> None:
    host, words = closed_host(root)
    stick, elsewhere = root / "stick", root / "elsewhere"
    stick.mkdir()
    fill(host, stick=str(stick))
    host.keepings.carry_key()
    stick.rename(elsewhere)
    fill(host, passphrase=words)
    host.readings.unlock()
    assert isinstance(host.state.remark, Failed)
    (key,) = elsewhere.iterdir()
    fill(host, key=str(key))
    host.readings.unlock()
    assert isinstance(host.state.results, Reading)


def test_a_stick_that_is_not_there_is_told_and_the_key_stays(root: Path) -> None:
    host, _ = closed_host(root)
    fill(host, stick=str(root / "nothing"))
    host.keepings.carry_key()
    assert isinstance(host.state.remark, Failed)
    assert host.state.opened.key.exists()
    fill(host, stick=str(host.state.opened.data))
    host.keepings.carry_key()
    assert host.state.remark == Slipped(Slip.SAME_PLACE, Field.STICK)
    assert host.state.opened.key.exists()


def test_a_forgotten_pin_is_set_anew_with_the_passphrase(root: Path) -> None:
    host, words = closed_host(root)
    host.keepings.show("pin")
    fill(host, passphrase="not these", pin="13579", pin_again="13579")
    host.keepings.change_pin()
    assert host.state.remark == Failed(WrongPassphrase(), Field.PASSPHRASE)
    assert host.state.safe is Safe.PIN
    fill(host, passphrase=words)
    host.keepings.change_pin()
    assert host.state.remark == Went(Good.PIN_CHANGED)
    assert host.office.check_pin(host.state.opened.data, "13579").is_right
    assert not host.office.check_pin(host.state.opened.data, PIN).is_right


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


def test_a_file_that_is_no_pack_is_refused_with_a_sentence(root: Path) -> None:
    office = quick_office(root)
    host = host_at(office)
    (office.home / "notes.iccpack").write_text("buy milk")
    host.browse(Field.PATH)
    fill(host, path=str(office.home / "notes.iccpack"))
    host.take_typed()
    assert isinstance(host.state.remark, Failed)
    assert isinstance(host.state.cover, Browsing)


def test_a_folder_is_taken_for_the_field_it_was_looked_for(root: Path) -> None:
    host = host_at(quick_office(root))
    host.browse(Field.OUT)
    fill(host, path=str(root))
    host.take_typed()
    assert host.state.text(Field.OUT) == str(root)
    assert host.state.cover is None


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


def test_nothing_is_written_over_an_opened_directory(root: Path) -> None:
    here = root / "data"
    host = host_at(quick_office(root, only=here))
    open_here(host)
    before = {path.name: path.read_bytes() for path in here.iterdir() if path.name != "lock"}
    host.days.choose_other()
    try_to_open(host)
    assert before == {path.name: path.read_bytes() for path in here.iterdir() if path.name != "lock"}
    assert host.state.remark == Failed(NotEmpty(str(here)))


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

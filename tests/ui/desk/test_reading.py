"""Reading answers, handing them out, and keeping their key safe, on real directories."""

from pathlib import Path

import pytest

from icc_consult.services.errors import Cancelled, WrongPassphrase

from ui.desk.state import (
    Failed,
    Field,
    Good,
    Locked,
    Noting,
    Rail,
    Reading,
    Safe,
    Slip,
    Slipped,
    Went,
)

from tests.ui.desk.offices import PIN, AtOnce, fill, host_at, quick_office


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


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


def test_stop_acts_while_the_files_are_written(root: Path) -> None:
    hands = AtOnce()
    host, words = closed_host(root, hands)
    fill(host, passphrase=words)
    host.readings.unlock()
    host.readings.ask_where_to()
    out = Path(host.state.text(Field.OUT))
    rows = iter(range(9))

    def stop(_done: int, of: int) -> None:
        if of == 0 and next(rows) == 5:
            assert list(out.iterdir())
            raise Cancelled

    hands.progress = stop
    host.readings.export()
    assert next(rows) == 6
    assert host.state.remark is None
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

"""A consultation from its opening to its files, by real presses on the real desk and the real kiosk."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.demo.clock import Clock
from ui.demo.hands import Hands as Fingers
from ui.desk_command import Autostart, OpenDesk
from ui.desk_office import LocalOffice
from ui.doors_command import Doors

from tests.ui.desk.hands import Hands, named, rest
from tests.ui.desk.offices import PIN, quick_office


@dataclass
class Comings:
    """What the desk told the computer about power cuts."""

    told: list[str] = field(default_factory=list)

    @property
    def autostart(self) -> Autostart:
        """In place of the user's own autostart folder."""
        return Autostart(lambda data: self.told.append(data.name), lambda: self.told.append("over"))


Shows = Callable[[LocalOffice], tuple[OpenDesk, Hands, Clock]]


@pytest.fixture
def comings() -> Comings:
    return Comings()


@pytest.fixture
def shows(qapp: QGuiApplication, comings: Comings) -> Iterator[Shows]:
    made: list[OpenDesk] = []

    def show(office: LocalOffice) -> tuple[OpenDesk, Hands, Clock]:
        clock = Clock()
        desk = OpenDesk(office, is_windowed=True, autostart=comings.autostart, clock=clock)
        made.append(desk)
        desk.show()
        hands = Hands(desk.window.shell.view, desk.window)
        hands.wait()
        return desk, hands, clock

    yield show
    for desk in made:
        desk.close()
    rest()


def open_consultation(hands: Hands) -> str:
    """Every step of an opening; the six words."""
    hands.click("chooseReady")
    hands.wait()
    hands.write("controller", "City of Sketches")
    hands.write("contact", "room 12")
    hands.write("pin", PIN)
    hands.write("pinAgain", PIN)
    hands.click("policy-keep")
    hands.click("agree")
    words = " ".join(str(item.property("text")) for item in named(hands.view, "word"))
    hands.click("noted")
    hands.write("sixWords", words)
    hands.click("open")
    hands.wait()
    return words


def answer_once(fingers: Fingers) -> None:
    """One resident who leaves after the first answer, and sends it."""
    for name in (
        "start",
        "language-uk",
        "consent",
        "choice-very_well",
        "next",
        "leave",
        "sendAndLeave",
        "finish",
    ):
        fingers.tap(name)


def end_day(fingers: Fingers) -> None:
    """The gesture, the PIN, and the last press: with it the kiosk is gone."""
    fingers.open_staff_door()
    fingers.type_pin(PIN)
    centre = fingers.centre("endDay")
    fingers.clock.advance(1)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(fingers.view, left, none, centre)
    rest()


def spend_a_day(desk: OpenDesk, hands: Hands, clock: Clock) -> None:
    """One resident comes; then the staff ends the day."""
    assert desk.visit is not None
    assert not hands.view.isVisible()
    fingers = Fingers(desk.visit.window, clock)
    answer_once(fingers)
    end_day(fingers)
    hands.wait()
    assert hands.view.isVisible()
    assert desk.visit.is_over


def close_for_good(hands: Hands) -> None:
    """From the results, which are not there yet, to the end."""
    hands.click("rail-results")
    assert "sealed" in hands.text("reason")
    hands.click("goToToday")
    hands.click("askToClose")
    hands.click("closeForGood")
    hands.wait()


def unlock(hands: Hands, words: str) -> None:
    """First with other words, then with the right ones."""
    hands.click("seeResults")
    hands.write("passphrase", "one two three four five six")
    hands.press(Qt.Key.Key_Return)
    hands.wait()
    assert "not the right one" in hands.text("remark")
    hands.write("passphrase", words)
    hands.click("unlock")
    hands.wait()
    assert hands.text("lead") == "1 response was read."


def export(hands: Hands, out: Path) -> None:
    """For a European spreadsheet."""
    hands.click("askWhereTo")
    hands.write("out", str(out))
    hands.click("separator-semicolon")
    hands.click("export")
    hands.wait()
    assert "1 response was written" in hands.text("remark")


def test_a_consultation_from_its_opening_to_its_files(shows: Shows, comings: Comings, tmp_path: Path) -> None:
    desk, hands, clock = shows(LocalOffice(tmp_path / "consultations", home=tmp_path))
    words = open_consultation(hands)
    assert comings.told == ["lisbon-10-commitments-v1"]
    spend_a_day(desk, hands, clock)
    assert comings.told == ["lisbon-10-commitments-v1", "over"]
    assert hands.text("heading") == "Our city, our voice"
    close_for_good(hands)
    unlock(hands, words)
    export(hands, tmp_path / "files")
    with (tmp_path / "files" / "answers.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream, delimiter=";")
    assert (row["q01"], row["q01__lang"], row["response__ended"]) == ("very_well", "uk", "left")
    names = {path.name for path in (tmp_path / "files").iterdir()}
    assert names == {"CONFIDENTIAL.txt", "answers.csv", "codebook.csv", "frequencies.csv", "texts.csv"}


def test_the_second_morning_begins_with_the_pin(shows: Shows, tmp_path: Path) -> None:
    desk, hands, clock = shows(quick_office(tmp_path))
    open_consultation(hands)
    assert desk.visit is not None
    end_day(Fingers(desk.visit.window, clock))
    hands.wait()
    hands.write("staffPin", "1111")
    hands.click("startDay")
    hands.wait()
    assert hands.text("remark") == "Wrong PIN."
    assert hands.text("staffPin") == ""
    hands.write("staffPin", PIN)
    hands.press(Qt.Key.Key_Return)
    hands.wait()
    assert not desk.visit.is_over
    assert not hands.view.isVisible()
    end_day(Fingers(desk.visit.window, clock))
    hands.wait()
    assert hands.view.isVisible()


def test_a_day_is_not_left_by_closing_its_window(shows: Shows, tmp_path: Path) -> None:
    desk, hands, _ = shows(quick_office(tmp_path))
    open_consultation(hands)
    assert desk.visit is not None
    assert not desk.visit.window.shell.view.close()
    rest()
    assert not desk.visit.is_over
    assert not hands.view.isVisible()


def test_trying_the_kiosk_stores_nothing_and_leads_back(
    shows: Shows, qapp: QGuiApplication, tmp_path: Path
) -> None:
    desk, hands, clock = shows(quick_office(tmp_path))
    hands.click("chooseReady")
    hands.wait()
    hands.click("rail-consultation")
    hands.click("rehearse")
    assert desk.visit is not None
    answer_once(Fingers(desk.visit.window, clock))
    ended: list[bool] = []
    qapp.lastWindowClosed.connect(lambda: ended.append(True))
    desk.visit.window.shell.view.close()
    rest()
    hands.wait()
    assert desk.visit.is_over
    assert hands.view.isVisible()
    assert ended == []
    assert list(tmp_path.rglob("*.db")) == []
    assert hands.find("rehearse")


def test_after_the_kiosk_the_desk_speaks_its_own_language_again(shows: Shows, tmp_path: Path) -> None:
    desk, hands, clock = shows(quick_office(tmp_path))
    hands.click("language")
    hands.click("speak-de")
    german = hands.find("textSize").property("label")
    assert german == "Textgröße"
    hands.click("chooseReady")
    hands.wait()
    hands.click("rail-languages")
    hands.click("rehearse")
    assert desk.visit is not None
    fingers = Fingers(desk.visit.window, clock)
    assert "Touch the screen to start" in fingers.texts()
    for name in ("start", "language-fr"):
        fingers.tap(name)
    desk.visit.end()
    rest()
    hands.wait()
    assert hands.find("textSize").property("label") == german


def test_the_two_doors_lead_to_the_kiosk_and_to_the_desk(qapp: QGuiApplication, tmp_path: Path) -> None:
    doors = Doors(quick_office(tmp_path))
    doors.show()
    hands = Hands(doors.window.shell.view)
    hands.click("tryKiosk")
    assert doors.visit is not None
    assert not hands.view.isVisible()
    doors.visit.window.shell.view.close()
    rest()
    assert doors.visit.is_over
    assert hands.view.isVisible()
    hands.click("goToDesk")
    assert doors.desk is not None
    assert doors.desk.window.shell.view.isVisible()
    assert not hands.view.isVisible()
    Hands(doors.desk.window.shell.view, doors.desk.window).wait()
    doors.close()
    rest()

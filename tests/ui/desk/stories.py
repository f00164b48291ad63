"""A real consultation with a few answers, a desk before it, and sticks that are folders."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from icc_consult.assets import resources
from icc_consult.bootstrap import open_kiosk
from icc_consult.cli import main
from icc_consult.services import responding

from PySide6.QtCore import QCoreApplication, QEventLoop

from ui.desk.office import Comfort
from ui.desk_office import LocalOffice
from ui.desk_window import DeskWindow

from tests.builders import DAY
from tests.ui.desk.hands import Hands, rest

SAMPLE = resources() / "consultations" / "our-city-our-voice"
AGE = b"age-encryption.org/v1\n"
WORDS = "passphrase"


def quick_locks(patch: pytest.MonkeyPatch) -> None:
    """The key file is the real one; only its lock, which takes a second each time, is left out."""
    patch.setattr("icc_consult.trust.vault.locked", _locked)
    patch.setattr("icc_consult.trust.vault.unlocked", _unlocked)


def _locked(text: bytes, _passphrase: str) -> bytes:
    return AGE + text


def _unlocked(text: bytes, passphrase: str) -> bytes:
    from icc_consult.services.errors import WrongPassphrase  # noqa: PLC0415

    if "wrong" in passphrase:
        raise WrongPassphrase
    return text.removeprefix(AGE)


def opened_by_command(place: Path, name: str, *more: str) -> Path:
    """A consultation that was opened from the command line."""
    data = place / "consultations" / name
    (place / "pin").write_text("2468")
    passphrase = () if "--join" in more else ("--passphrase-file", str(place / WORDS))
    assert (
        main(["open", str(SAMPLE), "--data", str(data), "--pin-file", str(place / "pin"), *passphrase, *more])
        == 0
    )
    return data


def collect(data: Path, count: int) -> None:
    """So many residents who answer nothing and send it."""
    kiosk = open_kiosk(data)
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=kiosk.consultation.languages[0]))
    assert kiosk.store is not None
    kiosk.store.release()


class Halt:
    """Where work waits until somebody who pressed *Stop* lets it go on."""

    def __init__(self) -> None:
        """Nobody has come here yet."""
        self.reached, self._gone_on = Event(), Event()

    def here(self) -> None:
        """Wait, once."""
        self.reached.set()
        self._gone_on.wait()

    def go_on(self) -> None:
        """Nobody waits any more."""
        self._gone_on.set()


@dataclass
class Before:
    """A person before the desk, and what lies around."""

    place: Path
    window: DeskWindow
    hands: Hands

    @property
    def words(self) -> str:
        """The six words that were noted at the opening."""
        return (self.place / WORDS).read_text().strip()

    def stick(self, name: str) -> Path:
        """A stick of this name that is in."""
        return self.place / "media" / name

    def remark(self) -> str:
        """What is said above the page."""
        return self.hands.text("remark") if self.hands.see("remark") else ""

    def go(self, errand: str) -> None:
        """From wherever to one of the errands."""
        self.hands.click("rail-sticks")
        self.hands.click(f"errand-{errand}")
        self.hands.wait()

    def press(self, name: str) -> None:
        """Press it and wait for what comes of it."""
        self.hands.click(name)
        self.hands.wait()

    def press_and_stop(self, name: str, halt: Halt) -> None:
        """Press it, and *Stop* once the work has come to a certain place."""
        self.hands.click(name)
        while not (halt.reached.is_set() and self.hands.see("cancel")):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.hands.click("cancel")
        halt.go_on()
        self.hands.wait()


def desk_before(place: Path, patch: pytest.MonkeyPatch, *sticks: str) -> Iterator[Before]:
    """The desk of this place with these sticks in."""
    for name in sticks:
        (place / "media" / name).mkdir(parents=True, exist_ok=True)
    mounted = tuple(place / "media" / name for name in sticks)
    patch.setattr("ui.errands.sticks", lambda: tuple(one for one in mounted if one.is_dir()))
    window = DeskWindow(
        LocalOffice(place / "consultations", home=place),
        Comfort("en", "light", 1),
        on_open_kiosk=lambda _day: None,
        on_try_kiosk=lambda _pack: None,
        today=lambda: DAY,
    )
    window.show()
    before = Before(place, window, Hands(window.shell.view, window))
    before.hands.wait()
    yield before
    window.close()
    rest()

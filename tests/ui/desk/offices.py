"""Offices for tests: real directories with keys whose lock takes no time, and hands that do work at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.premises import Desk, Progress, silently
from icc_consult.storage.directory import LocalDirectory
from icc_consult.trust.pin import hash_pin

from ui.desk.host import Host
from ui.desk.office import Comfort
from ui.desk.state import DeskState, Field
from ui.desk_office import LocalOffice
from ui.jobs import Done, Outcome, Refused

from tests.builders import DAY, NOW, QuickVault
from tests.ui.desk.scenes import pack

PIN = "2468"


class DoorVault(QuickVault):
    """Keys whose lock takes no time, and a PIN as the staff door wants it."""

    def hash_pin(self, pin: str) -> str:
        """Hashed in earnest: the door compares in earnest."""
        return hash_pin(pin)


def quick_desk(data: Path) -> Desk:
    """A desk with a quick vault."""
    return Desk(LocalDirectory(data, lambda: DAY), DoorVault(), lambda: pack().consultation, now=lambda: NOW)


def quick_office(root: Path, only: Path | None = None) -> LocalOffice:
    """An office in a place of its own."""
    home = root / "home"
    home.mkdir(parents=True, exist_ok=True)
    return LocalOffice(root / "consultations", only=only, desk_at=quick_desk, home=home)


class AtOnce:
    """Does the work here and now."""

    def __init__(self) -> None:
        self.progress: Progress = silently
        self.is_cancelled = False

    def start(self, work: Callable[[Progress], Any], then: Callable[[Outcome[Any]], None]) -> None:
        """Do it, then tell what came of it."""
        try:
            outcome: Outcome[Any] = Done(work(self.progress))
        except (BrokenRule, OSError) as error:
            outcome = Refused(error)
        then(outcome)

    def cancel(self) -> None:
        """Too late."""
        self.is_cancelled = True


def host_at(office: LocalOffice, hands: AtOnce | None = None) -> Host:
    """A desk without a window that has just begun."""
    host = Host(office, hands or AtOnce(), Comfort("en", "light", 1))
    host.days.look()
    return host


def fill(host: Host, **typed: str) -> DeskState:
    """Type into fields by their names."""
    for name, text in typed.items():
        host.write(Field[name.upper()], text)
    return host.state


def open_here(host: Host) -> None:
    """An opened consultation whose kiosk was let go of again."""
    try_to_open(host)
    host.days.look()


def try_to_open(host: Host) -> None:
    """From the ready consultation to the press on *Open*."""
    host.days.when_started = lambda day: day.kiosk.store.release() if day.kiosk.store else None
    host.openings.choose_ready()
    fill(host, controller="City of Sketches", contact="room 12", pin=PIN, pin_again=PIN)
    host.openings.agree()
    host.openings.noted()
    fill(host, words=host.state.today.words)  # type: ignore[union-attr]
    host.openings.open()

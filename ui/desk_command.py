"""`icc-consult desk [--data DIR]`: the facilitator's screen, which becomes the kiosk and comes back."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from icc_consult import bootstrap
from icc_consult.autostart import come_back, stay_away
from icc_consult.packs import Pack

from PySide6.QtCore import QLocale, QStandardPaths

from ui.desk.interface import nearest_language
from ui.desk.office import Comfort, Day
from ui.desk_office import LocalOffice
from ui.desk_window import DeskWindow
from ui.devices import Devices, add_devices
from ui.kiosk_visit import KioskVisit, day_visit, practice_visit
from ui.shell import application


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    command = argparse.ArgumentParser(prog="icc-consult desk", description="Open the facilitator's desk.")
    add_inches(command)
    command.add_argument("--data", type=Path, metavar="DIR", help="be about this data directory only")
    command.add_argument("--size", metavar="WxH", default="1280x800", help="size of the window in pixels")
    add_devices(command)
    return command


def add_inches(command: argparse.ArgumentParser) -> None:
    """How large the screen really is."""
    what = "diagonal of the screen, where it lies about it"
    command.add_argument("--inches", type=float, default=0.0, help=what)


def run(argv: Sequence[str]) -> int:
    """Show the desk until its window is closed; the exit code."""
    options = parser().parse_args(argv)
    width, height = (int(part) for part in options.size.split("x"))
    app = application()
    desk = OpenDesk(
        office_here(options.data),
        size=(width, height),
        inches=options.inches,
        devices=Devices.of(options),
    )
    desk.show()
    code = int(app.exec())
    desk.close()
    return code


def office_here(only: Path | None = None) -> LocalOffice:
    """The office of this computer's user; opened consultations lie where the system keeps a user's data."""
    application()
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return LocalOffice(Path(place) / "consultations", only=only.absolute() if only else None)


def system_comfort() -> Comfort:
    """The system's language where the desk speaks it, in plain looks."""
    return Comfort(nearest_language(QLocale.system().bcp47Name()), "light", 1)


def _tell(message: str) -> None:
    print(message, file=sys.stderr)  # noqa: T201


@dataclass(frozen=True)
class Autostart:
    """Whether the kiosk comes back after a power cut."""

    come_back: Callable[..., None] = come_back
    stay_away: Callable[[], None] = stay_away


@dataclass
class OpenDesk:
    """The desk's window, and the kiosk in its place while one is shown."""

    office: LocalOffice
    size: tuple[int, int] = (1280, 800)
    inches: float = 0.0
    is_windowed: bool = False
    autostart: Autostart = field(default_factory=Autostart)
    devices: Devices = field(default_factory=Devices)
    clock: Callable[[], float] = time.monotonic
    visit: KioskVisit | None = None

    def __post_init__(self) -> None:
        self.window = DeskWindow(
            self.office,
            self.office.remembered(system_comfort()),
            on_open_kiosk=self.open_kiosk,
            on_try_kiosk=self.try_kiosk,
            inches=self.inches,
        )

    def show(self) -> None:
        """Show the desk."""
        self.window.show(width=self.size[0], height=self.size[1])

    def open_kiosk(self, day: Day) -> None:
        """The screen becomes the kiosk; the staff PIN ends the day and brings the desk back."""
        self._come_back_after_a_power_cut(day.data)
        ended = partial(self._day_ended, day.data)
        visit = day_visit(day, ended, inches=self.inches, clock=self.clock)
        self._turn(visit, windowed=self.is_windowed)
        self.devices.attach(visit.window, _tell)

    def try_kiosk(self, pack: Pack) -> None:
        """Practice in a window that can be closed."""
        kiosk = bootstrap.practice_kiosk(pack)
        visit = practice_visit(pack, kiosk, self.window.come_back, inches=self.inches, clock=self.clock)
        self._turn(visit, windowed=True)

    def _turn(self, visit: KioskVisit, *, windowed: bool) -> None:
        self.visit = visit
        visit.window.show(windowed=windowed, width=self.size[0], height=self.size[1])
        self.window.step_aside()

    def _day_ended(self, data: Path) -> None:
        self.autostart.stay_away()
        self.window.come_back()
        self.window.host.days.visit(data)

    def _come_back_after_a_power_cut(self, data: Path) -> None:
        try:
            self.autostart.come_back(data, *self.devices.arguments)
        except OSError as trouble:
            _tell(f"icc-consult: the kiosk will not start by itself after a power cut ({trouble}).")

    def close(self) -> None:
        """Take everything down."""
        if self.visit is not None:
            self.visit.take_down()
        self.window.close()

"""`icc-consult` alone: a start window with two doors."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from icc_consult import bootstrap
from icc_consult.packs import read_pack

import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer

from ui.desk_command import OpenDesk, add_inches, office_here, system_comfort
from ui.desk_office import LocalOffice
from ui.doors.doors import DoorsViewModel
from ui.kiosk_visit import KioskVisit, practice_visit
from ui.shell import Shell, application


def run(argv: Sequence[str]) -> int:
    """Show the doors, and what is behind the one that is taken; the exit code."""
    command = argparse.ArgumentParser(prog="icc-consult", description="Open the program's start window.")
    add_inches(command)
    options = command.parse_args(argv)
    app = application()
    doors = Doors(office_here(), inches=options.inches)
    doors.show()
    code = int(app.exec())
    doors.close()
    return code


class DoorsWindow:
    """The window with the two doors."""

    def __init__(
        self, tag: str, *, when_tried: Callable[[], None], when_desk: Callable[[], None], inches: float = 0.0
    ) -> None:
        self.shell = Shell(inches=inches)
        self.view_model = DoorsViewModel(tag, when_tried=when_tried, when_desk=when_desk)
        self.shell.speak(tag)
        self.shell.load("ui.doors", "Doors", viewModel=self.view_model)

    def show(self, *, width: int, height: int) -> None:
        """In a window of this many pixels."""
        self.shell.view.resize(width, height)
        self.shell.view.show()

    def step_aside(self) -> None:
        """Another window takes the screen, and the voice."""
        QCoreApplication.removeTranslator(self.shell.translator)
        self.shell.view.hide()

    def come_back(self) -> None:
        """The doors again."""
        QCoreApplication.installTranslator(self.shell.translator)
        self.shell.speak(self.view_model.props.language)
        self.shell.view.show()

    def close(self) -> None:
        """Take the window down: the page first, then the view model behind it."""
        QCoreApplication.removeTranslator(self.shell.translator)
        self.shell.view.close()
        shiboken6.delete(self.shell.view)


@dataclass
class Doors:
    """The doors, and what stands in their place once one was taken."""

    office: LocalOffice
    size: tuple[int, int] = (1280, 800)
    inches: float = 0.0
    desk: OpenDesk | None = None
    visit: KioskVisit | None = None

    def __post_init__(self) -> None:
        tag = self.office.remembered(system_comfort()).language
        self.window = DoorsWindow(
            tag, when_tried=self.try_kiosk, when_desk=self.go_to_desk, inches=self.inches
        )

    def show(self) -> None:
        """Show the doors."""
        self.window.show(width=self.size[0], height=self.size[1])

    def try_kiosk(self) -> None:
        """Practice with the ready consultation; closing it leads back to the doors."""
        pack = read_pack(self.office.ready_pack())
        kiosk = bootstrap.practice_kiosk(pack)
        self.visit = practice_visit(pack, kiosk, self.window.come_back, inches=self.inches)
        self.visit.window.show(windowed=True, width=self.size[0], height=self.size[1])
        self.window.step_aside()

    def go_to_desk(self) -> None:
        """Open the desk, once the press on its door is over."""
        QTimer.singleShot(0, self._open_desk)

    def _open_desk(self) -> None:
        self.desk = OpenDesk(self.office, size=self.size, inches=self.inches)
        self.desk.show()
        self.window.step_aside()

    def close(self) -> None:
        """Take everything down."""
        if self.visit is not None:
            self.visit.take_down()
        if self.desk is not None:
            self.desk.close()
        self.window.close()

"""What is plugged into a kiosk and reads vouchers there, as it was named when the program was started."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.later import Later

if TYPE_CHECKING:
    from ui import scanner
    from ui.kiosk_window import KioskWindow
else:
    scanner = Later("ui.scanner")

Tell = Callable[[str], None]


def add_devices(command: argparse.ArgumentParser) -> None:
    """The options of a command that shows a kiosk."""
    command.add_argument("--scanner", type=Path, metavar="PORT", help="serial port of a scanner for vouchers")


@dataclass(frozen=True)
class Devices:
    """What reads vouchers besides keys and the screen."""

    scanner: Path | None = None

    @classmethod
    def of(cls, options: argparse.Namespace) -> Devices:
        """Those that were named; a path without a folder is one of this folder's."""
        return cls(options.scanner and options.scanner.absolute())

    @property
    def arguments(self) -> tuple[str, ...]:
        """The options that name the same devices again."""
        return ("--scanner", str(self.scanner)) if self.scanner else ()

    def attach(self, window: KioskWindow, tell: Tell) -> None:
        """Let this window hear what they read; `tell` tells the staff what cannot be reached."""
        if self.scanner is not None:
            reading = scanner.Scanner(self.scanner)
            reading.lost.connect(partial(_lost, tell, self.scanner))
            window.hear(reading)
            reading.start()


def _lost(tell: Tell, port: Path, why: str) -> None:
    tell(f"icc-consult: the scanner {port} cannot be read ({why}); it is looked for until it can.")

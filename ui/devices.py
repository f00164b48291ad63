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
    from icc_consult import cameras, sentences
    from icc_consult.domain.errors import BrokenRule

    from ui import camera, scanner
    from ui.kiosk_window import KioskWindow
else:
    camera = Later("ui.camera")
    scanner = Later("ui.scanner")
    cameras = Later("icc_consult.cameras")
    sentences = Later("icc_consult.sentences")

Tell = Callable[[str], None]


def add_devices(command: argparse.ArgumentParser) -> None:
    """The options of a command that shows a kiosk."""
    command.add_argument("--scanner", type=Path, metavar="PORT", help="serial port of a scanner for vouchers")
    command.add_argument(
        "--camera",
        nargs="?",
        const="0",
        default="",
        metavar="N|FILE",
        help="the camera of this number (0) looks for vouchers; or a film in a file, to try it",
    )


@dataclass(frozen=True)
class Devices:
    """What reads vouchers besides keys and the screen."""

    scanner: Path | None = None
    camera: str = ""

    @classmethod
    def of(cls, options: argparse.Namespace) -> Devices:
        """Those that were named; a path without a folder is one of this folder's."""
        return cls(options.scanner and options.scanner.absolute(), _camera(options.camera))

    @property
    def arguments(self) -> tuple[str, ...]:
        """The options that name the same devices again."""
        scanner = ("--scanner", str(self.scanner)) if self.scanner else ()
        return (*scanner, "--camera", self.camera) if self.camera else scanner

    def attach(self, window: KioskWindow, tell: Tell) -> None:
        """Let this window hear what they read; `tell` tells the staff what cannot be reached."""
        if self.scanner is not None:
            reading = scanner.Scanner(self.scanner)
            reading.lost.connect(partial(_lost, tell, self.scanner))
            window.hear(reading)
            reading.start()
        if self.camera:
            looking = camera.Camera(cameras.source_named(self.camera))
            looking.lost.connect(partial(_not_seen, tell))
            window.hear(looking)
            window.when_asking = looking.attend
            looking.check()


def _camera(named: str) -> str:
    return str(Path(named).absolute()) if named and not named.isdigit() else named


def _not_seen(tell: Tell, trouble: BrokenRule | OSError) -> None:
    tell(f"icc-consult: {sentences.sentence(trouble)}")


def _lost(tell: Tell, port: Path, why: str) -> None:
    tell(f"icc-consult: the scanner {port} cannot be read ({why}); it is looked for until it can.")

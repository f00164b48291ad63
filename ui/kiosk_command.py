"""`icc-consult kiosk PACK [--data DIR]`: the resident's screen."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from icc_consult.domain.errors import BrokenRule
from icc_consult.doorstep import NoDoorstep, read_doorstep

from ui.backstage import Backstage
from ui.devices import Devices, add_devices
from ui.glimpse import Glimpse
from ui.kiosk_window import KioskWindow
from ui.later import Later

if TYPE_CHECKING:
    from icc_consult import autostart, bootstrap, sheltered
    from icc_consult.commands import speaking
    from icc_consult.domain.consultation import Consultation
    from icc_consult.packs import Pack

    from ui.kiosk.scene import Promise
else:
    autostart = Later("icc_consult.autostart")
    bootstrap = Later("icc_consult.bootstrap")
    sheltered = Later("icc_consult.sheltered")
    speaking = Later("icc_consult.commands.speaking")


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    command = argparse.ArgumentParser(
        prog="icc-consult kiosk", description="Show a consultation to residents."
    )
    command.add_argument("pack", type=Path, nargs="?", metavar="PACK", help="a pack, or a form")
    command.add_argument(
        "--data", type=Path, metavar="DIR", help="store answers here; without it nothing is stored"
    )
    command.add_argument("--windowed", action="store_true", help="in a window instead of the whole screen")
    command.add_argument("--size", metavar="WxH", default="1280x800", help="size of that window in pixels")
    command.add_argument(
        "--inches", type=float, default=0.0, help="diagonal of the screen, where it lies about it"
    )
    add_devices(command)
    return command


def run(argv: Sequence[str]) -> int:
    """Show the kiosk until the staff ends the day; the exit code."""
    command = parser()
    options = command.parse_args(argv)
    if options.pack is None and options.data is None:
        command.error("give a PACK to try, or --data DIR with an opened consultation")
    width, height = (int(part) for part in options.size.split("x"))
    day = _Day(options)
    try:
        window = day.window()
    except (BrokenRule, OSError) as trouble:
        return _refused(trouble, options)
    window.show(windowed=options.windowed, width=width, height=height)
    code = int(window.shell.app.exec())
    window.close()
    return day.end() or code


def _refused(trouble: BrokenRule | OSError, options: argparse.Namespace) -> int:
    from icc_consult.cli import exit_code  # noqa: PLC0415 - only where something is wrong
    from icc_consult.sentences import sentence  # noqa: PLC0415

    speaking.tell(f"icc-consult: {sentence(trouble, pack=str(options.pack or options.data))}")
    return exit_code(trouble)


class _Day:
    """A kiosk on the screen. Its first pages come from a doorstep; what is behind is checked right after."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._behind = Backstage(partial(_pack, options), options.data)
        self.trouble: BrokenRule | OSError | None = None

    def window(self) -> KioskWindow:
        """The window; raises what is wrong with the pack or the directory."""
        try:
            known: object = read_doorstep(self._options.pack, self._options.data)
        except NoDoorstep:
            self._behind.check()
            known = self._behind.consultation
        window = _window(self._behind, known, inches=self._options.inches)
        window.when_drawn = partial(self._step_in, window)
        return window

    def _step_in(self, window: KioskWindow) -> bool:
        try:
            self._behind.check()
        except (BrokenRule, OSError) as trouble:
            self.trouble = trouble
            window.shell.app.exit()
            return False
        window.host.consultation = self._behind.consultation
        self._behind.open()
        devices = Devices.of(self._options)
        devices.attach(window, speaking.tell)
        if self._comes_back:
            self._come_back(self._options.data, devices)
        return True

    def _come_back(self, data: Path, devices: Devices) -> None:
        try:
            autostart.come_back(data, *devices.arguments)
        except OSError as trouble:
            speaking.tell(f"icc-consult: the kiosk will not start by itself after a power cut ({trouble}).")

    @property
    def _comes_back(self) -> bool:
        return self._options.data is not None and not self._options.windowed

    def end(self) -> int:
        """The exit code of a day that has ended; nothing of it goes on."""
        self._behind.close()
        if self._comes_back:
            autostart.stay_away()
        return _refused(self.trouble, self._options) if self.trouble else 0


def _pack(options: argparse.Namespace) -> Pack:
    return sheltered.usable_pack(options.pack) if options.pack else bootstrap.opened_pack(options.data)


def kiosk_window(
    pack: Pack, data: Path | None, *, inches: float = 0.0, clock: Callable[[], float] = time.monotonic
) -> KioskWindow:
    """The window for a pack: practice without a data directory, locked and stored with one.

    The database and the cipher are brought in beside the first frame, not before it. `clock` is monotonic,
    in seconds.
    """
    behind = Backstage(lambda: pack, data)
    behind.check()
    behind.open()
    return _window(behind, pack.consultation, inches=inches, clock=clock)


def _window(
    behind: Backstage, known: object, *, inches: float, clock: Callable[[], float] = time.monotonic
) -> KioskWindow:
    whole = Glimpse(known, lambda: behind.consultation)
    promise = Glimpse(SimpleNamespace(is_practice=not behind.is_stored), lambda: behind.promise)
    window = KioskWindow(
        cast("Consultation", whole),
        behind.kiosk,
        lambda: cast("Promise", promise),
        door=behind if behind.is_stored else None,
        is_locked=behind.is_stored,
        inches=inches,
        clock=clock,
    )
    window.when_resting = behind.rest
    window.media = lambda: behind.media
    return window

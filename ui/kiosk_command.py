"""`icc-consult kiosk PACK [--data DIR]`: the resident's screen."""

import argparse
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from icc_consult import bootstrap
from icc_consult.autostart import come_back, stay_away
from icc_consult.commands.speaking import tell
from icc_consult.domain.errors import BrokenRule
from icc_consult.packs import Pack, read_pack
from icc_consult.services.premises import StaffDoor
from icc_consult.services.responding import Kiosk

from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    command = argparse.ArgumentParser(
        prog="icc-consult kiosk", description="Show a consultation to residents."
    )
    command.add_argument("pack", type=Path, nargs="?", metavar="PACK", help="an .iccpack file or directory")
    command.add_argument(
        "--data", type=Path, metavar="DIR", help="store answers here; without it nothing is stored"
    )
    command.add_argument("--windowed", action="store_true", help="in a window instead of the whole screen")
    command.add_argument("--size", metavar="WxH", default="1280x800", help="size of that window in pixels")
    command.add_argument(
        "--inches", type=float, default=0.0, help="diagonal of the screen, where it lies about it"
    )
    return command


def run(argv: Sequence[str]) -> int:
    """Show the kiosk until the staff ends the day; the exit code."""
    command = parser()
    options = command.parse_args(argv)
    width, height = (int(part) for part in options.size.split("x"))
    try:
        pack = _pack(command, options)
        window = kiosk_window(pack, options.data, inches=options.inches)
    except (BrokenRule, OSError) as trouble:
        from icc_consult.cli import exit_code  # noqa: PLC0415 - only where something is wrong
        from icc_consult.sentences import sentence  # noqa: PLC0415

        tell(f"icc-consult: {sentence(trouble, pack=str(options.pack or options.data))}")
        return exit_code(trouble)
    is_day = options.data is not None and not options.windowed
    if is_day:
        _come_back(options.data)
    window.show(windowed=options.windowed, width=width, height=height)
    code = int(window.shell.app.exec())
    window.close()
    if is_day:
        stay_away()
    return code


def _pack(command: argparse.ArgumentParser, options: argparse.Namespace) -> Pack:
    if options.pack is None and options.data is None:
        command.error("give a PACK to try, or --data DIR with an opened consultation")
    return read_pack(options.pack) if options.pack else bootstrap.opened_pack(options.data)


def _come_back(data: Path) -> None:
    try:
        come_back(data)
    except OSError as trouble:
        tell(f"icc-consult: the kiosk will not start by itself after a power cut ({trouble}).")


def kiosk_window(
    pack: Pack, data: Path | None, *, inches: float = 0.0, clock: Callable[[], float] = time.monotonic
) -> KioskWindow:
    """The window for a pack: practice without a data directory, locked and stored with one.

    The database and the cipher are brought in beside the first frame, not before it. `clock` is monotonic,
    in seconds.
    """
    if data is None:
        promise = Promise(pack.consultation.policy, is_practice=True)
        practice = bootstrap.practice_kiosk(pack)
        return KioskWindow(pack.consultation, lambda: practice, lambda: promise, inches=inches, clock=clock)
    opening = bootstrap.kiosk_opening(data, pack)
    promise = Promise(opening.terms.policy, opening.terms.controller, opening.terms.contact)
    pool = ThreadPoolExecutor(max_workers=1)
    opened: Future[tuple[Kiosk, StaffDoor]] = pool.submit(_open, data, pack)
    pool.shutdown(wait=False)
    return KioskWindow(
        pack.consultation,
        lambda: opened.result()[0],
        lambda: promise,
        door=_LaterDoor(opened),
        is_locked=True,
        inches=inches,
        clock=clock,
    )


def _open(data: Path, pack: Pack) -> tuple[Kiosk, StaffDoor]:
    return bootstrap.open_kiosk(data, pack), bootstrap.staff_door(data)


class _LaterDoor:
    def __init__(self, opened: "Future[tuple[Kiosk, StaffDoor]]") -> None:
        self._opened = opened

    def try_pin(self, pin: str):  # type: ignore[no-untyped-def]
        return self._opened.result()[1].try_pin(pin)

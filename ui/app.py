"""The program's entrance: windows are opened here; every other command goes to `icc_consult.cli`."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from ui.quickened import bring_in_qt

_WINDOWS = {
    "": "ui.doors_command",
    "kiosk": "ui.kiosk_command",
    "desk": "ui.desk_command",
    "demo": "ui.demo_command",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run `icc-consult` with these arguments; the exit code. Without any it shows the two doors."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = arguments[0] if arguments else ""
    if command in _WINDOWS:
        return int(window(command).run(arguments[1:]))
    from icc_consult.cli import main as without_windows  # noqa: PLC0415 - windows need none of it

    return without_windows(arguments)


def window(command: str) -> Any:
    """The module of a window. What comes in with it stays, so nobody looks through it for what is garbage."""
    gc.disable()
    bring_in_qt()
    module = import_module(_WINDOWS[command])
    gc.freeze()
    gc.enable()
    return module


if __name__ == "__main__":
    raise SystemExit(main())

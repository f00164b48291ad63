"""The kiosk as `icc-consult kiosk` starts it, stopped at the first frame of a page; for `kiosk_start`."""

import os
import sys
import time
from functools import partial
from importlib import import_module
from typing import Any

from ui import app

_BEGAN, _PAGE = float(sys.argv[1]), sys.argv[2]


def _drawn(window: Any) -> None:
    if window.view_model.page_name == _PAGE:
        print(time.monotonic() - _BEGAN, time.process_time(), flush=True)
        os._exit(0)


def _watch(module: Any) -> None:
    """Let the window say when it has drawn; where the picker is asked for, it is the page it begins with."""
    really_show, really_fresh = module.KioskWindow.show, module.Host._fresh  # noqa: SLF001 - where a day begins

    def show(window: Any, **size: Any) -> None:
        window.shell.view.frameSwapped.connect(partial(_drawn, window))
        really_show(window, **size)

    def fresh(host: Any) -> Any:
        journey = really_fresh(host)
        return journey.at(import_module("ui.kiosk.journey").Picking()) if _PAGE == "languages" else journey

    module.KioskWindow.show, module.Host._fresh = show, fresh  # noqa: SLF001


app.window("kiosk")  # brought in as `main` does it
_watch(import_module("ui.kiosk_window"))
raise SystemExit(app.main(["kiosk", *sys.argv[3:], "--windowed"]))

"""Forks kiosks: all that one imports is imported here once, and nothing opened.

There is no window, database or thread that one kiosk could leave to the next. `kiosks` starts this with a
socket, and sends over it the words of each kiosk and where it speaks.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
import traceback
from contextlib import suppress
from pathlib import Path

from PySide6 import QtCore, QtGui, QtQml, QtQuick, QtTest

import ui.kiosk

from scripts.torture import resident

_BEHIND = (
    "concurrent.futures.thread",
    "icc_consult.bootstrap",
    "icc_consult.storage.day_store",
    "icc_consult.storage.store",
    "icc_consult.trust.pin",
    "icc_consult.trust.vault",
    "icc_consult.trust.vouchers",
    "sqlalchemy.dialects.sqlite",
)
_MOST_BYTES = 1 << 16


class ThreadsHere(Exception):
    """A fork takes one thread along, and here there are more; how many."""


def _import_all() -> None:
    windows = [one.name for one in pkgutil.iter_modules(ui.kiosk.__path__, "ui.kiosk.")]
    for name in (*_BEHIND, *windows):
        importlib.import_module(name)
    for module in (QtCore, QtGui, QtQml, QtQuick, QtTest):
        for name in dir(module):
            getattr(module, name)
    gc.freeze()


def _check_alone() -> None:
    if (threads := len([*Path("/proc/self/task").iterdir()])) > 1:
        raise ThreadsHere(threads)


def main(number: str) -> None:
    """Fork one kiosk after the other, each until it was killed, as long as somebody asks for more."""
    _import_all()
    with socket.socket(fileno=int(number)) as asked:
        while True:
            words, handles, _, _ = socket.recv_fds(asked, _MOST_BYTES, 1)
            if not words:
                return
            _check_alone()
            if (kiosk := os.fork()) == 0:
                asked.close()
                _live(handles[0], json.loads(words))
            os.close(handles[0])
            _see_off(kiosk, asked)


def _see_off(kiosk: int, asked: socket.socket) -> None:
    """Its number is its own until whoever asked has killed it; if nobody is there any more, it goes too."""
    asked.send(str(kiosk).encode())
    if not asked.recv(1):
        os.kill(kiosk, signal.SIGKILL)
    os.waitpid(kiosk, 0)
    with suppress(BrokenPipeError):
        asked.send(b"!")


def _live(said: int, words: list[str]) -> None:
    os.dup2(said, 1)
    os.close(said)
    try:
        resident.main(*words)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])

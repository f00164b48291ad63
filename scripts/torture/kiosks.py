"""Kiosks that can be killed: what each says, and how to end it at once.

A `fresh` one is a process from its first instruction. A `forked` one is a process of its own too, which owns
its database and its windows; only what it would import lay ready in a nursery.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import IO

from scripts.torture.paper import ROOT

_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
_LONGEST_NUMBER = 16
Alive = tuple[IO[bytes], Callable[[], None]]


def ended(*words: str) -> bytes:
    """What a new process says until it ends by itself."""
    with _started("resident", *words) as kiosk:
        said, _ = kiosk.communicate()
    if kiosk.returncode:
        raise subprocess.CalledProcessError(kiosk.returncode, words)
    return said


@contextmanager
def fresh(*words: str) -> Iterator[Alive]:
    """A new process with residents."""
    with _started("resident", *words) as kiosk:
        assert kiosk.stdout is not None  # noqa: S101 - it was asked for
        yield kiosk.stdout, kiosk.kill


@contextmanager
def forked(*words: str) -> Iterator[Alive]:
    """The same out of the nursery of this process."""
    nursery, (hears, says) = _nursery(os.getpid()), os.pipe()
    try:
        kiosk = nursery.bear(says, words)
    finally:
        os.close(says)
    with os.fdopen(hears, "rb") as said:
        yield said, lambda: os.kill(kiosk, signal.SIGKILL)
        nursery.bury()


def _started(module: str, *words: str, handles: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    call = [sys.executable, "-m", f"scripts.torture.{module}", *words]
    out = subprocess.PIPE if not handles else None
    return subprocess.Popen(call, cwd=ROOT, env=os.environ | _SCREEN, stdout=out, pass_fds=handles)


@dataclass(frozen=True, slots=True)
class _Nursery:
    process: subprocess.Popen[bytes]
    asking: socket.socket

    def bear(self, says: int, words: tuple[str, ...]) -> int:
        """The number of a new process, which is its own until it is buried."""
        socket.send_fds(self.asking, [json.dumps(words).encode()], [says])
        return int(self.asking.recv(_LONGEST_NUMBER))

    def bury(self) -> None:
        """Wait until nothing of it is left, and let its number go."""
        self.asking.send(b"!")
        self.asking.recv(_LONGEST_NUMBER)

    def close(self) -> None:
        """Nobody asks any more."""
        self.asking.close()
        self.process.wait()


@cache
def _nursery(_: int) -> _Nursery:
    asking, asked = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with asked:
        process = _started("nursery", str(asked.fileno()), handles=(asked.fileno(),))
    nursery = _Nursery(process, asking)
    atexit.register(nursery.close)
    return nursery

"""A scanner on a serial port: read without waiting, looked for again after it was unplugged."""

import errno
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from serial import Serial, SerialException

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

LONGEST = 100
_BAUD = 9600
_AT_ONCE = 4096
_LOOKS_EVERY = 2000
_REST_SECONDS = 0.3
_ENDS = re.compile(rb"[\r\n]")


class Lines:
    """Codes in a stream of bytes, each ended by CR or LF. What is too long or no plain text is dropped."""

    def __init__(self) -> None:
        self._begun = b""

    def feed(self, content: bytes) -> list[str]:
        """The codes that ended with these bytes; never more than `LONGEST` bytes and one wait for an end."""
        *ended, begun = _ENDS.split(self._begun + content)
        self._begun = begun[: LONGEST + 1]
        plain = (line.decode("ascii", "replace") for line in ended if 0 < len(line) <= LONGEST)
        return [code.strip() for code in plain if code.isascii() and code.isprintable() and code.strip()]


class Scanner(QObject):
    """`read` tells a code, at most one in a third of a second; `lost` that it cannot be reached, and why."""

    read = Signal(str)
    lost = Signal(str)

    def __init__(
        self, port: Path, *, every: int = _LOOKS_EVERY, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Nothing is opened before `start`. `every`: milliseconds; `clock`: monotonic, in seconds."""
        super().__init__()
        self._port, self._clock = port, clock
        self._serial: Any = None
        self._notifier: QSocketNotifier | None = None
        self._lines = Lines()
        self._rests_until = 0.0
        self._is_missed = False
        self._looking = QTimer(self, interval=every, singleShot=True)
        self._looking.timeout.connect(self.start)

    @property
    def is_open(self) -> bool:
        """Whether it is plugged in."""
        return self._serial is not None

    def start(self) -> None:
        """Open the port, or look for it again in a while."""
        try:
            self._serial = Serial(os.fspath(self._port), _BAUD, timeout=0, exclusive=True)
        except (SerialException, OSError) as trouble:
            self._miss(os.strerror(trouble.errno or errno.ENOTTY))
            return
        self._is_missed = False
        self._notifier = QSocketNotifier(self._serial.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)

    def _receive(self) -> None:
        try:
            content = self._serial.read(_AT_ONCE)
        except (SerialException, OSError):
            self._let_go()
            self._miss(os.strerror(errno.ENODEV))
            return
        for code in self._lines.feed(content):
            if self._clock() >= self._rests_until:
                self._rests_until = self._clock() + _REST_SECONDS
                self.read.emit(code)

    def _miss(self, why: str) -> None:
        if not self._is_missed:
            self._is_missed = True
            self.lost.emit(why)
        self._looking.start()

    def _let_go(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._serial is not None:
            self._serial.close()
            self._serial = None
        self._lines = Lines()

    def close(self) -> None:
        """Let go of the port."""
        self._looking.stop()
        self._let_go()

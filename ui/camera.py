"""A camera that looks for a voucher, only while one is asked for. No picture of it is kept or shown."""

import threading
import time
from collections.abc import Callable

from icc_consult.cameras import Source, check_camera, codes_of, pictures
from icc_consult.domain.errors import BrokenRule

from PySide6.QtCore import QObject, Signal

from ui.scanner import Lines

_LOOKS_SECONDS = 0.1
_TRIES_SECONDS = 2.0
_AGAIN_SECONDS = 2.0


class Camera(QObject):
    """`read` tells a code, the same one not twice in two seconds; `lost` why nothing can be seen."""

    read = Signal(str)
    lost = Signal(object)

    def __init__(
        self, source: Source, *, tries: float = _TRIES_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Nothing is opened before `attend`. `tries`: seconds before one that is not there is tried again."""
        super().__init__()
        self._source, self._tries, self._clock = source, tries, clock
        self._enough = threading.Event()
        self._watching: threading.Thread | None = None
        self._told: dict[str, float] = {}
        self._is_missed = False

    def check(self) -> None:
        """Tell at once what can be known without opening it."""
        try:
            check_camera(self._source)
        except (BrokenRule, OSError) as trouble:
            self._miss(trouble)

    def attend(self, is_asked: bool) -> None:
        """Look while a voucher is asked for; the camera is off otherwise."""
        self._enough.set()
        if is_asked:
            before, self._enough = self._watching, threading.Event()
            self._watching = threading.Thread(target=self._watch, args=(self._enough, before), daemon=True)
            self._watching.start()

    def _watch(self, enough: threading.Event, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()  # a camera is opened once
        while not enough.is_set():
            try:
                self._look(enough)
            except (BrokenRule, OSError) as trouble:
                self._miss(trouble)
            enough.wait(self._tries)

    def _look(self, enough: threading.Event) -> None:
        seen = pictures(self._source)
        try:
            for picture in seen:
                self._is_missed = False
                for code in codes_of(picture):
                    self._tell(code, enough)
                if enough.wait(_LOOKS_SECONDS):
                    return
        finally:
            seen.close()

    def _tell(self, content: bytes, enough: threading.Event) -> None:
        now = self._clock()
        self._told = {code: since for code, since in self._told.items() if now - since < _AGAIN_SECONDS}
        for code in Lines().feed(content + b"\n"):
            if code not in self._told and not enough.is_set():
                self._told[code] = now
                self.read.emit(code)

    def _miss(self, trouble: BrokenRule | OSError) -> None:
        if not self._is_missed:
            self._is_missed = True
            self.lost.emit(trouble)

    def close(self) -> None:
        """Look no more, and wait until the camera is off."""
        self._enough.set()
        if self._watching is not None:
            self._watching.join()

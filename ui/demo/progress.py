"""How far the day has come, on standard error: a bar where somebody watches, else a line now and then."""

import sys
import time
from typing import TextIO

_WIDTH = 30
_SECONDS_BETWEEN_LINES = 10.0


class Progress:
    """Counts residents."""

    def __init__(self, of: int, stream: TextIO | None = None) -> None:
        """`of` is how many come."""
        self._of, self._done = of, 0
        self._stream = stream or sys.stderr
        self._told_at = time.monotonic()

    def tell(self, what: str) -> None:
        """One resident is done; `what` says how."""
        self._done += 1
        count = f"{self._done}/{self._of}"
        if self._stream.isatty():
            filled = _WIDTH * self._done // self._of
            bar = "█" * filled + "░" * (_WIDTH - filled)
            self._stream.write(f"\r{bar} {count} {what:<24.24}" + ("\n" if self._done == self._of else ""))
            self._stream.flush()
        elif self._done == self._of or time.monotonic() - self._told_at >= _SECONDS_BETWEEN_LINES:
            self._told_at = time.monotonic()
            self._stream.write(f"{count} residents\n")
            self._stream.flush()

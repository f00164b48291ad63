"""One kiosk or desk at a time writes in a data directory; the lock goes with its process."""

import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from icc_consult.services.errors import InUse


class DirectoryLock:
    """Holds a file until it is released; raises `InUse` where somebody else does."""

    def __init__(self, path: Path) -> None:
        """`path` is the lock file; nothing is ever written in it."""
        self._stream: IO[bytes] = path.open("ab")
        try:
            _lock(self._stream)
        except OSError as error:
            self._stream.close()
            raise InUse(str(path.parent)) from error

    def release(self) -> None:
        """Let others in."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

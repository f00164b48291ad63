"""One kiosk or desk at a time writes in a data directory; the lock goes with its process."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from icc_consult.services.errors import DirectoryRefused, Fault, InUse
from icc_consult.verifying.regular_files import NoRegularFile, check_regular

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class DirectoryLock:
    """Holds a file until it is released; raises `InUse` where somebody else does, or `DirectoryRefused`."""

    def __init__(self, path: Path) -> None:
        """`path` is the lock file; nothing is ever written in it."""
        self._stream: IO[bytes] = os.fdopen(_opened(path), "ab")
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


def _opened(path: Path) -> int:
    """Nobody may ever read a pipe that lies here, so it is not waited for."""
    try:
        handle = os.open(path, _FLAGS, 0o666)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise DirectoryRefused(Fault.DAMAGED, str(path), "NoRegularFile") from error
        raise
    try:
        check_regular(handle, path)
    except NoRegularFile as error:
        os.close(handle)
        raise DirectoryRefused(Fault.DAMAGED, str(path), "NoRegularFile") from error
    return handle


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

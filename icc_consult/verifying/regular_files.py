"""Files that anybody may have laid there: only regular ones are read, and no more of them than is allowed."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

MOST_SMALL = 1 << 26
MOST_BYTES = 1 << 31
_WAITING_FOR_NOBODY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NoRegularFile(OSError):
    """A pipe, a device or a socket, which might never answer or never end."""


class TooLargeHere(OSError):
    """A file with more bytes than any that belongs here."""


def open_regular(path: Path) -> BinaryIO:
    """The file for reading, whoever laid it; raises `NoRegularFile`, not waiting, or `OSError`."""
    try:
        handle = os.open(path, os.O_RDONLY | _WAITING_FOR_NOBODY)
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.ENODEV):
            raise _no_regular(path) from error
        raise
    try:
        check_regular(handle, path)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def check_regular(handle: int, path: Path) -> None:
    """Raise `NoRegularFile` unless this is a regular file; `IsADirectoryError` for a directory."""
    mode = os.fstat(handle).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise _no_regular(path)


def read_regular(path: Path, most: int = MOST_SMALL) -> bytes:
    """All of a regular file; raises `NoRegularFile`, `TooLargeHere` or `OSError`."""
    with open_regular(path) as stream:
        if (size := os.fstat(stream.fileno()).st_size) > most:
            raise _too_large(path)
        content = stream.read(size + 1)  # to ask for the most would take room for it, which costs more
        if len(content) > size:
            content += stream.read(most + 1 - len(content))
    if len(content) > most:
        raise _too_large(path)
    return content


def _no_regular(path: Path) -> NoRegularFile:
    return NoRegularFile(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def _too_large(path: Path) -> TooLargeHere:
    return TooLargeHere(errno.EFBIG, os.strerror(errno.EFBIG), str(path))

"""Room set aside while there is some, and given up when somebody who is sitting needs it to send."""

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from icc_consult.storage.engine import PAGE_SIZE

_PAGES = (
    32  # snapshot, response, receipt, voucher and total, with every page that they split, and the journals
)
_COPIES = 4  # of a body in pages of its own: the snapshot's, the response's, and both journals'


def room_for_one(size: int) -> int:
    """Bytes that one sitting can need until its answer is stored, where a body has `size` bytes."""
    return (_PAGES + _COPIES * -(-size // PAGE_SIZE)) * PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Ballast:
    """A file that holds nothing but its place on the disk."""

    path: Path

    def take_on(self, size: int) -> None:
        """Set `size` bytes aside and see that as many are free besides; raises `OSError`."""
        if not self.path.exists() or self.path.stat().st_size < size:
            self._fill(size)
        if shutil.disk_usage(self.path.parent).free < size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))

    def give_up(self) -> bool:
        """Let the room go; whether there was any."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True

    def _fill(self, size: int) -> None:
        try:
            self.path.touch(mode=0o600)
            with self.path.open("r+b") as stream:
                _allocate(stream.fileno(), size)
        except OSError:
            self.give_up()
            raise


def _allocate(handle: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
    else:
        os.write(handle, b"\xff" * size)
    os.fsync(handle)

"""A scanner on a serial port that is a pseudo-terminal: what is written to it is what it read."""

import os
import threading
from pathlib import Path


class Port:
    """`path` leads to the port, as a link that stays when the plug is pulled and put in again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.plug_in()

    def plug_in(self) -> None:
        """A new device under the old name."""
        self._scanner, self._port = os.openpty()
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(self._port))

    def scan(self, content: bytes) -> None:
        """These bytes, as they are."""
        os.write(self._scanner, content)

    def pour(self, content: bytes, times: int) -> threading.Thread:
        """Very many of them, on another thread, because a port takes only what is read."""

        def write() -> None:
            for _ in range(times):
                rest = content
                while rest:
                    rest = rest[os.write(self._scanner, rest) :]

        pouring = threading.Thread(target=write)
        pouring.start()
        return pouring

    def pull_out(self) -> None:
        """The plug is out."""
        os.close(self._scanner)
        os.close(self._port)
        self.path.unlink()

"""Which internet sockets a process and its children hold, looked up again and again while something runs."""

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TABLES = ("tcp", "tcp6", "udp", "udp6", "udplite", "raw", "raw6", "icmp", "icmp6")
_INODE = re.compile(r"socket:\[(\d+)\]")
_EVERY_SECONDS = 0.01


def family_of(process: int) -> set[int]:
    """The process and everything that it started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError, IndexError, ValueError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    found = {process}
    while grown := {one for one, parent in parents.items() if parent in found} - found:
        found |= grown
    return found


def held_by(process: int) -> set[str]:
    """The internet sockets of one process, as its tables tell them."""
    inodes = set()
    with suppress(OSError):
        for link in Path(f"/proc/{process}/fd").iterdir():
            with suppress(OSError):
                if found := _INODE.fullmatch(str(link.readlink())):
                    inodes.add(found[1])
    return {line for line in _lines(process) if line.split()[9:10] and line.split()[9] in inodes}


def _lines(process: int) -> Iterator[str]:
    for table in _TABLES:
        with suppress(OSError):
            yield from Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]


@contextmanager
def watched() -> Iterator[set[str]]:
    """What this process and its children held meanwhile, beyond what it held before."""
    before, seen, is_over = held_by(os.getpid()), set[str](), threading.Event()

    def look() -> None:
        while not is_over.wait(_EVERY_SECONDS):
            for process in family_of(os.getpid()):
                seen.update(held_by(process) - before)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        is_over.set()
        watcher.join()

"""Disks that fill up: a small one where somebody may mount it, else files that may not grow."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from icc_consult.services.responding import Kiosk
from icc_consult.storage.store import KioskStore

ROOM = "6m"
_BLOCK = 4096


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """A small disk while it is needed; whether there is one. It never stays behind, not even a busy one."""
    is_mounted = _mounted(place)
    try:
        yield is_mounted
    finally:
        if is_mounted:
            _unmount(place)


def _unmount(place: Path) -> None:
    plainly = subprocess.run(["umount", str(place)], check=False, capture_output=True)
    if plainly.returncode:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
    plainly.check_returncode()  # a test that leaves a file open should be told so


def _mounted(place: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def leave_free(place: Path, size: int) -> None:
    """Fill the disk until `size` bytes are left."""
    filler = place / "filler"
    filler.touch()
    stat = os.statvfs(place)
    wanted = filler.stat().st_size + stat.f_bavail * stat.f_frsize - size
    if wanted < filler.stat().st_size:
        os.truncate(filler, max(wanted, 0))
    elif wanted > 0:
        with filler.open("r+b") as stream:
            os.posix_fallocate(stream.fileno(), 0, wanted // _BLOCK * _BLOCK)


def fill(kiosk: Kiosk, data: Path) -> None:
    """Leave no room at all, but for the ballast."""
    if data.parent.is_mount():
        leave_free(data.parent, 0)
    store = kiosk.store
    assert isinstance(store, KioskStore)
    for connection in (store._answers._connection, store._unfinished._open()):
        with connection.begin():
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if not _is_disk(data) else 1 << 30}")


def make_room(kiosk: Kiosk, data: Path) -> None:
    """All the room there was."""
    if data.parent.is_mount():
        (data.parent / "filler").unlink(missing_ok=True)
    store = kiosk.store
    assert isinstance(store, KioskStore)
    for connection in (store._answers._connection, store._unfinished._open()):
        with connection.begin():
            connection.exec_driver_sql(f"PRAGMA max_page_count = {1 << 30}")


def _is_disk(data: Path) -> bool:
    return data.parent.is_mount()

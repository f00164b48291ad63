"""Gives up what a process that reads somebody else's file has no use for. There is no way back.

Limits of memory, time and files hold everywhere. A network of its own without any way out, and Landlock (only
the named directories, and only to read) hold where the kernel has them and lets this user.
"""

import ctypes
import os
import resource
import struct
import sysconfig
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

MOST_MEMORY = 1 << 30
MOST_SECONDS = 60
_MOST_FILES = 64

_NO_NEW_PRIVILEGES = 38
_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_BENEATH = 1
_READ_FILE, _READ_DIRECTORY = 1 << 2, 1 << 3
_FILE_RIGHTS_BY_VERSION = (0, 13, 14, 15, 15, 16)
_TCP, _TCP_SINCE = 0b11, 4
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo")


class Wall(StrEnum):
    """What stands between the process and the rest of the machine."""

    LIMITS = "limits"
    NO_NETWORK = "no_network"
    READS_ONLY = "reads_only"


def confine(readable: Iterable[Path]) -> frozenset[Wall]:
    """Put up every wall that this system has; which. To be called before any thread begins."""
    libc = ctypes.CDLL(None, use_errno=True)
    walls = {Wall.LIMITS}
    if not libc.unshare(_NEW_NETWORK) or not libc.unshare(_NEW_USER | _NEW_NETWORK):
        walls.add(Wall.NO_NETWORK)
    if _restrict(libc, [*readable, *_own_places()]):
        walls.add(Wall.READS_ONLY)
    _limit()
    return frozenset(walls)


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, _MOST_FILES),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))


def _own_places() -> list[Path]:
    """Where Python, its libraries and this program lie."""
    paths = sysconfig.get_paths()
    package = Path(__file__).resolve().parent
    own = [package, package.parent / "resources", package.parent / "locales"]
    return own + [Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")] + _system()


def _system() -> list[Path]:
    return [Path(name) for name in _SYSTEM]


def _restrict(libc: ctypes.CDLL, readable: list[Path]) -> bool:
    """Whether Landlock lets nothing be touched any more but these, and these only be read."""
    version = libc.syscall(_CREATE, None, ctypes.c_size_t(0), 1)
    if version < 1 or libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    rights = (1 << _FILE_RIGHTS_BY_VERSION[min(version, len(_FILE_RIGHTS_BY_VERSION) - 1)]) - 1
    handled = struct.pack("=Q", rights) + (struct.pack("=Q", _TCP) if version >= _TCP_SINCE else b"")
    ruleset = libc.syscall(_CREATE, handled, ctypes.c_size_t(len(handled)), 0)
    if ruleset < 0:
        return False
    for path in readable:
        if path.exists():
            _allow(libc, ruleset, path)
    return bool(libc.syscall(_RESTRICT, ruleset, 0) == 0)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    rights = _READ_FILE | _READ_DIRECTORY if path.is_dir() else _READ_FILE
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    libc.syscall(_ADD, ruleset, _BENEATH, struct.pack("=Qi", rights, place), 0)
    os.close(place)

"""A layer between SQLite and the disk, in the very library that the store works with.

SQLite's own way to reach files stays in place; only writing, cutting, syncing, opening and removing are
told to whoever listens. Where Python carries its SQLite inside and shows nothing of it, there is no shim.
"""

import _sqlite3
import ctypes
import sys
from collections.abc import Callable
from typing import Any, Protocol

_OK, _IOERR = 0, 10
_OPEN_CREATE = 0x0000_0004
_P = ctypes.c_void_p


class Listener(Protocol):
    """Is told of each act once it is done; `path` is absolute."""

    def opened(self, path: str) -> None:
        """A file was opened, perhaps made."""

    def wrote(self, path: str, at: int, content: bytes) -> None:
        """Bytes were written."""

    def resized(self, path: str, size: int) -> None:
        """A file was cut."""

    def synced(self, path: str, *, with_names: bool) -> None:
        """A file was synced, and with it, where it is a new journal, the names of its directory."""

    def removed(self, path: str, *, is_synced: bool) -> None:
        """A file was removed, and perhaps the names of its directory synced."""


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`."""

    _fields_ = [("version", ctypes.c_int)] + [
        (name, _P)
        for name in (
            "close read write truncate sync file_size lock unlock check_reserved file_control sector_size"
            " characteristics shm_map shm_lock shm_barrier shm_unmap fetch unfetch"
        ).split()
    ]


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest", ctypes.c_int),
        ("next", _P),
        ("name", ctypes.c_char_p),
        ("data", _P),
        *(
            (name, _P)
            for name in (
                "open delete access full dl_open dl_error dl_sym dl_close randomness sleep time last_error"
                " time64 set_call get_call next_call"
            ).split()
        ),
    ]


# Names go through as they came: SQLite keeps the pointers, and looks behind them.
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, _P, ctypes.c_int, _P)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, ctypes.c_int)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int)
_JOURNAL = "-journal"


def library() -> Any:
    """The SQLite behind the module `sqlite3`, or none."""
    found = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    return found if hasattr(found, "sqlite3_vfs_find") and hasattr(found, "sqlite3_vfs_register") else None


class Shim:
    """There is one in a process."""

    _one: "Shim | None" = None

    def __init__(self, sqlite: Any) -> None:
        """Use `Shim.of_this_process`."""
        sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        sqlite.sqlite3_vfs_register.argtypes = [_P, ctypes.c_int]
        self._real = sqlite.sqlite3_vfs_find(None)
        self._ours = _Vfs.from_buffer_copy(self._real.contents)
        self._ours.name = b"recorded"
        self.listener: Listener | None = None
        self.errors: list[BaseException] = []
        self._paths: dict[int, str] = {}
        self._fresh: set[int] = set()
        self._methods: dict[int, tuple[_Methods, _Methods]] = {}
        self._of: dict[int, _Methods] = {}
        self._kept = [_OPEN(self._open), _DELETE(self._delete)]
        self._calls = (_WRITE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync))
        self._ours.open, self._ours.delete = (ctypes.cast(one, _P) for one in self._kept)
        self._real_open = _OPEN(self._real.contents.open)
        self._real_delete = _DELETE(self._real.contents.delete)
        self._register = sqlite.sqlite3_vfs_register

    @classmethod
    def of_this_process(cls) -> "Shim | None":
        """The one that is here; none on another system, or where Python shows nothing of its SQLite."""
        if cls._one is None and sys.platform == "linux" and (sqlite := library()) is not None:
            cls._one = cls(sqlite)
        return cls._one

    def listen(self, listener: Listener | None) -> None:
        """Tell this one from now on; without one, SQLite goes its own way again."""
        self.listener = listener
        self._register(ctypes.addressof(self._ours if listener else self._real.contents), 1)

    def _tell(self, act: Callable[[Listener], None]) -> int:
        if self.listener is not None:
            try:
                act(self.listener)
            except BaseException as error:  # noqa: BLE001 - no exception may fly through SQLite
                self.errors.append(error)
                return _IOERR
        return _OK

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        code = int(self._real_open(ctypes.addressof(self._real.contents), name, file, flags, out))
        slot = ctypes.cast(file, ctypes.POINTER(_P))
        if code or name is None or not slot[0]:
            return code
        path = ctypes.string_at(name).decode()
        self._paths[file] = path
        self._of[file], slot[0] = self._patched(int(slot[0] or 0))
        if flags & _OPEN_CREATE and path.endswith(_JOURNAL):
            self._fresh.add(file)
        return self._tell(lambda told: told.opened(path))

    def _patched(self, address: int) -> tuple[_Methods, int]:
        if address not in self._methods:
            real = _Methods.from_address(address)
            ours = _Methods.from_buffer_copy(real)
            ours.write, ours.truncate, ours.sync = (ctypes.cast(one, _P) for one in self._calls)
            self._methods[address] = real, ours
        real, ours = self._methods[address]
        return real, ctypes.addressof(ours)

    def _delete(self, _vfs: int, name: int, is_synced: int) -> int:
        path = ctypes.string_at(name).decode()
        code = self._real_delete(ctypes.addressof(self._real.contents), name, is_synced)
        return code or self._tell(lambda told: told.removed(path, is_synced=bool(is_synced)))

    def _write(self, file: int, content: int, size: int, at: int) -> int:
        code = _WRITE(self._of[file].write)(file, content, size, at)
        path, new = self._paths[file], ctypes.string_at(content, size)
        return code or self._tell(lambda told: told.wrote(path, at, new))

    def _truncate(self, file: int, size: int) -> int:
        code = _TRUNCATE(self._of[file].truncate)(file, size)
        return code or self._tell(lambda told: told.resized(self._paths[file], size))

    def _sync(self, file: int, flags: int) -> int:
        code = _SYNC(self._of[file].sync)(file, flags)
        is_fresh = file in self._fresh
        self._fresh.discard(file)
        return code or self._tell(lambda told: told.synced(self._paths[file], with_names=is_fresh))

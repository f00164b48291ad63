"""Records what a piece of this very program asks of the disk: SQLite through its shim, the rest by looking.

Whoever orders a file synced, renamed, removed or made is noticed; before and after, every file is compared
with what is known of it. So no write of Python is missed, and each lies between the orders around it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.torture.power.calls import TOP, Recording, Tree
from scripts.torture.power.shim import Shim

_ORDERS = ("replace", "rename", "unlink", "remove", "mkdir", "rmdir")


class NoShim(Exception):
    """Python shows nothing of the SQLite that it carries."""


def tree_of(place: Path) -> Tree:
    """What lies there now, as if it had been synced."""
    watcher = Watcher(place)
    return Tree(watcher.recording.live.names, watcher.recording.live.contents, watcher.recording.live.last)


class Watcher:
    """A recording of one directory."""

    def __init__(self, place: Path, first: Tree | None = None) -> None:
        """`first` has to be what lies there; without it everything there counts as just written."""
        self.place = place.resolve()
        self.recording = Recording(first or Tree())
        self._numbers: dict[int, int] = {self.place.stat().st_ino: TOP}
        if first is not None:
            known = ((path, one) for path, one in first.paths())
            self._numbers |= {(self.place / path).stat().st_ino: one for path, one in known}
        self._device = self.place.stat().st_dev
        self.look()

    def say(self, *words: str) -> None:
        """Somebody relies on this from here on."""
        self.look()
        self.recording.say(*words)

    # -- looking ------------------------------------------------------------------------------

    def look(self) -> None:
        """Compare what lies here with what is known: new and moved names, then those that are gone."""
        live = self.recording.live
        where = {one: (place, name) for place, names in live.names.items() for name, one in names.items()}
        self._see_new(self.place, TOP, where)
        self._see_gone(self.place, TOP)
        for path, file in live.files():
            self.recording.replace(file, (self.place / path).read_bytes())

    def _see_new(self, place: Path, directory: int, where: dict[int, tuple[int, str]]) -> None:
        names = self.recording.live.names[directory]
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
            one, before = self._number(entry, where), names.get(entry.name)
            if one != before:
                left = [(*where[one], None)] if one in where else []
                self.recording.name(*left, (directory, entry.name, one))
                where.pop(before or TOP, None)
                where[one] = directory, entry.name
            if one in self.recording.live.names:
                self._see_new(place / entry.name, one, where)

    def _number(self, entry: "os.DirEntry[str]", where: dict[int, tuple[int, str]]) -> int:
        """Of a file that had a name until now; another one may have got the inode of one that is gone."""
        live, is_directory = self.recording.live, entry.is_dir(follow_symlinks=False)
        one = self._numbers.get(entry.inode())
        if one is None or one not in where or (one in live.names) != is_directory:
            one = live.new_directory() if is_directory else live.new_file()
            self._numbers[entry.inode()] = one
        return one

    def _see_gone(self, place: Path, directory: int) -> None:
        for name, one in list(self.recording.live.names[directory].items()):
            if not os.path.lexists(place / name):
                self.recording.name((directory, name, None))
            elif one in self.recording.live.names:
                self._see_gone(place / name, one)

    # -- orders of Python ---------------------------------------------------------------------

    def order(self, really: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Names change: look before and after."""
        self.look()
        try:
            return really(*arguments, **named)
        finally:
            self.look()

    def sync(self, really: Callable[[int], None], handle: int) -> None:
        """A file or a directory is synced, perhaps a file that has no name any more."""
        self.look()
        found = os.fstat(handle)
        one = self._numbers.get(found.st_ino) if found.st_dev == self._device else None
        if one in self.recording.live.contents:
            self.recording.replace(one, Path(f"/proc/self/fd/{handle}").read_bytes())
        really(handle)
        if one is not None:
            self.recording.sync(one)

    # -- orders of SQLite ---------------------------------------------------------------------

    def _file(self, path: str) -> int | None:
        inside = Path(path)
        if not inside.is_relative_to(self.place):
            return None
        return self.recording.live.found(PurePosixPath(inside.relative_to(self.place)))

    def opened(self, path: str) -> None:
        """Perhaps it was made."""
        if Path(path).is_relative_to(self.place) and self._file(path) is None:
            self.look()

    def wrote(self, path: str, at: int, content: bytes) -> None:
        """Bytes were written."""
        if (file := self._file(path)) is not None:
            self.recording.write(file, at, content)

    def resized(self, path: str, size: int) -> None:
        """A file was cut."""
        if (file := self._file(path)) is not None:
            self.recording.resize(file, size)

    def synced(self, path: str, *, with_names: bool) -> None:
        """A file was synced, perhaps its directory too."""
        if (file := self._file(path)) is not None:
            self.recording.sync(file)
            if with_names:
                self._sync_names(path)

    def removed(self, path: str, *, is_synced: bool) -> None:
        """A file was removed, and perhaps the names of its directory synced."""
        if Path(path).is_relative_to(self.place):
            self.look()
            if is_synced:
                self._sync_names(path)

    def _sync_names(self, path: str) -> None:
        directory = self._file(str(Path(path).parent))
        if directory is not None:
            self.recording.sync(directory)


@contextmanager
def watched(place: Path, first: Tree | None = None) -> Iterator[Watcher]:
    """A recording of what this thread does to a directory; raises `NoShim`."""
    shim = Shim.of_this_process()
    if shim is None:
        raise NoShim
    watcher = Watcher(place, first)
    real = {name: getattr(os, name) for name in (*_ORDERS, "fsync")}
    for name in _ORDERS:
        setattr(os, name, partial(watcher.order, real[name]))
    os.fsync = partial(watcher.sync, real["fsync"])
    shim.listen(watcher)
    try:
        yield watcher
        watcher.look()
    finally:
        shim.listen(None)
        for name, one in real.items():
            setattr(os, name, one)
    if shim.errors:
        raise shim.errors.pop()

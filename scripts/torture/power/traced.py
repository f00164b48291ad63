"""Records what a whole process asks of the disk, system call by system call, with strace."""

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from scripts.torture.power.calls import Recording, Tree

_FOLLOWED = (
    "openat close lseek write pwrite64 ftruncate fallocate fsync fdatasync rename renameat unlink"
    " unlinkat mkdir rmdir"
).split()
_UNHEARD_OF = (
    "creat renameat2 mkdirat writev pwritev pwritev2 truncate sync_file_range link linkat copy_file_range"
    " sendfile msync"
).split()
_PROCESSES = ("fork", "vfork")
_LINE = re.compile(r"(\d+) +(.*)")
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)")
_HERE = "AT_FDCWD"


class NotFollowed(Exception):
    """A call that this recorder does not know, in the directory that it watches."""


@dataclass
class _Handle:
    """An open file: which, where its next write goes, and whether that is always its end."""

    one: int
    at: int = 0
    appends: bool = False


@dataclass
class Trace:
    """Turns the lines of strace into calls on one directory; several processes may follow each other."""

    place: Path
    recording: Recording
    speaks: bool = False
    _handles: dict[int, _Handle] = field(default_factory=dict)
    _begun: dict[str, str] = field(default_factory=dict)

    def run(self, command: Sequence[str], *, where: Path, speaks: bool) -> None:
        """A process from its beginning to its end; raises `CalledProcessError`, `NotFollowed`.

        One that `speaks` says on standard output what residents were told.
        """
        self.speaks = speaks
        log = self.place.with_name(f"{self.place.name}.strace")
        calls = ",".join((*_FOLLOWED, *_UNHEARD_OF, *_PROCESSES))
        watching = ["strace", "-f", "-qq", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", f"trace={calls}"]
        screen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        call = [*watching, "-o", str(log), *command]
        subprocess.run(
            call,
            check=True,
            cwd=where,
            env=os.environ | screen,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.read(log.read_text("ascii").splitlines())
        log.unlink()

    def read(self, lines: Sequence[str]) -> None:
        """One process."""
        self._handles.clear()
        for line in lines:
            if found := _LINE.fullmatch(line):
                self._take(found[1], found[2])

    def _take(self, thread: str, text: str) -> None:
        if text.endswith(_UNFINISHED):
            self._begun[thread] = text.removesuffix(_UNFINISHED)
            if text.startswith("close("):  # its number may be given out before it returns
                self._handles.pop(int(re.split(r"[(), ]", text)[1]), None)
            return
        if rest := _RESUMED.match(text):
            text = self._begun.pop(thread) + rest[1]
            if text.startswith("close("):
                return
        if (call := _CALL.match(text)) and not call[3].startswith("-"):
            self._do(call[1], call[2].split(", "), int(call[3]))

    def _do(self, name: str, words: list[str], result: int) -> None:
        if act := getattr(self, f"_{name}", None):
            act(words, result)
        elif self._is_ours(name, words):
            raise NotFollowed(name)

    def _is_ours(self, name: str, words: list[str]) -> bool:
        paths = [_text(word).decode(errors="replace") for word in words if word.startswith('"')]
        is_inside = any(Path(path).is_relative_to(self.place) for path in paths)
        return name in _PROCESSES or is_inside or (words[0].isdecimal() and int(words[0]) in self._handles)

    # -- names --------------------------------------------------------------------------------

    def _path(self, word: str, directory: str = _HERE) -> PurePosixPath | None:
        """Below the place, or none where it lies elsewhere."""
        path = PurePosixPath(_text(word).decode())
        if not path.is_absolute() and directory.isdecimal() and int(directory) in self._handles:
            one = self._handles[int(directory)].one
            known = {number: where for where, number in self.recording.live.paths()}
            return PurePosixPath(known[one]) / path if one in known else None
        return path.relative_to(self.place) if path.is_relative_to(self.place) else None

    def _place(self, path: PurePosixPath) -> tuple[int, str]:
        directory = self.recording.live.found(path.parent)
        if directory is None:
            raise NotFollowed(str(path))
        return directory, path.name

    def _openat(self, words: list[str], result: int) -> None:
        path, flags = self._path(words[1], words[0]), words[2].split("|")
        if path is None:
            self._handles.pop(result, None)
            return
        one = self.recording.live.found(path)
        if one is None:
            one = self.recording.live.new_file()
            self.recording.name((*self._place(path), one))
        elif "O_TRUNC" in flags:
            self.recording.resize(one, 0)
        self._handles[result] = _Handle(one, appends="O_APPEND" in flags)

    def _rename(self, words: list[str], _: int) -> None:
        self._move(self._path(words[0]), self._path(words[1]))

    def _renameat(self, words: list[str], _: int) -> None:
        self._move(self._path(words[1], words[0]), self._path(words[3], words[2]))

    def _move(self, source: PurePosixPath | None, target: PurePosixPath | None) -> None:
        if source is None and target is None:
            return
        one = self.recording.live.found(source) if source else None
        if source is None or target is None or one is None:
            raise NotFollowed(f"rename {source} {target}")
        self.recording.name((*self._place(source), None), (*self._place(target), one))

    def _unlink(self, words: list[str], _: int) -> None:
        self._remove(self._path(words[0]))

    def _rmdir(self, words: list[str], _: int) -> None:
        self._remove(self._path(words[0]))

    def _unlinkat(self, words: list[str], _: int) -> None:
        self._remove(self._path(words[1], words[0]))

    def _remove(self, path: PurePosixPath | None) -> None:
        if path is not None:
            self.recording.name((*self._place(path), None))

    def _mkdir(self, words: list[str], _: int) -> None:
        if (path := self._path(words[0])) is not None:
            self.recording.name((*self._place(path), self.recording.live.new_directory()))

    # -- bytes --------------------------------------------------------------------------------

    def _close(self, words: list[str], _: int) -> None:
        self._handles.pop(int(words[0]), None)

    def _lseek(self, words: list[str], result: int) -> None:
        if handle := self._handles.get(int(words[0])):
            handle.at = result

    def _write(self, words: list[str], result: int) -> None:
        if words[0] == "1" and self.speaks:
            for line in _text(words[1]).decode().splitlines():
                self.recording.say(*line.split("\t"))
        elif handle := self._handles.get(int(words[0])):
            at = len(self.recording.live.contents[handle.one]) if handle.appends else handle.at
            self.recording.write(handle.one, at, _text(words[1])[:result])
            handle.at = at + result

    def _pwrite64(self, words: list[str], result: int) -> None:
        if handle := self._handles.get(int(words[0])):
            self.recording.write(handle.one, int(words[3]), _text(words[1])[:result])

    def _ftruncate(self, words: list[str], _: int) -> None:
        if handle := self._handles.get(int(words[0])):
            self.recording.resize(handle.one, int(words[1]))

    def _fallocate(self, words: list[str], _: int) -> None:
        if handle := self._handles.get(int(words[0])):
            size = len(self.recording.live.contents[handle.one])
            self.recording.resize(handle.one, max(size, int(words[2]) + int(words[3])))

    def _fdatasync(self, words: list[str], result: int) -> None:
        self._fsync(words, result)

    def _fsync(self, words: list[str], _: int) -> None:
        if handle := self._handles.get(int(words[0])):
            self.recording.sync(handle.one)


def _text(word: str) -> bytes:
    return bytes.fromhex(word.strip('"').replace("\\x", ""))


def trace_of(place: Path, first: Tree) -> Trace:
    """A trace of a directory that holds `first`."""
    return Trace(place.resolve(), Recording(first))

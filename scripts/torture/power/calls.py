"""What a program asked of the disk, in order, and the tree of files that it saw meanwhile."""

import hashlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath

TOP = 0
SECTOR = 512
_NOT_WHOLE = ("answers.db", "unfinished.db", "ballast", "trouble.json", "quarantine")


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes at a place of a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """A file was cut, or grew by zeros."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """The disk was asked to keep what a file holds."""

    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names came, went, or moved, all at once: directory, name, and the file it now means, if any."""

    changes: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class SyncedNames:
    """The disk was asked to keep the names in a directory."""

    directory: int


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody was told something, and may rely on it from here on."""

    words: tuple[str, ...]


Call = Wrote | Resized | Synced | Named | SyncedNames | Said


@dataclass
class Tree:
    """Directories with their names, and files with their bytes, each known by a number."""

    names: dict[int, dict[str, int]] = field(default_factory=lambda: {TOP: {}})
    contents: dict[int, bytearray] = field(default_factory=dict)
    last: int = TOP

    def new_file(self) -> int:
        """An empty file without a name."""
        self.last += 1
        self.contents[self.last] = bytearray()
        return self.last

    def new_directory(self) -> int:
        """An empty directory without a name."""
        self.last += 1
        self.names[self.last] = {}
        return self.last

    def found(self, path: PurePosixPath) -> int | None:
        """What lies at a path below the top."""
        here: int | None = TOP
        for part in path.parts:
            here = self.names.get(here, {}).get(part) if here is not None else None
        return here

    def files(self) -> Iterator[tuple[str, int]]:
        """Every file that has a name, by its path below the top."""
        yield from ((path, one) for path, one in self.paths() if one in self.contents)

    def paths(self, directory: int = TOP, before: str = "") -> Iterator[tuple[str, int]]:
        """Everything that has a name, directories before what is in them."""
        for name, one in self.names[directory].items():
            yield before + name, one
            if one in self.names:
                yield from self.paths(one, f"{before}{name}/")


@dataclass
class Recording:
    """A tree as it was at first, and every call since; `live` is the tree as the program sees it now."""

    first: Tree = field(default_factory=Tree)
    calls: list[Call] = field(default_factory=list)
    live: Tree = field(init=False)

    def __post_init__(self) -> None:
        self.live = deepcopy(self.first)

    def say(self, *words: str) -> None:
        """Somebody relies on this; at the end of an act on every file beside the answers, too."""
        if words[0] == "ends":
            self.calls.append(Said(("files", *stamps(self.live))))
        self.calls.append(Said(words))

    def write(self, file: int, at: int, content: bytes) -> None:
        """Bytes at a place; a gap before them is zeros."""
        if content:
            put(self.live.contents[file], at, content)
            self.calls.append(Wrote(file, at, content))

    def resize(self, file: int, size: int) -> None:
        """Cut, or grow by zeros."""
        if len(self.live.contents[file]) != size:
            set_size(self.live.contents[file], size)
            self.calls.append(Resized(file, size))

    def sync(self, one: int) -> None:
        """Of a file or of a directory."""
        self.calls.append(SyncedNames(one) if one in self.live.names else Synced(one))

    def name(self, *changes: tuple[int, str, int | None]) -> None:
        """Names come, go or move at once."""
        for directory, name, one in changes:
            if one is None:
                self.live.names[directory].pop(name, None)
        for directory, name, one in changes:
            if one is not None:
                self.live.names[directory][name] = one
        self.calls.append(Named(changes))

    def replace(self, file: int, content: bytes) -> None:
        """A file has this content now: write those sectors that differ."""
        old = self.live.contents[file]
        if old == content:
            return
        if len(content) < len(old):
            self.resize(file, len(content))
        for at, end in list(_differing(old, content)):
            self.write(file, at, content[at:end])
        self.resize(file, len(content))


def _differing(old: bytearray, new: bytes) -> Iterator[tuple[int, int]]:
    """From where to where sectors differ; zeros after the end of the old need no writing."""
    begun: int | None = None
    padded = bytes(old).ljust(len(new), b"\0")
    for at in range(0, len(new), SECTOR):
        if new[at : at + SECTOR] != padded[at : at + SECTOR]:
            begun = at if begun is None else begun
        elif begun is not None:
            yield begun, at
            begun = None
    if begun is not None:
        yield begun, len(new)


def stamps(tree: Tree) -> Iterator[str]:
    """Every file of the data directory that is replaced whole or only grows, with what it holds."""
    for path, file in tree.files():
        top, _, name = path.partition("/")
        if top == "data" and not name.startswith((".", *_NOT_WHOLE)) and "/." not in path:
            yield f"{path}={stamp(tree.contents[file])}"


def stamp(content: bytes | bytearray) -> str:
    """Size and digest of a file."""
    return f"{len(content)}:{hashlib.sha256(content).hexdigest()}"


def put(content: bytearray, at: int, new: bytes) -> None:
    """Lay bytes over what is there."""
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(new)] = new


def set_size(content: bytearray, size: int) -> None:
    """Cut, or add zeros."""
    del content[size:]
    content.extend(bytes(size - len(content)))

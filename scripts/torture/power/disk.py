"""What a disk may hold after the power is cut: all that was synced, and of the rest whatever chance decides.

A write that was not synced is there, or not, or torn at sectors of 512 bytes. Names that were not synced
came, went or moved, or not yet. A sector that a file grew by may hold rubbish. What is written over stays
as it was where the write does not arrive (powersafe overwrite, which SQLite relies on too).
"""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from scripts.torture.power.calls import (
    SECTOR,
    Call,
    Named,
    Recording,
    Resized,
    Synced,
    SyncedNames,
    Tree,
    Wrote,
    put,
    set_size,
)

_SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)


class Fate(Enum):
    """What becomes of one thing that was not synced."""

    ABSENT = auto()
    TORN = auto()
    THERE = auto()


Fates = Callable[[int], Fate]
Changes = tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """Every file by its path, and every directory."""

    files: dict[str, bytes]
    directories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be there; `key` is the same only for the same image. Build it before the disk goes on."""

    disk: "Disk"
    paths: tuple[tuple[str, int], ...]
    chosen: dict[int, list[tuple[Wrote | Resized, int | None]]]
    spoiled: int | None
    key: tuple[object, ...]

    def image(self) -> Image:
        """Every byte of it."""
        disk = self.disk
        files = {
            path: disk.built(one, self.chosen[one], self.spoiled) if one in self.chosen else disk.kept(one)
            for path, one in self.paths
            if one in disk.held.contents
        }
        return Image(files, tuple(path for path, one in self.paths if one in disk.held.names))


@dataclass(slots=True)
class _Move:
    """A change of names, the how-manieth it is, and the directories that were not synced since.

    What moves to another directory moves at once, and for good once that directory was synced.
    """

    serial: int
    number: int
    changes: Changes
    open_in: set[int]


@dataclass
class Disk:
    """Follows the calls of a recording. A lying disk takes no sync seriously."""

    held: Tree
    directories: frozenset[int]
    lies: bool = False
    _serial: int = 0
    _writes: dict[int, list[tuple[int, Wrote | Resized]]] = field(default_factory=dict)
    _arrived: dict[int, int] = field(default_factory=dict)
    _moves: list[_Move] = field(default_factory=list)
    _moved: int = 0
    _known: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def under(cls, recording: Recording, *, lies: bool = False) -> "Disk":
        """The disk as it was when the recording began."""
        return cls(deepcopy(recording.first), frozenset(recording.live.names), lies)

    def take(self, call: Call) -> None:
        """One more call of the program."""
        self._serial += 1
        match call:
            case Wrote(file) | Resized(file):
                self._writes.setdefault(file, []).append((self._serial, call))
            case Named(changes):
                self._take_names(changes)
            case Synced(file) if not self.lies:
                self._keep(file)
            case SyncedNames(directory) if not self.lies:
                self._keep_names(directory)

    def _take_names(self, changes: Changes) -> None:
        for _, _, one in changes:
            if one in self.directories:
                self.held.names.setdefault(one, {})
            elif one is not None:
                self.held.contents.setdefault(one, bytearray())
        self._moved += 1
        into = {directory for directory, _, one in changes if one is not None}
        places = into or {directory for directory, _, _ in changes}
        self._moves.append(_Move(self._serial, self._moved, changes, places))

    @property
    def waiting(self) -> int:
        """How many writes and names no sync has covered yet."""
        return sum(map(len, self._writes.values())) + len(self._moves)

    def _keep(self, file: int) -> None:
        writes = self._writes.pop(file, [])
        for _, write in writes:
            _apply(self.held.contents[file], write)
        if writes:
            self._arrived[file] = self._arrived.get(file, 0) + len(writes)
            self._known.pop(file, None)

    def _keep_names(self, directory: int) -> None:
        for move in self._moves:
            move.open_in.discard(directory)
        while self._moves and not self._moves[0].open_in:
            _rename(self.held.names, self._moves.pop(0).changes)

    # -- images -------------------------------------------------------------------------------

    def nothing(self) -> Draft:
        """Only what was synced."""
        return self._draft(lambda _: Fate.ABSENT, None)

    def everything(self) -> Draft:
        """All that was ever written."""
        return self._draft(lambda _: Fate.THERE, None)

    def drawn(self, chance: random.Random) -> Draft:
        """Whatever chance decides: everything until some moment, or a part of it in any order."""
        rubbish = chance if chance.random() < 0.2 else None
        if chance.random() < 0.3:
            end = chance.choice(list(self._serials()) or [0])
            return self._draft(lambda serial: _until(end, serial), chance, rubbish)
        share, torn = chance.choice(_SHARES), chance.choice((0.0, 0.3))

        def fate(_: int) -> Fate:
            if chance.random() < torn:
                return Fate.TORN
            return Fate.THERE if chance.random() < share else Fate.ABSENT

        return self._draft(fate, chance, rubbish)

    def _serials(self) -> Iterator[int]:
        yield from (serial for writes in self._writes.values() for serial, _ in writes)
        yield from (move.serial for move in self._moves)

    def _draft(
        self, fates: Fates, chance: random.Random | None, rubbish: random.Random | None = None
    ) -> Draft:
        names, names_key = self._names(fates)
        paths = tuple(Tree(names, self.held.contents).paths())
        chosen, key = {}, [names_key]
        for _, one in paths:
            version: tuple[object, ...] = (self._arrived.get(one, 0),)
            if writes := self._writes.get(one):
                pieces = [(write, _piece(write, fates(serial), chance)) for serial, write in writes]
                if any(mask != 0 for _, mask in pieces):
                    chosen[one] = pieces
                    version = self._version(one, [mask for _, mask in pieces])
            key.append((one, *version))
        spoiled = rubbish.getrandbits(64) if rubbish is not None and chosen else None
        return Draft(self, paths, chosen, spoiled, (*key, spoiled))

    def _version(self, file: int, masks: list[int | None]) -> tuple[object, ...]:
        arrived = self._arrived.get(file, 0)
        return (arrived + len(masks),) if all(mask is None for mask in masks) else (arrived, *masks)

    def _names(self, fates: Fates) -> tuple[dict[int, dict[str, int]], tuple[object, ...]]:
        if not self._moves:
            return self.held.names, (self._moved,)
        names = {directory: dict(known) for directory, known in self.held.names.items()}
        last, absent = self._moves[0].number - 1, []
        for move in self._moves:
            if not move.open_in or fates(move.serial) is Fate.THERE:
                _rename(names, move.changes)
                last = move.number
            else:
                absent.append(move.number)
        return names, (last, *(number for number in absent if number < last))

    def built(
        self, file: int, pieces: list[tuple[Wrote | Resized, int | None]], spoiled: int | None
    ) -> bytes:
        """A file with what arrived of its writes."""
        content = bytearray(self.held.contents[file])
        before = len(content)
        there = [piece for write, mask in pieces for piece in _arrive(content, write, mask)]
        if spoiled is not None:
            _spoil(content, before, there, random.Random(spoiled))  # noqa: S311 - so as to repeat
        return bytes(content)

    def kept(self, file: int) -> bytes:
        """A file as it was synced."""
        if file not in self._known:
            self._known[file] = bytes(self.held.contents[file])
        return self._known[file]


def _piece(write: Wrote | Resized, fate: Fate, chance: random.Random | None) -> int | None:
    """Which sectors arrive, one bit each; none means all of them."""
    if fate is Fate.TORN and chance is not None and isinstance(write, Wrote):
        return chance.getrandbits(len(write.content) // SECTOR + 2)
    return None if fate is Fate.THERE else 0


def _until(end: int, serial: int) -> Fate:
    return Fate.THERE if serial < end else Fate.TORN if serial == end else Fate.ABSENT


def _apply(content: bytearray, write: Wrote | Resized) -> None:
    if isinstance(write, Wrote):
        put(content, write.at, write.content)
    else:
        set_size(content, write.size)


def _arrive(content: bytearray, write: Wrote | Resized, mask: int | None) -> Iterator[range]:
    """Lay as much over the file as arrived; which bytes that were."""
    if isinstance(write, Resized):
        if mask is None:
            _apply(content, write)
        return
    for number, (at, piece) in enumerate(
        _sectors(write) if mask is not None else [(write.at, write.content)]
    ):
        if mask is None or mask >> number & 1:
            put(content, at, piece)
            yield range(at, at + len(piece))


def _sectors(write: Wrote) -> Iterator[tuple[int, bytes]]:
    """The pieces of a write, none across the border of a sector."""
    end = write.at + len(write.content)
    borders = [write.at, *range(write.at - write.at % SECTOR + SECTOR, end, SECTOR), end]
    for one, other in pairwise(borders):
        yield one, write.content[one - write.at : other - write.at]


def _spoil(content: bytearray, before: int, there: list[range], chance: random.Random) -> None:
    """A file may have grown before its bytes arrived: rubbish in new sectors that nothing was written to."""
    for at in range(-(-before // SECTOR) * SECTOR, len(content), SECTOR):
        end = min(at + SECTOR, len(content))
        if not any(one.start < end and at < one.stop for one in there):
            content[at:end] = chance.randbytes(end - at)


def _rename(names: dict[int, dict[str, int]], changes: Changes) -> None:
    for directory, name, one in changes:
        if one is None:
            names[directory].pop(name, None)
    for directory, name, one in changes:
        if one is not None:
            names[directory][name] = one

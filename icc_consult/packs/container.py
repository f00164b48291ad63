"""The files of a pack, wherever they lie, under rules that keep a hostile one harmless."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from icc_consult.packs.media import HEAD
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.verifying.regular_files import open_regular

DOCUMENT = "consultation.json"
SUMS = "SHA256SUMS"
MEDIA = "media/"

MOST_FILES = 10_000
MOST_BYTES = 2_000_000_000
MOST_DOCUMENT_BYTES = 64_000_000
MOST_RATIO = 100
SMALL = 1_000_000
_LONGEST_PATH = 240
_BLOCK = 1 << 20
_FOREIGN = re.compile(r"[\\:\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a pack, not yet read."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def read(self) -> bytes:
        """All its bytes."""
        with self.open() as stream:
            return stream.read()

    def head_and_sha256(self) -> tuple[bytes, str]:
        """Its first bytes, and the hash of all of them."""
        with self.open() as stream:
            head = stream.read(HEAD)
            digest = hashlib.sha256(head)
            while block := stream.read(_BLOCK):
                digest.update(block)
        return head, digest.hexdigest()


Entries = Mapping[str, Entry]


def belongs(name: str) -> bool:
    """Whether a file is part of a pack; whatever else lies beside is left alone."""
    return name in (DOCUMENT, SUMS) or name.startswith(MEDIA)


def check_name(name: str) -> None:
    """Raise `PackRefused` for a name that could lead out of the pack on any system."""
    parts = PurePosixPath(name).parts
    bad = name.startswith("/") or "\\" in name or ":" in name or "\0" in name or len(name) > _LONGEST_PATH
    if bad or ".." in parts or not parts or str(PurePosixPath(name)) != name.rstrip("/"):
        raise PackRefused(Reason.PATH_OUTSIDE, name)
    check_portable(name)


def check_portable(name: str) -> None:
    """Raise `PackRefused` for a name that some system, or a list of checksums, could not hold."""
    if _FOREIGN.search(name) or len(name) > _LONGEST_PATH:
        raise PackRefused(Reason.BAD_FILE_NAME, name)


def check_once(names: Iterable[str]) -> None:
    """Raise `PackRefused` for a name that is there twice, whatever its capitals."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise PackRefused(Reason.DUPLICATE_ENTRY, name)
        seen.add(name.casefold())


def check_sizes(sizes: Mapping[str, int]) -> None:
    """Raise `PackRefused` for too many files or too many bytes."""
    if len(sizes) > MOST_FILES:
        raise PackRefused(Reason.TOO_MANY_FILES, detail=str(len(sizes)))
    total = 0
    for name, size in sizes.items():
        total += size
        most = MOST_DOCUMENT_BYTES if name in (DOCUMENT, SUMS) else MOST_BYTES
        if size > most or total > MOST_BYTES:
            raise PackRefused(Reason.TOO_LARGE, name, str(size))


def directory_entries(root: Path) -> Entries:
    """The files of a pack that is a directory."""
    found: dict[str, Entry] = {}
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        if not path.resolve().is_relative_to(root.resolve()):
            raise PackRefused(Reason.PATH_OUTSIDE, name)
        check_portable(name)
        found[name] = Entry(name, path.stat().st_size, partial(open_regular, path))
    check_once(found)
    check_sizes({name: entry.size for name, entry in found.items()})
    return found


def check_regular(path: Path, name: str = "") -> None:
    """Raise `PackRefused` for a pipe, a device or a directory where a file should be: it could never end."""
    if path.exists() and not path.is_file():
        raise PackRefused(Reason.UNREADABLE, name, "not a regular file")


def _files(root: Path) -> list[Path]:
    top = [root / name for name in (DOCUMENT, SUMS) if (root / name).exists()]
    for path in top:
        check_regular(path, path.name)
    media = sorted((root / MEDIA).rglob("*")) if (root / MEDIA).is_dir() else []
    hidden = [path for path in media if any(part.startswith(".") for part in path.relative_to(root).parts)]
    return top + [path for path in media if path.is_file() and path not in hidden]

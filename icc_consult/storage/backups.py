"""Backups: data directories that nobody works in, each written beside the one before and then exchanged."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.backing_up import Copied, NotCopied, Restored
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.storage import restoring, troubles
from icc_consult.storage.copies import Copy
from icc_consult.storage.files import read_json, sync_directory, write_json, write_whole
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

FORMAT = "icc-consult-backup"
VERSION = 1


@dataclass(frozen=True, slots=True)
class LocalBackups:
    """Backups of a data directory on this computer, in directories and on sticks."""

    where: Path
    today: Callable[[], date] = date.today

    def copy_to(self, places: Sequence[Path], *, with_keys: bool) -> tuple[Copied | NotCopied, ...]:
        """A backup in each place, all of the same moment; raises `NotOpened` or `DirectoryRefused`."""
        data = Places(self.where)
        opening = read_opening(data.opening)
        name = f"icc-consult-{opening.id}-{opening.signer.hex()[:8]}".rstrip("-")  # kiosks share an opening
        with Copy.of(data.answers) as copy:
            return tuple(_kept(data, copy, place / name, with_keys=with_keys) for place in places)

    def restore(self, source: Path) -> Restored:
        """Add what is missing here; raises `DirectoryRefused`, `OtherOpening`, `InUse` or `OSError`."""
        backup = Places(source)
        read_opening(backup.opening)
        with checked(backup) as copy:
            return restoring.restore(Places(self.where), backup, copy, today=self.today)


def checked(backup: Places) -> Copy:
    """The answers in a backup; raises `DirectoryRefused` unless they are those that were written there."""
    known = _digests(backup)
    copy = Copy.read(backup.answers)
    if known and copy.digest() not in known:
        copy.close()
        raise DirectoryRefused(Fault.DAMAGED, str(backup.answers), "digest")
    return copy


def _kept(data: Places, copy: Copy, place: Path, *, with_keys: bool) -> Copied | NotCopied:
    backup = Places(place)
    try:
        if data.root.resolve() in (place.resolve(), *place.resolve().parents):
            raise DirectoryRefused(Fault.FOREIGN, str(place), "inside")
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy_files(data, backup, with_keys=with_keys)
        troubles.reserve(backup.trouble)
        content = copy.content()
        digest = copy.digest()
        write_json(backup.backup, _plain(digest, _digests(backup)))
        _write_checked(backup.answers, content, digest)
        return Copied(place, copy.count("sealed"), len(content))
    except (BrokenRule, OSError) as error:
        return NotCopied(place, error)


def _copy_files(data: Places, backup: Places, *, with_keys: bool) -> None:
    for path in files_to_keep(data, with_keys=with_keys):
        target = backup.root / path.relative_to(data.root)
        content = read_regular(path, MOST_BYTES)
        if not target.is_file() or read_regular(target, MOST_BYTES) != content:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(target, content)


def files_to_keep(data: Places, *, with_keys: bool) -> Iterator[Path]:
    """Every file that is no database, no key, no trouble of this computer and nothing half written."""
    here = {data.answers, data.unfinished, data.trouble, data.lock, data.ballast, data.backup}
    keys = set() if with_keys else {data.key, data.signing}
    for path in sorted(data.root.rglob("*")):
        is_aside = (
            data.quarantine in path.parents or path.name.startswith(".") or path.name.endswith("-journal")
        )
        if path.is_file() and not is_aside and path not in here | keys:
            yield path


def _plain(digest: str, before: Sequence[str]) -> dict[str, object]:
    """Both digests, because a power cut between this file and the answers leaves either."""
    return {"format": FORMAT, "version": VERSION, "digests": [digest, *before[:1]]}


def _digests(backup: Places) -> tuple[str, ...]:
    try:
        document = read_json(backup.backup)
        if document["format"] != FORMAT or document["version"] != VERSION:
            raise DirectoryRefused(Fault.NEWER, str(backup.backup), f"version {document['version']}")
        return tuple(str(digest) for digest in document["digests"])
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError) as error:
        raise DirectoryRefused(Fault.DAMAGED, str(backup.backup), str(error)) from error


def _write_checked(path: Path, content: bytes, digest: str) -> None:
    """Replace a file only when the disk has given the new one back; else it raises."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch(mode=0o600)
        with part.open("r+b") as stream:
            stream.write(content)
            stream.truncate()
            stream.flush()
            os.fsync(stream.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        _check_given_back(part, content, digest)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_directory(path.parent)


def _check_given_back(part: Path, content: bytes, digest: str) -> None:
    given_back = hashlib.sha256(read_regular(part, MOST_BYTES)).digest()
    if given_back != hashlib.sha256(content).digest():
        raise DirectoryRefused(Fault.READ_BACK, str(part))
    with Copy.read(part) as copy:
        if copy.digest() != digest:
            raise DirectoryRefused(Fault.READ_BACK, str(part))

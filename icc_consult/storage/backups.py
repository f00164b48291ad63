"""Backups: data directories that nobody works in, each written beside the one before and then exchanged."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icc_consult.disk import forget, sync_directory
from icc_consult.domain.errors import BrokenRule
from icc_consult.services.backing_up import Copied, NotCopied, Restored
from icc_consult.services.errors import BackupNotSigned, Cancelled, DirectoryRefused, Fault
from icc_consult.services.premises import Opening, Progress, silently
from icc_consult.storage import restoring, troubles
from icc_consult.storage.backup_listing import Listing, read_listing, seed_of, write_listing
from icc_consult.storage.copies import Copy
from icc_consult.storage.files import make_directory, write_whole
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class LocalBackups:
    """Backups of a data directory on this computer, in directories and on sticks."""

    where: Path
    today: Callable[[], date] = date.today

    def copy_to(
        self, places: Sequence[Path], *, with_keys: bool, progress: Progress = silently
    ) -> tuple[Copied | NotCopied, ...]:
        """A backup in each place, all of the same moment; raises as `services.backing_up.back_up` says."""
        data = Places(self.where)
        opening = read_opening(data.opening)
        name = f"icc-consult-{opening.id}-{opening.signer.hex()[:8]}".rstrip("-")  # kiosks share an opening
        with Copy.of(data.answers) as copy:
            source = _Source(data, opening, copy, copy.content(), copy.digest(), with_keys)
            wanted = [place / name for place in places]
            done = _copied(source, list(dict.fromkeys(wanted)), progress)
        return tuple(done[place] for place in wanted)

    def restore(
        self, source: Path, *, signer: str = "", is_salvaging: bool = False, progress: Progress = silently
    ) -> Restored:
        """Add what is missing here, as `services.backing_up.restore` says."""
        data, backup = Places(self.where), Places(source)
        named = restoring.signer_wanted(data, read_opening(backup.opening), signer)
        listing = None if is_salvaging else _vouched(backup, named)
        with checked(backup, is_salvaging=is_salvaging) as copy:
            files = frozenset(listing.files) if listing else None
            restored = restoring.restore(data, backup, copy, files=files, today=self.today, progress=progress)
        return replace(restored, signer=listing.signer if listing else "")


def _vouched(backup: Places, named: str) -> Listing:
    listing = read_listing(backup.backup)
    if listing is None:
        raise BackupNotSigned(str(backup.root))
    listing.check_signed(str(backup.root), named)
    listing.check_files(backup.root)
    return listing


def checked(backup: Places, *, is_salvaging: bool = False) -> Copy:
    """The answers in a backup; raises `DirectoryRefused` unless they are those that were written there."""
    listing = None if is_salvaging else read_listing(backup.backup)
    copy = Copy.read(backup.answers)
    try:
        is_known = listing is None or copy.digest() in listing.answers
    except DirectoryRefused:
        copy.close()
        raise
    if not is_known:
        copy.close()
        raise DirectoryRefused(Fault.DAMAGED, str(backup.answers), "digest")
    return copy


@dataclass(frozen=True, slots=True)
class _Source:
    data: Places
    opening: Opening
    copy: Copy
    content: bytes
    digest: str
    with_keys: bool


def _copied(source: _Source, places: Sequence[Path], progress: Progress) -> dict[Path, Copied | NotCopied]:
    """The answers are laid beside those before in every place; whoever stops that finds no trace of it."""
    made = [place for place in places if not place.exists()]
    of = 2 * len(source.content) * len(places)
    laid: list[NotCopied | None] = []
    try:
        for number, place in enumerate(places):
            laid.append(_laid(source, place, _from(progress, 2 * len(source.content) * number, of)))
        progress(of, of)
        return {place: one or _exchanged(source, place) for one, place in zip(laid, places, strict=True)}
    finally:
        for place in places:
            with suppress(OSError):
                _part_of(place).unlink(missing_ok=True)
        for place in made:
            with suppress(OSError):
                place.rmdir()  # only where nothing came into it


def _from(progress: Progress, done: int, of: int) -> Callable[[int], None]:
    return lambda more: progress(done + more, of)


def _part_of(place: Path) -> Path:
    return place / f".{Places(place).answers.name}.part"


def _laid(source: _Source, place: Path, told: Callable[[int], None]) -> NotCopied | None:
    try:
        if source.data.root.resolve() in (place.resolve(), *place.resolve().parents):
            raise DirectoryRefused(Fault.FOREIGN, str(place), "inside")
        make_directory(place, 0o700)
        _write(_part_of(place), source.content, told)
        _check_given_back(_part_of(place), source.content, source.digest)
        told(2 * len(source.content))
    except Cancelled:
        raise
    except (BrokenRule, OSError) as error:
        return NotCopied(place, error)
    return None


def _exchanged(source: _Source, place: Path) -> Copied | NotCopied:
    backup, data = Places(place), source.data
    try:
        contents, seed = _contents(data, with_keys=source.with_keys), seed_of(data, source.opening)
        listing = _listing(source, contents, is_signed=seed is not None)
        write_listing(backup.backup, listing.after(_before(backup)), seed)
        _write_files(backup, contents)
        troubles.reserve(backup.trouble)
        _exchange(_part_of(place), backup.answers)
        with suppress(OSError):  # what stands there says the same and more
            write_listing(backup.backup, listing, seed)
        count = source.copy.count("sealed")
        return Copied(place, count, len(source.content), is_signed=seed is not None)
    except (BrokenRule, OSError) as error:
        return NotCopied(place, error)


def _exchange(part: Path, answers: Path) -> None:
    part.replace(answers)
    sync_directory(answers.parent)


def _contents(data: Places, *, with_keys: bool) -> dict[Path, bytes]:
    files = files_to_keep(data, with_keys=with_keys)
    return {path.relative_to(data.root): read_regular(path, MOST_BYTES) for path in files}


def _listing(source: _Source, contents: Mapping[Path, bytes], *, is_signed: bool) -> Listing:
    hashes = {name.as_posix(): (hashlib.sha256(one).hexdigest(),) for name, one in contents.items()}
    opening = source.opening
    return Listing(opening.id, opening.signer.hex(), (source.digest,), hashes, is_signed)


def _before(backup: Places) -> Listing | None:
    try:
        return read_listing(backup.backup)
    except DirectoryRefused:
        return None


def _write_files(backup: Places, contents: Mapping[Path, bytes]) -> None:
    for name, content in contents.items():
        target = backup.root / name
        if target.is_symlink() or not target.is_file() or read_regular(target, MOST_BYTES) != content:
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


def _write(part: Path, content: bytes, told: Callable[[int], None]) -> None:
    """Flushed block by block: else all would seem written at once, and then nothing for a long while."""
    part.touch(mode=0o600)
    with part.open("r+b") as stream:
        for start in range(0, len(content), _BLOCK):
            told(start)
            stream.write(content[start : start + _BLOCK])
            stream.flush()
            os.fsync(stream.fileno())
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())
        forget(stream)
    told(len(content))


def _check_given_back(part: Path, content: bytes, digest: str) -> None:
    given_back = hashlib.sha256(read_regular(part, MOST_BYTES)).digest()
    if given_back != hashlib.sha256(content).digest():
        raise DirectoryRefused(Fault.READ_BACK, str(part))
    with Copy.read(part) as copy:
        if copy.digest() != digest:
            raise DirectoryRefused(Fault.READ_BACK, str(part))

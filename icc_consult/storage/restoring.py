"""Bringing a backup back: a union into what is there, or a new directory."""

import shutil
from collections.abc import Callable, Container, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date

from icc_consult.disk import sync_directory
from icc_consult.services.backing_up import Restored
from icc_consult.services.errors import DirectoryRefused, Fault, OtherOpening
from icc_consult.services.premises import Opening, Progress, Trouble, silently
from icc_consult.storage import schema, troubles
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.copies import Copy
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.storage.engine import create_database
from icc_consult.storage.files import make_directory, write_whole
from icc_consult.storage.locking import DirectoryLock
from icc_consult.storage.openings import read_opening, write_opening
from icc_consult.storage.places import Places
from icc_consult.storage.quarantine import is_sound, put_aside, readable_aside
from icc_consult.storage.refusing import as_refusals
from icc_consult.storage.uniting import Row, unite
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

_TABLES = ("sealed", "wish", "receipt", "voucher", "day_total")
_PART = ".restoring"
_OF_A_BACKUP = ("answers.db", "trouble.json", "lock", "backup.json")


def signer_wanted(data: Places, opening: Opening, named: str) -> str:
    """Whose backup may be taken in; raises `OtherOpening` for one of another place."""
    if _is_new(data):
        return named or opening.signer.hex()
    mine = read_opening(data.opening)
    if (mine.id, mine.signer) != (opening.id, opening.signer):
        raise OtherOpening(mine.id, opening.id)
    return mine.signer.hex()


def restore(
    data: Places,
    source: Places,
    copy: Copy,
    *,
    files: Container[str] | None,
    today: Callable[[], date],
    progress: Progress = silently,
) -> Restored:
    """Add what is missing, of files only those named, if any are; raises as `services.backing_up.restore`."""
    if _is_new(data):
        return _as_new(data, source, copy, files, progress)
    mine, opening = read_opening(data.opening), read_opening(source.opening)
    with DirectoryLock(data.lock), as_refusals(str(data.answers)):
        restored = _into(data, copy, today, progress)
        DecisionsFile(data.proposals).unite(DecisionsFile(source.proposals).load())
        if (united := _united(mine, opening)) != mine:
            write_opening(data.opening, united)
    return restored


def _united(mine: Opening, other: Opening) -> Opening:
    """Never its keys: one that was forged, and salvaged, would let its writer read what is answered later."""
    closed_at = mine.closed_at or other.closed_at
    return replace(mine, closed_at=closed_at, vouchers=mine.vouchers.united(other.vouchers))


def _into(data: Places, copy: Copy, today: Callable[[], date], progress: Progress) -> Restored:
    aside, rows = None, list(_rows(copy, progress))
    if is_damaged(data):
        aside = put_aside(data)
        create_database(data.answers, schema.answers, schema.ANSWERS_ID)
        data.answers.chmod(0o600)
        troubles.note(data.trouble, Trouble(Fault.QUARANTINED, today(), str(aside or "")))
        rows += readable_aside(data)
    new = unite(data.answers, rows)
    with closing(AnswersFile(data.answers, writes=False)) as file:
        file.tidy()
    return Restored(new["sealed"], new["wish"], quarantine=aside)


def is_damaged(data: Places) -> bool:
    """Whether the answers are gone or not whole; raises `DirectoryRefused` where they cannot be asked."""
    try:
        with as_refusals(str(data.answers)), closing(AnswersFile(data.answers, writes=False)) as file:
            file.check(str(data.answers))
    except DirectoryRefused as refused:
        if refused.fault is not Fault.DAMAGED:
            raise
        return True
    return False


def _rows(copy: Copy, progress: Progress) -> Iterator[Row]:
    of, done = sum(map(copy.count, _TABLES)), 0
    for table in _TABLES:
        for row in copy.rows(table):
            progress(done, of)
            done += 1
            if is_sound(table, row):
                yield table, row
    progress(of, of)


def _is_new(data: Places) -> bool:
    """Nothing is here, or what another restoring left that was cut off: the opening comes last."""
    if not data.root.exists() or not any(data.root.iterdir()):
        return True
    return (data.root / _PART).exists() and not data.opening.exists()


def _as_new(
    data: Places, source: Places, copy: Copy, files: Container[str] | None, progress: Progress
) -> Restored:
    part, is_made = Places(data.root / _PART), not data.root.exists()
    shutil.rmtree(part.root, ignore_errors=True)
    try:
        make_directory(data.root, 0o700)
        make_directory(part.root, 0o700)
        _fill(part, source, copy, files, progress)
        for path in sorted(part.root.iterdir(), key=lambda path: path.name == part.opening.name):
            shutil.rmtree(data.root / path.name, ignore_errors=True)
            if path.name == part.opening.name:
                sync_directory(data.root)
            path.rename(data.root / path.name)
        sync_directory(data.root)
    finally:
        shutil.rmtree(part.root, ignore_errors=True)
        if is_made:
            with suppress(OSError):
                data.root.rmdir()  # only where nothing came into it
    data.root.chmod(0o700)
    sync_directory(data.root)
    return Restored(copy.count("sealed"), copy.count("wish"), is_new=True)


def _fill(part: Places, source: Places, copy: Copy, files: Container[str] | None, progress: Progress) -> None:
    found = sorted(source.root.rglob("*"))
    for number, path in enumerate(found):
        progress(number, len(found))
        name = path.relative_to(source.root)
        is_plain = path.is_file() and not path.is_symlink() and not path.name.startswith(".")
        is_wanted = files is None or name.as_posix() in files
        if is_plain and is_wanted and path.name not in _OF_A_BACKUP:
            (part.root / name).parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(part.root / name, read_regular(path, MOST_BYTES))
    copy.begin_lineage()
    write_whole(part.answers, copy.content())
    create_database(part.unfinished, schema.unfinished, schema.UNFINISHED_ID)
    part.unfinished.chmod(0o600)
    troubles.reserve(part.trouble)
    write_whole(part.lock, b"")
    progress(len(found), len(found))

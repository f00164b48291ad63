"""Days with answers, their backups, and what lies in a directory."""

from pathlib import Path

from icc_consult.services import responding
from icc_consult.services.backing_up import Copied, back_up
from icc_consult.services.premises import Desk
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.backups import LocalBackups

from tests.builders import DAY, EN, kiosk_at


def answered(desk: Desk, times: int) -> None:
    """A day with so many answers."""
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    for _ in range(times):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    responding.refuse(kiosk)
    kiosk.store.release()


def of(data: Path) -> LocalBackups:
    """The backups of a directory."""
    return LocalBackups(data, lambda: DAY)


def kept(desk: Desk, place: Path, *, with_keys: bool = False) -> Path:
    """Where the one backup lies."""
    (done,) = back_up(of(desk.directory.where), to=[place], with_keys=with_keys)
    assert isinstance(done, Copied)
    return done.where


def bodies(data: Path) -> set[bytes]:
    """Every sealed response."""
    file = AnswersFile(data / "answers.db", writes=False)
    found = {bytes(record.body) for record in file.records(schema.sealed)}
    file.close()
    return found


def names(where: Path) -> set[str]:
    """Every file, from here."""
    return {str(path.relative_to(where)) for path in where.rglob("*") if path.is_file()}

"""Handing the answers out of the desk, in a format somebody else reads."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.auditing import Act, note
from icc_consult.services.errors import NotEmpty
from icc_consult.services.ports import Opener
from icc_consult.services.premises import Desk, Progress, silently
from icc_consult.services.unlocking import Unlocked, read_all

Write = Callable[[Path, Unlocked], tuple[str, ...]]
Sift = Callable[[Unlocked], Unlocked]


def everything(unlocked: Unlocked) -> Unlocked:
    """Nothing is taken out."""
    return unlocked


@dataclass(frozen=True, slots=True)
class Exported:
    """What was handed out, and the names of the files."""

    responses: int
    unreadable: int
    files: tuple[str, ...]


@dataclass
class NoSuchPaper(BrokenRule):
    """The consultation has no paper of the kind that this format holds, or none of this name."""

    name: str


@dataclass
class SeveralPapers(BrokenRule):
    """The consultation has several papers of the kind that this format holds."""

    names: tuple[str, ...]


def export(
    desk: Desk,
    *,
    opener: Opener,
    out: Path,
    write: Write,
    progress: Progress = silently,
    sift: Sift = everything,
) -> Exported:
    """Read every answer, then let `write` put what `sift` leaves of them in `out`.

    Raises `NotEmpty` where that is a file or lies within the data directory, `Cancelled` or `OSError`.
    """
    _check_apart(out, desk.directory.where)
    unlocked = sift(read_all(desk, opener, progress=progress))
    note(desk, Act.EXPORTED, responses=len(unlocked.responses))
    files = write(out, unlocked)
    return Exported(len(unlocked.responses), unlocked.unreadable, files)


def _check_apart(out: Path, data: Path) -> None:
    if (out.exists() and not out.is_dir()) or out.resolve().is_relative_to(data.resolve()):
        raise NotEmpty(str(out))

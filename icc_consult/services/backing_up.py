"""Keeping a second and a third copy, and bringing back what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.premises import Progress, silently


@dataclass(frozen=True, slots=True)
class Copied:
    """A backup that was read back and opened."""

    where: Path
    responses: int
    size: int
    is_signed: bool = True


@dataclass(frozen=True, slots=True)
class NotCopied:
    """A place where no backup could be written; what lay there before is still there."""

    where: Path
    error: BrokenRule | OSError


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: records that were missing, where damaged answers were put aside, who vouched for it."""

    responses: int
    wishes: int
    is_new: bool = False
    quarantine: Path | None = None
    signer: str = field(default="", compare=False)


class Backups(Protocol):
    """Copies of one data directory."""

    def copy_to(
        self, places: Sequence[Path], *, with_keys: bool, progress: Progress = silently
    ) -> tuple[Copied | NotCopied, ...]:
        """A backup in each place, all of the same moment; raises where the data directory cannot be read."""

    def restore(
        self, source: Path, *, signer: str = "", is_salvaging: bool = False, progress: Progress = silently
    ) -> Restored:
        """Add what is missing here; raises as `restore` does."""


def back_up(
    backups: Backups, *, to: Sequence[Path], with_keys: bool = False, progress: Progress = silently
) -> tuple[Copied | NotCopied, ...]:
    """A backup in each place. One place that fails does not keep the others from theirs.

    The private key and the signing key stay where they are unless they are asked for: a lost stick then has
    nothing that could be opened. Raises `NotOpened` or `DirectoryRefused`, or what `progress` raises to stop
    it: then every place is as it was, because a backup is exchanged only when all were read back.
    """
    return backups.copy_to(to, with_keys=with_keys, progress=progress)


def restore(
    backups: Backups,
    *,
    source: Path,
    signer: str = "",
    is_salvaging: bool = False,
    progress: Progress = silently,
) -> Restored:
    """Add to a data directory what a backup has and it has not; nothing newer is lost, and twice is once.

    A new directory is made where there is none. Damaged answers are put aside, never deleted, and what can
    still be read in them comes back too.

    A backup must be signed by the key of what is here. Where nothing is here, the key that is believed is the
    one that `signer` names by its first letters, else the backup's own: then it is whole, and who wrote it is
    for people to compare. `is_salvaging` believes whoever brought it. Raises `NotOpened`, `OtherOpening`,
    `BackupNotSigned`, `BackupOfOtherKey`, `DirectoryRefused`, `InUse` or `OSError`, or what `progress` raises
    to stop it while the backup is read; what is written then is one transaction, or one renaming, and is not
    stopped.
    """
    return backups.restore(source, signer=signer, is_salvaging=is_salvaging, progress=progress)

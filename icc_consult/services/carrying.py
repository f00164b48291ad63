"""Carrying the private key away: once it lies on a stick, whoever has the computer cannot try passphrases."""

from pathlib import Path
from typing import Protocol

from icc_consult.services.errors import DirectoryRefused, Fault, NotEmpty, NotOpened


class KeyFile(Protocol):
    """One place where the locked key may lie."""

    @property
    def where(self) -> Path:
        """The file."""

    def read(self) -> bytes | None:
        """What lies there as the disk gives it back, if anything does; raises `OSError`."""

    def write(self, locked: bytes) -> None:
        """Put the key there, durably; raises `OSError`."""

    def wipe(self) -> None:
        """Remove every byte of it; raises `OSError`."""


def carry_key(*, here: KeyFile, away: KeyFile) -> None:
    """Copy the key, read the copy back, and only then wipe it here.

    Raises `NotOpened` where there is no key here, `NotEmpty` where another file lies at the other place or
    both places are the same, `DirectoryRefused` where the copy is not what was written, or `OSError`.
    """
    locked = here.read()
    if locked is None:
        raise NotOpened(str(here.where))
    if away.where.resolve() == here.where.resolve() or away.read() not in (None, locked):
        raise NotEmpty(str(away.where))
    away.write(locked)
    if away.read() != locked:
        raise DirectoryRefused(Fault.READ_BACK, str(away.where))
    here.wipe()

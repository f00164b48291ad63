"""Writing a bundle so that the stick may be removed: durable, read again, hashed again."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from icc_consult.bundles.envelope import Lock
from icc_consult.disk import forget, sync_directory
from icc_consult.services.bundle_errors import BundleRefused, Damage
from icc_consult.services.premises import Progress, silently

SUFFIX = ".iccb"
_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle as the stick gave it back."""

    size: int
    sha256: str


def write_bundle(path: Path, inside: bytes, lock: Lock, progress: Progress = silently) -> Written:
    """Encrypt and write; only when this returns the stick may be removed.

    What was there before stays until the new one lies beside it whole. Raises `OSError`, `BundleRefused`
    where the stick gives back something else, or what `progress` raises to stop it.
    """
    content = lock.encrypt(inside)
    wanted = Written(len(content), hashlib.sha256(content).hexdigest())
    part = path.with_name(f".{path.name}.part")
    try:
        _write(part, content, progress)
        _check(part, wanted, progress)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_directory(path.parent)
    _check(path, wanted)
    return wanted


def _write(path: Path, content: bytes, progress: Progress) -> None:
    """Flushed block by block: else all would seem written at once, and then nothing for a long while."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with path.open("r+b") as stream:
        for start in range(0, len(content), _BLOCK):
            progress(start, 2 * len(content))
            stream.write(content[start : start + _BLOCK])
            stream.flush()
            os.fsync(stream.fileno())


def _check(path: Path, wanted: Written, progress: Progress = silently) -> None:
    """Ask the stick itself, not what the system remembers of it, where the system allows."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        forget(stream)
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
            progress(wanted.size + min(size, wanted.size), 2 * wanted.size)
    if Written(size, digest.hexdigest()) != wanted:
        raise BundleRefused(Damage.READ_BACK, str(path))

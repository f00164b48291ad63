"""Writing a bundle so that the stick may be removed: durable, read again, hashed again."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from icc_consult.bundles.envelope import Lock
from icc_consult.services.bundle_errors import BundleRefused, Damage

SUFFIX = ".iccb"


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle as the stick gave it back."""

    size: int
    sha256: str


def write_bundle(path: Path, inside: bytes, lock: Lock) -> Written:
    """Encrypt and write; only when this returns the stick may be removed.

    What was there before stays until the new one lies beside it whole. Raises `OSError`, or `BundleRefused`
    where the stick gives back something else.
    """
    content = lock.encrypt(inside)
    wanted = Written(len(content), hashlib.sha256(content).hexdigest())
    part = path.with_name(f".{path.name}.part")
    try:
        _write(part, content)
        _check(part, wanted)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_directory(path.parent)
    _check(path, wanted)
    return wanted


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with path.open("r+b") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _check(path: Path, wanted: Written) -> None:
    """Ask the stick itself, not what the system remembers of it, where the system allows."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := stream.read(1 << 20):
            digest.update(block)
            size += len(block)
    if Written(size, digest.hexdigest()) != wanted:
        raise BundleRefused(Damage.READ_BACK, str(path))


def _sync_directory(path: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Reading a bundle that anybody may have written: bounded, whole or refused, salvaged only when asked."""

from dataclasses import dataclass
from pathlib import Path

from icc_consult.bundles.envelope import AGE, Decrypted, Unlock
from icc_consult.services.bundle_errors import BundleRefused, Damage
from icc_consult.verifying.bundle import read_bundle, salvage_bundle
from icc_consult.verifying.manifest import MAGIC, NoManifest
from icc_consult.verifying.records import BrokenRecords
from icc_consult.verifying.regular_files import TooLargeHere, open_regular, read_regular
from icc_consult.verifying.state import State

MOST_BYTES = 1 << 28
_HEAD = 64


@dataclass(frozen=True, slots=True)
class Brought:
    """What a bundle brought; one that was salvaged is not covered by its signature."""

    where: Path
    state: State
    is_salvaged: bool = False
    missing: int | None = 0
    missing_answers: int | None = 0


def is_bundle(path: Path) -> bool:
    """Whether a file begins as a bundle does, encrypted or not; raises `OSError`."""
    with open_regular(path) as stream:
        head = stream.read(_HEAD)
    return head.startswith((AGE, MAGIC))


def check_is_bundle(path: Path) -> None:
    """Raise `BundleRefused` for what is none, before anybody is asked for a passphrase; `OSError` too."""
    if not path.is_file():
        raise BundleRefused(Damage.NOT_FOUND, str(path))
    if not is_bundle(path):
        raise BundleRefused(Damage.NO_BUNDLE, str(path))


def read_bundle_file(path: Path, unlock: Unlock | None, *, is_salvaging: bool = False) -> Brought:
    """The bundle in a file, encrypted or already decrypted; raises `BundleRefused` or `OSError`."""
    inside = _inside(path, unlock)
    try:
        if inside.is_whole:
            return Brought(path, read_bundle(inside.content))
    except (NoManifest, BrokenRecords) as error:
        if not is_salvaging:
            raise BundleRefused(Damage.DAMAGED, str(path), str(error)) from error
    if not is_salvaging:
        raise BundleRefused(Damage.DAMAGED, str(path), "age")
    return _salvaged(path, inside.content)


def _salvaged(path: Path, content: bytes) -> Brought:
    try:
        found = salvage_bundle(content)
    except NoManifest as error:
        raise BundleRefused(Damage.DAMAGED, str(path), str(error)) from error
    return Brought(
        path, found.state, is_salvaged=True, missing=found.missing, missing_answers=found.missing_answers
    )


def _inside(path: Path, unlock: Unlock | None) -> Decrypted:
    content = _content(path)
    if content.startswith(MAGIC):
        return Decrypted(content)
    if not content.startswith(AGE):
        raise BundleRefused(Damage.NO_BUNDLE, str(path))
    if unlock is None:
        raise BundleRefused(Damage.OTHER_KEY, str(path), "locked")
    return unlock.decrypt(content, str(path))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise BundleRefused(Damage.NOT_FOUND, str(path))
    try:
        return read_regular(path, MOST_BYTES)
    except TooLargeHere as error:
        raise BundleRefused(Damage.TOO_LARGE, str(path), str(MOST_BYTES)) from error

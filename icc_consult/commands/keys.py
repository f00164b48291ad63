"""Finding what opens bundles: the key of a data directory, with its passphrase."""

from collections.abc import Sequence
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.bundles.envelope import ByIdentity, ByPassphrase, Unlock
from icc_consult.commands import secrets
from icc_consult.commands.speaking import NotPossible
from icc_consult.services.key_errors import KeyDestroyed
from icc_consult.storage.key_file import LocalKeyFile
from icc_consult.storage.places import Places
from icc_consult.trust.holders import needed_for
from icc_consult.trust.words import as_typed_back

_LARGEST_KEY = 1 << 16


def unlock_with(source: Path | None, key: Path | None, passphrase_files: Sequence[Path]) -> Unlock:
    """What decrypts bundles; raises `NotPossible`, `WrongPassphrase` or `KeyDamaged`."""
    place = key or (Places(source).key if source is not None else None)
    if place is None:
        raise NotPossible("Bundles are encrypted; give --from DIR or --key FILE for the key that opens them.")
    if key is None and not place.is_file():
        _check_not_destroyed(place.parent)
    if not place.is_file() or place.stat().st_size > _LARGEST_KEY:
        raise NotPossible(f"{place}: there is no key file; give --key FILE if it was moved away.")
    locked = LocalKeyFile(place).read() or b""
    passphrase = secrets.existing_passphrase(passphrase_files, needed_for(locked))
    identity = desk_at(place.parent).vault.identity(locked, passphrase)
    return ByIdentity(identity) if identity else ByPassphrase(as_typed_back(passphrase))


def _check_not_destroyed(data: Path) -> None:
    if record := desk_at(data).directory.destruction():
        raise KeyDestroyed(str(record["day"]))

"""What a backup says of itself in `backup.json`: which answers, which files, signed by whose they are."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.services.bundle_errors import SigningKeyAway
from icc_consult.services.errors import BackupNotSigned, BackupOfOtherKey, DirectoryRefused, Fault
from icc_consult.services.premises import Opening
from icc_consult.storage.files import read_json, write_json
from icc_consult.storage.ledger import LocalLedger
from icc_consult.storage.places import Places
from icc_consult.verifying.canonical import NotCanonical, canonical
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular
from icc_consult.verifying.signing import is_signed, sign

FORMAT = "icc-consult-backup"
VERSION = 2
PURPOSE = b"icc-backup-v2"
LEAST_NAMED = 16
MISSING = ""

Digests = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The digest of the answers and the hash of every file; several where a power cut may leave either."""

    opening: str
    signer: str
    answers: Digests
    files: Mapping[str, Digests]
    is_signed: bool = False

    def after(self, before: "Listing | None") -> "Listing":
        """What is true while the files of one backup take the place of those of another."""
        if before is None or (before.signer, before.is_signed) != (self.signer, self.is_signed):
            return self
        files = {
            name: _once(hashes + before.files.get(name, (MISSING,))) for name, hashes in self.files.items()
        }
        answers = _once(self.answers + before.answers)
        return Listing(self.opening, self.signer, answers, files, self.is_signed)

    def plain(self) -> dict[str, Any]:
        """What is signed."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "opening": self.opening,
            "signer": self.signer,
            "answers": list(self.answers),
            "files": [{"name": name, "sha256": list(hashes)} for name, hashes in sorted(self.files.items())],
        }

    def check_signed(self, where: str, by: str) -> None:
        """Raise `BackupNotSigned`, or `BackupOfOtherKey` unless the signer begins as was named."""
        if not self.is_signed:
            raise BackupNotSigned(where)
        if len(by) < LEAST_NAMED or not self.signer.startswith(by):
            raise BackupOfOtherKey(where, self.signer)

    def check_files(self, root: Path) -> None:
        """Raise `DirectoryRefused` where a file is not as it was listed."""
        for name, hashes in self.files.items():
            if sha256_of(root / name) not in hashes:
                raise DirectoryRefused(Fault.DAMAGED, str(root / name), "sha256")


def sha256_of(path: Path) -> str:
    """The hash of a plain file; `MISSING` where there is none."""
    if path.is_symlink() or not path.is_file():
        return MISSING
    return hashlib.sha256(read_regular(path, MOST_BYTES)).hexdigest()


def seed_of(data: Places, opening: Opening) -> bytes | None:
    """What signs backups of a directory; none where it was moved away, or the directory never had one."""
    try:
        return LocalLedger(data).seed() if opening.signer else None
    except SigningKeyAway:
        return None


def write_listing(path: Path, listing: Listing, seed: bytes | None) -> None:
    """Replace it durably; raises `DirectoryRefused` for file names that are no text, or `OSError`."""
    try:
        signature = sign(seed, PURPOSE, canonical(listing.plain())).hex() if seed else ""
    except NotCanonical as error:
        raise DirectoryRefused(Fault.FOREIGN, str(path.parent), "name") from error
    write_json(path, {"format": FORMAT, "version": VERSION, "body": listing.plain(), "signature": signature})


def read_listing(path: Path) -> Listing | None:
    """None where there is none; raises `DirectoryRefused` where it is newer or damaged, `OSError`."""
    try:
        document = read_json(path)
        if document["format"] != FORMAT or document["version"] not in (1, VERSION):
            raise DirectoryRefused(Fault.NEWER, str(path), f"version {document['version']}")
        if document["version"] == 1:
            return Listing("", "", _digests(document["digests"]), {})
        return _listing(document["body"], bytes.fromhex(document["signature"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DirectoryRefused(Fault.DAMAGED, str(path), str(error)) from error


def _listing(body: Mapping[str, Any], signature: bytes) -> Listing:
    files = {str(one["name"]): _digests(one["sha256"]) for one in body["files"]}
    unsigned = Listing(str(body["opening"]), str(body["signer"]), _digests(body["answers"]), files)
    if unsigned.plain() != body:
        raise NotCanonical("members")
    public = bytes.fromhex(unsigned.signer)
    is_valid = bool(signature) and is_signed(public, PURPOSE, canonical(unsigned.plain()), signature)
    return Listing(unsigned.opening, unsigned.signer, unsigned.answers, files, is_valid)


def _digests(plain: Iterable[object]) -> Digests:
    return tuple(str(one) for one in plain)


def _once(digests: Digests) -> Digests:
    return tuple(dict.fromkeys(digests))

"""The key pair of a consultation: anybody may seal, only the passphrase opens."""

import json
from dataclasses import dataclass
from typing import Any

import pyrage  # type: ignore[import-untyped]
from nacl.public import PrivateKey

from icc_consult.services.errors import KeyDamaged, RehearsalFailed
from icc_consult.services.ports import Opener, Sealer
from icc_consult.services.premises import NewKey, NewSigner
from icc_consult.trust.age_lock import locked, unlocked
from icc_consult.trust.pin import hash_pin
from icc_consult.trust.sealing import PrivateOpener, key_id_of, sealer_to
from icc_consult.trust.words import as_typed_back, strong_enough
from icc_consult.verifying.signing import new_seed, public_half

FORMAT = "icc-consult-key"
VERSION = 1
_TRIAL = b"a response that nobody gave"
_AGE = b"age-encryption.org/v1"


@dataclass(frozen=True, slots=True)
class AgeVault:
    """Keys as libsodium makes them, the private half in an age file that any age tool opens."""

    def new_key(self, passphrase: str) -> NewKey:
        """A key pair of its own, locked; raises `PassphraseTooWeak`."""
        wanted = strong_enough(as_typed_back(passphrase))
        private = PrivateKey.generate()
        public = bytes(private.public_key)
        identity = pyrage.x25519.Identity.generate()
        document = {
            "format": FORMAT,
            "version": VERSION,
            "key": key_id_of(public),
            "private_key": bytes(private).hex(),
            "bundle_identity": str(identity),
        }
        text = (json.dumps(document) + "\n").encode()
        return NewKey(key_id_of(public), public, locked(text, wanted), str(identity.to_public()))

    def identity(self, locked: bytes, passphrase: str) -> str:
        """What decrypts bundles; empty where the key is older than bundles. Raises as `unlock` does."""
        identity = _document(_decrypted(locked, as_typed_back(passphrase))).get("bundle_identity", "")
        if not isinstance(identity, str):
            raise KeyDamaged
        return identity

    def new_signer(self) -> NewSigner:
        """An Ed25519 key."""
        seed = new_seed()
        return NewSigner(seed, public_half(seed))

    def sealer(self, public: bytes, *, size: int) -> Sealer:
        """Seals to the public key, every payload padded to `size` bytes."""
        return sealer_to(public, size=size)

    def unlock(self, locked: bytes, passphrase: str) -> Opener:
        """What opens records; raises `WrongPassphrase` or `KeyDamaged`."""
        private = PrivateKey(_private_bytes(_decrypted(locked, as_typed_back(passphrase))))
        return PrivateOpener(key_id_of(bytes(private.public_key)), private)

    def hash_pin(self, pin: str) -> str:
        """The PIN as argon2id; raises `PinDoesNotFit`."""
        return hash_pin(pin)

    def rehearse(self, key: NewKey, passphrase: str) -> None:
        """Seal something and open it with the saved key; raises `RehearsalFailed`."""
        record = self.sealer(key.public, size=len(_TRIAL) + 1).seal(_TRIAL)
        try:
            opened = self.unlock(key.locked, passphrase).open(record)
        except Exception as error:
            raise RehearsalFailed from error
        if opened != _TRIAL:
            raise RehearsalFailed


def _decrypted(text: bytes, passphrase: str) -> bytes:
    if not text.startswith(_AGE):
        raise KeyDamaged
    return unlocked(text, passphrase)


def _private_bytes(text: bytes) -> bytes:
    try:
        private = bytes.fromhex(_document(text)["private_key"])
    except (ValueError, KeyError, TypeError) as error:
        raise KeyDamaged from error
    if len(private) != PrivateKey.SIZE:
        raise KeyDamaged
    return private


def _document(text: bytes) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise KeyDamaged from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise KeyDamaged
    return document

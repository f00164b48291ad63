"""The key pair of a consultation: anybody may seal, only the passphrase opens.

A consultation that was re-keyed has several; all of them lie in one locked file, the first one first.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyrage  # type: ignore[import-untyped]
from nacl.public import PrivateKey

from icc_consult.services.errors import KeyDamaged, RehearsalFailed
from icc_consult.services.ports import Opener, Sealer
from icc_consult.services.premises import NewKey, NewSigner
from icc_consult.trust.age_lock import locked, unlocked
from icc_consult.trust.holders import is_shared, shared, unshared
from icc_consult.trust.pin import hash_pin
from icc_consult.trust.sealing import KeyRing, PrivateOpener, key_id_of, sealer_to
from icc_consult.trust.trial import try_out
from icc_consult.trust.words import passphrases_in, strong_enough
from icc_consult.verifying.signing import new_seed, public_half

FORMAT = "icc-consult-key"
VERSION = 1
_AGE = b"age-encryption.org/v1"


@dataclass(frozen=True, slots=True)
class AgeVault:
    """Keys as libsodium makes them, the private half in an age file that any age tool opens.

    Passphrases are one, or for three holders one a line; two of those open.
    """

    def new_key(self, passphrase: str) -> NewKey:
        """A key pair of its own, locked; raises `PassphraseTooWeak` or `HoldersAlike`."""
        fresh = _fresh()
        return _new_key({"format": FORMAT, "version": VERSION, **fresh}, fresh, passphrase)

    def renewed(self, locked: bytes, passphrase: str, wanted: str) -> NewKey:
        """One more key pair, locked together with those before by a new passphrase.

        Raises as `unlock` and `new_key` do.
        """
        document, fresh = _document(_decrypted(locked, passphrase)), _fresh()
        document["later"] = [*_later(document), fresh]
        return _new_key(document, fresh, wanted)

    def identity(self, locked: bytes, passphrase: str) -> str:
        """What decrypts bundles, one a line; empty where the key is older than bundles. As `unlock`."""
        document = _document(_decrypted(locked, passphrase))
        identities = [one.get("bundle_identity", "") for one in (document, *_later(document))]
        if not all(isinstance(identity, str) for identity in identities):
            raise KeyDamaged
        return "\n".join(filter(None, identities))

    def new_signer(self) -> NewSigner:
        """An Ed25519 key."""
        seed = new_seed()
        return NewSigner(seed, public_half(seed))

    def sealer(self, public: bytes, *, size: int) -> Sealer:
        """Seals to the public key, every payload padded to `size` bytes."""
        return sealer_to(public, size=size)

    def unlock(self, locked: bytes, passphrase: str) -> Opener:
        """What opens records; raises `WrongPassphrase`, `SecondHolderNeeded` or `KeyDamaged`."""
        return KeyRing(tuple(map(_opener, _private_keys(locked, passphrase))))

    def hash_pin(self, pin: str) -> str:
        """The PIN as argon2id; raises `PinDoesNotFit`."""
        return hash_pin(pin)

    def rehearse(self, key: NewKey, passphrase: str) -> None:
        """Seal in one process, unlock the saved key in another, open in a third; raises `RehearsalFailed`.

        Of three holders' key every pair is tried.
        """
        for chosen in _each_way(passphrase):
            try:
                private = _private_keys(key.locked, chosen)[-1]
            except Exception as error:
                raise RehearsalFailed from error
            try_out(key.public, bytes(private))


def _each_way(passphrase: str) -> list[str]:
    ones = passphrases_in(passphrase)
    if len(ones) < 2:
        return [passphrase]
    return [f"{one}\n{other}" for one, other in zip(ones, [*ones[1:], ones[0]], strict=True)]


def _fresh() -> dict[str, str]:
    private = PrivateKey.generate()
    return {
        "key": key_id_of(bytes(private.public_key)),
        "private_key": bytes(private).hex(),
        "bundle_identity": str(pyrage.x25519.Identity.generate()),
    }


def _new_key(document: dict[str, Any], fresh: dict[str, str], passphrase: str) -> NewKey:
    wanted = [strong_enough(one) for one in passphrases_in(passphrase) or ("",)]
    public = bytes(PrivateKey(bytes.fromhex(fresh["private_key"])).public_key)
    recipient = pyrage.x25519.Identity.from_str(fresh["bundle_identity"]).to_public()
    text = (json.dumps(document) + "\n").encode()
    return NewKey(key_id_of(public), public, _encrypted(text, wanted), str(recipient))


def _encrypted(text: bytes, wanted: Sequence[str]) -> bytes:
    return locked(text, wanted[0]) if len(wanted) == 1 else shared(text, wanted, locked)


def _decrypted(text: bytes, passphrase: str) -> bytes:
    given = passphrases_in(passphrase)
    if is_shared(text):
        return unshared(text, given, unlocked)
    if not text.startswith(_AGE):
        raise KeyDamaged
    return unlocked(text, "\n".join(given))


def _private_keys(text: bytes, passphrase: str) -> list[PrivateKey]:
    document = _document(_decrypted(text, passphrase))
    return [_private(one) for one in (document, *_later(document))]


def _private(entry: dict[str, Any]) -> PrivateKey:
    try:
        private = bytes.fromhex(entry["private_key"])
    except (ValueError, KeyError, TypeError) as error:
        raise KeyDamaged from error
    if len(private) != PrivateKey.SIZE:
        raise KeyDamaged
    return PrivateKey(private)


def _opener(private: PrivateKey) -> PrivateOpener:
    return PrivateOpener(key_id_of(bytes(private.public_key)), private)


def _later(document: dict[str, Any]) -> list[dict[str, Any]]:
    later = document.get("later", [])
    if not isinstance(later, list) or not all(isinstance(one, dict) for one in later):
        raise KeyDamaged
    return later


def _document(text: bytes) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise KeyDamaged from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise KeyDamaged
    return document

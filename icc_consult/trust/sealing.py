"""Sealing and opening by libsodium's sealed box, every payload padded to one size."""

import hashlib
from dataclasses import dataclass, field

from nacl.bindings import sodium_pad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from icc_consult.services.errors import CannotBeOpened
from icc_consult.services.ports import KeyId, Sealed, SealedRecord

_VERSION = b"\x01"
_PADDING = b"\x80"


@dataclass(frozen=True, slots=True)
class PayloadTooLarge(ValueError):
    """A payload is larger than the fullest response its consultation allows."""

    size: int


@dataclass(frozen=True, slots=True)
class PublicSealer:
    """Seals to one public key; what it sealed it cannot open."""

    key: KeyId
    public: PublicKey
    size: int

    def seal(self, payload: bytes) -> SealedRecord:
        """One version byte, then the sealed box of exactly `size` bytes; raises `PayloadTooLarge`."""
        if len(payload) >= self.size:
            raise PayloadTooLarge(len(payload))
        padded = sodium_pad(payload, self.size)
        return SealedRecord(self.key, Sealed(_VERSION + SealedBox(self.public).encrypt(padded)))


def key_id_of(public: bytes) -> KeyId:
    """The first eight bytes of the SHA-256 of the public key, in hexadecimal."""
    return KeyId(hashlib.sha256(public).digest()[:8].hex())


def sealer_to(public: bytes, *, size: int) -> PublicSealer:
    """Seals to the public key, every payload padded to `size` bytes."""
    return PublicSealer(key_id_of(public), PublicKey(public), size)


@dataclass(frozen=True, slots=True)
class PrivateOpener:
    """Opens what was sealed to one key pair."""

    key: KeyId
    private: PrivateKey
    _box: "SealedBox[PrivateKey]" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_box", SealedBox(self.private))

    def open(self, record: SealedRecord) -> bytes:
        """The payload; raises `CannotBeOpened`."""
        if record.key != self.key or record.body[:1] != _VERSION:
            raise CannotBeOpened(record.key)
        try:
            return _unpadded(self._box.decrypt(record.body[1:]))
        except (CryptoError, ValueError) as error:
            raise CannotBeOpened(record.key) from error


def _unpadded(padded: bytes) -> bytes:
    """What `sodium_pad` padded; libsodium takes it off in a time that does not depend on it, which is long.

    Only who has the private key comes here, and there is nobody to whom the time would tell anything.
    """
    end = padded.rindex(_PADDING)
    if padded[end + 1 :] != bytes(len(padded) - end - 1):
        raise ValueError("padding")
    return padded[:end]


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Opens what was sealed to any of several key pairs; it has the name of the first."""

    openers: tuple[PrivateOpener, ...]

    @property
    def key(self) -> KeyId:
        """The first key."""
        return self.openers[0].key

    def open(self, record: SealedRecord) -> bytes:
        """The payload; raises `CannotBeOpened`."""
        for opener in self.openers:
            if opener.key == record.key:
                return opener.open(record)
        raise CannotBeOpened(record.key)

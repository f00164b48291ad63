"""The outside of a bundle: an age file to the consultation's recipient, or locked by its passphrase."""

from dataclasses import dataclass

import pyrage  # type: ignore[import-untyped]

from icc_consult.bundles.age_pieces import whole_pieces
from icc_consult.services.bundle_errors import BundleRefused, Damage

AGE = b"age-encryption.org/v1\n"
_WRONG_KEY = ("No matching keys", "Decryption failed", "incorrect passphrase")


@dataclass(frozen=True, slots=True)
class ToRecipient:
    """Encrypts to whoever has the identity, as age writes recipients."""

    recipient: str

    def encrypt(self, content: bytes) -> bytes:
        """An age file; raises `BundleRefused` where the recipient is none."""
        try:
            recipient = pyrage.x25519.Recipient.from_str(self.recipient)
        except pyrage.RecipientError as error:
            raise BundleRefused(Damage.OTHER_KEY, self.recipient, str(error)) from error
        return bytes(pyrage.encrypt(content, [recipient]))


@dataclass(frozen=True, slots=True)
class ToPassphrase:
    """Encrypts with a passphrase: for openings that are older than recipients."""

    passphrase: str

    def encrypt(self, content: bytes) -> bytes:
        """An age file."""
        return bytes(pyrage.passphrase.encrypt(content, self.passphrase))


Lock = ToRecipient | ToPassphrase


@dataclass(frozen=True, slots=True)
class Decrypted:
    """What an age file held; where it is damaged, what is whole, with zeros between."""

    content: bytes
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class ByIdentity:
    """Decrypts with an identity, as age writes them; of a consultation that was re-keyed one a line."""

    identity: str

    def decrypt(self, content: bytes, where: str) -> Decrypted:
        """Raises `BundleRefused` where this identity opens nothing of it."""
        try:
            identities = [pyrage.x25519.Identity.from_str(one) for one in self.identity.splitlines()]
        except pyrage.IdentityError as error:
            raise BundleRefused(Damage.OTHER_KEY, where, str(error)) from error
        try:
            return Decrypted(pyrage.decrypt(content, identities))
        except (pyrage.DecryptError, OSError) as error:
            pieces = whole_pieces(content, self.identity.splitlines())
            return _rest(pieces, error, where)


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """Decrypts with a passphrase."""

    passphrase: str

    def decrypt(self, content: bytes, where: str) -> Decrypted:
        """Raises `BundleRefused` where this passphrase does not open all of it."""
        try:
            return Decrypted(bytes(pyrage.passphrase.decrypt(content, self.passphrase)))
        except (pyrage.DecryptError, OSError) as error:
            return _rest(b"", error, where)


Unlock = ByIdentity | ByPassphrase


def _rest(pieces: bytes, error: Exception, where: str) -> Decrypted:
    if pieces.strip(b"\0"):
        return Decrypted(pieces, is_whole=False)
    is_wrong = any(said in str(error) for said in _WRONG_KEY)
    raise BundleRefused(Damage.OTHER_KEY if is_wrong else Damage.DAMAGED, where, str(error)) from error

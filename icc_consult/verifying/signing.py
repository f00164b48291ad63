"""Ed25519 signatures, each over a purpose and a message, so that none can stand for another."""

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

SIGNATURE_BYTES = 64


def new_seed() -> bytes:
    """The private half of a new key."""
    return bytes(SigningKey.generate())


def public_half(seed: bytes) -> bytes:
    """What checks the signatures of this private half."""
    return bytes(SigningKey(seed).verify_key)


def sign(seed: bytes, purpose: bytes, message: bytes) -> bytes:
    """64 bytes."""
    return SigningKey(seed).sign(purpose + b"\0" + message).signature


def is_signed(public: bytes, purpose: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of the key signed this message for this purpose."""
    try:
        VerifyKey(public).verify(purpose + b"\0" + message, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True

"""The pieces of a damaged age file that are whole: age itself stops at the first one that is not.

Only for salvage. Every piece of 64 KiB has its own tag, so what comes out is what was encrypted; whether
anything is missing cannot be said. https://age-encryption.org/v1 has the format.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Iterator
from itertools import pairwise

from nacl.bindings import (
    crypto_aead_chacha20poly1305_ietf_decrypt,
    crypto_scalarmult,
    crypto_scalarmult_base,
)
from nacl.exceptions import CryptoError

PIECE = 1 << 16
_TAG = 16
_NONCE = 16
_LABEL = b"age-encryption.org/v1/X25519"
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_MOST_HEADER = 1 << 16


def whole_pieces(content: bytes, identities: Iterable[str]) -> bytes:
    """What can be decrypted, zeros in place of what cannot; nothing where no identity fits."""
    head, mark, payload = content.partition(b"\n---")
    _, line_end, payload = payload.partition(b"\n")
    if not mark or not line_end or len(head) > _MOST_HEADER:
        return b""
    for identity in identities:
        for share, wrapped in _stanzas(head):
            if (key := _file_key(_secret_in(identity), share, wrapped)) is not None:
                return b"".join(_pieces(_payload_key(key, payload[:_NONCE]), payload[_NONCE:]))
    return b""


def _stanzas(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Share and wrapped key of every stanza for an X25519 recipient that is whole."""
    lines = head.split(b"\n")
    for line, body in pairwise(lines):
        words = line.split(b" ")
        if words[:2] == [b"->", b"X25519"] and len(words) == 3:
            try:
                share, wrapped = _unpadded(words[2]), _unpadded(body)
            except binascii.Error:
                continue
            if (len(share), len(wrapped)) == (32, 32):
                yield share, wrapped


def _unpadded(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)


def _secret_in(identity: str) -> bytes:
    """The 32 bytes in the bech32 of an identity, whose checksum was looked at before."""
    bits = 0
    letters = identity.lower().rpartition("1")[2][:52]
    for letter in letters:
        bits = bits << 5 | _LETTERS.index(letter)
    return (bits >> 4).to_bytes(32)


def _file_key(secret: bytes, share: bytes, wrapped: bytes) -> bytes | None:
    try:
        shared = crypto_scalarmult(secret, share)
        wrap_key = _hkdf(shared, share + crypto_scalarmult_base(secret), _LABEL)
        return crypto_aead_chacha20poly1305_ietf_decrypt(wrapped, None, bytes(12), wrap_key)
    except (CryptoError, RuntimeError):
        return None


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return _hkdf(file_key, nonce, b"payload")


def _hkdf(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """HKDF-SHA-256 (RFC 5869) of one block."""
    mixed = hmac.digest(salt, secret, hashlib.sha256)
    return hmac.digest(mixed, purpose + b"\x01", hashlib.sha256)


def _pieces(key: bytes, payload: bytes) -> Iterator[bytes]:
    for number, start in enumerate(range(0, len(payload), PIECE + _TAG)):
        piece = payload[start : start + PIECE + _TAG]
        yield _piece(key, number, piece)


def _piece(key: bytes, number: int, piece: bytes) -> bytes:
    for is_last in (b"\0", b"\1"):
        try:
            return crypto_aead_chacha20poly1305_ietf_decrypt(piece, None, number.to_bytes(11) + is_last, key)
        except (CryptoError, ValueError):
            continue
    return bytes(max(0, len(piece) - _TAG))

"""Digests and Base64."""

import base64
import binascii
import hashlib

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Value, text

_ALGORITHMS = {
    "MD5": hashlib.md5,
    "SHA-1": hashlib.sha1,
    "SHA-256": hashlib.sha256,
    "SHA-384": hashlib.sha384,
    "SHA-512": hashlib.sha512,
}


@function("digest", takes=(2, 3))
def _digest(_: Scope, value: Value, algorithm: Value, *encoding: Value) -> Value:
    """Base64 unless `hex` is asked; empty text for an algorithm or encoding that is not known."""
    make, form = _ALGORITHMS.get(text(algorithm)), text(encoding[0]) if encoding else "base64"
    if make is None or form not in {"base64", "hex"}:
        return ""
    made = make(text(value).encode("utf-8", "replace"), usedforsecurity=False).digest()
    return made.hex() if form == "hex" else base64.b64encode(made).decode("ascii")


@function("base64-decode", takes=1)
def _base64_decode(_: Scope, value: Value) -> Value:
    try:
        return base64.b64decode(text(value).encode("ascii", "replace")).decode("utf-8", "replace")
    except binascii.Error:
        return ""

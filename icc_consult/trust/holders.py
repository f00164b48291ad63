"""Two of three: a text locked once for each pair of holders, by the one around the other.

The pairs stand in a row, A around B, B around C, C around A, each an age file in its text form. Any age tool
opens one of them with the first passphrase, and what comes out with the second.
"""

import base64
import re
from collections.abc import Callable, Sequence

from icc_consult.services.errors import KeyDamaged, WrongPassphrase
from icc_consult.services.key_errors import HoldersAlike, SecondHolderNeeded

HOLDERS = 3
NEEDED = 2
_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----\n"
_END = b"-----END AGE ENCRYPTED FILE-----\n"
_BLOCK = re.compile(re.escape(_BEGIN) + rb"([A-Za-z0-9+/=\n]+)" + re.escape(_END))
_COLUMNS = 64

Lock = Callable[[bytes, str], bytes]


def is_shared(locked: bytes) -> bool:
    """Whether a locked key is one of three holders."""
    return locked.startswith(_BEGIN)


def needed_for(locked: bytes) -> int:
    """How many passphrases open a locked key."""
    return NEEDED if is_shared(locked) else 1


def shared(text: bytes, passphrases: Sequence[str], lock: Lock) -> bytes:
    """The text for three holders, any two of whom open it; raises `HoldersAlike`."""
    if len(set(passphrases)) != HOLDERS:
        raise HoldersAlike
    pairs = zip(passphrases, [*passphrases[1:], passphrases[0]], strict=True)
    return b"".join(_armoured(lock(lock(text, inner), outer)) for outer, inner in pairs)


def unshared(locked: bytes, passphrases: Sequence[str], unlock: Lock) -> bytes:
    """The text, by the first two passphrases; raises `SecondHolderNeeded` or as `unlock`."""
    blocks = [_plain(block) for block in _BLOCK.findall(locked)]
    if len(blocks) != HOLDERS:
        raise KeyDamaged
    if len(set(passphrases)) < NEEDED:
        raise SecondHolderNeeded
    one, other = passphrases[:NEEDED]
    for place, block in enumerate(blocks):
        try:
            inner = unlock(block, one)
        except WrongPassphrase:
            continue
        return _by_either(inner, blocks[place - 1], one, other, unlock)
    raise WrongPassphrase


def _by_either(inner: bytes, before: bytes, one: str, other: str, unlock: Lock) -> bytes:
    """Who opens the outside of a pair is known; the other one is inside it, or around the pair before."""
    try:
        return unlock(inner, other)
    except WrongPassphrase:
        return unlock(unlock(before, other), one)


def _armoured(content: bytes) -> bytes:
    text = base64.b64encode(content)
    lines = (text[start : start + _COLUMNS] + b"\n" for start in range(0, len(text), _COLUMNS))
    return b"".join((_BEGIN, *lines, _END))


def _plain(block: bytes) -> bytes:
    try:
        return base64.b64decode(block.replace(b"\n", b""), validate=True)
    except ValueError as error:
        raise KeyDamaged from error

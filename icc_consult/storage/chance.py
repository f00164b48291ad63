"""Random keys of rows, many at once."""

import secrets
import struct
from collections.abc import Iterator

_KEY = struct.Struct("<Q")


def keys(count: int) -> Iterator[int]:
    """So many, of 63 random bits each."""
    return (key >> 1 for (key,) in _KEY.iter_unpack(secrets.token_bytes(_KEY.size * count)))

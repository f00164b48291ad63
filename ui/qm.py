"""Sentences as a Qt message file in memory.

Qt asks its translators from the thread that loads QML, so a translator written in Python would wait for the
very thread that waits for it. One that Qt reads by itself cannot. The format is that of `lrelease`: a hash
table over UTF-8 sources, without the names of files.
"""

import struct
from collections.abc import Mapping
from functools import lru_cache

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _COMMENT = 1, 3, 6, 8


def message_file(sentences: Mapping[tuple[str, str], str]) -> bytes:
    """The file's bytes; keys are pairs of sense (empty for none) and source."""
    messages = bytearray()
    hashes = []
    for (sense, source), translation in sentences.items():
        hashes.append((_hash(source.encode() + sense.encode()), len(messages)))
        messages += _field(_TRANSLATION, translation.encode("utf-16-be"))
        messages += _field(_COMMENT, sense.encode()) + _field(_SOURCE, source.encode()) + bytes([_END])
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return _MAGIC + _field(_HASHES, table) + _field(_MESSAGES, bytes(messages))


def _field(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


@lru_cache(maxsize=4096)  # the sources are the same in every language
def _hash(text: bytes) -> int:
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1

"""Reading a pack: its files, then its checksums, then its document."""

import hashlib
import json
import struct
import zlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from icc_consult.packs.checksums import check_sums
from icc_consult.packs.container import DOCUMENT, SUMS, Entries, Entry, directory_entries
from icc_consult.packs.media import MediaFile
from icc_consult.packs.pack import Pack, pack_of
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.packs.zipped import zip_entries

_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, RuntimeError)
_DEEPEST = 64


def read_pack(path: Path) -> Pack:
    """The pack in a zip or a directory; raises `PackRefused` where it cannot be used, and changes nothing."""
    try:
        return _read(path)
    except FileNotFoundError as error:
        raise PackRefused(Reason.NOT_FOUND, detail=str(error.filename or path)) from error
    except OSError as error:
        raise PackRefused(Reason.UNREADABLE, detail=error.strerror or str(error)) from error


def _read(path: Path) -> Pack:
    entries = directory_entries(path) if path.is_dir() else zip_entries(path)
    if DOCUMENT not in entries:
        raise PackRefused(Reason.NO_DOCUMENT, DOCUMENT)
    text = _bytes(entries[DOCUMENT])
    media = {name: _media(entry) for name, entry in entries.items() if name not in (DOCUMENT, SUMS)}
    hashes = {name: file.sha256 for name, file in media.items()}
    _check_sums(entries, hashes | {DOCUMENT: hashlib.sha256(text).hexdigest()}, required=not path.is_dir())
    return pack_of(parsed(text), media, path)


def _check_sums(entries: Entries, hashes: Mapping[str, str], *, required: bool) -> None:
    if SUMS in entries:
        check_sums(_bytes(entries[SUMS]), hashes)
    elif required:
        raise PackRefused(Reason.NO_CHECKSUMS, SUMS)


def _bytes(entry: Entry) -> bytes:
    try:
        return entry.read()
    except _DAMAGE as error:
        raise PackRefused(Reason.DAMAGED, entry.name) from error


def _media(entry: Entry) -> MediaFile:
    try:
        head, sha256 = entry.head_and_sha256()
    except _DAMAGE as error:
        raise PackRefused(Reason.DAMAGED, entry.name) from error
    return MediaFile(entry.size, sha256, head, entry.read)


def parsed(text: bytes) -> dict[str, Any]:
    """The JSON object in these bytes; raises `PackRefused` with line and column where it is none."""
    try:
        document = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise PackRefused(Reason.NOT_JSON, DOCUMENT, f"byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise PackRefused(Reason.NOT_JSON, f"{DOCUMENT}:{error.lineno}:{error.colno}", error.msg) from error
    except ValueError as error:
        raise PackRefused(Reason.NOT_JSON, DOCUMENT, "digits") from error
    except RecursionError as error:
        raise PackRefused(Reason.NOT_JSON, DOCUMENT, "nesting") from error
    if not isinstance(document, dict):
        raise PackRefused(Reason.NOT_A_PACK, DOCUMENT)
    _check_depth(document)
    return document


def _check_depth(document: dict[str, Any]) -> None:
    level: list[Any] = [document]
    for _ in range(_DEEPEST):
        inner = (entry.values() if isinstance(entry, dict) else entry for entry in level)
        level = [entry for entries in inner for entry in entries if isinstance(entry, dict | list)]
        if not level:
            return
    raise PackRefused(Reason.NOT_JSON, DOCUMENT, "nesting")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise PackRefused(Reason.DUPLICATE_MEMBER, DOCUMENT, twice)
    return members


def _no_constant(name: str) -> None:
    raise PackRefused(Reason.NOT_JSON, DOCUMENT, name)

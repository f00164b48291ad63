"""Writing a pack: the same content gives the same bytes; what was there before stays until all is written."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from icc_consult.packs.checksums import sums_text
from icc_consult.packs.container import DOCUMENT, SMALL, SUMS
from icc_consult.packs.pack import Pack
from icc_consult.packs.reading import read_pack
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

_ZIPPED = (".iccpack", ".zip")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_pack(pack: Pack, path: Path) -> None:
    """Write a zip where the name ends in `.iccpack` or `.zip`, else a directory; raises `OSError`.

    A zip is read again before it takes its place: `PackRefused` where the disk gave back something else.
    """
    if path.suffix in _ZIPPED:
        _write_zip(pack, path)
    else:
        _write_directory(pack, path)


def document_bytes(document: Mapping[str, Any]) -> bytes:
    """The document as it is written: UTF-8, one space a level, members in their own order."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _sums(pack: Pack, text: bytes) -> bytes:
    hashes = {name: file.sha256 for name, file in pack.media.items()}
    return sums_text(hashes | {DOCUMENT: hashlib.sha256(text).hexdigest()}).encode()


def _write_zip(pack: Pack, path: Path) -> None:
    text = document_bytes(pack.document)
    part = path.with_name(f".{path.name}.part")
    try:
        with ZipFile(part, "w") as archive:
            _put(archive, DOCUMENT, text, ZIP_STORED if len(text) > SMALL else ZIP_DEFLATED)
            _put(archive, SUMS, _sums(pack, text), ZIP_DEFLATED)
            for name in sorted(pack.media):
                _put(archive, name, pack.media[name].read(), ZIP_STORED)
        if read_pack(part).fingerprint != pack.fingerprint:
            raise PackRefused(Reason.DAMAGED, DOCUMENT)
        _settle(part, path)
    finally:
        part.unlink(missing_ok=True)


def _put(archive: ZipFile, name: str, content: bytes, how: int) -> None:
    info = ZipInfo(name, _EPOCH)
    info.create_system, info.external_attr, info.compress_type = 3, 0o644 << 16, how
    archive.writestr(info, content)


def _write_directory(pack: Pack, path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    for name, file in pack.media.items():
        if file.sha256 != _sha256(path / name):
            _write(path / name, file.read())
    (path / SUMS).unlink(missing_ok=True)
    _write(path / DOCUMENT, document_bytes(pack.document))


def _sha256(path: Path) -> str:
    return hashlib.sha256(read_regular(path, MOST_BYTES)).hexdigest() if path.is_file() else ""


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        _settle(part, path)
    finally:
        part.unlink(missing_ok=True)


def _settle(part: Path, path: Path) -> None:
    with part.open("rb") as stream:
        os.fsync(stream.fileno())
    part.replace(path)

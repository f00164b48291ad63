"""The files of a pack that is a zip: nothing is unpacked, and every promise of the zip is checked first."""

import struct
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from icc_consult.packs.container import (
    MOST_RATIO,
    SMALL,
    Entries,
    Entry,
    belongs,
    check_name,
    check_once,
    check_regular,
    check_sizes,
)
from icc_consult.packs.refusals import PackRefused, Reason

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_SIGNATURE = b"PK\x03\x04"
_IS_ENCRYPTED = 0x41


def zip_entries(path: Path) -> Entries:
    """The files of a zip, after its directory has been found harmless."""
    check_regular(path)
    with _opened(path) as archive:
        for info in archive.infolist():
            check_name(info.orig_filename)
        infos = [info for info in archive.infolist() if not info.is_dir()]
        for info in infos:
            _check(info)
        check_once(info.filename for info in infos)
        check_sizes({info.filename: info.file_size for info in infos})
        _check_apart(archive)
    return {
        i.filename: Entry(i.filename, i.file_size, partial(_open, path, i))
        for i in infos
        if belongs(i.filename)
    }


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except (BadZipFile, LargeZipFile, struct.error, ValueError, NotImplementedError) as error:
        with path.open("rb") as stream:
            begun = stream.read(4) == _SIGNATURE
        raise PackRefused(Reason.TRUNCATED if begun else Reason.NOT_A_ZIP) from error


def _open(path: Path, info: ZipInfo) -> BinaryIO:
    with ZipFile(path) as archive:
        return cast("BinaryIO", archive.open(info))


def _check(info: ZipInfo) -> None:
    if info.flag_bits & _IS_ENCRYPTED:
        raise PackRefused(Reason.ENCRYPTED, info.filename)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise PackRefused(Reason.UNKNOWN_COMPRESSION, info.filename, str(info.compress_type))
    if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise PackRefused(Reason.TOO_COMPRESSED, info.filename, str(info.file_size))


def _check_apart(archive: ZipFile) -> None:
    stream = cast("IO[bytes]", archive.fp)
    ordered = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = [*(info.header_offset for info in ordered), archive.start_dir][1:]
    for info, limit in zip(ordered, ends, strict=True):
        if info.header_offset < 0:
            raise PackRefused(Reason.DAMAGED, info.filename)
        stream.seek(info.header_offset)
        header = stream.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size or header[:4] != _SIGNATURE:
            raise PackRefused(Reason.DAMAGED, info.filename)
        _, name, extra = _LOCAL_HEADER.unpack(header)
        if info.header_offset + _LOCAL_HEADER.size + name + extra + info.compress_size > limit:
            raise PackRefused(Reason.OVERLAPPING, info.filename)

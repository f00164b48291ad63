"""The parts of a workbook that is a zip, unpacked within bounds; the promises of the zip are not believed."""

import re
import zlib
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError  # noqa: N812
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

MOST_PARTS = 2_000
MOST_UNPACKED = 128 * 2**20
MOST_RATIO = 200
_SMALL = 16 * 2**20
_IS_ENCRYPTED = 0x41
_TROUBLES = (
    BadZipFile,
    LargeZipFile,
    StructError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    EOFError,
    OSError,
    zlib.error,
    LZMAError,
)
_NOT_READ = re.compile(
    r"(?:^|/)(?:theme|docProps|drawings|charts|media|customXml|pivot\w+|comments)[^/]*(?:/|$)"
)
_DECLARATION = re.compile(b"<!(?:DOCTYPE|ENTITY)")
_BAD_CHARACTER = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
)
_BAD_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The XML parts by name; those that nobody reads stay packed.

    Raises FormRefused where unpacking would be unwise or impossible.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
            _check_kind({info.filename for info in infos})
            wanted = [info for info in infos if info.filename.lower().endswith((".xml", ".rels"))]
            _check_sizes(infos, wanted)
            return {one.filename: _part(archive, one) for one in wanted if not _NOT_READ.search(one.filename)}
    except _TROUBLES as error:
        raise FormRefused(Refusal.DAMAGED, detail=type(error).__name__) from None


def has_macros(content: bytes) -> bool:
    """Whether a program travels with the workbook. It is never looked at."""
    return b"vbaProject.bin" in content


def _check_kind(names: set[str]) -> None:
    if "content.xml" in names:
        raise FormRefused(Refusal.OPEN_DOCUMENT)
    if any(name.lower().endswith("workbook.bin") for name in names):
        raise FormRefused(Refusal.BINARY_WORKBOOK)
    if not any(name.lower() == "[content_types].xml" for name in names):
        raise FormRefused(Refusal.NOT_A_FORM)


def _check_sizes(infos: list[ZipInfo], wanted: list[ZipInfo]) -> None:
    if len(infos) > MOST_PARTS:
        raise FormRefused(Refusal.TOO_MANY_FILES, detail=str(len(infos)))
    for info in wanted:
        if info.flag_bits & _IS_ENCRYPTED:
            raise FormRefused(Refusal.PASSWORD, info.filename)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise FormRefused(Refusal.DAMAGED, info.filename, str(info.compress_type))
        if info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise FormRefused(Refusal.TOO_COMPRESSED, info.filename, str(info.file_size))
    total = sum(info.file_size for info in wanted)
    if total > MOST_UNPACKED:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(total))


def _part(archive: ZipFile, info: ZipInfo) -> bytes:
    part = archive.read(info)
    if _DECLARATION.search(part):
        raise FormRefused(Refusal.ENTITIES, info.filename)
    return part


def without_surrogates(part: bytes) -> bytes:
    """The part with U+FFFD for halves of characters; the same object if it has none."""
    if _BAD_CHARACTER.search(part):
        part = _BAD_CHARACTER.sub(b"&#xFFFD;", part)
    if b"\xed" in part and _BAD_BYTES.search(part):
        part = _BAD_BYTES.sub(b"\xef\xbf\xbd", part)
    return part


def packed(parts: dict[str, bytes]) -> BytesIO:
    """A zip of these parts alone, not compressed, with true promises."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part)
    stream.seek(0)
    return stream

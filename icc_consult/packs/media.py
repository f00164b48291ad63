"""Pictures and sounds of a pack, known by their first bytes and not by their names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from icc_consult.packs.refusals import PackRefused, Reason

HEAD = 512


class MediaKind(StrEnum):
    """What the kiosk can show or play."""

    PICTURE = "picture"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file beside the document; its bytes are read when they are wanted."""

    size: int
    sha256: str
    head: bytes
    read: Callable[[], bytes]


Media = Mapping[str, MediaFile]

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_SOUNDS = (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"fLaC")
_VIDEOS = (b"\x1a\x45\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FLV\x01", b"\x30\x26\xb2\x75")
_RIFF = {b"WEBP": MediaKind.PICTURE, b"WAVE": MediaKind.SOUND}
_SOUND_BRANDS = (b"M4A ", b"M4B ")
_UNPLAYABLE = {
    b"#!AMR": "AMR",
    b"\xff\xf1": "AAC",
    b"\xff\xf9": "AAC",
    b"FORM": "AIFF",
}
_UNPLAYABLE_STREAMS = {b"OpusHead": "Opus", b"Speex   ": "Speex", b"\x7fFLAC": "Ogg FLAC"}
_VORBIS = b"\x01vorbis"
_MOVING_STREAMS = (b"\x80theora", b"OVP80", b"BBCD\x00", b"fishead\x00")


def media_kind(name: str, head: bytes) -> MediaKind:
    """What a file is, by its first bytes; raises `PackRefused` for what the kiosk cannot show or play."""
    if _is_video(head):
        raise PackRefused(Reason.VIDEO, name)
    if kind := _unplayable(head):
        raise PackRefused(Reason.UNPLAYABLE, name, kind)
    if head.startswith(_PICTURES):
        return MediaKind.PICTURE
    if head.startswith(_SOUNDS) or (head.startswith(b"OggS") and _VORBIS in head):
        return MediaKind.SOUND
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    raise PackRefused(Reason.UNKNOWN_MEDIA, name)


def _is_video(head: bytes) -> bool:
    if head.startswith(_VIDEOS) or (head.startswith(b"RIFF") and head[8:12] == b"AVI "):
        return True
    if head[4:8] == b"ftyp":
        return head[8:12] not in _SOUND_BRANDS
    return head.startswith(b"OggS") and any(mark in head for mark in _MOVING_STREAMS)


def _unplayable(head: bytes) -> str:
    """The name of a kind of sound that nothing here decodes; else empty."""
    if head[4:8] == b"ftyp":
        return "M4A"
    if head.startswith(b"OggS"):
        return next((kind for mark, kind in _UNPLAYABLE_STREAMS.items() if mark in head), "")
    return next((kind for mark, kind in _UNPLAYABLE.items() if head.startswith(mark)), "")

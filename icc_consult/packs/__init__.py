"""What goes out to kiosks: one document and its media, as a zip or as the same tree in a directory."""

from icc_consult.packs.container import DOCUMENT, MEDIA, SUMS
from icc_consult.packs.media import Media, MediaFile, MediaKind, media_kind
from icc_consult.packs.pack import Pack, pack_of, pack_seen
from icc_consult.packs.reading import read_pack
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.packs.writing import write_pack

__all__ = [
    "DOCUMENT",
    "MEDIA",
    "SUMS",
    "Media",
    "MediaFile",
    "MediaKind",
    "Pack",
    "PackRefused",
    "Reason",
    "media_kind",
    "pack_of",
    "pack_seen",
    "read_pack",
    "write_pack",
]

"""A pack in memory: the document as it was written, and the consultation seen in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from icc_consult.domain.consultation import Consultation, Fingerprint
from icc_consult.packs.document import check_version, consultation_of
from icc_consult.packs.fingerprint import fingerprint_of
from icc_consult.packs.media import Media, MediaFile, media_kind
from icc_consult.packs.place import Place


@dataclass(frozen=True, slots=True)
class Pack:
    """The document is the truth, unknown members included; the consultation is a view of it."""

    document: Mapping[str, Any]
    consultation: Consultation
    media: Media = field(default_factory=dict)
    path: Path | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """Names exactly this content, zip or directory, whatever the state of its translations."""
        return self.consultation.fingerprint


def pack_of(
    document: Mapping[str, Any],
    media: Media | None = None,
    path: Path | None = None,
    *,
    is_canonical: bool = False,
) -> Pack:
    """A pack of a document and media by name (`media/…`); raises `PackRefused` where it cannot be used.

    `is_canonical`: whoever made the document vouches for its texts and numbers, so that the fingerprint can
    wait until it is asked for.
    """
    check_version(Place(document))
    files: dict[str, MediaFile] = dict(media or {})
    for name in sorted(files):
        media_kind(name, files[name].head)
    naming = _naming_later(document, files) if is_canonical else _naming_now(document, files)
    return Pack(document, consultation_of(document, naming), files, path)


def _naming_now(document: Mapping[str, Any], media: Media) -> Callable[[], Fingerprint]:
    fingerprint = fingerprint_of(document, media)
    return lambda: fingerprint


def _naming_later(document: Mapping[str, Any], media: Media) -> Callable[[], Fingerprint]:
    return cache(partial(fingerprint_of, document, media))

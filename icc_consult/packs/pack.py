"""A pack in memory: the document as it was written, and the consultation seen in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from icc_consult.domain.consultation import Consultation, Fingerprint
from icc_consult.packs.document import check_version, consultation_of, is_sound
from icc_consult.packs.fingerprint import fingerprint_of
from icc_consult.packs.media import Media, MediaFile, media_kind
from icc_consult.packs.place import Place

Drafting = Callable[[], Mapping[str, Any]]
Seeing = Callable[[Callable[[], Fingerprint]], Consultation]


@dataclass(frozen=True, slots=True)
class Pack:
    """The document is the truth, unknown members included; the consultation is a view of it.

    `drafting` writes the document, or has it: a form that is only looked at never needs one.
    """

    drafting: Drafting = field(repr=False, compare=False)
    consultation: Consultation
    media: Media = field(default_factory=dict)
    path: Path | None = None

    @property
    def document(self) -> Mapping[str, Any]:
        """What is written, and what the fingerprint names."""
        return self.drafting()

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
    files = _checked(media)
    naming = _naming_later(lambda: document, files) if is_canonical else _naming_now(document, files)
    return Pack(lambda: document, consultation_of(document, naming), files, path)


def pack_seen(
    drafting: Drafting, seeing: Seeing, media: Media | None = None, path: Path | None = None
) -> Pack:
    """A pack of a consultation that was seen before its document is drafted.

    Where anything stands against it the document is drafted at once and says what: raises `PackRefused`.
    """
    files = _checked(media)
    consultation = seeing(_naming_later(drafting, files))
    if is_sound(consultation):
        return Pack(drafting, consultation, files, path)
    return pack_of(drafting(), files, path, is_canonical=True)


def _checked(media: Media | None) -> dict[str, MediaFile]:
    files: dict[str, MediaFile] = dict(media or {})
    for name in sorted(files):
        media_kind(name, files[name].head)
    return files


def _naming_now(document: Mapping[str, Any], media: Media) -> Callable[[], Fingerprint]:
    fingerprint = fingerprint_of(document, media)
    return lambda: fingerprint


def _naming_later(drafting: Drafting, media: Media) -> Callable[[], Fingerprint]:
    return cache(lambda: fingerprint_of(drafting(), media))

"""The name of a pack's content: SHA-256 over its RFC 8785 form and the hashes of its media."""

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from icc_consult.domain.consultation import Fingerprint
from icc_consult.packs.media import Media
from icc_consult.packs.refusals import PackRefused, Reason

OUTSIDE = "translations"


def fingerprint_of(document: Mapping[str, Any], media: Media) -> Fingerprint:
    """64 hexadecimal digits; `docs/pack-format.md` defines them exactly.

    Raises `PackRefused` where a number or a text has no canonical form.
    """
    content = {member: value for member, value in document.items() if member != OUTSIDE}
    hashes = {name: file.sha256 for name, file in media.items()}
    try:
        canonical = rfc8785.dumps({"document": content, "media": hashes})
    except rfc8785.CanonicalizationError as error:
        raise PackRefused(Reason.WRONG_VALUE, "consultation.json", str(error)) from error
    return Fingerprint(hashlib.sha256(canonical).hexdigest())

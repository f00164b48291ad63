"""The name of a pack's content: SHA-256 over its RFC 8785 form and the hashes of its media."""

import hashlib
import json
import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import rfc8785

from icc_consult.domain.consultation import Fingerprint
from icc_consult.packs.media import Media
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import PackRefused, Reason

OUTSIDE = "translations"


def fingerprint_of(document: Mapping[str, Any], media: Media) -> Fingerprint:
    """64 hexadecimal digits; `docs/pack-format.md` defines them exactly.

    Raises `PackRefused` where a number or a text has no canonical form.
    """
    content = {member: value for member, value in document.items() if member != OUTSIDE}
    hashes = {name: file.sha256 for name, file in media.items()}
    try:
        canonical = canonical_bytes({"document": content, "media": hashes})
        json.dumps(document.get(OUTSIDE), ensure_ascii=False).encode()
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise _flaw_in(Place(document)) from error
    return Fingerprint(hashlib.sha256(canonical).hexdigest())


def canonical_bytes(value: Any) -> bytes:
    """The RFC 8785 form. Raises `rfc8785.CanonicalizationError` or `UnicodeEncodeError` where there is none.

    Without fractions, and with names that no two orders disagree on, the standard library writes the same
    bytes many times faster; the tests compare the two.
    """
    if _is_plain(value):
        return _encoder.encode(value).encode()
    return rfc8785.dumps(value)


_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
_FIRST_SURROGATE = "\ud800"
_MOST = 2**53


def _is_plain(value: Any) -> bool:
    """Whether there are no fractions in it, no huge numbers, and no names that two orders disagree on."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if not all(map(_is_plain_name, one)):
                return False
            waiting += [inner for inner in one.values() if not isinstance(inner, str)]
        elif isinstance(one, list):
            waiting += [inner for inner in one if not isinstance(inner, str)]
        elif not (one is None or isinstance(one, str) or (isinstance(one, int) and -_MOST < one < _MOST)):
            return False
    return True


@lru_cache(maxsize=4096)
def _is_plain_name(name: object) -> bool:
    return isinstance(name, str) and (name.isascii() or max(name) < _FIRST_SURROGATE)


def _flaw_in(top: Place) -> PackRefused:
    waiting = [top]
    while waiting:
        place = waiting.pop()
        if not _is_canonical(place.value):
            return place.refused(Reason.WRONG_VALUE, str(place.value))
        match place.value:
            case dict():
                for name in place.value:
                    if not _is_canonical(name):
                        return place.refused(Reason.WRONG_VALUE, name)
                waiting += [place.at(name) for name in place.value if place.has(name)]
            case list():
                waiting += place.each()
    return top.refused(Reason.WRONG_VALUE)


def _is_canonical(value: Any) -> bool:
    match value:
        case str():
            return value.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in value)
        case bool():
            return True
        case int():
            return abs(value) < 2**53
        case float():
            return math.isfinite(value)
    return True

"""As much of a pack as the first two pages show, read before the rest of it.

Whatever could be wrong is left to those who read thoroughly: they say what it is.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from icc_consult.domain.wording import LanguageTag, Shown, Wording
from icc_consult.languages import UnknownLanguage, language
from icc_consult.storage.places import Places
from icc_consult.values import value
from icc_consult.verifying.regular_files import open_regular, read_regular

DOCUMENT = "consultation.json"
_MOST_BYTES = 64_000_000
_DAMAGE = (BadZipFile, UnknownLanguage, EOFError, zlib.error, struct.error)
_UNREADABLE = (OSError, ValueError, LookupError, TypeError, RuntimeError, OverflowError, *_DAMAGE)


class NoDoorstep(Exception):
    """Something here has to be read thoroughly first."""


@value
class Doorstep:
    """What a consultation is called, how it welcomes, and in which languages."""

    title: Wording
    welcome: Wording
    languages: tuple[LanguageTag, ...]
    source_language: LanguageTag
    fallback_language: LanguageTag

    def shown(self, wording: Wording, language: LanguageTag) -> Shown:
        """The wording in a language, else in a fallback, as the whole consultation shows it."""
        return wording.shown(language, (self.fallback_language, self.source_language))


def read_doorstep(pack: Path | None, data: Path | None) -> Doorstep:
    """The doorstep of a pack, zip or directory, or else of the one that was opened in a data directory.

    Raises `NoDoorstep`; also where both are given and differ, or where the consultation is not open.
    """
    try:
        document = _opened(pack, Places(data)) if data else json.loads(_document(pack)) if pack else {}
        return _doorstep(document)
    except _UNREADABLE as error:
        raise NoDoorstep(str(pack or data)) from error


def _opened(pack: Path | None, places: Places) -> Mapping[str, Any]:
    if json.loads(read_regular(places.opening))["state"] != "open":
        raise ValueError("state")
    document: Mapping[str, Any] = json.loads(_document(places.pack))
    if pack and json.loads(_document(pack)) != document:
        raise ValueError("pack")
    return document


def _doorstep(document: Mapping[str, Any]) -> Doorstep:
    languages = tuple(_tag(tag) for tag in document["languages"])
    source, fallback = _tag(document["source_language"]), _tag(document["fallback_language"])
    if len(set(languages)) < len(languages) or not {source, fallback} <= set(languages):
        raise ValueError("languages")
    title, welcome = _wording(document["title"]), _wording(document.get("welcome") or {})
    if not title:
        raise ValueError("title")
    return Doorstep(title, welcome, languages, source, fallback)


def _document(pack: Path) -> bytes:
    path = pack / DOCUMENT if pack.is_dir() else pack
    if not path.is_file():
        raise ValueError("no regular file")
    if pack.is_dir():
        with open_regular(path) as stream:
            return stream.read(_MOST_BYTES)
    with ZipFile(pack) as archive, archive.open(DOCUMENT) as stream:
        return stream.read(_MOST_BYTES)


def _wording(texts: object) -> Wording:
    if not isinstance(texts, dict):
        raise TypeError(texts)
    return Wording({_tag(tag): _text(text) for tag, text in texts.items()})


def _tag(value: object) -> LanguageTag:
    tag = LanguageTag(_text(value))
    if language(tag).tag != tag:
        raise ValueError(tag)
    return tag


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value

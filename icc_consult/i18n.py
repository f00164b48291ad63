"""Sentences in the language of whoever reads them: one gettext catalogue for Python and QML.

Qt-free and quick at import: only a catalogue that nobody compiled brings Babel in.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from struct import unpack_from
from typing import TYPE_CHECKING

from icc_consult.assets import locales
from icc_consult.languages import FSI, format_number, is_rtl_text, isolated, known_languages, language
from icc_consult.pseudo import PSEUDO

if TYPE_CHECKING:
    from decimal import Decimal

    Value = str | int | float | Decimal

PluralRule = Callable[[int], int]

MISSING = "missing"
_DOMAIN = "icc_consult"
_SOURCE = "en"
_LITTLE_ENDIAN = 0x950412DE
_RIGHT_TO_LEFT = "\u200f"  # isolated values say nothing about the direction of what holds them


def N_(text: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark a sentence for translation where it stands; `Say` translates it where it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Say:
    """One language's voice. A sentence without a translation comes in the fallback, at last in English.

    Placeholders are plain `{name}`; values that are numbers are written in the language's digits (give a
    year or a code as text), texts are isolated where directions could mix.
    """

    tag: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "tag", language(self.tag).tag)

    def __call__(self, text: str, /, **values: Value) -> str:
        """The sentence, translated, with its values put in."""
        return self._filled(self.unfilled(text), values)

    def sense(self, context: str, text: str, /, **values: Value) -> str:
        """The sentence in one of its senses: `say.sense("verb", "Open")`."""
        return self._filled(self.unfilled(text, context), values)

    def counted(self, one: str, other: str, n: int, /, **values: Value) -> str:
        """The form that `n` needs: `say.counted("{n} answer", "{n} answers", n)`; `{n}` is put in too."""
        return self._filled(self._counted(one, other, n), {"n": n, **values})

    def unfilled(self, text: str, context: str = "") -> str:
        """The sentence, translated, with its placeholders left as they are."""
        return self._found(text, context)[1]

    def spoken_in(self, text: str, context: str = "") -> str:
        """The tag of the language in which the sentence comes: the own one, a fallback's, or `en`."""
        return self._found(text, context)[0]

    def _found(self, text: str, context: str) -> tuple[str, str]:
        if self.tag in PSEUDO:
            return self.tag, PSEUDO[self.tag](text)
        for tag in _chain(self.tag):
            translation = _translation(locales(), tag, text, context)
            if translation:
                return tag, translation
        return _SOURCE, text

    def _counted(self, one: str, other: str, n: int) -> str:
        if self.tag in PSEUDO:
            return PSEUDO[self.tag](one if n == 1 else other)
        for tag in _chain(self.tag):
            catalogue = _catalogue(locales(), tag)
            form = catalogue.ngettext(one, other, n)
            if form and fits_counted(other, form, n, getattr(catalogue, "plural", _no_rule)):
                return form
        return one if n == 1 else other

    def _filled(self, template: str, values: Mapping[str, Value]) -> str:
        if not placeholders(template):
            return template
        filled = template.format_map({name: self._shown(value) for name, value in values.items()})
        lacks_direction = FSI in filled and not _has_letters(template) and language(self.tag).is_rtl
        return f"{_RIGHT_TO_LEFT}{filled}" if lacks_direction else filled

    def _shown(self, value: Value) -> str:
        if not isinstance(value, str):
            return format_number(value, self.tag)
        if value and (language(self.tag).is_rtl or is_rtl_text(value)):
            return isolated(value)
        return value


def _has_letters(template: str) -> bool:
    return any(any(map(str.isalpha, between)) for between, *_ in Formatter().parse(template))


def state(tag: str) -> str:
    """The state of the language's catalogue: `missing`, `draft`, `needs_review`, `reviewed` or `pretested`.

    English, in which the program is written, is `reviewed`.
    """
    chosen = language(tag)
    if chosen.tag == _SOURCE:
        return "reviewed"
    catalogue = _catalogue(locales(), chosen.tag)
    return catalogue.info().get("x-state", "draft") if isinstance(catalogue, GNUTranslations) else MISSING


def sentences(tag: str) -> dict[tuple[str, str], str]:
    """Every sentence as it comes in this language; keys are pairs of sense and source.

    What has no translation comes in English, so that no other language that is also in use answers for
    it. Counted sentences are left out: they are built by `Say.counted`.
    """
    chosen = language(tag).tag
    if chosen in PSEUDO:
        return {key: PSEUDO[chosen](key[1]) for key in _sources()}
    found = {key: key[1] for key in _known(locales())}
    for link in reversed(_chain(chosen)):
        for key in _keys(_catalogue(locales(), link)):
            if translation := _translation(locales(), link, key[1], key[0]):
                found[key] = translation
    return found


def translated_share(tag: str) -> float:
    """The share, from 0 to 1, of the program's sentences that the language's own catalogue translates.

    Out of those that any catalogue has; English, in which the program is written, has them all.
    """
    chosen = language(tag).tag
    every = _in_any(locales())
    return 1.0 if chosen == _SOURCE or not every else len(_translated(locales(), chosen)) / len(every)


@cache
def _in_any(place: Path) -> frozenset[tuple[str, str]]:
    return frozenset().union(*(_translated(place, one.tag) for one in known_languages()))


def _translated(place: Path, tag: str) -> frozenset[tuple[str, str]]:
    return frozenset(_keys(_catalogue(place, tag)))


@cache
def _known(place: Path) -> tuple[tuple[str, str], ...]:
    for one in known_languages():
        if keys := _keys(_catalogue(place, one.tag)):
            return tuple(keys)
    return ()


def _keys(catalogue: NullTranslations) -> list[tuple[str, str]]:
    messages = getattr(catalogue, "_catalog", {})
    pairs = [message.rpartition("\x04") for message in messages if isinstance(message, str) and message]
    return [(sense, source) for sense, _, source in pairs]


@cache
def _sources() -> list[tuple[str, str]]:
    from icc_consult.catalogues import read_catalogue  # noqa: PLC0415 - brings Babel in

    template = read_catalogue(locales() / f"{_DOMAIN}.pot", None)
    return [
        (message.context or "", message.id)
        for message in template
        if isinstance(message.id, str) and message.id
    ]


def fits(source: str, translation: str) -> bool:
    """Whether the translation has the source's placeholders, all of them and no others."""
    return placeholders(translation) == placeholders(source)


def fits_counted(other: str, form: str, n: int, rule: PluralRule) -> bool:
    """Whether the form for `n` has the source's placeholders; a form of no other number may lack `{n}`."""
    if fits(other, form):
        return True
    wanted, found = placeholders(other), placeholders(form)
    if wanted is None or found is None or found != wanted - {"n"}:
        return False
    return [number for number in range(200) if rule(number) == rule(n)] == [n]


@cache
def placeholders(text: str) -> frozenset[str] | None:
    """The names in braces; None where the braces are broken or ask for more than a plain name."""
    names = set()
    try:
        for _, name, spec, conversion in Formatter().parse(text):
            if name is not None and (spec or conversion or not name.isidentifier()):
                return None
            names |= {name} if name is not None else set()
    except ValueError:
        return None
    return frozenset(names)


class _Silent(NullTranslations):
    """Answers nothing for what it does not have, so that a fallback can be asked."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        return ""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return ""


def _no_rule(n: int) -> int:  # noqa: ARG001
    return 0


def _chain(tag: str) -> tuple[str, ...]:
    return () if tag == _SOURCE else (tag, *language(tag).fallbacks)


@cache
def _translation(place: Path, tag: str, text: str, context: str) -> str:
    if not text:
        return ""
    content = _file(place, tag)
    if content is None:
        return ""
    translation = _looked_up(content, f"{context}\x04{text}".encode() if context else text.encode())
    if not translation:
        catalogue = _catalogue(place, tag)
        translation = catalogue.pgettext(context, text) if context else catalogue.gettext(text)
    return translation if fits(text, translation) else ""


@cache
def _catalogue(place: Path, tag: str) -> NullTranslations:
    content = _file(place, tag)
    if content is None:
        return _Silent()
    translations = GNUTranslations(io.BytesIO(content))
    translations.add_fallback(_Silent())
    return translations


@cache
def _file(place: Path, tag: str) -> bytes | None:
    folder = place / language(tag).catalogue / "LC_MESSAGES"
    return _content(folder / f"{_DOMAIN}.mo", folder / f"{_DOMAIN}.po", tag)


def _looked_up(content: bytes, key: bytes) -> str:
    """One sentence of a compiled catalogue, whose sources stand in order; the rest of it stays unread."""
    magic, _, count, sources, translations = unpack_from("<5I", content)

    def text(table: int, index: int) -> bytes:
        length, start = unpack_from("<2I", content, table + 8 * index)
        return content[start : start + length]

    if magic != _LITTLE_ENDIAN:
        return ""
    found = bisect_left(range(count), key, key=lambda index: text(sources, index))
    return text(translations, found).decode() if found < count and text(sources, found) == key else ""


def _content(ready: Path, source: Path, tag: str) -> bytes | None:
    if ready.is_file() and not (source.is_file() and source.stat().st_mtime > ready.stat().st_mtime):
        return ready.read_bytes()
    if not source.is_file():
        return None
    from icc_consult.catalogues import compiled, read_catalogue  # noqa: PLC0415 - brings Babel in

    return compiled(read_catalogue(source, tag))

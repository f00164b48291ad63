"""Names of languages as forms write them, and the BCP 47 tags they become."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.problems import What
from icc_consult.languages import UnknownLanguage, known_languages, language
from icc_consult.wishes import wishable_languages

UNDETERMINED = LanguageTag("und")
_CODE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?((?:[-_](?:x|[a-z0-9]{2,8}))*)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*[()\[\]{}（）]\s*(?P<code>[^()\[\]{}（）]+?)\s*[()\[\]{}（）]")
_CODE_FIRST = re.compile(r"[()\[\]{}（）]\s*(?P<code>[^()\[\]{}（）]+?)\s*[()\[\]{}（）]\s*(?P<name>.+)")
_DASHED = re.compile(r"(?P<name>[^\s].{2,}?)\s*[-–/|,_]\s*(?P<code>[A-Za-z]{2,3})")
_SPELT_OUT = re.compile(r"(?P<name>[^()]+?) ?\((?P<code>[\w-]+)\)")
_PRIVATE = re.compile(r"\bqaa-x(?:-[a-z0-9]{1,8})+\b")
_ELSEWHERE = ("fr", "es", "pt", "de", "it", "nl", "ar", "ru", "tr", "uk")
_ALSO = {"bangla": "bn", "mandarin": "zh-Hans", "castellano": "es", "castilian": "es", "flemish": "nl"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a name of a language was read as. `known` is the tag of the program's own registry, if any."""

    written: str
    own: LanguageTag
    known: LanguageTag
    what: What | None = None


def tongue_of(written: str) -> Tongue:
    """Read a name such as `English (en)`, `English`, `eng` or `Kurdish (Sorani)`; never fails."""
    name = plain(written)
    if tongue := _spelt_out(written, name):
        return tongue
    if tag := _by_code(name):
        return _tongue(written, tag, None if name == tag else What.LANGUAGE_READ_AS)
    if tag := _names().get(_folded(name)):
        return _tongue(written, tag, What.LANGUAGE_READ_AS)
    for shape in (_IN_BRACKETS, _CODE_FIRST, _DASHED):
        if found := shape.fullmatch(name):
            return _of_pair(written, found["name"], found["code"])
    if tag := _names_elsewhere().get(_folded(name)):
        return _tongue(written, tag, What.LANGUAGE_READ_AS)
    return Tongue(written, _private(name), _private(name), What.LANGUAGE_UNKNOWN)


def _spelt_out(written: str, name: str) -> Tongue | None:
    """`English (en)` in a language of the registry, found without asking Babel."""
    found = _SPELT_OUT.fullmatch(name)
    own = _spelt_names().get(found["code"]) if found else None
    if found and own and _folded(found["name"]) in own:
        return Tongue(written, LanguageTag(found["code"]), LanguageTag(found["code"]))
    return None


@cache
def _spelt_names() -> Mapping[str, frozenset[str]]:
    return {
        one.tag: frozenset(map(_folded, (*_pieces(one.english), one.english, one.endonym)))
        for one in known_languages()
    }


def is_language(written: str) -> bool:
    """Whether it is the name or code of a language, beyond doubt."""
    name = plain(written)
    return bool(_by_code(name) or _names().get(_folded(name)))


def tags_for(tongues: Iterable[Tongue]) -> Mapping[str, LanguageTag]:
    """By written name the tag to use: that of the registry, unless two different languages would share it."""
    taken: dict[LanguageTag, LanguageTag] = {}
    named = list(tongues)
    for tongue in sorted(named, key=lambda one: one.own != one.known):
        taken.setdefault(tongue.known, tongue.own)
    return {one.written: one.known if taken[one.known] == one.own else one.own for one in named}


def _tongue(written: str, tag: str, what: What | None) -> Tongue:
    try:
        known = language(tag).tag
    except UnknownLanguage:
        known = tag
    return Tongue(written, LanguageTag(tag), LanguageTag(known), what)


def _of_pair(written: str, name: str, code: str) -> Tongue:
    by_code, by_name = _by_code(code), _names().get(_folded(name))
    if not by_code and not by_name:
        by_name = _names_elsewhere().get(_folded(name))
    if by_code and (not by_name or _agree(by_code, by_name, name)):
        spelt = code.casefold() == by_code.casefold()
        return _tongue(written, by_code, None if spelt else What.LANGUAGE_READ_AS)
    if by_name and (place := _subtag(code)):
        return _tongue(written, f"{by_name.split('-')[0]}-{place}", What.LANGUAGE_READ_AS)
    if by_name:
        return _tongue(written, by_name, What.LANGUAGE_NAME_WINS)
    if re.fullmatch(r"[A-Za-z]{3}", code):
        return _tongue(written, code.lower(), What.LANGUAGE_UNREVIEWED)
    tag = _private(plain(written))
    return Tongue(written, tag, tag, What.LANGUAGE_UNKNOWN)


def _agree(by_code: str, by_name: str, name: str) -> bool:
    if by_name.startswith(f"{by_code}-") and by_name not in ("zh-Hans", "pt-PT"):
        return False
    same = by_code.split("-", maxsplit=1)[0] == by_name.split("-", maxsplit=1)[0]
    return (
        same
        or _tongue("", by_code, None).known == _tongue("", by_name, None).known
        or (_folded(name) in _folded(_english().get(by_code, "")))
    )


def _by_code(text: str) -> str | None:
    found = _CODE.fullmatch(text)
    if not found:
        return None
    primary, script, region, rest = found.groups()
    aliases: Mapping[str, str] = get_global("language_aliases")
    first = primary.lower()
    if first not in _registered():
        first = aliases.get(first, first).replace("_", "-")
    if first not in _registered() and first.split("-")[0] not in _english():
        return None
    subtags = (
        first,
        script and script.title(),
        region and region.upper(),
        rest.strip("-_").replace("_", "-"),
    )
    return "-".join(filter(None, subtags))


@cache
def _registered() -> frozenset[str]:
    return frozenset(one.tag for one in known_languages()) | {"kmr", "prs", "ckb"}


@cache
def _english() -> Mapping[str, str]:
    names = {tag.replace("_", "-"): name for tag, name in Locale("en").languages.items()}
    return names | {one.tag: one.english for one in known_languages()}


@cache
def _names() -> Mapping[str, str]:
    found = {_folded(name): tag for tag, name in wishable_languages()}
    found |= {_folded(name): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}
    for one in known_languages():
        found |= {_folded(name): one.tag for name in (*_pieces(one.english), one.english, one.endonym)}
    return found | _ALSO


@cache
def _names_elsewhere() -> Mapping[str, str]:
    return {
        _folded(name): tag.replace("_", "-")
        for locale in reversed(_ELSEWHERE)
        for tag, name in Locale(locale).languages.items()
        if len(_folded(name)) > 1
    }


def _pieces(english: str) -> Iterator[str]:
    """`Persian (Farsi)` is Persian and Farsi; `Kurdish (Sorani)` is only Sorani."""
    head, bracket, inside = english.partition(" (")
    if bracket:
        yield inside.rstrip(")")
    if head not in ("Kurdish", "Punjabi", "Chinese"):
        yield head


@cache
def _subtag(text: str) -> str | None:
    """The script or the country of this English name or code, such as Latin, Brazil or BR."""
    locale, asked = Locale("en"), _folded(text)
    places = [*locale.scripts.items(), *locale.territories.items()]
    if text in locale.territories or text in locale.scripts:
        return text
    return next((code for code, name in places if _folded(name) == asked), None)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in letters if one.isalnum())


def _private(name: str) -> LanguageTag:
    """A tag for private use that keeps apart what cannot be named; the same name, the same tag."""
    if ours := _PRIVATE.search(name):
        return LanguageTag(ours[0])
    letters = "".join(one for one in _folded(name) if one.isascii())[:16]
    if not letters or not name.isascii():
        letters = letters[:8] + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    pieces = [letters[at : at + 8] for at in range(0, len(letters), 8)]
    return LanguageTag("-".join(("qaa-x", *pieces)))

"""Texts, names and cards as they stand in a document."""

import re
from collections.abc import Mapping
from functools import lru_cache

from icc_consult.domain.survey import Card, Choice, ChoiceCode
from icc_consult.domain.wording import UNWORDED, LanguageTag, Wording
from icc_consult.languages import UnknownLanguage, language
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import Reason

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NAME = re.compile(r"[^\W\d_][\w.-]{0,63}(?<!_)")
_CODE = re.compile(r"(-(?=\d))?\w[\w.:-]{0,63}")
_PLAIN_CHOICE = frozenset({"code", "text"})
_RESERVED_NAMES = frozenset({"response"})
RESERVED_CODES = frozenset({"lang", "state"})


def language_of(place: Place) -> LanguageTag:
    """A BCP 47 tag, as the registry writes it where it knows the language: `pt` is `pt-PT`."""
    read = _tag_of(place.text())
    if read is None:
        raise place.refused(Reason.BAD_LANGUAGE, place.text())
    return read


@lru_cache(maxsize=1024)
def _tag_of(written: str) -> LanguageTag | None:
    if not _TAG.fullmatch(written):
        return None
    try:
        return LanguageTag(language(written).tag)
    except UnknownLanguage:
        return LanguageTag(written)


@lru_cache(maxsize=1024)
def is_known(tag: LanguageTag) -> bool:
    """Whether the program can show this language."""
    try:
        return bool(language(tag))
    except UnknownLanguage:
        return False


@lru_cache(maxsize=1024)
def _shown_tag(written: str) -> LanguageTag | None:
    """The tag of a language; empty where nobody can be shown it, and none where it is no tag at all."""
    tag = _tag_of(written)
    return tag and (tag if is_known(tag) else LanguageTag(""))


def name_of(place: Place) -> str:
    """A name that can head a column: a letter first, no space, no double underscore."""
    name = place.text()
    if not _is_name(name):
        raise place.refused(Reason.BAD_NAME, name)
    return name


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and "__" not in name and name not in _RESERVED_NAMES


def id_of(place: Place) -> str:
    """The name that stands under `id`."""
    name = place.text_at("id")
    return name if _is_name(name) else name_of(place.at("id"))


def wording_of(place: Place) -> Wording:
    """A text that must exist in one known language at least; what is in others stays in the document."""
    texts: dict[LanguageTag, str] = {}
    for written, text in place.given().items():
        tag = _shown_tag(written)
        if tag is None:
            raise Place(written, place, written).refused(Reason.BAD_LANGUAGE, written)
        if tag and (tag == written or tag not in texts):
            texts[tag] = text if type(text) is str else place.at(written).text()
    if not any(texts.values()):
        raise place.refused(Reason.NO_TEXT)
    return Wording(texts)


def wording_or_none(place: Place, name: str) -> Wording:
    """A text that may be missing, or empty in every language."""
    texts = place.given().get(name)
    return UNWORDED if texts is None or _is_empty(texts) else wording_of(place.at(name))


def _is_empty(texts: object) -> bool:
    return isinstance(texts, Mapping) and not any(texts.values())


def card_of(place: Place) -> Card:
    """A title and lines."""
    return Card(wording_of(place.at("title")), tuple(wording_of(line) for line in place.at("lines").each()))


def card_or_none(place: Place, name: str) -> Card | None:
    """A card that may be missing."""
    return card_of(place.at(name)) if place.has(name) else None


def choices_of(place: Place, member: str = "choices") -> tuple[Choice, ...]:
    """The choices of a question, one at least, each code once. Lists that say the same become one."""
    here = place.at(member)
    same = (choices for value, choices in here.known if value == here.value)
    return next(same, None) or _choices(here)


def _choices(place: Place) -> tuple[Choice, ...]:
    choices: dict[str, Choice] = {}
    for entry in place.each():
        code = _code_of(entry.at("code"))
        if code in choices:
            raise entry.at("code").refused(Reason.DUPLICATE_ID, code)
        choices[code] = _choice(code, entry)
    if not choices:
        raise place.refused(Reason.WRONG_VALUE, "[]")
    found = tuple(choices.values())
    if all(map(_PLAIN_CHOICE.issuperset, place.value)):  # texts are the same only where they are texts
        place.known.appendleft((place.value, found))
    return found


def _choice(code: ChoiceCode, place: Place) -> Choice:
    text = wording_of(place.at("text"))
    if _PLAIN_CHOICE.issuperset(place.given()):
        return Choice(code, text)
    columns = place.at("columns").members() if place.has("columns") else ()
    return Choice(
        code,
        text,
        is_exclusive=place.flag("exclusive"),
        is_aside=place.flag("aside"),
        columns=tuple((name, value.text()) for name, value in columns),
        picture=wording_or_none(place, "picture"),
        sound=wording_or_none(place, "sound"),
    )


def _code_of(place: Place) -> ChoiceCode:
    code = place.text()
    if not _CODE.fullmatch(code):
        raise place.refused(Reason.BAD_NAME, code)
    return ChoiceCode(code)

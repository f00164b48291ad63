"""XLIFF 1.2 (OASIS, 2008): one language a file, one `trans-unit` a text, its key as id."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations.xml import add, notes_of, parsed, written
from icc_consult.services.handing_out import Given, Handout, Returned, ReturnedFile
from icc_consult.services.translation_errors import Flaw, refused

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: Final[Mapping[TranslationState, str]] = {
    TranslationState.MISSING: "needs-translation",
    TranslationState.DRAFT: "translated",
    TranslationState.NEEDS_REVIEW: "needs-review-translation",
    TranslationState.REVIEWED: "signed-off",
    TranslationState.PRETESTED: "final",
}
_FOUND: Final[Mapping[str, TranslationState]] = {word: state for state, word in _STATES.items()}
_WITH_TEXT: Final = {"g", "mrk", "ph", "bpt", "ept", "it"}


def write(handout: Handout) -> bytes:
    """The file for a translator."""
    root = Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    file = add(
        root,
        "file",
        original=handout.consultation,
        source_language=handout.source_language,
        target_language=handout.language,
        datatype="plaintext",
    )
    body = add(file, "body")
    for given in handout.given:
        _add(body, given)
    return written(root)


def _add(body: Element, given: Given) -> None:
    approved = given.state in (TranslationState.REVIEWED, TranslationState.PRETESTED)
    unit = add(
        body,
        "trans-unit",
        id=given.key,
        resname=given.key,
        maxwidth=str(given.most),
        size_unit="char",
        approved="yes" if approved else "no",
        xml_space="preserve",
    )
    add(unit, "source", given.source)
    add(unit, "target", given.target, state=_STATES[given.state])
    for what, text in notes_of(given):
        if what == "page":
            group = add(unit, "context-group", purpose="location")
            add(group, "context", text, context_type="x-page")
        else:
            add(unit, "note", text, from_=what)
    if given.former_source:
        former = add(unit, "alt-trans", alttranstype="previous-version")
        add(former, "source", given.former_source)
        add(former, "target", given.target)


def read(content: bytes) -> ReturnedFile:
    """What a translator sent back; raises `TextsRefused`."""
    root = parsed(content)
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        raise refused(Flaw.NOT_OURS, detail="XLIFF 1.2")
    files = root.findall(_name("file"))
    if len(files) != 1:
        raise refused(Flaw.NOT_OURS, detail="XLIFF 1.2")
    (file,) = files
    language = file.get("target-language", "")
    return ReturnedFile(
        file.get("original", ""), file.get("source-language", ""), tuple(_units(file, language))
    )


def _units(file: Element, language: str) -> Iterator[Returned]:
    for number, unit in enumerate(file.iter(_name("trans-unit")), start=1):
        where, key = f"unit {number}", unit.get("id", "")
        source, target = unit.find(_name("source")), unit.find(_name("target"))
        if not key:
            raise refused(Flaw.NO_KEY, where)
        if source is None:
            raise refused(Flaw.MALFORMED, where, key=key)
        text = _text(target, where, key) if target is not None else ""
        state = None if target is None else _state(target.get("state"), text)
        yield Returned(key, language, text, where, _text(source, where, key), state)


def _state(word: str | None, text: str) -> TranslationState | None:
    if not text:
        return TranslationState.MISSING
    if word is None:
        return None
    return _FOUND.get(word, TranslationState.NEEDS_REVIEW)


def _text(element: Element, where: str, key: str) -> str:
    for inner in element.iter():
        name = str(inner.tag).removeprefix(f"{{{NAMESPACE}}}")
        if inner is not element and name not in _WITH_TEXT:
            raise refused(Flaw.INLINE_ELEMENT, where, key=key, detail=name)
    return "".join(element.itertext())


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"

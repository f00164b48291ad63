"""XLIFF 2.1 (OASIS, 2018): one language a file, one `unit` a text, its key as name."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations.xml import add, notes_of, parsed, written
from icc_consult.services.handing_out import Given, Handout, Returned, ReturnedFile
from icc_consult.services.translation_errors import Flaw, refused

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
LENGTHS: Final = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
NEEDS_REVIEW: Final = "icc-consult:needs_review"
_STATES: Final[Mapping[TranslationState, str]] = {
    TranslationState.MISSING: "initial",
    TranslationState.DRAFT: "translated",
    TranslationState.NEEDS_REVIEW: "translated",
    TranslationState.REVIEWED: "reviewed",
    TranslationState.PRETESTED: "final",
}
_FOUND: Final[Mapping[str, TranslationState]] = {
    "translated": TranslationState.DRAFT,
    "reviewed": TranslationState.REVIEWED,
    "final": TranslationState.PRETESTED,
}
_MARKERS: Final = {"mrk", "sm", "em", "cp"}


def write(handout: Handout) -> bytes:
    """The file for a translator."""
    root = Element("xliff", {"version": "2.1", "xmlns": NAMESPACE, "xmlns:slr": LENGTHS})
    root.set("srcLang", handout.source_language)
    root.set("trgLang", handout.language)
    file = add(root, "file", id="f1", original=handout.consultation)
    add(file, "slr:profiles", generalProfile="xliff:codepoints")
    for number, given in enumerate(handout.given, start=1):
        _add(file, number, given)
    return written(root)


def _add(file: Element, number: int, given: Given) -> None:
    most = {"slr__sizeRestriction": str(given.most)}
    unit = add(file, "unit", id=f"u{number}", name=given.key, xml_space="preserve", **most)
    notes = add(unit, "notes")
    for what, text in notes_of(given):
        add(notes, "note", text, category=what)
    review = {"subState": NEEDS_REVIEW} if given.state is TranslationState.NEEDS_REVIEW else {}
    segment = add(unit, "segment", state=_STATES[given.state], **review)
    add(segment, "source", given.source)
    add(segment, "target", given.target)


def read(content: bytes) -> ReturnedFile:
    """What a translator sent back; raises `TextsRefused`."""
    root = parsed(content)
    if root.tag != _name("xliff") or root.get("version") not in ("2.0", "2.1"):
        raise refused(Flaw.NOT_OURS, detail="XLIFF 2.1")
    files = root.findall(_name("file"))
    if len(files) != 1:
        raise refused(Flaw.NOT_OURS, detail="XLIFF 2.1")
    returned = tuple(_units(files[0], root.get("trgLang", "")))
    return ReturnedFile(files[0].get("original", ""), root.get("srcLang", ""), returned)


def _units(file: Element, language: str) -> Iterator[Returned]:
    for number, unit in enumerate(file.iter(_name("unit")), start=1):
        where, key = f"unit {number}", unit.get("name", "")
        if not key:
            raise refused(Flaw.NO_KEY, where)
        parts = [part for part in unit if part.tag in (_name("segment"), _name("ignorable"))]
        if any(part.find(_name("source")) is None for part in parts) or not parts:
            raise refused(Flaw.MALFORMED, where, key=key)
        source = "".join(_joined(part, ("source",), where, key) for part in parts)
        texts = [_joined(part, _wanted(part), where, key) for part in parts]
        is_whole = all(texts[at] for at, part in enumerate(parts) if part.tag == _name("segment"))
        text = "".join(texts) if is_whole else ""
        yield Returned(key, language, text, where, source, _state(parts, text))


def _wanted(part: Element) -> tuple[str, ...]:
    return ("target",) if part.tag == _name("segment") else ("target", "source")


def _joined(part: Element, names: tuple[str, ...], where: str, key: str) -> str:
    found = next((one for name in names if (one := part.find(_name(name))) is not None), None)
    return "" if found is None else "".join(_pieces(found, where, key))


def _pieces(element: Element, where: str, key: str) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        name = str(inner.tag).removeprefix(f"{{{NAMESPACE}}}")
        if name not in _MARKERS:
            raise refused(Flaw.INLINE_ELEMENT, where, key=key, detail=name)
        yield from _pieces(inner, where, key) if name != "cp" else (_letter(inner, where, key),)
        yield inner.tail or ""


def _letter(element: Element, where: str, key: str) -> str:
    try:
        return chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError) as error:
        raise refused(Flaw.INLINE_ELEMENT, where, key=key, detail="cp") from error


def _state(parts: list[Element], text: str) -> TranslationState | None:
    if not text:
        return TranslationState.MISSING
    segments = [part for part in parts if part.tag == _name("segment")]
    if any(part.get("subState") == NEEDS_REVIEW for part in segments):
        return TranslationState.NEEDS_REVIEW
    words = [part.get("state", "initial") for part in segments]
    states = [_FOUND.get(word) for word in words]
    known = [state for state in states if state is not None]
    return min(known, key=list(TranslationState).index) if known and len(known) == len(states) else None


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"

"""The consultation that a document describes."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from icc_consult.domain.ballot import StatementPaper
from icc_consult.domain.consultation import (
    Consultation,
    ConsultationId,
    Fingerprint,
    Part,
    Policy,
    Route,
    TranslationState,
)
from icc_consult.domain.dependence import has_logic
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.items import proposal_of
from icc_consult.domain.survey import Survey
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs.parts import part_of
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.packs.wordings import card_of, is_known, language_of, name_of, wording_of, wording_or_none
from icc_consult.services.extent import sealed_size

FORMAT = "icc-consult-pack"
VERSION = 1
MOST_RESPONSE_BYTES = 1_000_000

_Word = TypeVar("_Word", bound=StrEnum)


def consultation_of(document: Mapping[str, Any], naming: Callable[[], Fingerprint]) -> Consultation:
    """The view of a document; raises `PackRefused` at the first thing that cannot be understood."""
    top = Place(document)
    languages = _languages(top.at("languages"))
    consultation = Consultation(
        id=ConsultationId(name_of(top.at("id"))),
        naming=naming,
        title=wording_of(top.at("title")),
        languages=languages,
        source_language=_listed(top.at("source_language"), languages, Reason.NO_SOURCE),
        fallback_language=_listed(top.at("fallback_language"), languages, Reason.NO_FALLBACK),
        policy=_word(top.at("policy"), Policy),
        consent=card_of(top.at("consent")),
        finish=tuple(wording_of(line) for line in top.at("finish").at("lines").each()),
        parts=_parts(top),
        welcome=wording_or_none(top, "welcome"),
        minimum_age=top.count("minimum_age", 16, least=0, most=120),
        minutes=top.count("minutes", 5, least=1, most=600),
        translation_states=_states(top),
        routes=_routes(top),
        tables=_tables(top),
    )
    _check_extent(top.at("parts"), consultation)
    _check_logic(top.at("parts"), consultation)
    return consultation


def check_version(top: Place) -> None:
    """Raise `PackRefused` where the document is none of ours or newer than this program."""
    if not isinstance(top.value, Mapping) or top.value.get("format") != FORMAT:
        raise PackRefused(Reason.NOT_A_PACK, "format")
    version = top.count("version", 0, least=1, most=2**53)
    if version != VERSION:
        raise PackRefused(Reason.NEWER_VERSION if version else Reason.MISSING_FIELD, "version", str(version))


def _languages(place: Place) -> tuple[LanguageTag, ...]:
    tags: list[LanguageTag] = []
    for entry in place.each():
        tag = language_of(entry)
        if not is_known(tag):
            raise entry.refused(Reason.UNKNOWN_LANGUAGE, tag)
        if tag in tags:
            raise entry.refused(Reason.DUPLICATE_ID, entry.text())
        tags.append(tag)
    return tuple(tags)


def is_sound(consultation: Consultation) -> bool:
    """Whether a consultation that was seen elsewhere is one that a document could describe."""
    if not any(consultation.items()) or sealed_size(consultation) > MOST_RESPONSE_BYTES:
        return False
    try:
        _work_out(consultation)
    except BrokenRule:
        return False
    return True


def _check_extent(parts: Place, consultation: Consultation) -> None:
    if not any(consultation.items()):
        raise parts.refused(Reason.WRONG_VALUE, "[]")
    size = sealed_size(consultation)
    if size > MOST_RESPONSE_BYTES:
        raise parts.refused(Reason.TOO_LONG, str(size))


def _work_out(consultation: Consultation) -> None:
    """Put its rules in order. Raises a `LogicError` where they are wrong."""
    if has_logic(consultation):
        from icc_consult.domain.ruled_way import form_of  # noqa: PLC0415 - most packs have no rules

        form_of(consultation)


def _check_logic(parts: Place, consultation: Consultation) -> None:
    try:
        _work_out(consultation)
    except BrokenRule as error:
        from icc_consult.domain.form_logic import logic_items  # noqa: PLC0415
        from icc_consult.domain.logic import World, faults_in  # noqa: PLC0415

        for fault in faults_in(logic_items(consultation), world=World(tables=consultation.tables)):
            where = f"{fault.item}.{fault.aspect.value}"
            raise PackRefused(Reason.WRONG_LOGIC, where, type(fault.error).__name__) from fault.error
        raise parts.refused(Reason.WRONG_LOGIC, type(error).__name__) from error


def _routes(top: Place) -> tuple[Route, ...]:
    return tuple(map(_route, top.listed("routes")))


def _route(place: Place) -> Route:
    statements = place.count("statements", 0, least=0, most=10_000) if place.has("statements") else None
    left_out = frozenset(entry.text() for entry in place.listed("leaves_out"))
    place.at("minutes")
    minutes = place.count("minutes", 1, least=1, most=600)
    return Route(name_of(place.at("id")), wording_of(place.at("text")), minutes, statements, left_out)


def _tables(top: Place) -> dict[str, list[dict[str, str]]]:
    if not top.has("tables"):
        return {}
    return {name: [_cells(row) for row in rows.each()] for name, rows in top.at("tables").members()}


def _cells(row: Place) -> dict[str, str]:
    return {name: cell.text() for name, cell in row.members()}


def _listed(place: Place, languages: tuple[LanguageTag, ...], reason: Reason) -> LanguageTag:
    tag = language_of(place)
    if tag not in languages:
        raise place.refused(reason, tag)
    return tag


def _word(place: Place, words: type[_Word]) -> _Word:
    if place.text() not in {word.value for word in words}:
        raise place.refused(Reason.WRONG_VALUE, place.text())
    return words(place.text())


def _states(top: Place) -> dict[LanguageTag, TranslationState]:
    if not top.has("translations"):
        return {}
    return {
        language_of(Place(tag, entry.where)): _word(entry.at("state"), TranslationState)
        for tag, entry in top.at("translations").members()
        if entry.has("state")
    }


def _parts(top: Place) -> tuple[Part, ...]:
    parts: list[Part] = []
    taken: set[str] = set()
    for entry in top.at("parts").each():
        parts.append(part_of(entry))
        for name in _names(parts[-1]):
            if name in taken:
                raise entry.refused(Reason.DUPLICATE_ID, name)
            taken.add(name)
    return tuple(parts)


def _names(part: Part) -> list[str]:
    names = [part.id]
    if isinstance(part, Survey):
        for standing in part.entries():
            names.append(standing.entry.id)
            if getattr(standing.entry, "help_card", None):
                names.append(f"{standing.entry.id}-help")
    elif isinstance(part, StatementPaper):
        names += [statement.id for statement in part.statements]
        names += [proposal_of(part).id] if part.takes_proposals else []
    return names

"""The document of a pack as LimeSurvey's table of tab-separated values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from icc_consult.formats.limesurvey.asking import NOWHERE, Asking
from icc_consult.formats.limesurvey.changes import Change, Note, Notes
from icc_consult.formats.limesurvey.papers import Papers
from icc_consult.formats.limesurvey.plan import PlannedSection, planned
from icc_consult.formats.limesurvey.rows import bytes_of
from icc_consult.formats.limesurvey.structure import ALL_LANGUAGES, Asked, Item, Section, Survey, Texts
from icc_consult.formats.limesurvey.words import Words, theirs

Document = Mapping[str, Any]
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """The file, and what is said in it otherwise than in the pack."""

    content: bytes
    notes: tuple[Note, ...]


def written_survey(document: Document) -> Written:
    """The table that LimeSurvey imports as a survey structure (.txt)."""
    notes = Notes()
    survey = survey_from(document, notes)
    return Written(bytes_of(_rows(survey)), notes.all)


def survey_from(document: Document, notes: Notes) -> Survey:
    """The survey, every question with its code and its rules translated."""
    words = Words(document["languages"], document["source_language"], notes)
    asking = Asking(words, notes)
    title = document["title"]
    plan = [
        list(planned(part, title, words, notes)) if part["kind"] == "survey" else part
        for part in document["parts"]
    ]
    asking.learn(
        [one for part in plan if isinstance(part, list) for group in part for one in group.questions]
    )
    papers = Papers(asking, words, notes)
    sections = [section for part in plan for section in _sections(part, title, words, (asking, papers))]
    if document.get("routes"):
        notes.tell(Change.ROUTES)
    return Survey(
        "",
        tuple(map(theirs, words.tags)),
        words.plain(title),
        tuple(sections),
        words.plain(document.get("welcome") or {}),
        words.plain(words.joined(*document["consent"]["lines"])),
        words.plain(words.joined(*document.get("finish", {}).get("lines", ()))),
    )


def _sections(
    part: list[PlannedSection] | Document,
    title: Mapping[str, str],
    words: Words,
    makers: tuple[Asking, Papers],
) -> Iterator[Section]:
    asking, papers = makers
    if isinstance(part, Mapping):
        yield Section(words.plain(part.get("text") or title), NOWHERE, papers.questions(part, title))
        return
    for one in part:
        questions = tuple(asked for planned_one in one.questions for asked in asking.asked(planned_one))
        relevance = asking.relevance(one.conditions, one.name)
        if questions:
            yield Section(words.plain(one.text or title), NOWHERE, questions, relevance=relevance)


# -- rows -------------------------------------------------------------------------------------


def _rows(survey: Survey) -> Iterator[Cells]:
    """All rows: those of the survey, then everything in the first language, then in the next."""
    base, *more = survey.languages
    settings = {"language": base, "additional_languages": " ".join(more), "format": "S", "anonymized": "Y"}
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}
    for language in survey.languages:
        yield from _language_rows(survey, language)
    for language in survey.languages:
        numbers, order = count(1), count(1)
        for section in survey.sections:
            yield from _section_rows(section, language, (str(next(order)), numbers), is_base=language == base)


def _language_rows(survey: Survey, language: str) -> Iterator[Cells]:
    told = {
        "surveyls_title": survey.titles,
        "surveyls_description": survey.descriptions,
        "surveyls_welcometext": survey.welcomes,
        "surveyls_endtext": survey.ends,
    }
    for name, texts in told.items():
        if language in texts:
            yield {"class": "SL", "name": name, "text": texts[language], "language": language}


def _section_rows(
    section: Section, language: str, at: tuple[str, Iterator[int]], *, is_base: bool
) -> Iterator[Cells]:
    order, numbers = at
    yield {
        "id": order,
        "class": "G",
        "type/scale": order,
        "name": section.texts[language],
        "relevance": section.relevance or "1",
        "text": section.descriptions.get(language, ""),
        "language": language,
    }
    for question in section.questions:
        number = str(next(numbers))
        yield _question_row(question, number, language, is_base=is_base)
        for item in question.subquestions:
            row = _item_row(item, "SQ", language)
            default = question.defaults.get(item.code, "")
            yield {**row, "id": str(next(numbers)), "related_id": number, "default": default}
        for item in question.answers:
            yield {**_item_row(item, "A", language), "id": number}


def _question_row(question: Asked, number: str, language: str, *, is_base: bool) -> Cells:
    row = {
        "id": number,
        "class": "Q",
        "type/scale": question.type,
        "name": question.code,
        "relevance": question.relevance or "1",
        "text": question.texts.get(language, ""),
        "help": question.helps.get(language, ""),
        "language": language,
        "validation": question.validation,
        "mandatory": "Y" if question.is_mandatory else "N",
        "encrypted": "N",
        "other": "Y" if question.has_other else "N",
        "default": question.defaults.get("", ""),
        "same_default": "1",
    }
    return {**row, **dict(_attributes(question.attributes, language, is_base=is_base))}


def _attributes(
    attributes: Mapping[str, Texts], language: str, *, is_base: bool
) -> Iterator[tuple[str, str]]:
    """Attributes without a language stand in the rows of the first one only."""
    for name, values in attributes.items():
        if language in values:
            yield name, values[language]
        elif is_base and ALL_LANGUAGES in values:
            yield name, values[ALL_LANGUAGES]


def _item_row(item: Item, kind: str, language: str) -> Cells:
    return {
        "class": kind,
        "type/scale": str(item.scale),
        "name": item.code,
        "relevance": "1" if kind == "SQ" else "",
        "text": item.texts.get(language, ""),
        "language": language,
    }

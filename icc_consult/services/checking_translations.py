"""What is refused before a translation is taken in."""

from collections import Counter
from collections.abc import Iterator, Mapping

from icc_consult.domain.consultation import TranslationState
from icc_consult.services.handing_out import Returned, ReturnedFile, Step
from icc_consult.services.manuscript import Manuscript, Unit
from icc_consult.services.translation_errors import Flaw, Problem, TextsRefused
from icc_consult.services.translation_rules import mark_of, placeholders, unwritable

_PAIR = {Step.FIRST: Step.SECOND, Step.SECOND: Step.FIRST}


def check(manuscript: Manuscript, file: ReturnedFile, *, step: Step, by: str, note: str) -> None:
    """Raise `TextsRefused` with everything that is wrong with a file or with the call."""
    problems = [*_call(step, by, note), *_file(manuscript, file)]
    edited = {one.key: one.text for one in file.returned if one.language == manuscript.source_language}
    for one in file.returned:
        problems += _returned(manuscript, one, edited, step=step, by=by)
    if problems:
        raise TextsRefused(tuple(problems))


def _call(step: Step, by: str, note: str) -> Iterator[Problem]:
    if step is not Step.DRAFT and not by.strip():
        yield Problem(Flaw.NO_NAME, detail=step.value)
    if step is Step.PRETEST and not note.strip():
        yield Problem(Flaw.NO_NOTE)
    for text in (by, note):
        if bad := unwritable(text):
            yield Problem(Flaw.UNWRITABLE, detail=bad)


def _file(manuscript: Manuscript, file: ReturnedFile) -> Iterator[Problem]:
    if file.consultation != manuscript.consultation:
        yield Problem(Flaw.OTHER_CONSULTATION, detail=file.consultation)
    if manuscript.tag_of(file.source_language) != manuscript.source_language:
        yield Problem(Flaw.OTHER_SOURCE_LANGUAGE, detail=file.source_language)
    tags = {one.language for one in file.returned} - set(manuscript.languages)
    yield from (Problem(Flaw.UNKNOWN_LANGUAGE, detail=tag) for tag in sorted(tags))
    times = Counter((one.key, one.language) for one in file.returned)
    yield from (
        Problem(Flaw.KEY_TWICE, one.where, one.key)
        for one in file.returned
        if times[one.key, one.language] > 1
    )


def _returned(
    manuscript: Manuscript, one: Returned, edited: Mapping[str, str], *, step: Step, by: str
) -> Iterator[Problem]:
    unit = manuscript.units.get(one.key)
    if unit is None:
        yield Problem(Flaw.UNKNOWN_KEY, one.where, one.key)
    elif one.language == manuscript.source_language:
        yield from _edited_source(manuscript, one, unit, step)
    elif one.text:
        yield from _text(one, edited.get(one.key, unit.text(manuscript.source_language)))
        if step is not Step.DRAFT:
            yield from _worked(manuscript, one, unit, step, by)


def _edited_source(manuscript: Manuscript, one: Returned, unit: Unit, step: Step) -> Iterator[Problem]:
    if step is not Step.DRAFT:
        yield Problem(Flaw.SOURCE_EDITED, one.where, one.key)
    if bad := unwritable(one.text):
        yield Problem(Flaw.UNWRITABLE, one.where, one.key, bad)
    if not one.mark:
        yield Problem(Flaw.SOURCE_LANGUAGE, one.where, one.key, one.language)
    elif one.mark != mark_of(unit.text(manuscript.source_language)):
        yield Problem(Flaw.SOURCE_MOVED, one.where, one.key)


def _text(one: Returned, source: str) -> Iterator[Problem]:
    if bad := unwritable(one.text):
        yield Problem(Flaw.UNWRITABLE, one.where, one.key, bad)
    wanted = placeholders(source)
    if placeholders(one.text) != wanted:
        yield Problem(Flaw.PLACEHOLDERS, one.where, one.key, " ".join(wanted))


def _worked(manuscript: Manuscript, one: Returned, unit: Unit, step: Step, by: str) -> Iterator[Problem]:
    if one.source not in (None, unit.text(manuscript.source_language)):
        yield Problem(Flaw.OTHER_SOURCE, one.where, one.key)
    record = manuscript.record(one.language, one.key)
    if step in _PAIR:
        if _by(record, _PAIR[step]).casefold() == by.strip().casefold():
            yield Problem(Flaw.SAME_PERSON, one.where, one.key, by)
    elif step is Step.ADJUDICATION:
        if not all(_by(record, pair) for pair in _PAIR):
            yield Problem(Flaw.NOT_TWO, one.where, one.key)
    elif manuscript.state(one.language, unit) not in (TranslationState.REVIEWED, TranslationState.PRETESTED):
        yield Problem(Flaw.NOT_REVIEWED, one.where, one.key)
    elif one.text != unit.text(one.language):
        yield Problem(Flaw.OTHER_TEXT, one.where, one.key)


def _by(record: Mapping[str, object], step: Step) -> str:
    noted = record.get(step.value)
    return str(noted.get("by") or "").strip() if isinstance(noted, Mapping) else ""

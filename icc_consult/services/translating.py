"""Taking translations in: what a file would change, and what becomes of translations whose source changed."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from icc_consult.domain.consultation import TranslationState
from icc_consult.services.checking_translations import check
from icc_consult.services.handing_out import Returned, ReturnedFile, Step, longest
from icc_consult.services.manuscript import Manuscript, TagOf
from icc_consult.services.records import Notebook

State = TranslationState
SOURCE = "source"
TEXT = "text"
STATE = "state"
_CONFIRMED = frozenset({State.DRAFT, State.REVIEWED, State.PRETESTED})


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done with a file: a step of the work, by whom, and what a pretest found."""

    step: Step = Step.DRAFT
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an import changes. `what` is source, text, state, first or second."""

    key: str
    language: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The document as it would be, every change, and the texts that are longer than they should be."""

    document: Mapping[str, Any]
    changes: tuple[Change, ...]
    too_long: tuple[Returned, ...] = ()


def import_texts(document: Mapping[str, Any], file: ReturnedFile, deed: Deed, *, tag_of: TagOf) -> Imported:
    """What a file would make of a document, which stays as it is.

    Raises `TextsRefused` with everything that is wrong; then nothing of the file counts.
    """
    before = Manuscript(document, tag_of)
    file = replace(file, returned=tuple(replace(one, language=tag_of(one.language)) for one in file.returned))
    check(before, file, step=deed.step, by=deed.by, note=deed.note)
    copy = deepcopy(dict(document))
    _write_sources(before, copy, file.returned)
    _write_texts(before, copy, file.returned, deed)
    after = revised(document, copy, tag_of=tag_of)
    after = _settled(Manuscript(after, tag_of), _languages(before, file))
    changes = tuple(changes_between(before, Manuscript(after, tag_of)))
    changed = {(one.key, one.language) for one in changes if one.what not in (SOURCE, STATE)}
    long = [one for one in file.returned if (one.key, one.language) in changed and _is_long(before, one)]
    return Imported(after, changes, tuple(long))


def _is_long(manuscript: Manuscript, one: Returned) -> bool:
    return len(one.text) > longest(manuscript, manuscript.units[one.key])


def revised(old: Mapping[str, Any], new: Mapping[str, Any], *, tag_of: TagOf) -> Mapping[str, Any]:
    """The new document, its translations marked where their source changed since the old one.

    A translation that was not touched needs review, and the source it was made from is kept beside it; one
    that was rewritten along with its source is a draft.
    """
    before, after = Manuscript(old, tag_of), Manuscript(deepcopy(dict(new)), tag_of)
    touched = [unit.key for unit in after.to_translate if _source_changed(before, after, unit.key)]
    book = Notebook(after)
    for tag in after.targets if touched else ():
        for key in touched:
            if after.units[key].text(tag):
                _revise(before, after, book, tag, key)
    return _settled(after, after.targets) if touched else after.document


def changes_between(before: Manuscript, after: Manuscript) -> Iterator[Change]:
    """Everything of one document's texts and states that another has otherwise."""
    for key, unit in after.units.items():
        old = before.units[key]
        source = after.source_language
        if old.text(source) != unit.text(source):
            yield Change(key, source, SOURCE, old.text(source), unit.text(source))
        for tag in after.targets:
            if old.text(tag) != unit.text(tag):
                yield Change(key, tag, TEXT, old.text(tag), unit.text(tag))
            for step in (Step.FIRST, Step.SECOND):
                one, other = (_drafted(book, tag, key, step) for book in (before, after))
                if one != other:
                    yield Change(key, tag, step.value, one, other)
            states = before.state(tag, old), after.state(tag, unit)
            if states[0] != states[1]:
                yield Change(key, tag, STATE, states[0].value, states[1].value)


def _drafted(manuscript: Manuscript, tag: str, key: str, step: Step) -> str:
    noted = manuscript.record(tag, key).get(step.value)
    return str(noted.get("text", "")) if isinstance(noted, Mapping) else ""


def _languages(manuscript: Manuscript, file: ReturnedFile) -> list[str]:
    came = {one.language for one in file.returned}
    return [tag for tag in manuscript.targets if tag in came]


def _source_changed(before: Manuscript, after: Manuscript, key: str) -> bool:
    old = before.units.get(key)
    return old is not None and old.text(before.source_language) not in (
        "",
        after.units[key].text(after.source_language),
    )


def _revise(before: Manuscript, after: Manuscript, book: Notebook, tag: str, key: str) -> None:
    old, new = before.units[key], after.units[key]
    former = str(before.record(tag, key).get(SOURCE) or old.text(before.source_language))
    book.retire(before, tag, key)
    if old.text(tag) != new.text(tag) or former == new.text(after.source_language):
        book.note(tag, key, state=State.DRAFT, source=None)
    else:
        book.note(tag, key, state=State.NEEDS_REVIEW, source=former)


def _write_sources(before: Manuscript, copy: dict[str, Any], returned: Iterable[Returned]) -> None:
    book = Notebook(Manuscript(copy, before.tag_of))
    for one in returned:
        if one.language == before.source_language:
            book.write(before.units[one.key], one.language, one.text)


def _write_texts(before: Manuscript, copy: dict[str, Any], returned: Iterable[Returned], deed: Deed) -> None:
    book = Notebook(Manuscript(copy, before.tag_of))
    for one in returned:
        if one.language == before.source_language or not one.text:
            continue
        match deed.step:
            case Step.FIRST | Step.SECOND:
                book.note(one.language, one.key, **{deed.step.value: {"by": deed.by, "text": one.text}})
            case Step.DRAFT:
                _take_draft(before, book, one)
            case Step.ADJUDICATION:
                book.take(before, one.language, one.key, one.text)
                book.note(one.language, one.key, state=State.REVIEWED, adjudicated_by=deed.by, source=None)
            case Step.PRETEST:
                book.pretest(one.language, one.key, by=deed.by, note=deed.note)


def _take_draft(before: Manuscript, book: Notebook, one: Returned) -> None:
    unit = before.units[one.key]
    state, source = before.state(one.language, unit), unit.text(before.source_language)
    is_old = one.source not in (None, source)
    if one.text != unit.text(one.language):
        book.take(before, one.language, one.key, one.text)
        new = State.NEEDS_REVIEW if is_old else State.DRAFT
        book.note(one.language, one.key, state=new, source=one.source if is_old else None)
    elif one.state is State.NEEDS_REVIEW and state is not State.NEEDS_REVIEW:
        book.note(one.language, one.key, state=State.NEEDS_REVIEW)
    elif state is State.NEEDS_REVIEW and not is_old and one.state in _CONFIRMED:
        book.note(one.language, one.key, state=State.DRAFT, source=None)


def _settled(after: Manuscript, tags: Iterable[str]) -> Mapping[str, Any]:
    """Each language says no more of itself than its weakest text, and each text no less than before."""
    book = Notebook(after)
    for tag in tags:
        states = {unit.key: after.state(tag, unit) for unit in after.to_translate}
        book.settle(tag, states, weakest=after.weakest(tag))
    return book.document

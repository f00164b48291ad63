"""The languages of a consultation: how far each has come, and what it lacks in one plain sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from icc_consult.domain.consultation import Consultation, TranslationState
from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.i18n import state as interface_state
from icc_consult.languages import language, picker_order

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1

_DONE = (TranslationState.REVIEWED, TranslationState.PRETESTED)


@dataclass(frozen=True, slots=True)
class LanguagesProps:
    """What Languages shows: rows of a language, the state of its texts and buttons, and what it lacks."""

    lead: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one language has come, in the consultation's texts and in the program's own."""

    texts: TranslationState
    buttons: TranslationState
    missing: int


def derive_languages_props(scene: Scene, consultation: Consultation) -> LanguagesProps:
    """Every language in the order of the picker."""
    progress = {
        tag: progress_of(consultation, LanguageTag(tag)) for tag in picker_order(consultation.languages)
    }
    ready = sum(one.texts in _DONE and one.buttons in _DONE and not one.missing for one in progress.values())
    say, count = scene.say, len(progress)
    lead = say.counted("Residents choose from {n} language.", "Residents choose from {n} languages.", count)
    drafts = say.counted(
        "{n} is a draft that no native speaker has checked.",
        "{n} are drafts that no native speaker has checked.",
        count - ready,
    )
    rows = tuple(_row(scene, consultation, tag, one) for tag, one in progress.items())
    return LanguagesProps(f"{lead} {drafts}" if ready < count else lead, rows)


def progress_of(consultation: Consultation, tag: LanguageTag) -> Progress:
    """The states of both translations, and how many texts of the consultation have none."""
    missing = sum(not wording.texts.get(tag) for wording in wordings(consultation))
    return Progress(consultation.state_of(tag), TranslationState(interface_state(tag)), missing)


def wordings(thing: object) -> Iterator[Wording]:
    """Every text of a consultation that is not empty."""
    if isinstance(thing, Wording):
        if thing:
            yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from wordings(one)
    elif is_dataclass(thing) and not getattr(thing, "is_hidden", False):
        for field in fields(thing):
            yield from wordings(getattr(thing, field.name))


def _row(scene: Scene, consultation: Consultation, tag: str, progress: Progress) -> Row:
    known = language(tag)
    is_source = tag == consultation.source_language
    texts = scene.say("original") if is_source else _state(scene, progress.texts)
    return {
        "tag": tag,
        "endonym": known.endonym,
        "english": known.english,
        "texts": texts,
        "buttons": _state(scene, progress.buttons),
        "lacks": lacks(scene, consultation, progress),
        "isReady": progress.texts in _DONE and progress.buttons in _DONE and not progress.missing,
    }


def _state(scene: Scene, state: TranslationState) -> str:
    say = scene.say
    return {
        TranslationState.MISSING: say("missing"),
        TranslationState.DRAFT: say("draft"),
        TranslationState.NEEDS_REVIEW: say("to be checked again"),
        TranslationState.REVIEWED: say("checked"),
        TranslationState.PRETESTED: say("tried with readers"),
    }[state]


def lacks(scene: Scene, consultation: Consultation, progress: Progress) -> str:
    """The one thing to do next for a language."""
    say, draft = scene.say, TranslationState.DRAFT
    fallback = language(consultation.fallback_language).endonym
    match progress:
        case Progress(missing=n) if n:
            return say.counted(
                "{n} text is missing; residents read it in {language}, marked as such.",
                "{n} texts are missing; residents read them in {language}, marked as such.",
                n,
                language=fallback,
            )
        case Progress(buttons=TranslationState.MISSING):
            return say("The buttons are not translated; they appear in English.")
        case Progress(texts=TranslationState.NEEDS_REVIEW):
            return say("The questions changed after they were translated. Somebody should check them again.")
        case Progress(texts=texts, buttons=buttons) if draft in (texts, buttons):
            if texts == buttons:
                return say("A native speaker should check the questions and the buttons.")
            if texts is draft:
                return say("A native speaker should check the questions.")
            return say("A native speaker should check the buttons.")
    return say("Nothing is missing.")


@QmlElement
class LanguagesViewModel(PageViewModel[LanguagesProps]):
    leadChanged = Signal()
    rowsChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=rowsChanged)
    def rows(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.rows]

    @Slot()
    def rehearse(self) -> None:
        self._host.days.rehearse()

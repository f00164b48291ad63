"""The welcome: a greeting that cycles through the languages of the consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icc_consult.i18n import Say
from icc_consult.languages import language
from icc_consult.values import value

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

if TYPE_CHECKING:
    from icc_consult.domain.consultation import Consultation
    from icc_consult.domain.wording import LanguageTag

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@value
class WelcomeProps:
    """What the welcome shows."""

    greetings: tuple[Spoken, ...]
    endonyms: tuple[Spoken, ...]
    practice: str


def derive_welcome_props(scene: Scene) -> WelcomeProps:
    """One greeting in each language that has one of its own, else in every language; the names of all."""
    consultation = scene.consultation
    texts = {tag: consultation.welcome.texts.get(tag, "") for tag in consultation.languages}
    greetings: list[Spoken] = []
    for tag, text in texts.items():
        if text or not any(texts.values()):
            greetings.append(_greeting(consultation, tag, text))
    endonyms = tuple({"text": language(tag).endonym, "language": tag} for tag in consultation.languages)
    practice = scene.say("Practice: nothing is stored.") if scene.promise.is_practice else ""
    return WelcomeProps(tuple(greetings), endonyms, practice)


def _greeting(consultation: Consultation, tag: LanguageTag, text: str) -> Spoken:
    say, title = Say(tag), consultation.shown(consultation.title, tag)
    return {
        "title": title.text,
        "titleLanguage": title.language,
        "hello": say("Welcome"),
        "text": text,
        "touch": say("Touch the screen to start"),
        "language": tag,
    }


@QmlElement
class WelcomeViewModel(PageViewModel[WelcomeProps]):
    greetingsChanged = Signal()
    endonymsChanged = Signal()
    practiceChanged = Signal()

    @Property(list, notify=greetingsChanged)
    def greetings(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.greetings]

    @Property(list, notify=endonymsChanged)
    def endonyms(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.endonyms]

    @Property(str, notify=practiceChanged)
    def practice(self) -> str:
        return self._props.practice

    @Slot()
    def start(self) -> None:
        self._acts.go_on()

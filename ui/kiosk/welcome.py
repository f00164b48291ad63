"""The welcome: a greeting that cycles through the languages of the consultation."""

from dataclasses import dataclass

from icc_consult.i18n import Say
from icc_consult.languages import language

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WelcomeProps:
    """What the welcome shows."""

    title: Spoken
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
            say = Say(tag)
            touch = say("Touch the screen to start")
            greetings.append({"hello": say("Welcome"), "text": text, "touch": touch, "language": tag})
    endonyms = tuple({"text": language(tag).endonym, "language": tag} for tag in consultation.languages)
    practice = scene.say("Practice: nothing is stored.") if scene.promise.is_practice else ""
    return WelcomeProps(scene.spoken(consultation.title), tuple(greetings), endonyms, practice)


@QmlElement
class WelcomeViewModel(PageViewModel[WelcomeProps]):
    titleChanged = Signal()
    greetingsChanged = Signal()
    endonymsChanged = Signal()
    practiceChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

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

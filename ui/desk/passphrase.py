"""The six words: shown once, then typed back."""

from dataclasses import dataclass

from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Noting, TypingBack

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PassphraseProps:
    """What the page with the words shows; none where they are asked back."""

    words: tuple[Row, ...]
    typed: str


def derive_passphrase_props(scene: Scene, today: Noting | TypingBack) -> PassphraseProps:
    """The words with their numbers, or what was typed so far."""
    if isinstance(today, TypingBack):
        return PassphraseProps((), scene.state.text(Field.WORDS))
    words = enumerate(today.words.split(), start=1)
    numbered = (
        {"number": format_number(number, scene.state.language), "word": word} for number, word in words
    )
    return PassphraseProps(tuple(numbered), "")


@QmlElement
class PassphraseViewModel(PageViewModel[PassphraseProps]):
    wordsChanged = Signal()
    typedChanged = Signal()

    @Property(list, notify=wordsChanged)
    def words(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.words]

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._props.typed

    @Slot(str)
    def write(self, text: str) -> None:
        self._host.write(Field.WORDS, text)

    @Slot()
    def noted(self) -> None:
        self._host.openings.noted()

    @Slot()
    def drawAgain(self) -> None:
        self._host.openings.draw_again()

    @Slot()
    def open(self) -> None:
        self._host.openings.open()

    @Slot()
    def back(self) -> None:
        self._host.openings.back()

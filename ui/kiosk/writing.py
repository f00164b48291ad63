"""An open question: the resident's own words, on our own keyboard."""

from dataclasses import dataclass, replace

from icc_consult.domain.survey import OpenText
from icc_consult.i18n import N_

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.components.keys import keys_of_rows, keys_of_strip
from ui.kiosk.giving import written
from ui.kiosk.heading import headed
from ui.kiosk.journey import Answering
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WritingProps:
    """What an open question shows. `keys` are the rows of the keyboard, none while it is put away."""

    heading: Spoken
    hint: Spoken
    notice: str
    words: str
    left: str
    is_writing: bool
    keys: tuple[Spoken, ...]
    strip: tuple[Spoken, ...]


def derive_writing_props(scene: Scene, question: OpenText) -> WritingProps:
    """The question, the words so far, and the keys of the language."""
    stage = scene.journey.stage
    typed = stage.typed if isinstance(stage, Answering) else None
    words = typed.text + typed.pending if typed else written(scene.journey, question.id)
    return WritingProps(
        heading={**headed(scene, question), "hint": ""},
        hint=scene.spoken(question.hint),
        notice=scene.notice(question.text),
        words="●" * len(words) if question.is_masked else words,
        left=_left(scene, question.max_length - len(words)),
        is_writing=typed is not None,
        keys=keys_of_rows(typed.keyboard.rows(typed.layer)) if typed else (),
        strip=keys_of_strip(typed.strip) if typed else (),
    )


def derive_proposal_props(scene: Scene, question: OpenText) -> WritingProps:
    """Room for a sentence of one's own, and where it goes: to people who read it, never to the screen."""
    heading = _said(scene, N_("Is a sentence missing? Write your own."))
    hint = _said(scene, N_("People at the desk read it first. It may be shown to others in the next round."))
    return replace(derive_writing_props(scene, question), heading=heading, hint=hint, notice="")


def _said(scene: Scene, text: str) -> Spoken:
    return {"text": scene.say(text), "language": scene.say.spoken_in(text)}


def _left(scene: Scene, letters: int) -> str:
    if letters > 0:
        return scene.say("You can write {number} more letters.", number=letters)
    return scene.say("There is no more space.")


@QmlElement
class WritingViewModel(PageViewModel[WritingProps]):
    headingChanged = Signal()
    hintChanged = Signal()
    noticeChanged = Signal()
    wordsChanged = Signal()
    leftChanged = Signal()
    isWritingChanged = Signal()
    keysChanged = Signal()
    stripChanged = Signal()

    @Property(dict, notify=headingChanged)
    def heading(self) -> dict[str, object]:
        return dict(self._props.heading)

    @Property(dict, notify=hintChanged)
    def hint(self) -> dict[str, object]:
        return dict(self._props.hint)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(str, notify=wordsChanged)
    def words(self) -> str:
        return self._props.words

    @Property(str, notify=leftChanged)
    def left(self) -> str:
        return self._props.left

    @Property(bool, notify=isWritingChanged)
    def isWriting(self) -> bool:
        return self._props.is_writing

    @Property(list, notify=keysChanged)
    def keys(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.keys]

    @Property(list, notify=stripChanged)
    def strip(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.strip]

    @Slot()
    def takeKeyboard(self) -> None:
        self._acts.take_keyboard()

    @Slot()
    def putAway(self) -> None:
        self._acts.put_keyboard_away()

    @Slot(int, int)
    def press(self, row: int, column: int) -> None:
        self._acts.press_at(row, column)

    @Slot(int)
    def pick(self, index: int) -> None:
        self._acts.pick_at(index)

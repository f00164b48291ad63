"""The six words, so that answers can be read."""

from dataclasses import dataclass

from icc_consult.services.errors import NotOpened

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Scene
from ui.desk.state import Failed, Field, Opened

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class UnlockingProps:
    """What is asked before answers are read; where the key is, only if it is not at home."""

    lead: str
    passphrase: str
    key: str
    asks_key: bool


def derive_unlocking_props(scene: Scene, opened: Opened) -> UnlockingProps:
    """The words, and the key's place where it was moved to a stick."""
    say, total = scene.say, sum(one.responses for one in opened.seen.counts.days)
    lead = say.counted("{n} response lies sealed here.", "{n} responses lie sealed here.", total)
    typed = scene.state.text(Field.KEY)
    key = typed or str(opened.key)
    return UnlockingProps(lead, scene.state.text(Field.PASSPHRASE), key, asks_key(scene, opened))


def asks_key(scene: Scene, opened: Opened) -> bool:
    """Whether to ask where the key is: it was moved, or was not found where it should be."""
    remark = scene.state.remark
    is_lost = isinstance(remark, Failed) and isinstance(remark.error, NotOpened)
    return bool(scene.state.text(Field.KEY)) or opened.key.parent != opened.data or is_lost


@QmlElement
class UnlockingViewModel(PageViewModel[UnlockingProps]):
    leadChanged = Signal()
    passphraseChanged = Signal()
    keyChanged = Signal()
    asksKeyChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        return self._props.passphrase

    @Property(str, notify=keyChanged)
    def key(self) -> str:
        return self._props.key

    @Property(bool, notify=asksKeyChanged)
    def asksKey(self) -> bool:
        return self._props.asks_key

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        self._host.write(Field(field), text)

    @Slot()
    def unlock(self) -> None:
        self._host.readings.unlock()

"""Is anybody still here? A countdown that one press ends."""

from dataclasses import dataclass

from icc_consult.domain.consultation import Policy

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Idling
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class IdleProps:
    """What the countdown shows."""

    countdown: str
    consequence: str


def derive_idle_props(scene: Scene, overlay: Idling) -> IdleProps:
    """The seconds left, and what the promise said would happen then."""
    say = scene.say
    sent = say("Then your answers so far are sent, and the screen is empty for the next person.")
    deleted = say("Then your answers are deleted, and the screen is empty for the next person.")
    consequence = ""
    if scene.journey.session is not None:
        consequence = sent if scene.promise.policy is Policy.KEEP else deleted
    return IdleProps(say("{number} seconds", number=overlay.seconds), consequence)


@QmlElement
class IdleViewModel(PageViewModel[IdleProps]):
    countdownChanged = Signal()
    consequenceChanged = Signal()

    @Property(str, notify=countdownChanged)
    def countdown(self) -> str:
        return self._props.countdown

    @Property(str, notify=consequenceChanged)
    def consequence(self) -> str:
        return self._props.consequence

    @Slot()
    def stay(self) -> None:
        self._acts.cover(None)

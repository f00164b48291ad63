"""A friendly goodbye after *Delete* or *No, thank you*."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Gone
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GoneProps:
    """What the goodbye shows."""

    has_deleted: bool


def derive_gone_props(scene: Scene, stage: Gone) -> GoneProps:
    """Whether anything was deleted."""
    del scene
    return GoneProps(stage.has_deleted)


@QmlElement
class GoneViewModel(PageViewModel[GoneProps]):
    hasDeletedChanged = Signal()

    @Property(bool, notify=hasDeletedChanged)
    def hasDeleted(self) -> bool:
        return self._props.has_deleted

    @Slot()
    def finish(self) -> None:
        self._acts.finish()

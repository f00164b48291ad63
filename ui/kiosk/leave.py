"""*I have to go*: send what was answered, or delete it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Leaving
from ui.kiosk.page import PageViewModel

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class LeaveProps:
    """What the leave page shows."""

    confirms_deletion: bool


def derive_leave_props(overlay: Leaving) -> LeaveProps:
    """Deleting is asked twice."""
    return LeaveProps(overlay.confirms_deletion)


@QmlElement
class LeaveViewModel(PageViewModel[LeaveProps]):
    confirmsDeletionChanged = Signal()

    @Property(bool, notify=confirmsDeletionChanged)
    def confirmsDeletion(self) -> bool:
        return self._props.confirms_deletion

    @Slot()
    def send(self) -> None:
        self._acts.send_and_leave()

    @Slot()
    def askToDelete(self) -> None:
        self._acts.cover(Leaving(confirms_deletion=True))

    @Slot()
    def deleteAll(self) -> None:
        self._acts.delete_and_leave()

    @Slot()
    def stay(self) -> None:
        self._acts.cover(None)

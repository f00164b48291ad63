"""What was given could not be saved; nobody is told otherwise."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TroubleProps:
    """What the trouble page shows; the reason is for the worker who is called."""

    reason: str


def derive_trouble_props(reason: str) -> TroubleProps:
    """The technical reason, small."""
    return TroubleProps(reason)


@QmlElement
class TroubleViewModel(PageViewModel[TroubleProps]):
    reasonChanged = Signal()

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        return self._props.reason

    @Slot()
    def tryAgain(self) -> None:
        self._acts.try_again()

    @Slot()
    def leave(self) -> None:
        self._acts.finish()

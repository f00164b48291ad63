"""The two doors: try the kiosk, or go to the desk."""

from collections.abc import Callable
from dataclasses import dataclass

from icc_consult.languages import language

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.snapshot import Snapshot

QML_IMPORT_NAME = "ui.doors"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DoorsProps:
    """In which language the doors speak."""

    language: str
    right_to_left: bool


def derive_doors_props(tag: str) -> DoorsProps:
    """The looks of a language."""
    known = language(tag)
    return DoorsProps(known.tag, known.is_rtl)


@QmlElement
class DoorsViewModel(Snapshot[DoorsProps]):
    languageChanged = Signal()
    rightToLeftChanged = Signal()

    def __init__(
        self,
        tag: str,
        *,
        when_tried: Callable[[], None],
        when_desk: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(derive_doors_props(tag), parent)
        self._when_tried = when_tried
        self._when_desk = when_desk

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._props.language

    @Property(bool, notify=rightToLeftChanged)
    def rightToLeft(self) -> bool:
        return self._props.right_to_left

    @Slot()
    def tryKiosk(self) -> None:
        self._when_tried()

    @Slot()
    def goToDesk(self) -> None:
        self._when_desk()

"""The staff door: a PIN, then the end of the day."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Staffing
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StaffProps:
    """What the staff door shows."""

    dots: int
    remark: str
    is_open: bool
    can_admit: bool = False


def derive_staff_props(scene: Scene, overlay: Staffing) -> StaffProps:
    """How many digits were typed, and whether to wait."""
    remark = scene.say("Wrong PIN.") if overlay.is_wrong else ""
    if overlay.wait_seconds:
        remark = scene.say("Wrong PIN. Wait {number} seconds.", number=overlay.wait_seconds)
    return StaffProps(len(overlay.typed), remark, overlay.is_open, overlay.waiting is not None)


@QmlElement
class StaffViewModel(PageViewModel[StaffProps]):
    dotsChanged = Signal()
    remarkChanged = Signal()
    isOpenChanged = Signal()
    canAdmitChanged = Signal()

    @Property(int, notify=dotsChanged)
    def dots(self) -> int:
        return self._props.dots

    @Property(str, notify=remarkChanged)
    def remark(self) -> str:
        return self._props.remark

    @Property(bool, notify=isOpenChanged)
    def isOpen(self) -> bool:
        return self._props.is_open

    @Property(bool, notify=canAdmitChanged)
    def canAdmit(self) -> bool:
        return self._props.can_admit

    @Slot(str)
    def press(self, key: str) -> None:
        self._acts.type_pin(key)

    @Slot()
    def letIn(self) -> None:
        self._acts.let_in()

    @Slot()
    def endDay(self) -> None:
        self._acts.end_day()

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)

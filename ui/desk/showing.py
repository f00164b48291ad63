"""Pictures that pass before a camera."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.code_pictures import address_of
from ui.desk.errand_page import ErrandViewModel
from ui.desk.errands import Showing
from ui.desk.scene import Scene

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ShowingProps:
    """The address of the picture, where it stands among all, and whether it stands still."""

    picture: str
    told: str
    is_held: bool


def derive_showing_props(scene: Scene, showing: Showing) -> ShowingProps:
    """Which picture of how many, and which part where there are several."""
    say, shot = scene.say, showing.shots[showing.at]
    told = say("Picture {number} of {of}", number=showing.at + 1, of=len(showing.shots))
    if shot.parts > 1:
        part = say("Part {number} of {of}", number=shot.part, of=shot.parts)
        told = f"{part}. {told}"
    return ShowingProps(address_of(shot.content), told, showing.is_held)


@QmlElement
class ShowingViewModel(ErrandViewModel[ShowingProps]):
    pictureChanged = Signal()
    toldChanged = Signal()
    isHeldChanged = Signal()

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        return self._props.picture

    @Property(str, notify=toldChanged)
    def told(self) -> str:
        return self._props.told

    @Property(bool, notify=isHeldChanged)
    def isHeld(self) -> bool:
        return self._props.is_held

    @Slot()
    def turn(self) -> None:
        self._host.errands.carrying.turn()

    @Slot()
    def hold(self) -> None:
        self._host.errands.carrying.hold()

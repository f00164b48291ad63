"""A place with nothing to show yet: why, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Scene
from ui.desk.state import Rail, Starting

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class EmptyProps:
    """What an empty place says; `place` is its name, `can_go` whether Today is the way on."""

    place: str
    text: str
    can_go: bool


def derive_empty_props(scene: Scene) -> EmptyProps:
    """Nothing chosen, nothing opened, or answers that are still sealed."""
    say, state = scene.say, scene.state
    if isinstance(state.today, Starting):
        return EmptyProps(state.rail, "", can_go=False)
    if state.rail is Rail.RESULTS and state.opened is not None:
        text = say(
            "Answers are sealed as long as the consultation is open: nobody can read or count them, "
            "not even you. Close it in Today, and your six words open them."
        )
    elif state.rail is Rail.RESULTS and state.pack is not None:
        text = say("The consultation is not open yet. Results are read here after it is closed.")
    else:
        text = say("No consultation was chosen yet. Choose one in Today.")
    return EmptyProps(state.rail, text, can_go=True)


@QmlElement
class EmptyViewModel(PageViewModel[EmptyProps]):
    placeChanged = Signal()
    textChanged = Signal()
    canGoChanged = Signal()

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self._props.text

    @Property(bool, notify=canGoChanged)
    def canGo(self) -> bool:
        return self._props.can_go

    @Slot()
    def goToToday(self) -> None:
        self._host.go(Rail.TODAY)

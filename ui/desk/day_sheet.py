"""Where the sheet of the day goes."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.errands import Papering
from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Field
from ui.desk.stick_rows import stick_rows

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DaySheetProps:
    """What is on the sheet, the sticks, and the folder that was named."""

    contents: tuple[str, ...]
    sticks: tuple[Row, ...]
    place: str


def derive_day_sheet_props(scene: Scene, papering: Papering) -> DaySheetProps:
    """In words what is on it, and what is not."""
    say, state = scene.say, scene.state
    contents = (
        say("How many answered on the last day and on all days."),
        say("The numbers by which anybody can check later that nothing was changed."),
        say("A line for place, date and name. No time, no order, nobody's answers."),
    )
    return DaySheetProps(contents, stick_rows(state, papering.sticks), state.text(Field.PLACE))


@QmlElement
class DaySheetViewModel(PageViewModel[DaySheetProps]):
    contentsChanged = Signal()
    sticksChanged = Signal()
    placeChanged = Signal()

    @Property(list, notify=contentsChanged)
    def contents(self) -> list[str]:
        return list(self._props.contents)

    @Property(list, notify=sticksChanged)
    def sticks(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.sticks]

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place

    @Slot(str)
    def write(self, text: str) -> None:
        self._host.write(Field.PLACE, text)

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.PLACE)

    @Slot()
    def look(self) -> None:
        self._host.errands.papering.begin()

    @Slot()
    def make(self) -> None:
        self._host.errands.papering.write()

    @Slot()
    def back(self) -> None:
        self._host.errands.back()

"""Where the sheet of the day goes."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.errand_page import PlacedProps, PlacedViewModel
from ui.desk.errands import Papering
from ui.desk.scene import Scene
from ui.desk.state import Field
from ui.desk.stick_rows import stick_rows

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DaySheetProps(PlacedProps):
    """What is on the sheet, the sticks, and the folder that was named."""

    contents: tuple[str, ...]


def derive_day_sheet_props(scene: Scene, papering: Papering) -> DaySheetProps:
    """In words what is on it, and what is not."""
    say, state = scene.say, scene.state
    contents = (
        say("How many answered on the last day and on all days."),
        say("The numbers by which anybody can check later that nothing was changed."),
        say("A line for place, date and name. No time, no order, nobody's answers."),
    )
    return DaySheetProps(stick_rows(state, papering.sticks), state.text(Field.PLACE), contents)


@QmlElement
class DaySheetViewModel(PlacedViewModel[DaySheetProps]):
    contentsChanged = Signal()

    @Property(list, notify=contentsChanged)
    def contents(self) -> list[str]:
        return list(self._props.contents)

    @Slot()
    def look(self) -> None:
        self._host.errands.papering.begin()

    @Slot()
    def make(self) -> None:
        self._host.errands.papering.write()

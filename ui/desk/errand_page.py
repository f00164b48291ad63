"""What the pages of sticks and paper share: typing, the way back, for some a folder on one of the sticks."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Property, Signal, Slot

from ui.desk.page import PageViewModel, Props
from ui.desk.scene import Row
from ui.desk.state import Field


@dataclass(frozen=True, slots=True)
class PlacedProps:
    """The sticks that are in, and the folder that was named."""

    sticks: tuple[Row, ...]
    place: str


Placed = TypeVar("Placed", bound=PlacedProps)


class ErrandViewModel(PageViewModel[Props]):
    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        self._host.write(Field(field), text)

    @Slot()
    def back(self) -> None:
        self._host.errands.back()


class PlacedViewModel(ErrandViewModel[Placed]):
    sticksChanged = Signal()
    placeChanged = Signal()

    @Property(list, notify=sticksChanged)
    def sticks(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.sticks]

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.PLACE)

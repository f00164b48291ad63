"""Where a page stands, and behind it, unseen, the one that will probably be next."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from ui.kiosk.page import PageViewModel
from ui.kiosk.paging import Place
from ui.kiosk.scene import Acts


@dataclass(slots=True)
class Built:
    """A page that was built: its name, the file that draws it, and what it tells of."""

    name: str = ""
    file: str = ""
    view_model: PageViewModel[Any] | None = None


class Stand(QObject):
    """A place on the screen for one page, and behind it, unseen, for the one that will probably be next."""

    changed = Signal()
    turned = Signal()
    swapped = Signal()
    prepared = Signal()

    def __init__(self, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self.front = Built()
        self.behind = Built()

    def put(self, place: Place | None) -> None:
        """Show this page: the one behind or the one seen, where it is of the same kind; else a new one."""
        name, self.front.name = self.front.name, place.name if place else ""
        if place is not None and place.name == name and _shown(self.front, place):
            return
        if place is not None and _shown(self.behind, place):
            self._swap()
        elif place is not None and _shown(self.front, place):
            self.turned.emit()
        else:
            self._build(self.front, place, self.changed)

    def prepare(self, place: Place) -> None:
        """Build this page behind the one that is seen, or change the one that stands there to it."""
        if not _shown(self.behind, place):
            self._build(self.behind, place, self.prepared)

    def forget(self, file: str) -> None:
        """Take every page down but one that this file draws; that one comes to the front."""
        if file == self.behind.file:
            self._swap()
        elif file != self.front.file:
            self._build(self.front, None, self.changed)
        self._build(self.behind, None, self.prepared)

    def _swap(self) -> None:
        self.front, self.behind = self.behind, self.front
        self.swapped.emit()

    def _build(self, built: Built, place: Place | None, announced: SignalInstance) -> None:
        before = built.view_model
        built.name, built.file = (place.name, place.qml) if place else ("", "")
        built.view_model = place.kind(place.props, self._acts, self) if place else None
        if before is not None or place is not None:
            announced.emit()  # the old page is destroyed here, before its view model
        if before is not None:
            before.deleteLater()


def _shown(built: Built, place: Place) -> bool:
    """Let a page of the same kind tell of this place; whether it is one."""
    if built.view_model is None or built.file != place.qml:
        return False
    built.name = place.name
    built.view_model.show(place.props)
    return True

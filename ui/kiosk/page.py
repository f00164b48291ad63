"""What the view models of the kiosk's pages share: a snapshot, and the acts its presses lead to."""

from typing import TypeVar

from PySide6.QtCore import QObject

from ui.kiosk.scene import Acts
from ui.snapshot import Snapshot

Props = TypeVar("Props")


class PageViewModel(Snapshot[Props]):
    """A page of the kiosk. It asks the kiosk to act and never acts itself."""

    def __init__(self, props: Props, acts: Acts, parent: QObject | None = None) -> None:
        """Start with these props; `acts` is the kiosk."""
        super().__init__(props, parent)
        self._acts = acts

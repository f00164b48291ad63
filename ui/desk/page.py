"""What the view models of the desk's pages share: a snapshot, and the host their presses lead to."""

from typing import TypeVar

from PySide6.QtCore import QObject

from ui.desk.host import Host
from ui.snapshot import Snapshot

Props = TypeVar("Props")


class PageViewModel(Snapshot[Props]):
    """A page of the desk. It asks the host to act and never acts itself."""

    def __init__(self, props: Props, host: Host, parent: QObject | None = None) -> None:
        """Start with these props."""
        super().__init__(props, parent)
        self._host = host

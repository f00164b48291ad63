"""What the view models of the desk's pages share: a snapshot, and the host their presses lead to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

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


@dataclass(frozen=True, slots=True)
class Place:
    """A page to show. Another `name` is another page; the same name is the same page with other props."""

    name: str
    file: str
    kind: Callable[..., PageViewModel[Any]]
    props: Any

"""A view model is a snapshot: frozen props in, only the fields that changed are announced."""

from dataclasses import fields
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

Props = TypeVar("Props")


@lru_cache(maxsize=256)
def _signals(kind: type) -> tuple[tuple[str, str], ...]:
    def camel(name: str) -> str:
        first, *rest = name.split("_")
        return first + "".join(word.capitalize() for word in rest)

    return tuple((field.name, f"{camel(field.name)}Changed") for field in fields(kind))


class Snapshot(QObject, Generic[Props]):
    """Holds the props of one page. The new ones are stored before the first signal goes out."""

    def __init__(self, props: Props, parent: QObject | None = None) -> None:
        """Start with these props."""
        super().__init__(parent)
        self._props = props

    @property
    def props(self) -> Props:
        """What the page shows now."""
        return self._props

    def show(self, props: Props) -> None:
        """Show other props; each field that differs is announced by its own signal."""
        before, self._props = self._props, props
        kind: Any = type(props)
        for name, signal in _signals(kind):
            if getattr(before, name) != getattr(props, name):
                announce: Any = getattr(self, signal)
                announce.emit()

"""What a touch or a key on the window means; after the first frame, for Qt has many names for keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent

_PRESSES = frozenset(
    (
        QEvent.Type.TouchBegin,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.KeyPress,
    )
)
_WALKING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OVER_THE_PAGE = frozenset(key.value for key in (*_WALKING, *_PRESSING))


def is_press(event: QEvent) -> bool:
    """Somebody touches the screen or a key."""
    return event.type() in _PRESSES


def leads_out(event: QEvent) -> bool:
    """Closing the window, and every key but those that walk over the page and press."""
    if isinstance(event, QKeyEvent):
        is_held = bool(event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier)
        return event.key() not in _OVER_THE_PAGE or is_held
    return isinstance(event, QCloseEvent)


def typed(event: QEvent) -> str:
    """The letters of a key that goes down; nothing for any other event."""
    return event.text() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else ""

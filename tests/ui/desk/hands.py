"""Hands and eyes at the desk: they find things by name, press them, type, and see what is wrong."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from ui.desk_window import DeskWindow

LEAST_TARGET_MM = 9.0


def shown_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything under an item that can be seen."""
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from shown_items(child)


def named(view: QQuickView, name: str) -> list[QQuickItem]:
    """Everything of this name that can be seen."""
    return [item for item in shown_items(view.rootObject()) if item.objectName() == name]


def rest() -> None:
    """Until everything that was put off has been done."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


class Hands:
    """One person before one window."""

    def __init__(self, view: QQuickView, desk: DeskWindow | None = None) -> None:
        self.view = view
        self._desk = desk

    def wait(self) -> None:
        """Until the work under way has come to its end."""
        while self._desk is not None and not self._desk.jobs.is_idle:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        rest()

    def find(self, name: str) -> QQuickItem:
        """The one thing of this name."""
        found = named(self.view, name)
        assert len(found) == 1, f"{name}: {len(found)} of it among {sorted(self.names())}"
        return found[0]

    def names(self) -> set[str]:
        """Everything that can be seen and has a name."""
        return {item.objectName() for item in shown_items(self.view.rootObject()) if item.objectName()}

    def click(self, name: str) -> None:
        """Press and release the middle of it with a mouse, after scrolling there."""
        rest()
        self.view.grabWindow()  # everything is in its place
        item = self.find(name)
        _reveal(item)
        place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        assert _window(self.view).contains(place.center()), f"{name} is out of reach"
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.view, left, none, place.center().toPoint())
        rest()

    def write(self, name: str, text: str) -> None:
        """Click into a field, take away what is there, and type."""
        self.click(name)
        QTest.keyClick(self.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self.view, Qt.Key.Key_Delete)
        for letter in text:
            QTest.keyClick(self.view, letter)

    def press(self, key: Qt.Key) -> None:
        """One key, wherever the focus is."""
        QTest.keyClick(self.view, key)
        rest()

    def text(self, name: str) -> str:
        """What it says."""
        return str(self.find(name).property("text"))

    def see(self, name: str) -> bool:
        """Whether it can be seen."""
        return bool(named(self.view, name))


def _reveal(item: QQuickItem) -> None:
    for above in _above(item):
        if not above.inherits("QQuickFlickable"):
            continue
        top = item.mapToItem(above.property("contentItem"), QPointF(0, 0)).y()
        room = above.property("contentHeight") - above.height()
        above.setProperty("contentY", max(0.0, min(top - 10, room)))


def _window(view: QQuickView) -> QRectF:
    return QRectF(0, 0, view.width(), view.height())


def flaws(view: QQuickView, millimetre: float) -> Iterator[str]:
    """Everything that nobody should have to see, in words."""
    view.grabWindow()  # every item finds its place before a picture is drawn
    items = list(shown_items(view.rootObject()))
    for item in items:
        if item.inherits("QQuickText") and item.property("text"):
            yield from _flaws_of_text(item, view)
    tiles = [item for item in items if item.inherits("QQuickAbstractButton")]
    for tile in tiles:
        yield from _flaws_of_tile(tile, view, millimetre)
    parts = [(tile.objectName(), _seen_part(tile).adjusted(1, 1, -1, -1)) for tile in tiles]
    seen = [(name, place) for name, place in parts if place.isValid()]
    for number, (name, place) in enumerate(seen):
        for other, there in seen[number + 1 :]:
            if place.intersects(there):
                yield f"{name} lies over {other}"


def _flaws_of_text(item: QQuickItem, view: QQuickView) -> Iterator[str]:
    text = f"“{item.property('text')[:40]}”"
    across = item.width() - item.property("leftPadding") - item.property("rightPadding")
    down = item.property("contentHeight") + item.property("topPadding") + item.property("bottomPadding")
    if item.property("truncated"):
        yield f"{text} is cut off"
    if item.property("contentWidth") > across + 1:
        yield f"{text} is {item.property('contentWidth'):.0f} wide, its place {across:.0f}"
    if down > item.height() + 1:
        yield f"{text} is {down:.0f} high, its place {item.height():.0f}"
    if not _is_within(item, view):
        yield f"{text} leaves the window"


def _flaws_of_tile(tile: QQuickItem, view: QQuickView, millimetre: float) -> Iterator[str]:
    if not _is_within(tile, view):
        yield f"{tile.objectName()} leaves the window"
    least = min(tile.width(), tile.height()) / millimetre
    if least < LEAST_TARGET_MM:
        yield f"{tile.objectName()} is only {least:.1f} mm"


def _is_within(item: QQuickItem, view: QQuickView) -> bool:
    """Across always; down only where nothing scrolls."""
    place, window = _place(item), _window(view).adjusted(-1, -1, 1, 1)
    if _scrolls(item):
        return window.left() <= place.left() and place.right() <= window.right()
    return window.contains(place)


def _scrolls(item: QQuickItem) -> bool:
    return any(above.inherits("QQuickFlickable") for above in _above(item))


def _seen_part(item: QQuickItem) -> QRectF:
    part = _place(item)
    for above in _above(item):
        part = part.intersected(_place(above)) if above.clip() else part
    return part


def _above(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

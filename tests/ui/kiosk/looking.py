"""Looking at a screen as a resident would: what is seen, what can be pressed, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtQuick import QQuickItem

CAPITAL_HEIGHT = 0.714
SMALLEST_CAPITALS = 0.6 * 3.2
KEY = "KeyTile"
OWN_SCRIPTS = "LanguageTile"  # each name in its own letters
ONE_STEP = 1.13  # the letters of a row differ by no more than this
GROUND = {"start", "unhide"}  # a touch anywhere
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WordWrap)
_WRAPPED.setUseDesignMetrics(True)


def shown_items(item: QQuickItem) -> list[QQuickItem]:
    """Everything under an item that can be seen, in the order in which it is drawn."""
    found: list[QQuickItem] = []
    waiting = item.childItems()[::-1]
    while waiting:
        child = waiting.pop()
        if child.isVisible() and child.opacity() > 0:
            found.append(child)
            waiting.extend(child.childItems()[::-1])
    return found


def named(root: QQuickItem, name: str) -> QQuickItem | None:
    """What is seen under this name."""
    return next((item for item in shown_items(root) if item.objectName() == name), None)


def place_of(item: QQuickItem) -> QRectF:
    """Where an item stands on the window, in pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def is_text(item: QQuickItem) -> bool:
    """Whether it is written words."""
    return item.inherits("QQuickText") and bool(item.property("text"))


def is_pressable(item: QQuickItem) -> bool:
    """Whether it answers to a press."""
    return item.inherits("QQuickAbstractButton") and item.isEnabled()


def is_key(item: QQuickItem) -> bool:
    """Whether it is a key of the keyboard or a candidate above it."""
    return item.metaObject().className().startswith(KEY)


def letters_of(tile: QQuickItem) -> int:
    """The size in pixels of the largest words on a tile; zero where there are none."""
    return max((item.property("font").pixelSize() for item in shown_items(tile) if is_text(item)), default=0)


def fits_across(item: QQuickItem, across: float) -> bool:
    """Whether every line fits, laid out once more: Qt Quick misjudges lines of right-to-left text."""
    layout = QTextLayout(item.property("text").replace("\n", "\u2028"), item.property("font"))
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(across)
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return len(widths) == item.property("lineCount") and max(widths) <= across + 1


@dataclass(frozen=True)
class Eye:
    """Finds what is wrong on a screen of this many pixels a millimetre, at this text size."""

    density: float
    factor: float

    def flaws(self, root: QQuickItem) -> Iterator[str]:
        """Everything that a resident should not have to see, in words."""
        window = QRectF(0, 0, root.width(), root.height())
        items = shown_items(root)
        for item in filter(is_text, items):
            yield from self._flaws_of_text(item, window)
        tiles = [item for item in items if is_pressable(item)]
        for tile in tiles:
            yield from self._flaws_of_tile(tile, window)
        yield from self._neighbours(tiles)
        yield from self.uneven_rows(tiles)

    def _flaws_of_text(self, item: QQuickItem, window: QRectF) -> Iterator[str]:
        text = f"“{item.property('text')[:40]}”"
        across = item.width() - item.property("leftPadding") - item.property("rightPadding")
        down = item.property("contentHeight") + item.property("topPadding") + item.property("bottomPadding")
        if item.property("truncated"):
            yield f"{text} is cut off"
        if item.property("contentWidth") > across + 1 and not fits_across(item, across):
            yield f"{text} is {item.property('contentWidth'):.0f} wide, its place {across:.0f}"
        if down > item.height() + 1:
            yield f"{text} is {down:.0f} high, its place {item.height():.0f}"
        if not _within(place_of(item), window):
            yield f"{text} leaves the window"
        capitals = item.property("font").pixelSize() * CAPITAL_HEIGHT / self.density
        if capitals < self.least_capitals(item.property("capitals")) - 0.1:
            yield f"{text} has capitals of {capitals:.1f} mm"

    def least_capitals(self, wished: float) -> float:
        """Millimetres below which a wish for this many counts as overflow hidden by small letters."""
        return max(0.6 * wished / self.factor, min(0.6 * wished, SMALLEST_CAPITALS))

    def _flaws_of_tile(self, tile: QQuickItem, window: QRectF) -> Iterator[str]:
        place, name = place_of(tile), _name(tile)
        across, down = place.width() / self.density, place.height() / self.density
        if not _within(place, window):
            yield f"{name} leaves the window"
        if min(across, down) < 20 - 0.1 and not (is_key(tile) and down >= 15 - 0.1):
            yield f"{name} is only {across:.1f} by {down:.1f} mm"

    def uneven_rows(self, tiles: list[QQuickItem]) -> Iterator[str]:
        """Where one of several alike beside each other speaks louder than the others."""
        rows: dict[tuple[float, float, str], dict[str, int]] = {}
        for tile in tiles:
            kind, place, size = _kind(tile), place_of(tile), letters_of(tile)
            if size and not is_key(tile) and kind != OWN_SCRIPTS:
                where = (round(place.top() / self.density), round(place.height() / self.density), kind)
                rows.setdefault(where, {})[_name(tile)] = size
        for row in rows.values():
            if max(row.values()) > ONE_STEP * min(row.values()):
                yield f"a row has letters of {row} pixels"

    def _neighbours(self, tiles: list[QQuickItem]) -> Iterator[str]:
        places = [(tile, place_of(tile)) for tile in tiles]
        for number, (tile, place) in enumerate(places):
            least = (1 if is_key(tile) else 3) * self.density - 0.6
            around = place.adjusted(-least, -least, least, least)
            for other, there in places[number + 1 :]:
                if around.intersects(there) and GROUND.isdisjoint({tile.objectName(), other.objectName()}):
                    yield f"{_name(tile)} is too near to {_name(other)}"


def _within(place: QRectF, window: QRectF) -> bool:
    return window.adjusted(-1, -1, 1, 1).contains(place)


def _kind(tile: QQuickItem) -> str:
    return tile.metaObject().className().partition("_")[0]


def _name(tile: QQuickItem) -> str:
    return tile.objectName() or str(tile.property("label"))

"""The wall of languages: every tile says its own name in its own script."""

from icc_consult.languages import language, picker_order
from icc_consult.values import value

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Switching
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@value
class LanguageProps:
    """What the wall of languages shows."""

    tiles: tuple[Spoken, ...]
    current: str
    may_wish: bool


def derive_language_props(scene: Scene) -> LanguageProps:
    """The offered languages in the order of scripts; over a page there is nothing to wish for."""
    is_switching = isinstance(scene.journey.overlay, Switching)
    tiles = tuple(_tile(tag) for tag in picker_order(scene.consultation.languages))
    return LanguageProps(tiles, scene.language if is_switching else "", not is_switching)


def _tile(tag: str) -> Spoken:
    known = language(tag)
    return {"tag": tag, "endonym": known.endonym, "english": known.english, "language": tag}


@QmlElement
class LanguageViewModel(PageViewModel[LanguageProps]):
    tilesChanged = Signal()
    currentChanged = Signal()
    mayWishChanged = Signal()

    @Property(list, notify=tilesChanged)
    def tiles(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.tiles]

    @Property(str, notify=currentChanged)
    def current(self) -> str:
        return self._props.current

    @Property(bool, notify=mayWishChanged)
    def mayWish(self) -> bool:
        return self._props.may_wish

    @Slot(str)
    def touch(self, tag: str) -> None:
        self._acts.touch_language(tag)

    @Slot(str)
    def pick(self, tag: str) -> None:
        self._acts.pick_language(tag)

    @Slot()
    def wish(self) -> None:
        self._acts.open_wishes()

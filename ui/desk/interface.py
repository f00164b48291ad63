"""The desk's own language."""

from dataclasses import dataclass

from icc_consult.i18n import MISSING
from icc_consult.i18n import state as interface_state
from icc_consult.languages import UnknownLanguage, known_languages, language

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class InterfaceProps:
    """The languages the desk speaks, and the one it speaks now."""

    tiles: tuple[Row, ...]
    current: str


def derive_interface_props(scene: Scene) -> InterfaceProps:
    """Every language with a catalogue; one that nobody checked is called a draft in its own words."""
    tiles = tuple({"tag": tag, "name": language(tag).endonym} for tag in spoken_languages())
    return InterfaceProps(tiles, scene.state.language)


def spoken_languages() -> tuple[str, ...]:
    """The languages that have a catalogue, in the order of the picker."""
    return tuple(one.tag for one in known_languages() if interface_state(one.tag) != MISSING)


def nearest_language(wanted: str) -> str:
    """The language of a system's locale where the desk speaks it, else English."""
    try:
        tag = language(wanted).tag
    except UnknownLanguage:
        return "en"
    return tag if tag in spoken_languages() else "en"


@QmlElement
class InterfaceViewModel(PageViewModel[InterfaceProps]):
    tilesChanged = Signal()
    currentChanged = Signal()

    @Property(list, notify=tilesChanged)
    def tiles(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.tiles]

    @Property(str, notify=currentChanged)
    def current(self) -> str:
        return self._props.current

    @Slot(str)
    def pick(self, tag: str) -> None:
        self._host.speak(tag)

    @Slot()
    def close(self) -> None:
        self._host.cover(None)

"""*My language is not here*: the wish is recorded, and the city learns what is missing."""

from dataclasses import dataclass

from icc_consult.wishes import wishable_languages

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Wishing
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WishProps:
    """What the wall of other languages shows."""

    tiles: tuple[Spoken, ...]
    thanks: str


def derive_wish_props(scene: Scene) -> WishProps:
    """Every language that can be wished for, or the thanks once one was."""
    offered = set(scene.consultation.languages)
    wishable = {tag: endonym for tag, endonym in wishable_languages() if tag not in offered}
    stage = scene.journey.stage
    wished = wishable.get(stage.wished, "") if isinstance(stage, Wishing) else ""
    tiles = tuple({"tag": tag, "endonym": endonym, "language": tag} for tag, endonym in wishable.items())
    if not wished:
        return WishProps(tiles, "")
    thanks = scene.say("Thank you. The city will know that you want {language}.", language=wished)
    return WishProps((), thanks)


@QmlElement
class WishViewModel(PageViewModel[WishProps]):
    tilesChanged = Signal()
    thanksChanged = Signal()

    @Property(list, notify=tilesChanged)
    def tiles(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.tiles]

    @Property(str, notify=thanksChanged)
    def thanks(self) -> str:
        return self._props.thanks

    @Slot(str)
    def wish(self, tag: str) -> None:
        self._acts.wish(tag)

    @Slot()
    def pickAgain(self) -> None:
        self._acts.pick_again()

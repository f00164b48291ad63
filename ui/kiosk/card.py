"""A card of a few lines: help after a sensitive question, or more about a topic."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from icc_consult.domain.survey import Card
from icc_consult.domain.wording import Wording
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CardProps:
    """What a card shows. Each line says whether it is told, speaks for, or speaks against."""

    title: Spoken
    lines: tuple[Spoken, ...]
    notice: str
    is_over: bool


def derive_card_props(
    scene: Scene,
    card: Card,
    *,
    is_over: bool = False,
    arguments: tuple[tuple[str, Wording], ...] = (),
) -> CardProps:
    """The card; `arguments` are pairs of `for` or `against` and a wording. `is_over` lies over a page."""
    told = tuple({"side": "", **scene.spoken(line)} for line in card.lines)
    argued = tuple({"side": side, **scene.spoken(line)} for side, line in arguments)
    notice = scene.notice(card.title, *card.lines, *(line for _, line in arguments))
    return CardProps(scene.spoken(card.title), told + argued, notice, is_over)


@QmlElement
@QmlUncreatable("made by the kiosk")
class CardViewModel(PageViewModel[CardProps]):
    titleChanged = Signal()
    linesChanged = Signal()
    noticeChanged = Signal()
    isOverChanged = Signal()

    @Property("QVariantMap", notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property("QVariantList", notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.lines]

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=isOverChanged)
    def isOver(self) -> bool:
        return self._props.is_over

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)

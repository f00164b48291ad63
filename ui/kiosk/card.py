"""A card of a few lines: help after a sensitive question, or more about a topic."""

from dataclasses import dataclass

from icc_consult.domain.survey import Card
from icc_consult.domain.wording import Wording

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Learning
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


def derive_card_props(scene: Scene, card: Card) -> CardProps:
    """A card on the way: help after a sensitive question."""
    return _card(scene, card.title, [("", line) for line in card.lines], is_over=False)


def derive_learning_props(scene: Scene, more: Learning) -> CardProps:
    """A card over a page: more about it, then what speaks for it and against it."""
    sides = (
        ("", more.card.lines),
        ("for", more.arguments_for),
        ("against", more.arguments_against),
    )
    lines = [(side, line) for side, told in sides for line in told]
    return _card(scene, more.card.title, lines, is_over=True)


def _card(scene: Scene, title: Wording, lines: list[tuple[str, Wording]], *, is_over: bool) -> CardProps:
    return CardProps(
        title=scene.spoken(title),
        lines=tuple({"side": side, **scene.spoken(line)} for side, line in lines),
        notice=scene.notice(title, *(line for _, line in lines)),
        is_over=is_over,
    )


@QmlElement
class CardViewModel(PageViewModel[CardProps]):
    titleChanged = Signal()
    linesChanged = Signal()
    noticeChanged = Signal()
    isOverChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(list, notify=linesChanged)
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

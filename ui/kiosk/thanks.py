"""The thanks, once the answers are safe, and a receipt for those who want one."""

from dataclasses import dataclass

from icc_consult.domain.wording import Wording

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Thanked
from ui.kiosk.page import PageViewModel
from ui.kiosk.qr import modules
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ThanksProps:
    """What the thanks show."""

    lines: tuple[Spoken, ...]
    receipt: str
    modules: tuple[str, ...]
    notice: str
    may_show: bool


def derive_thanks_props(scene: Scene, stage: Thanked) -> ThanksProps:
    """The consultation's last lines, or plain thanks; the receipt only when asked for, never in practice."""
    lines: tuple[Wording, ...] = scene.consultation.finish
    spoken = tuple(scene.spoken(line) for line in lines)
    if stage.is_partial or not lines:
        text = scene.say("Your answers were sent. Thank you!")
        spoken = ({"text": text, "language": scene.language, "fallback": False}, *spoken[1:])
    may_show = not scene.promise.is_practice
    if not stage.shows_receipt:
        return ThanksProps(spoken, "", (), scene.notice(*lines), may_show)
    return ThanksProps(spoken, stage.receipt, modules(stage.receipt), scene.notice(*lines), may_show)


@QmlElement
class ThanksViewModel(PageViewModel[ThanksProps]):
    linesChanged = Signal()
    receiptChanged = Signal()
    modulesChanged = Signal()
    noticeChanged = Signal()
    mayShowChanged = Signal()

    @Property(list, notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.lines]

    @Property(str, notify=receiptChanged)
    def receipt(self) -> str:
        return self._props.receipt

    @Property(list, notify=modulesChanged)
    def modules(self) -> list[str]:
        return list(self._props.modules)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=mayShowChanged)
    def mayShow(self) -> bool:
        return self._props.may_show

    @Slot()
    def showReceipt(self) -> None:
        self._acts.show_receipt()

    @Slot()
    def finish(self) -> None:
        self._acts.finish()

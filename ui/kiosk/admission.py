"""A voucher before the first question, typed or scanned; or the wait for the staff."""

from dataclasses import dataclass

from icc_consult.i18n import N_
from icc_consult.sentences import sentence

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Admitting
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SHOW = N_("Hold your card under the scanner, or type its code.")
_ASK = N_("Please ask the staff to let you begin.")
_GROUP = 4


@dataclass(frozen=True, slots=True)
class AdmissionProps:
    """What is asked of whoever wants to begin."""

    asked: str
    typed: str
    remark: str
    by_voucher: bool


def derive_admission_props(scene: Scene, overlay: Admitting) -> AdmissionProps:
    """The code in groups as it stands on the card, and why the last one did not let in."""
    plain = overlay.typed
    groups = " ".join(plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP))
    remark = sentence(overlay.refused, scene.say) if overlay.refused else ""
    return AdmissionProps(
        scene.say(_SHOW if overlay.by_voucher else _ASK), groups, remark, overlay.by_voucher
    )


@QmlElement
class AdmissionViewModel(PageViewModel[AdmissionProps]):
    askedChanged = Signal()
    typedChanged = Signal()
    remarkChanged = Signal()
    byVoucherChanged = Signal()

    @Property(str, notify=askedChanged)
    def asked(self) -> str:
        return self._props.asked

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._props.typed

    @Property(str, notify=remarkChanged)
    def remark(self) -> str:
        return self._props.remark

    @Property(bool, notify=byVoucherChanged)
    def byVoucher(self) -> bool:
        return self._props.by_voucher

    @Slot(str)
    def press(self, key: str) -> None:
        self._acts.type_voucher(key)

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)

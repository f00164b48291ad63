"""The terms of an opening: who asks, what becomes of half an answer, and the staff PIN."""

from dataclasses import dataclass

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.plainness import plainness_lines
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Setting

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TermsProps:
    """What the page of terms shows; the PIN as it was typed, for the field that hides it."""

    title: Row
    controller: str
    contact: str
    keeps: bool
    pin: str
    pin_again: str
    plainness: tuple[str, ...] = ()
    admission: str = AdmissionRule.HONOUR.value


def derive_terms_props(scene: Scene, setting: Setting) -> TermsProps:
    """What was typed so far."""
    text = scene.state.text
    return TermsProps(
        scene.spoken(setting.pack.consultation.title),
        text(Field.CONTROLLER),
        text(Field.CONTACT),
        setting.policy is Policy.KEEP,
        text(Field.PIN),
        text(Field.PIN_AGAIN),
        plainness_lines(scene, setting.pack.consultation),
        setting.admission.value,
    )


@QmlElement
class TermsViewModel(PageViewModel[TermsProps]):
    titleChanged = Signal()
    controllerChanged = Signal()
    contactChanged = Signal()
    keepsChanged = Signal()
    pinChanged = Signal()
    pinAgainChanged = Signal()
    plainnessChanged = Signal()
    admissionChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(str, notify=controllerChanged)
    def controller(self) -> str:
        return self._props.controller

    @Property(str, notify=contactChanged)
    def contact(self) -> str:
        return self._props.contact

    @Property(bool, notify=keepsChanged)
    def keeps(self) -> bool:
        return self._props.keeps

    @Property(str, notify=pinChanged)
    def pin(self) -> str:
        return self._props.pin

    @Property(str, notify=pinAgainChanged)
    def pinAgain(self) -> str:
        return self._props.pin_again

    @Property(list, notify=plainnessChanged)
    def plainness(self) -> list[str]:
        return list(self._props.plainness)

    @Property(str, notify=admissionChanged)
    def admission(self) -> str:
        return self._props.admission

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        self._host.write(Field(field), text)

    @Slot()
    def readRemarks(self) -> None:
        self._host.openings.read_remarks()

    @Slot(str)
    def setPolicy(self, name: str) -> None:
        self._host.openings.set_policy(name)

    @Slot(str)
    def setAdmission(self, name: str) -> None:
        self._host.openings.set_admission(name)

    @Slot()
    def agree(self) -> None:
        self._host.openings.agree()

    @Slot()
    def back(self) -> None:
        self._host.openings.back()

"""What can be carried, kept and printed."""

from dataclasses import dataclass

from icc_consult.domain.admission import AdmissionRule

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Opened

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SticksProps:
    """The errands that make sense now, each with a name, a title and a line about it."""

    lead: str
    errands: tuple[Row, ...]


def derive_sticks_props(scene: Scene) -> SticksProps:
    """Without an opened consultation one can check, and bring something back."""
    say, opened = scene.say, scene.state.opened
    if opened is None:
        lead = say("Choose a consultation in Today, and there is more to do here.")
        return SticksProps(lead, (_restore(scene), _check(scene)))
    return SticksProps(
        "",
        (
            _carry(scene),
            _merge(scene),
            _backups(scene),
            _sheet(scene),
            *_vouchers(scene, opened),
            _check(scene),
        ),
    )


def _row(name: str, title: str, told: str) -> Row:
    return {"name": name, "title": title, "told": told}


def _carry(scene: Scene) -> Row:
    told = scene.say("Everything that was answered, sealed, on a stick.")
    return _row("carry", scene.say("Carry to the city"), told)


def _merge(scene: Scene) -> Row:
    told = scene.say("Bring together what several kiosks collected.")
    return _row("merge", scene.say("Take in bundles"), told)


def _backups(scene: Scene) -> Row:
    return _row(
        "backups", scene.say("Backups"), scene.say("Two copies elsewhere, in case this computer breaks.")
    )


def _restore(scene: Scene) -> Row:
    told = scene.say("From a stick, onto this computer.")
    return _row("backups", scene.say("Bring back a backup"), told)


def _vouchers(scene: Scene, opened: Opened) -> tuple[Row, ...]:
    if opened.seen.opening.terms.admission is not AdmissionRule.VOUCHERS:
        return ()
    return (_row("vouchers", scene.say("Vouchers"), scene.say("Print cards, count them, take one back.")),)


def _sheet(scene: Scene) -> Row:
    told = scene.say("The numbers of the day on paper, to sign.")
    return _row("sheet", scene.say("Day sheet"), told)


def _check(scene: Scene) -> Row:
    return _row("check", scene.say("Check"), scene.say("Is everything here as it was signed?"))


@QmlElement
class SticksViewModel(PageViewModel[SticksProps]):
    leadChanged = Signal()
    errandsChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=errandsChanged)
    def errands(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.errands]

    @Slot(str)
    def open(self, name: str) -> None:
        self._host.errands.open(name)

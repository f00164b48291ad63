"""Vouchers: how many there are, more of them, and one that is taken back."""

from dataclasses import dataclass

from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.errand_page import PlacedProps, PlacedViewModel
from ui.desk.errands import Vouching
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Opened
from ui.desk.stick_rows import stick_rows

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class VouchersProps(PlacedProps):
    """The counts, what was typed, and whether any can still be made."""

    facts: tuple[Row, ...]
    count: str
    code: str
    is_open: bool


def derive_vouchers_props(scene: Scene, vouching: Vouching) -> VouchersProps:
    """Codes are on paper only, so nothing but numbers can be shown."""
    state = scene.state
    return VouchersProps(
        stick_rows(state, vouching.sticks),
        state.text(Field.PLACE),
        _facts(scene, state.opened) if state.opened else (),
        state.text(Field.COUNT),
        state.text(Field.CODE),
        state.opened is not None and not state.opened.is_closed,
    )


def _facts(scene: Scene, opened: Opened) -> tuple[Row, ...]:
    say, vouchers = scene.say, opened.seen.opening.vouchers
    counted = (
        (say("Made"), len(vouchers.issued)),
        (say("Used"), opened.seen.counts.spent),
        (say("Taken back"), len(vouchers.revoked)),
    )
    return tuple({"label": name, "text": format_number(n, scene.state.language)} for name, n in counted)


@QmlElement
class VouchersViewModel(PlacedViewModel[VouchersProps]):
    factsChanged = Signal()
    countChanged = Signal()
    codeChanged = Signal()
    isOpenChanged = Signal()

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Property(str, notify=countChanged)
    def count(self) -> str:
        return self._props.count

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._props.code

    @Property(bool, notify=isOpenChanged)
    def isOpen(self) -> bool:
        return self._props.is_open

    @Slot()
    def look(self) -> None:
        self._host.errands.vouching.begin()

    @Slot()
    def make(self) -> None:
        self._host.errands.vouching.make()

    @Slot()
    def revoke(self) -> None:
        self._host.errands.vouching.revoke()

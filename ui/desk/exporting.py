"""Where the files go."""

from dataclasses import dataclass

from icc_consult.sentences import CONFIDENTIAL

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Scene
from ui.desk.state import Field, Good, Reading, Went

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ExportingProps:
    """What is asked before files are written."""

    out: str
    uses_semicolon: bool
    warning: str
    is_done: bool


def derive_exporting_props(scene: Scene, reading: Reading) -> ExportingProps:
    """The folder, the separator, and that the files are confidential."""
    remark = scene.state.remark
    is_done = isinstance(remark, Went) and remark.good is Good.EXPORTED
    return ExportingProps(
        scene.state.text(Field.OUT), reading.separator == ";", scene.say(CONFIDENTIAL), is_done
    )


@QmlElement
class ExportingViewModel(PageViewModel[ExportingProps]):
    outChanged = Signal()
    usesSemicolonChanged = Signal()
    warningChanged = Signal()
    isDoneChanged = Signal()

    @Property(str, notify=outChanged)
    def out(self) -> str:
        return self._props.out

    @Property(bool, notify=usesSemicolonChanged)
    def usesSemicolon(self) -> bool:
        return self._props.uses_semicolon

    @Property(str, notify=warningChanged)
    def warning(self) -> str:
        return self._props.warning

    @Property(bool, notify=isDoneChanged)
    def isDone(self) -> bool:
        return self._props.is_done

    @Slot(str)
    def write(self, text: str) -> None:
        self._host.write(Field.OUT, text)

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.OUT)

    @Slot(str)
    def separateBy(self, separator: str) -> None:
        self._host.readings.separate_by(separator)

    @Slot()
    def export(self) -> None:
        self._host.readings.export()

    @Slot()
    def back(self) -> None:
        self._host.readings.back_to_findings()

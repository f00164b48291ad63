"""Two places for copies, what lies there, and the way back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icc_consult.sentences import sentence
from icc_consult.services.errors import DirectoryRefused, Fault

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.backing import PLACES
from ui.desk.errand_page import ErrandViewModel
from ui.desk.errand_sentences import stick_sentence
from ui.desk.errands import Backing, Kept
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Opened
from ui.desk.stick_rows import stick_rows

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BackupsProps:
    """Two places with what is told of each, and a folder that a backup is brought back from."""

    places: tuple[Row, ...]
    sticks: tuple[Row, ...]
    backup: str
    is_opened: bool
    warnings: tuple[str, ...]


def derive_backups_props(scene: Scene, backing: Backing) -> BackupsProps:
    """A place that is missing is said, and so is one place alone."""
    state = scene.state
    typed = [state.text(field).strip() for field in PLACES]
    told = {str(one.place): one for one in backing.places}
    rows = tuple(
        _place(scene, field, text, told.get(text)) for field, text in zip(PLACES, typed, strict=True)
    )
    sticks = stick_rows(state, backing.sticks)
    warnings = tuple(_warnings(scene, state.opened, typed)) if state.opened else ()
    return BackupsProps(rows, sticks, state.text(Field.BACKUP), state.opened is not None, warnings)


def _warnings(scene: Scene, opened: Opened, typed: Sequence[str]) -> Iterator[str]:
    """What would be lost all the same: a copy opens with the key, and does not hold it."""
    if sum(bool(text) for text in typed) == 1:
        yield scene.say("One copy is not enough: name a second place, such as another stick.")
    if opened.key.parent == opened.data:
        yield scene.say(
            "The key lies on this computer alone. If it breaks, nobody can read the copies: "
            "move the key to a stick, in Safety."
        )


def _place(scene: Scene, field: Field, text: str, kept: Kept | None) -> Row:
    return {
        "field": field.value,
        "text": text,
        "told": _told(scene, kept) if kept else "",
        "isTrouble": kept is not None and (kept.error is not None or not kept.is_there),
        "source": str(kept.source) if kept and kept.source else "",
    }


def _told(scene: Scene, kept: Kept) -> str:
    say = scene.say
    if kept.error is not None:
        if isinstance(kept.error, OSError):
            return stick_sentence(kept.error, say)
        if isinstance(kept.error, DirectoryRefused) and kept.error.fault is Fault.DAMAGED:
            return say("The copy there does not open. Back up again, and see whether it opens then.")
        return sentence(kept.error, say)
    if not kept.is_there:
        return say("This place is not there. Put in the stick it is on, or choose another place.")
    if kept.day is None:
        return say("Nothing was copied there yet.")
    count = say.counted("{n} response", "{n} responses", kept.responses)
    return say("{day}: {what}. The copy opens.", day=scene.on(kept.day), what=count)


@QmlElement
class BackupsViewModel(ErrandViewModel[BackupsProps]):
    placesChanged = Signal()
    sticksChanged = Signal()
    backupChanged = Signal()
    isOpenedChanged = Signal()
    warningsChanged = Signal()

    @Property(list, notify=placesChanged)
    def places(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.places]

    @Property(list, notify=sticksChanged)
    def sticks(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.sticks]

    @Property(str, notify=backupChanged)
    def backup(self) -> str:
        return self._props.backup

    @Property(bool, notify=isOpenedChanged)
    def isOpened(self) -> bool:
        return self._props.is_opened

    @Property(list, notify=warningsChanged)
    def warnings(self) -> list[str]:
        return list(self._props.warnings)

    @Slot(str)
    def browse(self, field: str) -> None:
        self._host.browse(Field(field))

    @Slot()
    def look(self) -> None:
        self._host.errands.backing.look()

    @Slot()
    def backUp(self) -> None:
        self._host.errands.backing.back_up()

    @Slot()
    def ask(self) -> None:
        self._host.errands.backing.ask()

    @Slot()
    def thinkAgain(self) -> None:
        self._host.errands.backing.think_again()

    @Slot()
    def restore(self) -> None:
        self._host.errands.backing.restore()

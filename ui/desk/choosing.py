"""Which consultation? What was opened here, the ready one, or a file."""

from dataclasses import dataclass
from pathlib import Path

from icc_consult.domain.consultation import Consultation

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.places import Shelved
from ui.desk.scene import Row, Scene
from ui.desk.state import Field

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChoosingProps:
    """What the first page of Today shows."""

    lead: str
    opened: tuple[Row, ...]
    ready: Row
    about: str


def derive_choosing_props(scene: Scene) -> ChoosingProps:
    """What was opened on this computer, each with its state in words; and what is ready."""
    say, shelf = scene.say, scene.state.shelf
    lead = say("Go on with one that was opened here, or begin another.")
    if not shelf.opened:
        lead = say("Nothing is open on this computer yet. Begin with a consultation.")
    opened = tuple(_row(scene, one) for one in shelf.opened)
    if shelf.ready is None:
        return ChoosingProps(lead, opened, scene.told(""), "")
    return ChoosingProps(
        lead, opened, scene.spoken(shelf.ready.title, shelf.ready), _about(scene, shelf.ready)
    )


def _about(scene: Scene, ready: Consultation) -> str:
    say = scene.say
    what = say(
        "It comes with the program and asks residents about the promises of the Lisbon declaration: "
        "living together, being heard, equal access."
    )
    time = say.counted("It takes about {n} minute.", "It takes about {n} minutes.", ready.minutes)
    count = len(ready.languages)
    languages = say.counted(
        "Residents choose from {n} language.", "Residents choose from {n} languages.", count
    )
    return f"{what} {time} {languages}"


def _row(scene: Scene, one: Shelved) -> Row:
    state = scene.say("Open since {day}", day=scene.on(one.opened_at))
    if one.closed_at is not None:
        state = scene.say("Closed on {day}", day=scene.on(one.closed_at))
    if one.is_merged:
        state = scene.say("{state}. Brought together from several kiosks.", state=state)
    return {**scene.spoken(one.title), "state": state, "data": str(one.data)}


@QmlElement
class ChoosingViewModel(PageViewModel[ChoosingProps]):
    leadChanged = Signal()
    openedChanged = Signal()
    readyChanged = Signal()
    aboutChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=openedChanged)
    def opened(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.opened]

    @Property(dict, notify=readyChanged)
    def ready(self) -> dict[str, object]:
        return dict(self._props.ready)

    @Property(str, notify=aboutChanged)
    def about(self) -> str:
        return self._props.about

    @Slot(str)
    def visit(self, data: str) -> None:
        self._host.days.visit(Path(data))

    @Slot()
    def chooseReady(self) -> None:
        self._host.openings.choose_ready()

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.PATH)

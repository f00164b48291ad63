"""A bundle on its way to a stick, and that the stick may be removed."""

from dataclasses import dataclass

from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.check_sentences import told_flaws
from ui.desk.errand_page import PlacedProps, PlacedViewModel
from ui.desk.errands import Carried, Carrying
from ui.desk.scene import Row, Scene
from ui.desk.state import Field
from ui.desk.stick_rows import stick_rows

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CarryProps(PlacedProps):
    """The sticks, the folder that was named, and what the stick gave back."""

    asks_words: bool
    passphrase: str
    facts: tuple[Row, ...] = ()
    findings: tuple[str, ...] = ()


def derive_carry_props(scene: Scene, carrying: Carrying) -> CarryProps:
    """The six words are asked only where the opening is older than keys of its own for bundles."""
    state = scene.state
    asks = state.opened is not None and not state.opened.seen.opening.recipient
    asked = (stick_rows(state, carrying.sticks), state.text(Field.PLACE), asks, state.text(Field.PASSPHRASE))
    if carrying.done is None:
        return CarryProps(*asked)
    return CarryProps(*asked, _facts(scene, carrying.done), told_flaws(scene, carrying.done.findings))


def _facts(scene: Scene, carried: Carried) -> tuple[Row, ...]:
    say = scene.say
    count = format_number(carried.answers, scene.state.language)
    size = say("{number} kB", number=max(1, round(carried.size / 1000)))
    return (
        {"label": say("Answers"), "text": count},
        {"label": say("File"), "text": str(carried.where)},
        {"label": say("Size"), "text": size},
    )


@QmlElement
class CarryViewModel(PlacedViewModel[CarryProps]):
    asksWordsChanged = Signal()
    passphraseChanged = Signal()
    factsChanged = Signal()
    findingsChanged = Signal()

    @Property(bool, notify=asksWordsChanged)
    def asksWords(self) -> bool:
        return self._props.asks_words

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        return self._props.passphrase

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Property(list, notify=findingsChanged)
    def findings(self) -> list[str]:
        return list(self._props.findings)

    @Slot()
    def look(self) -> None:
        self._host.errands.carrying.begin()

    @Slot()
    def carry(self) -> None:
        self._host.errands.carrying.carry()

    @Slot()
    def draw(self) -> None:
        self._host.errands.carrying.draw()

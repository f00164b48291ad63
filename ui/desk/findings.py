"""What the answers say."""

from collections.abc import Mapping
from dataclasses import dataclass

from icc_consult.services.frequencies import Band

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.bars import card
from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Findings

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class FindingsProps:
    """What Results shows once answers are read: facts in bands, then one card an item."""

    lead: str
    facts: tuple[Row, ...]
    cards: tuple[Row, ...]
    proposals: str


def derive_findings_props(scene: Scene, findings: Findings) -> FindingsProps:
    """How many, in which languages, how they ended, which languages were wished for, and every item."""
    say = scene.say
    lead = say.counted("{n} response was read.", "{n} responses were read.", findings.responses)
    if findings.unreadable:
        lost = say.counted("{n} could not be opened.", "{n} could not be opened.", findings.unreadable)
        lead = f"{lead} {lost}"
    cards = tuple(card(scene, item) for item in findings.items)
    return FindingsProps(lead, _facts(scene, findings), cards, _proposals(scene, findings))


def _proposals(scene: Scene, findings: Findings) -> str:
    """The way to the sentences of residents, where there are any."""
    count = len(findings.proposals)
    return scene.say.counted("{n} proposal …", "{n} proposals …", count) if count else ""


def _facts(scene: Scene, findings: Findings) -> tuple[Row, ...]:
    say = scene.say
    ended = {
        "complete": say("came to the end"),
        "left": say("left early and sent"),
        "timed_out": say("walked away"),
        "recovered": say("saved after a power cut"),
    }
    endings = {ended[name]: band for name, band in findings.endings.items()}
    nothing = {**scene.told(say("nobody wished for another language")), "number": ""}
    wished = {"label": say("Wished for"), "entries": _tongues(scene, findings.wishes) or [nothing]}
    if not findings.responses:
        return (wished,)
    return (
        {"label": say("Languages"), "entries": _tongues(scene, findings.languages)},
        {"label": say("How it ended"), "entries": _entries(scene, endings)},
        wished,
    )


def _tongues(scene: Scene, bands: Mapping[str, Band]) -> list[dict[str, object]]:
    ordered = sorted(bands.items(), key=lambda pair: -pair[1].least)
    return [{**scene.tongue(tag), "number": scene.band(band)} for tag, band in ordered]


def _entries(scene: Scene, bands: Mapping[str, Band]) -> list[dict[str, object]]:
    return [{**scene.told(name), "number": scene.band(band)} for name, band in bands.items()]


@QmlElement
class FindingsViewModel(PageViewModel[FindingsProps]):
    leadChanged = Signal()
    factsChanged = Signal()
    cardsChanged = Signal()
    proposalsChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Property(list, notify=cardsChanged)
    def cards(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.cards]

    @Property(str, notify=proposalsChanged)
    def proposals(self) -> str:
        return self._props.proposals

    @Slot()
    def moderate(self) -> None:
        self._host.moderations.begin()

    @Slot()
    def export(self) -> None:
        self._host.readings.ask_where_to()

    @Slot()
    def lock(self) -> None:
        self._host.readings.lock()

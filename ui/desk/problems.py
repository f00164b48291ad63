"""Everything there is to say about a file, gravest first, and whether it can be opened all the same."""

from dataclasses import dataclass

from icc_consult.checking import place_of
from icc_consult.sources import Finding

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.examined import Examined
from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProblemsProps:
    """What is shown of a file: how much there is of what, one card a finding, and the way on if any."""

    title: str
    lead: str
    cards: tuple[Row, ...]
    way_on: str


def derive_problems_props(scene: Scene, examined: Examined) -> ProblemsProps:
    """Errors first, then remarks, each in the order of the file."""
    found = examined.findings(scene.say)
    errors = sum(one.is_error for one in found)
    return ProblemsProps(
        scene.say("Found in {file}", file=examined.path.name),
        _lead(scene, examined, errors, len(found) - errors),
        tuple(_card(scene, one, leaves_out=examined.leaves_out) for one in found),
        _way_on(scene, examined),
    )


def _lead(scene: Scene, examined: Examined, errors: int, remarks: int) -> str:
    say = scene.say
    remarked = say.counted("{n} remark", "{n} remarks", remarks)
    if examined.leaves_out:
        lost = say.counted("{n} thing that a kiosk cannot do", "{n} things that a kiosk cannot do", errors)
        return say("{lost}, {remarks}. It can be opened without them.", lost=lost, remarks=remarked)
    if examined.pack is None:
        wrong = say.counted("{n} error", "{n} errors", errors)
        return say(
            "{errors}, {remarks}. It can be opened when the errors are put right in the file.",
            errors=wrong,
            remarks=remarked,
        )
    return say("{remarks}. It can be opened as it is.", remarks=remarked)


def _way_on(scene: Scene, examined: Examined) -> str:
    if examined.pack is None:
        return ""
    return scene.say("Open without them") if examined.leaves_out else scene.say("Open it")


def _card(scene: Scene, finding: Finding, *, leaves_out: bool) -> Row:
    say = scene.say
    grave = say("Left out") if leaves_out else say("Error")
    grade = grave if finding.is_error else say("Remark")
    place = place_of(finding, say)
    return {
        "head": say("{grade}: {place}", grade=grade, place=place) if place else grade,
        "message": finding.message,
        "fix": finding.fix,
        "isError": finding.is_error and not leaves_out,
        "isGrave": finding.is_error,
    }


@QmlElement
class ProblemsViewModel(PageViewModel[ProblemsProps]):
    titleChanged = Signal()
    leadChanged = Signal()
    cardsChanged = Signal()
    wayOnChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self._props.title

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=cardsChanged)
    def cards(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.cards]

    @Property(str, notify=wayOnChanged)
    def wayOn(self) -> str:
        return self._props.way_on

    @Slot()
    def openAnyway(self) -> None:
        self._host.openings.open_anyway()

    @Slot()
    def lookAgain(self) -> None:
        self._host.openings.look_again()

    @Slot()
    def save(self) -> None:
        self._host.openings.save_findings()

    @Slot()
    def back(self) -> None:
        self._host.openings.back()

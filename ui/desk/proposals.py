"""What residents proposed, and what is decided about it."""

from dataclasses import dataclass

from icc_consult.services.moderating import Proposal, Standing

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Reading

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProposalsProps:
    """What the moderation of proposals shows: a lead, one row a sentence, the reasons to leave one out."""

    lead: str
    proposals: tuple[Row, ...]
    reasons: tuple[Row, ...]
    can_revise: bool


def derive_proposals_props(scene: Scene, reading: Reading) -> ProposalsProps:
    """Every proposal with its standing; the reasons stand under the one that is about to be left out."""
    proposals = reading.findings.proposals
    waiting = sum(one.decision.standing is Standing.PENDING for one in proposals)
    lead = scene.say.counted("{n} proposal waits to be read.", "{n} proposals wait to be read.", waiting)
    reasons = tuple({"code": code, "text": text} for code, text in _reasons(scene).items())
    return ProposalsProps(
        lead if waiting else scene.say("Every proposal was read."),
        tuple(_row(scene, one, reading.picked) for one in proposals),
        reasons,
        any(one.decision.standing is Standing.ACCEPTED for one in proposals),
    )


def _reasons(scene: Scene) -> dict[str, str]:
    say = scene.say
    return {
        "names_somebody": say("It tells who somebody is"),
        "hurts_people": say("It hurts people"),
        "there_already": say("It is there already"),
        "other_matter": say("It is about something else"),
    }


def _row(scene: Scene, proposal: Proposal, picked: str) -> Row:
    standing = proposal.decision.standing
    return {
        "id": proposal.id,
        "text": proposal.text,
        "language": proposal.language,
        "told": _told(scene, proposal),
        "isAccepted": standing is Standing.ACCEPTED,
        "isRejected": standing is Standing.REJECTED,
        "isPicked": proposal.id == picked,
        "reason": proposal.decision.reason,
    }


def _told(scene: Scene, proposal: Proposal) -> str:
    say = scene.say
    times = say.counted("written {n} time", "written {n} times", proposal.times)
    match proposal.decision.standing:
        case Standing.PENDING:
            standing = say("waits to be read")
        case Standing.ACCEPTED:
            standing = say("accepted for the next revision")
        case Standing.REJECTED:
            reason = proposal.decision.reason
            standing = say("left out: {reason}", reason=_reasons(scene).get(reason, reason))
    return f"{times} · {standing}"


@QmlElement
class ProposalsViewModel(PageViewModel[ProposalsProps]):
    leadChanged = Signal()
    proposalsChanged = Signal()
    reasonsChanged = Signal()
    canReviseChanged = Signal()

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=proposalsChanged)
    def proposals(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.proposals]

    @Property(list, notify=reasonsChanged)
    def reasons(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.reasons]

    @Property(bool, notify=canReviseChanged)
    def canRevise(self) -> bool:
        return self._props.can_revise

    @Slot(str)
    def accept(self, name: str) -> None:
        self._host.moderations.accept(name)

    @Slot(str)
    def pick(self, name: str) -> None:
        self._host.moderations.pick(name)

    @Slot(str, str)
    def reject(self, name: str, reason: str) -> None:
        self._host.moderations.reject(name, reason)

    @Slot()
    def revise(self) -> None:
        self._host.moderations.revise()

    @Slot()
    def back(self) -> None:
        self._host.moderations.end()

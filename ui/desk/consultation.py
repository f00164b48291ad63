"""The consultation in facts: what it asks, how long it takes, which revision it is."""

from dataclasses import dataclass

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    StatementPaper,
)
from icc_consult.domain.consultation import Consultation, Part, Policy
from icc_consult.domain.survey import Survey
from icc_consult.i18n import N_
from icc_consult.services.premises import Terms

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.plainness import plainness_lines
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Noting, Setting, TypingBack

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1

_SHORT = 12
_TOPICS: dict[type, str] = {
    ApprovalPaper: N_("Topics to mark"),
    RankingPaper: N_("Topics to put in order"),
    GradePaper: N_("Topics to grade"),
    DotsPaper: N_("Topics to lay dots on"),
    BudgetPaper: N_("Topics to spend a budget on"),
    PairwisePaper: N_("Topics to compare in pairs"),
}


@dataclass(frozen=True, slots=True)
class ConsultationProps:
    """What Consultation shows: facts as pairs of label and text, parts in their order."""

    title: Row
    lead: str
    facts: tuple[Row, ...]
    parts: tuple[Row, ...]
    plainness: tuple[str, ...]


def derive_consultation_props(scene: Scene, consultation: Consultation) -> ConsultationProps:
    """Who asks, the policy, the time, and every part with its number of things to answer."""
    say = scene.say
    return ConsultationProps(
        scene.spoken(consultation.title),
        say.counted("It takes about {n} minute.", "It takes about {n} minutes.", consultation.minutes),
        _facts(scene, consultation),
        tuple(_part(scene, part) for part in consultation.parts),
        plainness_lines(scene, consultation),
    )


def _facts(scene: Scene, consultation: Consultation) -> tuple[Row, ...]:
    say, terms = scene.say, _terms(scene, consultation)
    kept = say("Kept when somebody leaves early; everybody may delete them.")
    dropped = say("Nothing is kept when somebody leaves early.")
    languages = say.counted("{n} language", "{n} languages", len(consultation.languages))
    facts = [
        (say("Who asks"), terms.controller or say("Said when it is opened")),
        (say("Questions to"), terms.contact or say("Said when it is opened")),
        (say("Half-finished answers"), kept if terms.policy is Policy.KEEP else dropped),
        (say("From the age of"), say("{age} years", age=consultation.minimum_age)),
        (say("Languages"), languages),
        (say("Fingerprint"), short_fingerprint(consultation.fingerprint)),
    ]
    return tuple({"label": label, "text": text} for label, text in facts)


def _terms(scene: Scene, consultation: Consultation) -> Terms:
    if scene.state.opened is not None:
        return scene.state.opened.seen.opening.terms
    text = scene.state.text
    return Terms(_policy(scene, consultation), text(Field.CONTROLLER).strip(), text(Field.CONTACT).strip())


def _policy(scene: Scene, consultation: Consultation) -> Policy:
    match scene.state.today:
        case Setting(policy=policy):
            return policy
        case Noting(setting) | TypingBack(setting):
            return setting.policy
    return consultation.policy


def short_fingerprint(fingerprint: str) -> str:
    """The first twelve hexadecimal digits in groups of four: enough to compare by eye."""
    digits = fingerprint.removeprefix("sha256:")[:_SHORT]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _part(scene: Scene, part: Part) -> Row:
    say = scene.say
    match part:
        case Survey(is_optional=True):
            name, count = say("About the person, all may be skipped"), len(part.asked)
            return _counted(name, say.counted("{n} question", "{n} questions", count))
        case Survey():
            return _counted(say("Questions"), say.counted("{n} question", "{n} questions", len(part.asked)))
        case StatementPaper():
            return _counted(say("Statements to agree or disagree with"), _statements(scene, part))
        case _:
            topics = say.counted("{n} topic", "{n} topics", len(part.topics))
            return _counted(say(_TOPICS[type(part)]), topics)


def _statements(scene: Scene, paper: StatementPaper) -> str:
    say = scene.say
    statements = say.counted("{n} statement", "{n} statements", len(paper.statements))
    if not paper.draw:
        return statements
    drawn = say.counted("everybody sees {n}", "everybody sees {n}", paper.draw)
    return say("{all}; {drawn}", all=statements, drawn=drawn)


def _counted(name: str, count: str) -> Row:
    return {"label": name, "text": count}


@QmlElement
class ConsultationViewModel(PageViewModel[ConsultationProps]):
    titleChanged = Signal()
    leadChanged = Signal()
    factsChanged = Signal()
    partsChanged = Signal()
    plainnessChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Property(list, notify=partsChanged)
    def parts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.parts]

    @Property(list, notify=plainnessChanged)
    def plainness(self) -> list[str]:
        return list(self._props.plainness)

    @Slot()
    def rehearse(self) -> None:
        self._host.days.rehearse()

"""One statement: agree, disagree, or not sure."""

from dataclasses import dataclass

from icc_consult.domain.ballot import Statement, Vote
from icc_consult.domain.response import Answered, Voted

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StatementProps:
    """What a statement page shows."""

    statement: Spoken
    notice: str
    vote: str


def derive_statement_props(scene: Scene, statement: Statement) -> StatementProps:
    """The sentence, and the vote given to it so far."""
    session = scene.journey.session
    given = session.answers.get(statement.id) if session else None
    vote = given.value.vote.value if isinstance(given, Answered) and isinstance(given.value, Voted) else ""
    return StatementProps(scene.spoken(statement.text), scene.notice(statement.text), vote)


@QmlElement
class StatementViewModel(PageViewModel[StatementProps]):
    statementChanged = Signal()
    noticeChanged = Signal()
    voteChanged = Signal()

    @Property(dict, notify=statementChanged)
    def statement(self) -> dict[str, object]:
        return dict(self._props.statement)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(str, notify=voteChanged)
    def vote(self) -> str:
        return self._props.vote

    @Slot()
    def agree(self) -> None:
        self._acts.vote(Vote.AGREE)

    @Slot()
    def disagree(self) -> None:
        self._acts.vote(Vote.DISAGREE)

    @Slot()
    def beUnsure(self) -> None:
        self._acts.vote(Vote.UNSURE)

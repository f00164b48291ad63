"""One topic after another gets a grade: a word, or a number."""

from dataclasses import dataclass
from functools import partial

from icc_consult.domain.ballot import GradePaper

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import casting
from ui.kiosk.balloting import grades_in
from ui.kiosk.giving import has_more
from ui.kiosk.journey import Answering
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SHORT = 3


@dataclass(frozen=True, slots=True)
class GradeProps:
    """One step of a paper with grades. `longest`: letters of the longest grade, 0 where words are long."""

    topic: Spoken
    name: str
    asked: Spoken
    notice: str
    has_more: bool
    grades: tuple[Spoken, ...]
    given: str
    longest: int


def derive_grade_props(scene: Scene, paper: GradePaper) -> GradeProps:
    """The topic of this step and the grades, the worst first."""
    stage = scene.journey.stage
    step = stage.step if isinstance(stage, Answering) else 0
    topic = paper.topics[step]
    session = scene.journey.session
    given = grades_in(session.answers.get(paper.id) if session else None)
    grades = tuple({"code": str(grade.code), **scene.spoken(grade.text)} for grade in paper.grades)
    longest = max((len(str(grade["text"])) for grade in grades), default=0)
    return GradeProps(
        topic=scene.spoken(topic.text),
        name=topic.id,
        asked=scene.spoken(paper.text),
        notice=scene.notice(topic.text, paper.text, *(grade.text for grade in paper.grades)),
        has_more=has_more(topic),
        grades=grades,
        given=str(given.get(topic.id, "")),
        longest=longest if longest <= _SHORT else 0,
    )


@QmlElement
class GradeViewModel(PageViewModel[GradeProps]):
    topicChanged = Signal()
    nameChanged = Signal()
    askedChanged = Signal()
    noticeChanged = Signal()
    hasMoreChanged = Signal()
    gradesChanged = Signal()
    givenChanged = Signal()
    longestChanged = Signal()

    @Property(dict, notify=topicChanged)
    def topic(self) -> dict[str, object]:
        return dict(self._props.topic)

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        return self._props.name

    @Property(dict, notify=askedChanged)
    def asked(self) -> dict[str, object]:
        return dict(self._props.asked)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=hasMoreChanged)
    def hasMore(self) -> bool:
        return self._props.has_more

    @Property(list, notify=gradesChanged)
    def grades(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.grades]

    @Property(str, notify=givenChanged)
    def given(self) -> str:
        return self._props.given

    @Property(int, notify=longestChanged)
    def longest(self) -> int:
        return self._props.longest

    @Slot(str)
    def grade(self, code: str) -> None:
        self._acts.fold(partial(casting.grade, code=code))

    @Slot()
    def learnMore(self) -> None:
        self._acts.learn(self._props.name)

"""Debate topics: mark all that should be discussed."""

from dataclasses import dataclass

from icc_consult.domain.ballot import ApprovalPaper
from icc_consult.domain.response import Answered, Approved

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.giving import has_more
from ui.kiosk.headed import HeadedProps, HeadedViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TopicsProps(HeadedProps):
    """What a ballot paper of topics shows."""

    topics: tuple[Spoken, ...]
    marked: tuple[str, ...]


def derive_topics_props(scene: Scene, paper: ApprovalPaper) -> TopicsProps:
    """The topics in their order, and those that are marked."""
    topics = tuple(
        {"id": topic.id, "hasMore": has_more(topic), **scene.spoken(topic.text)} for topic in paper.topics
    )
    notice = scene.notice(paper.text, *(topic.text for topic in paper.topics))
    return TopicsProps(
        heading=scene.spoken(paper.text), notice=notice, topics=topics, marked=marked_topics(scene, paper)
    )


def marked_topics(scene: Scene, paper: ApprovalPaper) -> tuple[str, ...]:
    """What is marked now."""
    session = scene.journey.session
    given = session.answers.get(paper.id) if session else None
    return given.value.topics if isinstance(given, Answered) and isinstance(given.value, Approved) else ()


@QmlElement
class TopicsViewModel(HeadedViewModel[TopicsProps]):
    topicsChanged = Signal()
    markedChanged = Signal()

    @Property(list, notify=topicsChanged)
    def topics(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.topics]

    @Property(list, notify=markedChanged)
    def marked(self) -> list[str]:
        return list(self._props.marked)

    @Slot(str)
    def toggle(self, topic: str) -> None:
        self._acts.mark(topic)

    @Slot(str)
    def learnMore(self, topic: str) -> None:
        self._acts.learn(topic)

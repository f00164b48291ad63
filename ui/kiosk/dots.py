"""Dots to lay on topics, one by one, as long as there are any."""

from dataclasses import dataclass
from functools import partial

from icc_consult.domain.ballot import DotsPaper, Topic
from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import casting
from ui.kiosk.balloting import dots_in
from ui.kiosk.giving import has_more
from ui.kiosk.headed import RemarkedProps, RemarkedViewModel
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DotsProps(RemarkedProps):
    """What a paper with dots shows: how many are `left` of `total`, and how many lie on each topic."""

    topics: tuple[Spoken, ...]
    left: int
    total: int


def derive_dots_props(scene: Scene, paper: DotsPaper) -> DotsProps:
    """The topics with their dots, and the dots that are left."""
    session = scene.journey.session
    dots = dots_in(session.answers.get(paper.id) if session else None)
    left = paper.dots - sum(dots.values())
    remark = _remark(scene, paper, left)
    topics = tuple(_row(scene, topic, dots.get(topic.id, 0)) for topic in paper.topics)
    return DotsProps(
        heading=scene.spoken(paper.text),
        instruction=remark or _left(scene, paper, left),
        is_remark=bool(remark),
        notice="" if remark else scene.notice(paper.text, *(topic.text for topic in paper.topics)),
        topics=topics,
        left=left,
        total=paper.dots,
    )


def told_dots(scene: Scene, paper: DotsPaper) -> str:
    """What is left, for the line that every sheet shows."""
    session = scene.journey.session
    left = paper.dots - sum(dots_in(session.answers.get(paper.id) if session else None).values())
    return scene.say("{left} of {total} dots left", left=left, total=paper.dots)


def _row(scene: Scene, topic: Topic, count: int) -> Spoken:
    return {
        "id": topic.id,
        "hasMore": has_more(topic),
        "count": count,
        "number": format_number(count, scene.language),
        "said": scene.say.counted("{n} dot", "{n} dots", count),
        **scene.spoken(topic.text),
    }


def _left(scene: Scene, paper: DotsPaper, left: int) -> str:
    if left == paper.dots:
        return scene.say.counted(
            "You have {n} dot. Put dots where they matter to you.",
            "You have {n} dots. Put them where they matter to you.",
            left,
        )
    return scene.say("{left} of {total} dots left", left=left, total=paper.dots)


def _remark(scene: Scene, paper: DotsPaper, left: int) -> str:
    stage = scene.journey.stage
    if not isinstance(stage, Answering) or not stage.is_full:
        return ""
    if left == 0:
        return scene.say("No dot is left. Take one away first.")
    return scene.say("At most {number} dots on one topic.", number=paper.most_each)


@QmlElement
class DotsViewModel(RemarkedViewModel[DotsProps]):
    topicsChanged = Signal()
    leftChanged = Signal()
    totalChanged = Signal()

    @Property(list, notify=topicsChanged)
    def topics(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.topics]

    @Property(int, notify=leftChanged)
    def left(self) -> int:
        return self._props.left

    @Property(int, notify=totalChanged)
    def total(self) -> int:
        return self._props.total

    @Slot(str)
    def more(self, topic: str) -> None:
        self._acts.fold(partial(casting.dot, topic=topic, change=1))

    @Slot(str)
    def less(self, topic: str) -> None:
        self._acts.fold(partial(casting.dot, topic=topic, change=-1))

    @Slot(str)
    def learnMore(self, topic: str) -> None:
        self._acts.learn(topic)

"""Two topics at a time: the one, the other, or both alike."""

from dataclasses import dataclass
from functools import partial

from icc_consult.domain.ballot import PairwisePaper, Topic
from icc_consult.domain.response import Duel
from icc_consult.domain.wording import UNWORDED

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import casting
from ui.kiosk.balloting import duels_in
from ui.kiosk.giving import has_more
from ui.kiosk.journey import Answering
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PairwiseProps:
    """What one pair shows; `given` is `first`, `second`, `alike`, or nothing so far."""

    heading: Spoken
    notice: str
    first: Spoken
    second: Spoken
    given: str


def derive_pairwise_props(scene: Scene, paper: PairwisePaper) -> PairwiseProps:
    """The pair of this step, its sides as chance put them."""
    first, second = _pair(scene, paper)
    return PairwiseProps(
        heading=scene.spoken(paper.text),
        notice=scene.notice(paper.text, *(one.text for one in (first, second) if one)),
        first=_side(scene, first),
        second=_side(scene, second),
        given=_given(scene, paper, first, second),
    )


def _pair(scene: Scene, paper: PairwisePaper) -> tuple[Topic | None, Topic | None]:
    stage = scene.journey.stage
    if not isinstance(stage, Answering):
        return None, None
    duels = stage.session.draw.duels.get(paper.id, ())
    if stage.step >= len(duels):
        return None, None
    by_id = {str(topic.id): topic for topic in paper.topics}
    first, second = duels[stage.step]
    return by_id[first], by_id[second]


def _side(scene: Scene, topic: Topic | None) -> Spoken:
    if topic is None:
        return {"id": "", "hasMore": False, **scene.spoken(UNWORDED)}
    return {"id": topic.id, "hasMore": has_more(topic), **scene.spoken(topic.text)}


def _given(scene: Scene, paper: PairwisePaper, first: Topic | None, second: Topic | None) -> str:
    session = scene.journey.session
    duels = duels_in(session.answers.get(paper.id) if session else None)
    for duel in duels:
        if first and second and (duel.first, duel.second) == (first.id, second.id):
            return _decided(duel)
    return ""


def _decided(duel: Duel) -> str:
    if duel.preferred is None:
        return "alike"
    return "first" if duel.preferred == duel.first else "second"


@QmlElement
class PairwiseViewModel(PageViewModel[PairwiseProps]):
    headingChanged = Signal()
    noticeChanged = Signal()
    firstChanged = Signal()
    secondChanged = Signal()
    givenChanged = Signal()

    @Property(dict, notify=headingChanged)
    def heading(self) -> dict[str, object]:
        return dict(self._props.heading)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(dict, notify=firstChanged)
    def first(self) -> dict[str, object]:
        return dict(self._props.first)

    @Property(dict, notify=secondChanged)
    def second(self) -> dict[str, object]:
        return dict(self._props.second)

    @Property(str, notify=givenChanged)
    def given(self) -> str:
        return self._props.given

    @Slot(str)
    def prefer(self, topic: str) -> None:
        self._acts.fold(partial(casting.prefer, topic=topic))
        self._acts.go_on()

    @Slot(str)
    def learnMore(self, topic: str) -> None:
        self._acts.learn(topic)

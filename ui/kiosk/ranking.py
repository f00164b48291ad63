"""Putting topics, or the choices of a question, in an order: one tap gives the next place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from icc_consult.domain.ballot import RankingPaper
from icc_consult.domain.session import choices_in_order
from icc_consult.domain.survey import Ranking
from icc_consult.domain.wording import Wording
from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import casting
from ui.kiosk.balloting import ranks_in
from ui.kiosk.giving import has_more
from ui.kiosk.headed import RemarkedProps, RemarkedViewModel
from ui.kiosk.heading import headed
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RankingProps(RemarkedProps):
    """What a page for ranking shows; every option says its `place` in digits, nothing where it has none.

    `no_place` marks the options that are left over once all places are given.
    """

    has_more: bool
    options: tuple[Spoken, ...]
    no_place: str


def derive_ranking_props(scene: Scene, question: Ranking) -> RankingProps:
    """A question whose choices are ranked, in the order of this sitting."""
    session = scene.journey.session
    by_code = {str(choice.code): choice.text for choice in question.choices}
    codes = choices_in_order(session, question) if session else tuple(by_code)
    options = [(code, by_code[code], False) for code in codes]
    props = _props(scene, question.id, question.text, options, question.most, question.learn_more is not None)
    return replace(props, heading=headed(scene, question))


def derive_ranking_paper_props(scene: Scene, paper: RankingPaper) -> RankingProps:
    """A ballot paper whose topics are ranked."""
    options = [(str(topic.id), topic.text, has_more(topic)) for topic in paper.topics]
    return _props(scene, paper.id, paper.text, options, paper.places, False)


def _props(
    scene: Scene,
    item: str,
    text: Wording,
    options: Sequence[tuple[str, Wording, bool]],
    most: int,
    more: bool,
) -> RankingProps:
    session = scene.journey.session
    ranks = ranks_in(session.answers.get(item)) if session else ()
    remark = _remark(scene, most)
    return RankingProps(
        heading=scene.spoken(text),
        instruction=remark or _instruction(scene, most, len(options)),
        is_remark=bool(remark),
        notice="" if remark else scene.notice(text, *(wording for _, wording, _ in options)),
        has_more=more,
        options=tuple(
            {"id": code, "hasMore": has, **scene.spoken(wording), **_place(scene, ranks, most, code)}
            for code, wording, has in options
        ),
        no_place=scene.say("No place left"),
    )


def _place(scene: Scene, ranks: tuple[str, ...], most: int, code: str) -> Spoken:
    if code not in ranks:
        is_out = len(ranks) == most
        said = scene.say("No place left") if is_out else scene.say("No place yet")
        return {"place": "", "isOut": is_out, "said": said}
    number = ranks.index(code) + 1
    return {
        "place": format_number(number, scene.language),
        "isOut": False,
        "said": scene.say("Place {number}", number=number),
    }


def _instruction(scene: Scene, most: int, of: int) -> str:
    if most < of:
        return scene.say("Tap the most important first. You can give {number} places.", number=most)
    return scene.say("Tap the most important first, then the next.")


def _remark(scene: Scene, most: int) -> str:
    stage = scene.journey.stage
    if isinstance(stage, Answering) and stage.is_full:
        return scene.say("All {number} places are given. Tap one to take its place away.", number=most)
    return ""


@QmlElement
class RankingViewModel(RemarkedViewModel[RankingProps]):
    hasMoreChanged = Signal()
    optionsChanged = Signal()
    noPlaceChanged = Signal()

    @Property(bool, notify=hasMoreChanged)
    def hasMore(self) -> bool:
        return self._props.has_more

    @Property(list, notify=optionsChanged)
    def options(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.options]

    @Property(str, notify=noPlaceChanged)
    def noPlace(self) -> str:
        return self._props.no_place

    @Slot(str)
    def rank(self, code: str) -> None:
        self._acts.fold(partial(casting.rank, code=code))

    @Slot(str)
    def listen(self, sound: str) -> None:
        self._acts.listen(sound)

    @Slot(str)
    def learnMore(self, topic: str) -> None:
        self._acts.learn(topic)

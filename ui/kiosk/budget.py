"""Choosing topics as long as the purse lasts; what no longer fits says so, and why."""

from dataclasses import dataclass
from functools import partial

from icc_consult.domain.ballot import BudgetPaper, Topic
from icc_consult.languages import format_money

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import casting
from ui.kiosk.balloting import cost_of, topics_in
from ui.kiosk.giving import has_more
from ui.kiosk.headed import RemarkedProps, RemarkedViewModel
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BudgetProps(RemarkedProps):
    """What a budget shows: the purse in words, the share that is left, and every topic with its cost."""

    topics: tuple[Spoken, ...]
    share: float


def derive_budget_props(scene: Scene, paper: BudgetPaper) -> BudgetProps:
    """The purse and the topics, those marked that are paid for and those that no longer fit."""
    session = scene.journey.session
    chosen = topics_in(session.answers.get(paper.id) if session else None)
    left = paper.purse - cost_of(paper, chosen)
    remark = _remark(scene, paper, left)
    return BudgetProps(
        heading=scene.spoken(paper.text),
        instruction=remark or _purse(scene, paper, left),
        is_remark=bool(remark),
        notice="" if remark else scene.notice(paper.text, *(topic.text for topic in paper.topics)),
        topics=tuple(_row(scene, paper, topic, left, chosen) for topic in paper.topics),
        share=left / paper.purse,
    )


def told_purse(scene: Scene, paper: BudgetPaper) -> str:
    """What is left, for the line that every sheet shows."""
    session = scene.journey.session
    left = paper.purse - cost_of(paper, topics_in(session.answers.get(paper.id) if session else None))
    return _left(scene, paper, left)


def money(scene: Scene, paper: BudgetPaper, amount: int) -> str:
    """An amount in the paper's currency as the resident reads it."""
    return format_money(amount, paper.currency, scene.language)


def _row(scene: Scene, paper: BudgetPaper, topic: Topic, left: int, chosen: tuple[str, ...]) -> Spoken:
    is_chosen = topic.id in chosen
    is_out = not is_chosen and topic.cost > left
    cost = money(scene, paper, topic.cost)
    told = scene.say("{cost} · not enough money left", cost=cost) if is_out else cost
    said = scene.say("paid for") if is_chosen else ""
    return {
        "id": topic.id,
        "hasMore": has_more(topic),
        "cost": told,
        "said": f"{told}, {said}" if said else told,
        "chosen": is_chosen,
        "isOut": is_out,
        **scene.spoken(topic.text),
    }


def _purse(scene: Scene, paper: BudgetPaper, left: int) -> str:
    if left == paper.purse:
        return scene.say("You can spend {purse}.", purse=money(scene, paper, paper.purse))
    return _left(scene, paper, left)


def _left(scene: Scene, paper: BudgetPaper, left: int) -> str:
    return scene.say(
        "{left} left of {purse}", left=money(scene, paper, left), purse=money(scene, paper, paper.purse)
    )


def _remark(scene: Scene, paper: BudgetPaper, left: int) -> str:
    stage = scene.journey.stage
    refused = stage.refused if isinstance(stage, Answering) else ""
    cost = next((topic.cost for topic in paper.topics if topic.id == refused), None)
    if cost is None:
        return ""
    return scene.say(
        "This costs {cost}, and {left} is left. Take something away first.",
        cost=money(scene, paper, cost),
        left=money(scene, paper, left),
    )


@QmlElement
class BudgetViewModel(RemarkedViewModel[BudgetProps]):
    topicsChanged = Signal()
    shareChanged = Signal()

    @Property(list, notify=topicsChanged)
    def topics(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.topics]

    @Property(float, notify=shareChanged)
    def share(self) -> float:
        return self._props.share

    @Slot(str)
    def toggle(self, topic: str) -> None:
        self._acts.fold(partial(casting.buy, topic=topic))

    @Slot(str)
    def learnMore(self, topic: str) -> None:
        self._acts.learn(topic)

"""One item of the results as a card: a question, its base, and a bar for every code.

No small group is shown. Where fewer than ten answered, nothing is; where one of the groups has fewer than
ten, every number of the item, its base too, is told by its ten, so that none can be worked out of the others.
"""

from collections.abc import Iterator, Mapping

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Statement,
)
from icc_consult.domain.items import Asked
from icc_consult.domain.response import AnswerState
from icc_consult.domain.survey import MultipleChoice, OpenText, Ranking, Scale, SingleChoice
from icc_consult.domain.wording import Wording
from icc_consult.services.frequencies import BAND, Band, Frequencies

from ui.desk.scene import Row, Scene


def card(scene: Scene, item: Frequencies) -> Row:
    """What the results show of one item."""
    tens = in_tens(item)
    return {
        **scene.spoken(item.asked.text),
        "name": item.asked.id,
        "base": _base(scene, item, tens=tens),
        "states": _states(scene, item),
        "bars": [] if item.base < BAND else [_bar(scene, item, code, tens=tens) for code in item.counts],
    }


def in_tens(item: Frequencies) -> bool:
    """Whether a group of this item is too small to be told."""
    return item.base < BAND or any(count < BAND for count in item.counts.values())


def _base(scene: Scene, item: Frequencies, *, tens: bool) -> str:
    say = scene.say
    if item.base < BAND:
        return say("Fewer than {number} people answered, so nothing is shown.", number=BAND)
    if isinstance(item.asked, OpenText):
        return say.counted(
            "{n} person wrote something. The words are in the files you export.",
            "{n} people wrote something. Their words are in the files you export.",
            item.base,
        )
    if not tens:
        base = say.counted("{n} person answered.", "{n} people answered.", item.base)
    else:
        band = Band.of(item.base)
        base = say(
            "{least} to {most} people answered. Some groups are small, so numbers are told in tens.",
            least=band.least,
            most=band.most,
        )
    remark = _remark(scene, item.asked)
    return f"{base} {remark}" if remark else base


def _remark(scene: Scene, asked: Asked) -> str:
    """What the bars count, where it is not people who chose one answer."""
    say = scene.say
    match asked:
        case MultipleChoice() | ApprovalPaper() | BudgetPaper():
            return say("Several answers were possible.")
        case Ranking() | RankingPaper():
            return say("The bars count who gave it a place.")
        case DotsPaper():
            return say("The bars count dots.")
        case PairwisePaper():
            return say("The bars count pairs that were won.")
    return ""


def _whole(item: Frequencies) -> int:
    """What a bar is a part of: everybody who answered, or all dots, or all pairs that were decided."""
    if isinstance(item.asked, DotsPaper | PairwisePaper):
        return max(1, sum(item.counts.values()))
    return item.base


def _states(scene: Scene, item: Frequencies) -> str:
    say = scene.say
    names: Mapping[AnswerState, str] = {
        AnswerState.SKIPPED: say("passed it by"),
        AnswerState.REFUSED: say("prefer not to answer"),
        AnswerState.NOT_REACHED: say("did not come so far"),
        AnswerState.NOT_SHOWN: say("were not shown it"),
    }
    told = [
        say("{name}: {number}", name=name, number=scene.band(Band.of(item.states[state])))
        for state, name in names.items()
        if item.states[state]
    ]
    return " · ".join(told)


def _bar(scene: Scene, item: Frequencies, code: str, *, tens: bool) -> Row:
    label = _label(scene, item.asked, code)
    count, base, say = item.counts[code], _whole(item), scene.say
    if not tens:
        share = count / base
        percent = say("{percent} %", percent=round(100 * share))
        number = say("{number} of {base}", number=count, base=base)
        return {**label, "least": share, "most": share, "number": number, "percent": percent}
    group, all_ = Band.of(count), Band.of(base)
    least, most = group.least / all_.most, min(1.0, group.most / max(1, all_.least))
    return {**label, "least": least, "most": most, "number": scene.band(group), "percent": ""}


def _label(scene: Scene, asked: Asked, code: str) -> Row:
    if isinstance(asked, Statement):
        say = scene.say
        votes = {"agree": say("I agree"), "disagree": say("I disagree"), "unsure": say("I am not sure")}
        return scene.told(votes[code])
    if isinstance(asked, GradePaper):
        return _graded(scene, asked, code)
    return scene.spoken(dict(_wordings(asked))[code])


def _graded(scene: Scene, asked: GradePaper, code: str) -> Row:
    """A topic with one of its grades."""
    topic, _, grade = code.partition(":")
    topics: dict[str, Wording] = {one.id: one.text for one in asked.topics}
    grades: dict[str, Wording] = {one.code: one.text for one in asked.grades}
    label = scene.spoken(topics[topic])
    told = str(scene.spoken(grades[grade])["text"])
    return {**label, "text": scene.say("{name}: {answer}", name=str(label["text"]), answer=told)}


def _wordings(asked: Asked) -> Iterator[tuple[str, Wording]]:
    match asked:
        case ApprovalPaper() | RankingPaper() | BudgetPaper() | GradePaper() | DotsPaper() | PairwisePaper():
            yield from ((topic.id, topic.text) for topic in asked.topics)
        case SingleChoice() | Scale() | MultipleChoice() | Ranking():
            yield from ((choice.code, choice.text) for choice in asked.choices)
        case _:
            return

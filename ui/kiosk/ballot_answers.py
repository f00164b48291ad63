"""A ballot in words, as the check of the answers tells it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from icc_consult.domain.ballot import BudgetPaper, GradePaper, TopicId, TopicPaper
from icc_consult.domain.response import Compared, Dotted, Duel, Graded, Ranked
from icc_consult.domain.wording import Wording

from ui.kiosk.balloting import cost_of
from ui.kiosk.budget import money
from ui.kiosk.scene import Scene


def told_ranks(scene: Scene, wordings: Mapping[str, Wording], ranked: Ranked) -> str:
    """One line a place."""
    say = scene.say
    return "\n".join(
        say("{number}. {text}", number=place, text=_text(scene, wordings[code]))
        for place, code in enumerate(ranked.codes, start=1)
        if code in wordings
    )


def told_ballot(scene: Scene, paper: TopicPaper, value: Graded | Dotted | Compared) -> str:
    """One line for every topic or pair that was decided."""
    topics = {str(topic.id): topic.text for topic in paper.topics}
    match value:
        case Dotted(dots):
            lines = [_line(scene, topics[name], _dots(scene, count)) for name, count in dots]
        case Graded(pairs):
            grades = {g.code: g.text for g in paper.grades} if isinstance(paper, GradePaper) else {}
            lines = [_line(scene, topics[name], _text(scene, grades[code])) for name, code in pairs]
        case Compared(duels):
            lines = list(_wins(scene, topics, duels))
    return "\n".join(lines)


def told_spending(scene: Scene, paper: BudgetPaper, chosen: tuple[str, ...]) -> str:
    """What was spent of the purse."""
    spent, purse = money(scene, paper, cost_of(paper, chosen)), money(scene, paper, paper.purse)
    return scene.say("{spent} of {purse}", spent=spent, purse=purse)


def _dots(scene: Scene, count: int) -> str:
    return scene.say.counted("{n} dot", "{n} dots", count)


def _wins(scene: Scene, topics: Mapping[str, Wording], duels: tuple[Duel, ...]) -> Iterator[str]:
    """How often each topic was preferred, and how often both were alike."""
    wins = Counter(duel.preferred for duel in duels)
    for name, wording in topics.items():
        if wins[TopicId(name)]:
            times = scene.say.counted("chosen {n} time", "chosen {n} times", wins[TopicId(name)])
            yield _line(scene, wording, times)
    if wins[None]:
        yield scene.say.counted("Both alike: {n} time", "Both alike: {n} times", wins[None])


def _line(scene: Scene, wording: Wording, told: str) -> str:
    return scene.say("{name}: {answer}", name=_text(scene, wording), answer=told)


def _text(scene: Scene, wording: Wording) -> str:
    return str(scene.spoken(wording)["text"])

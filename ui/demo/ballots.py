"""A resident at a ballot paper: random valid ballots, and what was tapped."""

import random
from collections import Counter
from collections.abc import Sequence

from icc_consult.domain.ballot import (
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Topic,
    TopicId,
)
from icc_consult.domain.response import Approved, Compared, Dotted, Duel, Graded, Ranked
from icc_consult.domain.survey import Choice, ChoiceCode, Ranking

from ui.demo.hands import Hands

_CHANCE_TO_HESITATE = 0.25


def rank(hands: Hands, chance: random.Random, asked: Ranking | RankingPaper) -> Ranked:
    """Some places; now and then the first one is taken away again."""
    names, most = _ranked(asked)
    taps = chance.sample(names, chance.randint(1, most))
    for name in taps:
        hands.tap(f"rank-{name}")
    if len(taps) > 1 and chance.random() < _CHANCE_TO_HESITATE:
        hands.tap(f"rank-{taps[0]}")
        taps = taps[1:]
    return Ranked(tuple(taps))


def _ranked(asked: Ranking | RankingPaper) -> tuple[list[str], int]:
    if isinstance(asked, Ranking):
        return [choice.code for choice in asked.choices], asked.most
    return list(asked.topic_ids), asked.places


def grade(hands: Hands, chance: random.Random, paper: GradePaper) -> Graded:
    """A grade for every topic; the last one stays on the screen."""
    grades: list[tuple[TopicId, ChoiceCode]] = []
    for topic in paper.topics:
        if grades:
            hands.tap("next")
        choice: Choice = chance.choice(paper.grades)
        hands.tap(f"grade-{choice.code}")
        grades.append((topic.id, choice.code))
    return Graded(tuple(grades))


def lay_dots(hands: Hands, chance: random.Random, paper: DotsPaper) -> Dotted:
    """Some dots, one by one; one is taken back where one can be spared."""
    laid: Counter[TopicId] = Counter()
    for _ in range(chance.randint(1, paper.dots)):
        topic = chance.choice(paper.topics)
        hands.tap(f"plus-{topic.id}")
        if laid[topic.id] < (paper.most_each or paper.dots):
            laid[topic.id] += 1
    spare = next((name for name, count in laid.items() if count > 1), None)
    if spare is not None:
        hands.tap(f"minus-{spare}")
        laid[spare] -= 1
    return Dotted(tuple((name, laid[name]) for name in paper.topic_ids if laid[name]))


def buy(hands: Hands, chance: random.Random, paper: BudgetPaper) -> Approved:
    """Whatever comes to mind; what the purse does not hold is refused."""
    wished: Sequence[Topic] = chance.sample(paper.topics, chance.randint(1, len(paper.topics)))
    chosen: set[TopicId] = set()
    left = paper.purse
    for topic in wished:
        hands.tap(f"buy-{topic.id}")
        if topic.cost <= left:
            chosen.add(topic.id)
            left -= topic.cost
    return Approved(tuple(name for name in paper.topic_ids if name in chosen))


def prefer(hands: Hands, chance: random.Random, paper: PairwisePaper) -> Compared:
    """Pair after pair, as the screen shows them; the last one leads to the next page."""
    count = len(paper.topics) * (len(paper.topics) - 1) // 2
    duels: list[Duel] = []
    for _ in range(paper.pairs or count):
        first, second = (TopicId(name) for name in hands.names("side-"))
        preferred = chance.choice([first, second, None])
        hands.tap(f"side-{preferred}" if preferred else "alike")
        duels.append(Duel(first, second, preferred))
    return Compared(tuple(duels))

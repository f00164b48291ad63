"""Made-up votes in small text, the same for the references and for us. Standard library only."""

import random
from collections.abc import Iterator
from hashlib import sha256

Line = tuple[int, list[list[str]]]


def lines(ballots: str) -> list[Line]:
    """`3: b > a = d; 1: c` as (3, [["b"], ["a", "d"]]), (1, [["c"]])."""
    parsed = []
    for line in ballots.split(";"):
        count, _, ranking = line.partition(":")
        places = [place.split("=") for place in ranking.replace(" ", "").split(">") if place]
        parsed.append((int(count), places))
    return parsed


def lot(seed: int, name: str) -> bytes:
    """What decides the order of lots: SHA-256 of seed and name."""
    return sha256(f"{seed}:{name}".encode()).digest()


def rankings(seed: int, number: int) -> Iterator[dict[str, str]]:
    """Rankings of two to six options: complete, short, or with equal ranks; few, so that ties are common."""
    dice = random.Random(seed)  # noqa: S311
    for index in range(number):
        options = "abcdef"[: dice.randint(2, 6)]
        kind = ("complete", "short", "equal")[index % 3]
        ballots = "; ".join(
            f"{dice.randint(1, 3)}: {_ranking(dice, options, kind)}" for _ in range(dice.randint(1, 12))
        )
        yield {"kind": kind, "options": options, "ballots": ballots}


def _ranking(dice: random.Random, options: str, kind: str) -> str:
    order = dice.sample(options, len(options))
    if kind != "complete":
        order = order[: dice.randint(1, len(order))]
    text = order[0]
    for option in order[1:]:
        text += (" = " if kind == "equal" and dice.random() < 0.35 else " > ") + option
    return text


def budgets(seed: int, number: int) -> Iterator[dict[str, object]]:
    """Approval ballots on one to seven projects; few people and few costs, so that ties are common."""
    dice = random.Random(seed)  # noqa: S311
    for _ in range(number):
        names = "pqrstuv"[: dice.randint(1, 7)]
        costs = {name: dice.choice((1, 2, 3, 5, 8, 10, 10, 12, 20)) for name in names}
        ballots = [
            "".join(name for name in names if dice.random() < 0.45) for _ in range(dice.randint(1, 12))
        ]
        yield {"costs": costs, "budget": dice.randint(1, sum(costs.values())), "ballots": ballots}


def agendas(seed: int, number: int) -> Iterator[dict[str, object]]:
    """Approval ballots on topics for fewer slots than topics that somebody marked."""
    dice = random.Random(seed)  # noqa: S311
    made = 0
    while made < number:
        topics = "abcdefg"[: dice.randint(2, 7)]
        ballots = [
            "".join(each for each in topics if dice.random() < 0.4) for _ in range(dice.randint(2, 14))
        ]
        marked = len(set("".join(ballots)))
        if marked >= 2:
            made += 1
            yield {"topics": topics, "seats": dice.randint(1, marked), "ballots": ballots}


def opinions(seed: int, number: int) -> Iterator[dict[str, object]]:
    """Votes from two or three camps: `+` agree, `-` disagree, `0` unsure, `.` not seen; some see little."""
    dice = random.Random(seed)  # noqa: S311
    for _ in range(number):
        camps, statements = dice.randint(2, 3), dice.randint(8, 24)
        views = [[dice.choice("+-") for _ in range(statements)] for _ in range(camps)]
        rows, camp_of = [], []
        for person in range(dice.randint(36, 110)):
            camp = person % camps if person < 3 * camps else dice.randrange(camps)
            answered = dice.uniform(0.35, 1)
            rows.append("".join(_vote(dice, views[camp][each], answered) for each in range(statements)))
            camp_of.append(camp)
        hidden = dice.sample(range(statements), dice.choice((0, 0, 1, 2)))
        meta = dice.sample(range(statements), dice.choice((0, 0, 1)))
        yield {"votes": rows, "camps": camp_of, "hidden": sorted(hidden), "meta": sorted(meta)}


def _vote(dice: random.Random, view: str, answered: float) -> str:
    if dice.random() > answered:
        return "."
    roll = dice.random()
    if roll < 0.12:
        return "0"
    return view if roll < 0.82 else "+-"[view == "+"]

"""Ballots as small text."""

from icc_consult.counting.agreement.votes import AGREE, DISAGREE, UNSEEN, UNSURE, Statements
from icc_consult.counting.ballots import Approvals, Rankings
from icc_consult.counting.projects import Projects

from scripts.oracles.instances import lines

VOTES = {"+": AGREE, "-": DISAGREE, "0": UNSURE, ".": UNSEEN}


def ranked(options: str, ballots: str) -> Rankings:
    """`3: b > a = d; 1: c` on the options a, b, c, d."""
    parsed = lines(ballots)
    return Rankings.of(options, [places for _, places in parsed], [count for count, _ in parsed])


def one_by_one(options: str, ballots: str) -> Rankings:
    """The same with every person's ballot of its own."""
    return Rankings.of(options, [places for count, places in lines(ballots) for _ in range(count)])


def approved(options: str, ballots: str) -> Approvals:
    """`ab ab c -`: two people mark a and b, one c, one nothing."""
    return Approvals.of(options, [ballot.strip("-") for ballot in ballots.split()])


def budget(costs: str, money: int, ballots: str) -> Projects:
    """`park 50, well 20` and `park+well park -`."""
    priced = dict(each.split() for each in costs.split(","))
    prices = {name: int(cost) for name, cost in priced.items()}
    return Projects.of(prices, money, [set(each.strip("-").split("+")) - {""} for each in ballots.split()])


def opinions(rows: list[str], hidden: list[int] = [], meta: list[int] = []) -> Statements:  # noqa: B006
    """`+-0.` is one person's answers; people are p0, p1, ...; statements s0, s1, ..."""
    names = [f"s{each}" for each in range(len(rows[0]))]
    return Statements.of_array(
        names,
        [f"p{each}" for each in range(len(rows))],
        [[VOTES[sign] for sign in row] for row in rows],
        hidden=[names[each] for each in hidden],
        meta=[names[each] for each in meta],
    )

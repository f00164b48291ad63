"""Agreement: what people share, what divides them, and along which groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from string import ascii_uppercase
from typing import Final

import numpy as np

from icc_consult.counting.agreement.clusters import opinion_groups
from icc_consult.counting.agreement.selection import Picked, consensus, divisive, representative
from icc_consult.counting.agreement.space import Space, opinion_space
from icc_consult.counting.agreement.statistics import (
    Counts,
    Floats,
    count,
    group_informed_consensus,
    priority,
    side,
    wilson,
)
from icc_consult.counting.agreement.votes import UNSEEN, Flags, Statements
from icc_consult.counting.order import nested, tiers
from icc_consult.counting.outcome import Choice, Json, Outcome, Step, Tie, plain

FEWEST_ANSWERS: Final = 7
FEWEST_PARTICIPANTS: Final = 30
FEWEST_MEMBERS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Outcome):
    """The outcome of a vote on statements.

    `groups` are the members of each group by name, largest group first, empty where there are none to show;
    `withheld` names given groups that are too small to show. `group_informed_consensus` and `priorities` are
    by statement, `representative` by group; `consensus` has the lists `agree` and `disagree`.
    """

    groups: Mapping[str, tuple[str, ...]]
    withheld: tuple[str, ...]
    group_informed_consensus: Mapping[str, float]
    representative: Mapping[str, Sequence[Picked]]
    consensus: Mapping[str, Sequence[Picked]]
    divisive: Sequence[Picked]
    priorities: Mapping[str, float]

    def plain(self) -> dict[str, Json]:
        """The outcome as data for JSON, numbers with twelve significant digits."""
        return Outcome.plain(self) | {
            "groups": plain(self.groups),
            "withheld": plain(self.withheld),
            "group_informed_consensus": plain(self.group_informed_consensus),
            "representative": plain(self.representative),
            "consensus": plain(self.consensus),
            "divisive": plain(self.divisive),
            "priorities": plain(self.priorities),
        }


def agreement(
    ballots: Statements,
    groups: Mapping[str, str] | None = None,
    *,
    fewest_participants: int = FEWEST_PARTICIPANTS,
    fewest_members: int = FEWEST_MEMBERS,
) -> Agreement:
    """The measures of Polis (Small et al., "Polis: Scaling Deliberation", 2021).

    Without `groups` opinion groups are looked for among those who answered seven statements (or all, if there
    are fewer); with `groups` (participant to group) the same measures are taken for these, which shows the
    common ground across languages or districts. No groups where fewer than `fewest_participants` would be in
    one, none with fewer than `fewest_members`. The `outcome` orders the statements by group-informed
    consensus, compared as exact fractions; without groups everybody is one group. Steps: how the groups were
    found; then each statement with its counts, shares and 95 % Wilson intervals among all who answered it,
    and the counts by group.
    """
    space = opinion_space(ballots)
    found, withheld, step = (
        _found(ballots, space, fewest_participants, fewest_members)
        if groups is None
        else _given(ballots, groups, fewest_participants, fewest_members)
    )
    return _measured(ballots, space, found, withheld, step)


Groups = dict[str, Flags]


def _measured(
    ballots: Statements, space: Space, found: Groups, withheld: tuple[str, ...], step: Step
) -> Agreement:
    everybody = count(ballots.votes, [np.ones(ballots.participants, np.bool_)])
    by_group = count(ballots.votes, list(found.values())) if found else everybody
    ranked = _order(ballots, by_group)
    names, hidden = ballots.options, ballots.hidden
    return Agreement(
        rule="agreement",
        participants=ballots.participants,
        options=names,
        outcome=ranked,
        ties=tuple(Tie("order", each) for each in ranked if isinstance(each, tuple)),
        steps=(step, *_statements(ballots, everybody, by_group, list(found))),
        groups={name: _names(ballots, rows) for name, rows in found.items()},
        withheld=withheld,
        group_informed_consensus=_shown(ballots, group_informed_consensus(by_group)),
        representative=_representative(ballots, by_group, list(found)),
        consensus={
            answer: consensus(names, hidden, side(n, everybody.seen), everybody.seen)
            for answer, n in (("agree", everybody.agree), ("disagree", everybody.disagree))
        },
        divisive=divisive(names, hidden, space.extremity),
        priorities=_shown(ballots, priority(by_group, space.extremity, ballots.meta)),
    )


def _names(ballots: Statements, rows: Flags) -> tuple[str, ...]:
    return tuple(sorted(ballots.people[row] for row in np.flatnonzero(rows)))


def _representative(
    ballots: Statements, by_group: Counts, groups: Sequence[str]
) -> dict[str, Sequence[Picked]]:
    agree, disagree = side(by_group.agree, by_group.seen), side(by_group.disagree, by_group.seen)
    return {
        name: representative(ballots.options, ballots.hidden, agree, disagree, by_group.seen, group)
        for group, name in enumerate(groups)
    }


def _found(
    ballots: Statements, space: Space, fewest_participants: int, fewest_members: int
) -> tuple[Groups, tuple[str, ...], Step]:
    answered = (ballots.votes != UNSEEN).sum(axis=1)
    rows = np.flatnonzero(answered >= min(FEWEST_ANSWERS, len(ballots.options)))
    clusters = None
    if len(rows) >= max(fewest_participants, 2):
        clusters = opinion_groups(space.points[rows], fewest_members)
    step = {"groups": "found", "grouped": len(rows) if clusters else 0, "silhouettes": {}}
    if clusters is None:
        return {}, (), step
    groups = {}
    for label in range(int(clusters.labels.max()) + 1):
        groups[ascii_uppercase[label]] = np.zeros(ballots.participants, np.bool_)
        groups[ascii_uppercase[label]][rows[clusters.labels == label]] = True
    return groups, (), {**step, "silhouettes": {str(k): score for k, score in clusters.silhouettes.items()}}


def _given(
    ballots: Statements, groups: Mapping[str, str], fewest_participants: int, fewest_members: int
) -> tuple[Groups, tuple[str, ...], Step]:
    members = ballots.members(groups)
    large = {name: rows for name, rows in members.items() if rows.sum() >= fewest_members}
    grouped = int(sum(rows.sum() for rows in large.values()))
    if grouped < fewest_participants or len(large) < 2:
        large, grouped = {}, 0
    shown = dict(sorted(large.items(), key=lambda group: (-int(group[1].sum()), group[0])))
    withheld = tuple(name for name in members if name not in shown)
    return shown, withheld, {"groups": "given", "grouped": grouped}


def _order(ballots: Statements, counts: Counts) -> tuple[Choice, ...]:
    """By group-informed consensus: products of (agree + 1) over products of (seen + 2), as whole numbers.

    Two different fractions differ by more than one over the square of the largest denominator, so the scale
    keeps them apart.
    """
    shown = np.flatnonzero(~ballots.hidden).tolist()
    agree, seen = counts.agree.astype(int).T.tolist(), counts.seen.astype(int).T.tolist()
    tops = [prod(n + 1 for n in agree[each]) for each in shown]
    bottoms = [prod(of + 2 for of in seen[each]) for each in shown]
    scale = max(bottoms, default=1) ** 2
    keys = [top * scale // bottom for top, bottom in zip(tops, bottoms, strict=True)]
    return nested(tiers(keys), [ballots.options[each] for each in shown])


def _shown(ballots: Statements, values: Floats) -> dict[str, float]:
    return {
        name: value
        for name, value, hidden in zip(ballots.options, values.tolist(), ballots.hidden, strict=True)
        if not hidden
    }


def _statements(
    ballots: Statements, everybody: Counts, by_group: Counts, groups: Sequence[str]
) -> list[Step]:
    seen = everybody.seen[0]
    unsure = seen - everybody.agree[0] - everybody.disagree[0]
    answers = {"agree": everybody.agree[0], "disagree": everybody.disagree[0], "unsure": unsure}
    shares = {name: (n / np.maximum(seen, 1)).tolist() for name, n in answers.items()}
    bounds = {name: np.stack(wilson(n, seen), axis=1).tolist() for name, n in answers.items()}
    counts = {name: n.astype(int).tolist() for name, n in answers.items()}
    return [
        {
            "statement": ballots.options[each],
            "seen": int(seen[each]),
            **{name: counts[name][each] for name in answers},
            "share": {name: shares[name][each] for name in answers},
            "interval": {name: bounds[name][each] for name in answers},
            "groups": {
                name: {
                    "agree": int(by_group.agree[group, each]),
                    "disagree": int(by_group.disagree[group, each]),
                    "seen": int(by_group.seen[group, each]),
                }
                for group, name in enumerate(groups)
            },
        }
        for each in np.flatnonzero(~ballots.hidden).tolist()
    ]

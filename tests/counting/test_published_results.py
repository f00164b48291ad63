"""Real votes, compared with what was published about them (see tests/data/elections)."""

from pathlib import Path
from typing import Any

import pytest

from icc_consult.formats.ballots import read_ballots
from icc_consult.formats.ballots.faults import Remarks
from icc_consult.services.polls import Poll
from icc_consult.services.tallying import Call, plain_tally, tally

ELECTIONS = Path(__file__).parents[1] / "data" / "elections"
ROBINSON, HERTZOG, GARBEE, NONE_OF_THEM = "1234"
BEAT_MATRIX = {
    ROBINSON: {HERTZOG: 255, GARBEE: 178, NONE_OF_THEM: 385},
    HERTZOG: {ROBINSON: 199, GARBEE: 134, NONE_OF_THEM: 406},
    GARBEE: {ROBINSON: 291, HERTZOG: 327, NONE_OF_THEM: 443},
    NONE_OF_THEM: {ROBINSON: 68, HERTZOG: 50, GARBEE: 18},
}
ROAD, RESTING_PLACE, FENCE = "122", "451", "273"


def poll_in(name: str) -> Poll:
    (poll,) = read_ballots(ELECTIONS / name, Remarks())
    return poll


def counted(poll: Poll, rule: str | None = None) -> dict[str, Any]:
    call = Call(rule=rule)
    return dict(plain_tally(poll, tally(poll, call)))


@pytest.mark.parametrize("rule", ["schulze", "ranked-pairs"])
def test_debian_elected_garbee_before_robinson_and_hertzog(rule: str) -> None:
    outcome = counted(poll_in("debian_2002.soi"), rule)
    assert outcome["participants"] == 475
    assert outcome["outcome"] == [GARBEE, ROBINSON, HERTZOG, NONE_OF_THEM]


def test_debian_counted_the_same_duels() -> None:
    above = counted(poll_in("debian_2002.soi"), "condorcet")["steps"][0]["above"]
    for winner, row in BEAT_MATRIX.items():
        for loser, votes in row.items():
            more = 0 if winner > loser else 6  # the file has lost equal ranks, in favour of the lower number
            assert votes <= above[winner][loser] <= votes + more


def test_bydgoszcz_built_the_road_and_skipped_nothing() -> None:
    outcome = counted(poll_in("bydgoszcz_2025_legnowo_wies.pb"))
    assert (outcome["rule"], outcome["participants"], outcome["outcome"]) == ("greedy", 123, [ROAD])
    steps = [
        (step["project"], step["votes"], step["funded"]) for step in outcome["steps"] if "project" in step
    ]
    assert steps == [(ROAD, 99, True), (RESTING_PLACE, 21, False)]


def test_one_zloty_more_would_have_built_the_resting_place_too() -> None:
    poll = poll_in("bydgoszcz_2025_legnowo_wies.pb")
    assert poll.budget is not None
    outcome = tally(poll, Call(budget=poll.budget + 1))
    assert outcome.chosen == (ROAD, RESTING_PLACE)

"""A real election that is famous for its rules disagreeing (PrefLib 00005-00000002)."""

from pathlib import Path

import pytest

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze

from tests.counting.sketches import ranked

NAMES = {"1": "Kiss", "2": "Montroll", "3": "Simpson", "4": "Smith", "5": "Wright", "6": "Write-in"}


@pytest.fixture(scope="module")
def burlington() -> Rankings:
    text = (Path(__file__).parent / "golden" / "burlington_2009.toi").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    ballots = "; ".join(lines).replace("{1,6}", "1=6").replace("{5,6}", "5=6").replace("{3,5}", "3=5")
    return ranked("123456", ballots.replace("{1,2}", "1=2").replace(",", ">"))


def named(votes: object) -> dict[str, int]:
    assert isinstance(votes, dict)
    return {NAMES[option]: count for option, count in votes.items()}


def test_burlington_elects_kiss_by_runoff(burlington: Rankings) -> None:
    outcome = instant_runoff(burlington)
    assert NAMES[outcome.chosen[0]] == "Kiss"
    assert outcome.lots == ()
    assert named(outcome.steps[0]["votes"]) == {
        "Wright": 2951,
        "Kiss": 2585,
        "Montroll": 2063,
        "Smith": 1306,
        "Simpson": 35,
        "Write-in": 36,
    }
    assert outcome.steps[0]["waiting"] == 4
    finals = [step for step in outcome.steps if len(step.get("votes", ())) == 2]  # type: ignore[arg-type]
    assert named(finals[0]["votes"]) == {"Kiss": 4314, "Wright": 4064}


def test_burlington_prefers_montroll_to_everybody(burlington: Rankings) -> None:
    assert [NAMES[each] for each in condorcet(burlington).outcome] == ["Montroll"]
    above = condorcet(burlington).steps[0]["above"]
    assert isinstance(above, dict)
    assert (above["2"]["1"], above["1"]["2"]) == (4067, 3477)


def test_schulze_and_ranked_pairs_find_montroll(burlington: Rankings) -> None:
    assert NAMES[schulze(burlington).chosen[0]] == "Montroll"
    assert NAMES[ranked_pairs(burlington).chosen[0]] == "Montroll"
    assert burlington.participants == 8980

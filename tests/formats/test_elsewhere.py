"""Our statements as Polis reads them, our budget as Pabulib does."""

from pathlib import Path

import pytest

from icc_consult.formats.ballots import read_ballots
from icc_consult.formats.ballots.faults import Remarks
from icc_consult.formats.elsewhere import paper_for, write_elsewhere
from icc_consult.services.exporting import NoSuchPaper
from icc_consult.services.polls import Marked, Opinions

from tests.builders import sample
from tests.formats.test_own_ballots import CONSULTATION, THREE
from tests.papers import PURSE


def handed(out: Path, kind: str) -> Path:
    """What is handed out in this format."""
    names = write_elsewhere(out, CONSULTATION, THREE, paper=paper_for(CONSULTATION, kind), note="Keep it.")
    assert all((out / name).stat().st_mode & 0o777 == 0o600 for name in names)
    return out


def test_statements_are_read_back_as_polis_has_them(place: Path) -> None:
    [poll] = read_ballots(handed(place, "polis"), Remarks())
    assert isinstance(poll.cast, Opinions)
    assert list(poll.cast.ballots) == [((0, 1),)]
    assert len(poll.options) == len(CONSULTATION.parts[-1].statements)  # type: ignore[union-attr]
    assert poll.options[0].label == CONSULTATION.parts[-1].statements[0].text.texts["en"]  # type: ignore[union-attr,index]


def test_a_budget_is_read_back_as_pabulib_has_it(place: Path) -> None:
    remarks = Remarks()
    [poll] = read_ballots(handed(place, "pabulib") / "money.pb", remarks)
    assert remarks.all == ()
    assert isinstance(poll.cast, Marked)
    assert sorted(poll.cast.ballots) == [(0, 1), (1,), (1, 2)]
    assert (poll.budget, poll.options[0].cost) == (PURSE, 150_000)


def test_a_consultation_without_a_budget_has_nothing_for_pabulib() -> None:
    with pytest.raises(NoSuchPaper):
        paper_for(sample().consultation, "pabulib")
    with pytest.raises(NoSuchPaper):
        paper_for(CONSULTATION, "polis", "money")

"""The kiosk is killed with -9 at any moment; what it said is saved is there, and no more than one besides."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult.assets import resources
from icc_consult.domain.response import Answered, Ended, Written
from icc_consult.services import closing, unlocking
from icc_consult.services.inspecting import inspect
from icc_consult.services.premises import Desk

from tests.builders import PASSPHRASE, kiosk_at, opened
from tests.sketches import pack_drawn

ROOT = resources().parent
CUTS = 6


def said_until_killed(data: Path, lines: int) -> list[str]:
    """What the kiosk said before it was killed, which happens while it goes on working."""
    command = [sys.executable, "-m", "tests.storage.tireless", str(data)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        said = [kiosk.stdout.readline().strip() for _ in range(lines)]
        kiosk.kill()
        said += kiosk.stdout.read().splitlines()
    assert said[0] == "ready"
    return said[1:]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, list[str]]:
    """A closed consultation whose kiosk was killed several times, and all that was said."""
    desk = opened(tmp_path_factory.mktemp("power") / "data", pack_drawn())
    chance, said = random.Random(11), []  # noqa: S311 - so as to repeat
    for _ in range(CUTS):
        said += said_until_killed(desk.directory.where, chance.randint(2, 12))
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    kiosk.store.release()
    closing.close(desk)
    return desk, said


def words_and_endings(desk: Desk) -> dict[str, Ended]:
    opener = unlocking.unlock(desk, passphrase=PASSPHRASE)
    found = unlocking.read_all(desk, opener)
    assert found.unreadable == 0
    return {
        answer.value.text: response.ended
        for response in found.responses
        if isinstance(answer := response.answers.get("q3"), Answered) and isinstance(answer.value, Written)
    }


def test_nothing_that_was_said_to_be_saved_is_lost(killed: tuple[Desk, list[str]]) -> None:
    desk, said = killed
    acknowledged = {line for line in said if line != "deleted"}
    assert len(acknowledged) >= CUTS
    kept = words_and_endings(desk)
    assert acknowledged <= set(kept)
    assert len(kept) - len(acknowledged) <= CUTS


def test_what_was_not_sent_became_at_most_one_partial_response_a_cut(killed: tuple[Desk, list[str]]) -> None:
    desk, said = killed
    partial = [word for word, ended in words_and_endings(desk).items() if ended is Ended.RECOVERED]
    assert not set(partial) & set(said)
    seen = inspect(desk)
    assert len(partial) <= seen.recovered <= CUTS
    assert seen.counts.unfinished == 0


def test_the_books_balance_after_every_cut(killed: tuple[Desk, list[str]]) -> None:
    desk, said = killed
    seen = inspect(desk)
    assert [trouble.fault for trouble in seen.troubles if trouble.day] == []
    assert seen.counts.sealed == seen.counts.receipts == sum(day.responses for day in seen.counts.days)
    assert said.count("deleted") <= seen.deleted <= said.count("deleted") + CUTS

"""Residents who touch every ballot paper: what they tapped is what the sitting holds."""

import random

import pytest

from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Compared, Ended
from icc_consult.packs import Pack
from icc_consult.services.payload import decode, encode

from ui.demo.account import told
from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.demo.visit import Visit
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

from tests.papers import ballots

PACK = ballots()


class Booth:
    """The real window on the ballots, and the hands before it."""

    def __init__(self, pack: Pack) -> None:
        self.clock = Clock()
        kiosk, promise = practice_kiosk(pack), Promise(Policy.KEEP, "City", "Desk")
        self.window = KioskWindow(pack.consultation, lambda: kiosk, lambda: promise, clock=self.clock)
        self.window.show(windowed=True, width=1280, height=800)
        self.hands = Hands(self.window, self.clock)

    def visit(self, language: str, seed: int) -> Visit:
        """A resident who has consented."""
        visit = Visit(self.hands, PACK.consultation, language, random.Random(seed))  # noqa: S311
        visit.arrive()
        visit.pick_language()
        visit.consent()
        return visit


@pytest.fixture
def booth(qapp: object) -> Booth:
    return Booth(PACK)


@pytest.mark.parametrize(("language", "seed"), [("ar", 1), ("de", 2)])
def test_what_was_tapped_on_every_paper_is_what_would_be_stored(
    booth: Booth, language: str, seed: int
) -> None:
    visit = booth.visit(language, seed)
    visit.go_to_review()
    session = booth.window.host.journey.session
    assert session is not None
    assert told(session.answers) == told(visit.answers)
    stored = decode(encode(session.response(Ended.COMPLETE)))
    assert told(stored.answers) == told(visit.answers)
    visit.send()
    booth.window.close()


def test_the_sides_of_a_pair_stand_as_they_were_drawn_and_back_goes_pair_by_pair(booth: Booth) -> None:
    visit = booth.visit("ar", 3)
    while not visit.hands.page.startswith("pairs"):
        visit.pass_page()
    session = booth.window.host.journey.session
    assert session is not None
    drawn = session.draw.duels["pairs"]
    assert visit.hands.names("side-") == list(drawn[0])
    first, second = (visit.hands.centre(f"side-{name}").x() for name in drawn[0])
    assert first > second  # Arabic begins on the right
    visit.hands.tap(f"side-{drawn[0][1]}")
    assert visit.hands.names("side-") == list(drawn[1])
    visit.hands.tap("back")
    assert visit.hands.names("side-") == list(drawn[0])
    visit.hands.tap("back")
    assert not visit.hands.page.startswith("pairs")
    stage = booth.window.host.journey.stage
    assert isinstance(stage, Answering)
    given = stage.session.answers["pairs"]
    assert isinstance(given.value, Compared)  # type: ignore[union-attr]
    assert [duel.preferred for duel in given.value.duels] == [drawn[0][1]]  # type: ignore[union-attr]
    booth.window.close()

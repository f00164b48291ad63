"""Residents who touch every page of a form: what they tapped is what the sitting holds."""

import random
from collections.abc import Iterator

import pytest

from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, Ended, Numbered
from icc_consult.services.payload import decode, encode

from ui.demo.account import told
from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.demo.visit import Visit
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

from tests.ui.kiosk.forms import form_pack

PACK = form_pack()


class Booth:
    """The real window on the form, and the hands before it."""

    def __init__(self) -> None:
        self.clock = Clock()
        kiosk, promise = practice_kiosk(PACK), Promise(Policy.KEEP, "City", "Desk")
        self.window = KioskWindow(PACK.consultation, lambda: kiosk, lambda: promise, clock=self.clock)
        self.window.media = lambda: PACK.media
        self.window.show(windowed=True, width=1280, height=800)
        self.hands = Hands(self.window, self.clock)

    def visit(self, language: str, seed: int) -> Visit:
        """A resident who has consented and said how much time there is."""
        visit = Visit(self.hands, PACK.consultation, language, random.Random(seed))  # noqa: S311
        visit.arrive()
        visit.pick_language()
        visit.consent()
        return visit


@pytest.fixture
def booth(qapp: object) -> Iterator[Booth]:
    shown = Booth()
    yield shown
    shown.window.close()


@pytest.mark.parametrize(("language", "seed"), [("en", 1), ("am", 2), ("fa-AF", 3), ("de", 4)])
def test_what_was_tapped_on_every_page_is_what_would_be_stored(
    booth: Booth, language: str, seed: int
) -> None:
    visit = booth.visit(language, seed)
    visit.go_to_review()
    session = booth.window.host.journey.session
    assert session is not None
    stored = decode(encode(session.response(Ended.COMPLETE)))
    assert told(stored.answers) == told(visit.answers)
    visit.send()


def test_a_number_is_entered_by_touch_and_changed_from_the_check(booth: Booth) -> None:
    visit = booth.visit("en", 5)
    hands = visit.hands
    visit.go_to_review()
    hands.tap("change-degree")
    hands.tap("choice-7")
    hands.tap("next")
    hands.expect("review")
    session = booth.window.host.journey.session
    assert session is not None
    assert session.answers["degree"] == Answered(Numbered("7"), session.language)


def test_what_does_not_fit_stays_and_says_so(booth: Booth) -> None:
    visit = booth.visit("en", 6)
    hands = visit.hands
    while hands.page != "born":
        visit.pass_page()
    for digit in "199":
        hands.tap(f"entry-{digit}")
    hands.tap("next")
    hands.expect("born")
    assert "This date is not complete yet." in hands.texts()
    hands.tap("preferNot")
    hands.expect("came")

import random
import re
from pathlib import Path

import pytest

from icc_consult.domain.ballot import Vote
from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, Ended, Response, Voted
from icc_consult.domain.wording import LanguageTag
from icc_consult.services import closing, responding, unlocking
from icc_consult.services.drawing import Urn
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk
from icc_consult.services.responding import Kiosk

from tests.builders import DAY, EN, PASSPHRASE, kiosk_at, opened
from tests.sketches import consultation_drawn, pack_drawn

PACK = pack_drawn()


def all_read(desk: Desk, kiosk: Kiosk) -> list[Response]:
    assert kiosk.store is not None
    kiosk.store.release()
    closing.close(desk)
    found = unlocking.read_all(desk, unlocking.unlock(desk, passphrase=PASSPHRASE))
    assert found.unreadable == 0
    return list(found.responses)


def test_practice_writes_nothing_anywhere(place: Path) -> None:
    kiosk = Kiosk(PACK.consultation, Policy.KEEP, store=None, sealer=None)
    seat = responding.begin(kiosk, language=EN)
    while seat.session.page is not None:
        seat = responding.turn_page(kiosk, seat)
    responding.wish(kiosk, language="ti")
    responding.refuse(kiosk)
    responding.delete(kiosk)
    responding.time_out(kiosk, seat)
    assert responding.send(kiosk, seat) == seat.receipt
    assert kiosk.is_practice
    assert list(place.parent.iterdir()) == []


def test_what_a_resident_gave_is_what_is_read(place: Path) -> None:
    desk = opened(place, PACK)
    kiosk = kiosk_at(desk)
    seat = responding.begin(kiosk, language=LanguageTag("ar"))
    vote = Answered(Voted(Vote.AGREE), LanguageTag("fr"))
    drawn = seat.session.draw.statements[0]
    seat = responding.answer(seat, item=drawn, given=vote)
    responding.send(kiosk, seat)
    responding.send(kiosk, seat)
    [response] = all_read(desk, kiosk)
    assert (response.language, response.ended, response.answers[drawn]) == ("ar", Ended.COMPLETE, vote)
    assert response.drawn == seat.session.draw.statements
    assert response.fingerprint == PACK.fingerprint


def test_refusing_and_deleting_leave_a_number_only(place: Path) -> None:
    desk = opened(place, PACK)
    kiosk = kiosk_at(desk)
    responding.refuse(kiosk)
    responding.turn_page(kiosk, responding.begin(kiosk, language=EN))
    responding.delete(kiosk)
    assert kiosk.store is not None
    assert kiosk.store.totals() == (DayTotal(DAY, deleted=1, refused=1),)
    assert all_read(desk, kiosk) == []


def test_a_receipt_is_sixteen_characters_in_four_groups_and_never_the_same() -> None:
    receipts = {responding.new_receipt() for _ in range(500)}
    assert len(receipts) == 500
    pattern = r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"
    assert all(re.fullmatch(pattern, receipt) for receipt in receipts)


TWENTY = "statements 6\n" + "\n".join(
    f"{'+-='[number % 3]} s{number} Sentence {number}." for number in range(20)
)


def test_a_draw_has_at_least_two_of_each_direction() -> None:
    consultation = consultation_drawn(TWENTY)
    urn = Urn(random.Random(3))  # noqa: S311 - so as to repeat
    for _ in range(50):
        drawn = urn.draw(consultation).statements
        assert len(set(drawn)) == 6
        directions = [int(name[1:]) % 3 for name in drawn]
        assert {direction: directions.count(direction) for direction in range(3)} == {0: 2, 1: 2, 2: 2}


def test_every_statement_of_a_direction_is_shown_as_often_as_the_others() -> None:
    consultation = consultation_drawn(TWENTY)
    urn = Urn(random.Random(3))  # noqa: S311 - so as to repeat
    drawn = [name for _ in range(210) for name in urn.draw(consultation).statements]
    shown = [drawn.count(f"s{number}") for number in range(20)]
    for direction in range(3):
        assert max(shown[direction::3]) - min(shown[direction::3]) <= 1


def test_the_order_of_a_draw_is_left_to_chance() -> None:
    consultation = consultation_drawn(TWENTY)
    urn = Urn(random.Random(3))  # noqa: S311 - so as to repeat
    firsts = {urn.draw(consultation).statements[0] for _ in range(60)}
    assert len(firsts) > 10


def test_about_half_of_the_scales_are_turned() -> None:
    urn = Urn(random.Random(3))  # noqa: S311 - so as to repeat
    turned = sum("q1" in urn.draw(PACK.consultation).turned_scales for _ in range(400))
    assert 160 < turned < 240


@pytest.mark.parametrize(
    "sketch", ["statements 0\n+ s1 One.\n= s2 Two.", "statements 2\n+ s1 One.\n= s2 Two."]
)
def test_a_paper_that_draws_all_shows_all(sketch: str) -> None:
    assert sorted(Urn().draw(consultation_drawn(sketch)).statements) == ["s1", "s2"]

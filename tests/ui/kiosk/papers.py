"""Journeys through a consultation with every kind of ballot paper."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from icc_consult.domain.session import Draw, Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import Pack
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from ui.kiosk import casting, giving, steps
from ui.kiosk.journey import Answering, Journey


def drawn(pack: Pack, pairs: int = 3) -> Draw:
    """The first pairs of topics, the sides of every second one the other way round, and one statement."""
    names = [f"t{number}" for number in range(1, 7)]
    duels = [pair if place % 2 else pair[::-1] for place, pair in enumerate(combinations(names, 2))][:pairs]
    return Draw(("s01a",), duels={"pairs": tuple(duels)}) if pack else Draw()


def standing(pack: Pack, page: str, fresh: Journey) -> Journey:
    """At the page of this name."""
    session = Session.begin(pack.consultation, LanguageTag(fresh.language), drawn(pack))
    session = session.at(page) if page else session.at_review()
    return fresh.at(Answering(Seat(session, ReceiptCode("8F3K-22QX-0M7T-WZ5A"))))


def pressed(journey: Journey, *presses: Callable[[Journey], Journey]) -> Journey:
    """The journey after these presses."""
    for press in presses:
        journey = press(journey)
    return journey


def on(journey: Journey, step: int) -> Journey:
    """The same page at this step."""
    assert isinstance(journey.stage, Answering)
    return journey.at(steps.moved(journey.stage, step))


def journeys(pack: Pack, fresh: Journey) -> Iterator[tuple[str, Journey]]:
    """Every page of a ballot paper: untouched, full to the brim, and at every step."""

    def at(page: str) -> Journey:
        return standing(pack, page, fresh)

    for item, codes in (
        ("order", ("health", "housing", "school", "work")),
        ("ranks", ("t2", "t5", "t1", "t4")),
    ):
        yield item, at(item)
        yield f"{item} full", _ranked(at(item), codes)
    for item, code in (("words", None), ("scores", "3")):
        for step in range(6):
            graded = casting.grade(on(at(item), step), code=code) if code else on(at(item), step)
            yield f"{item} {step}", graded
    yield "dots", at("dots")
    yield "dots full", _dotted(at("dots"), *["t2"] * 4, "t1", "t6", "t3")
    yield "dots most", _dotted(at("dots"), *["t2"] * 5)
    yield "money", at("money")
    yield "money full", _bought(at("money"), "t5", "t6", "t1")
    for step in range(3):
        yield f"pairs {step}", on(at("pairs"), step)
    yield "pairs alike", casting.prefer(at("pairs"), topic="")
    yield "proposal", at("ideas-proposal")
    yield "proposal writing", giving.take_keyboard(at("ideas-proposal"))
    yield "review", reviewed(pack, fresh)


def reviewed(pack: Pack, fresh: Journey) -> Journey:
    """At the check of the answers, with one of every kind given."""

    def given(page: str, *presses: Callable[[Journey], Journey]) -> dict[str, Any]:
        session = pressed(standing(pack, page, fresh), *presses).session
        assert session is not None
        return dict(session.answers)

    answers = {
        **given("ranks", lambda one: _ranked(one, ("t3", "t1"))),
        **given("scores", lambda one: casting.grade(one, code="4")),
        **given("dots", lambda one: _dotted(one, "t1", "t1", "t6")),
        **given("money", lambda one: _bought(one, "t1", "t4")),
        **given("pairs", _preferred),
    }
    journey = standing(pack, "", fresh)
    assert isinstance(journey.stage, Answering)
    seat = journey.stage.seat
    session = seat.session
    for item, answer in answers.items():
        session = session.with_answer(item, answer)
    return journey.at(Answering(Seat(session, seat.receipt)))


def _preferred(journey: Journey) -> Journey:
    journey = on(casting.prefer(journey, topic="t1"), 1)
    return casting.prefer(on(casting.prefer(journey, topic="t1"), 1), topic="")


def _ranked(journey: Journey, codes: tuple[str, ...]) -> Journey:
    for code in codes:
        journey = casting.rank(journey, code=code)
    return journey


def _dotted(journey: Journey, *topics: str) -> Journey:
    for topic in topics:
        journey = casting.dot(journey, topic=topic, change=1)
    return journey


def _bought(journey: Journey, *topics: str) -> Journey:
    for topic in topics:
        journey = casting.buy(journey, topic=topic)
    return journey

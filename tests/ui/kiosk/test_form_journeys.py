"""The way of a resident through a form: held back, going on by itself, round after round, along a route."""

from typing import Any

import pytest

from icc_consult.domain.response import Answered, Numbered, Refused
from icc_consult.packs import pack_of

from ui.kiosk.entering import enter
from ui.kiosk.host import Host
from ui.kiosk.journey import Answering, Promising, Routing

from tests.domain.forms import en, entry, form_document
from tests.ui.kiosk.houses import House

CHOICES = "good bad"


def begun(*entries: dict[str, Any], **members: Any) -> Host:
    """A resident stands before the first page of this form."""
    return House(pack_of(form_document(*entries, **members)).consultation).seat_somebody()


def page(host: Host) -> str:
    """The name of the page."""
    session = host.journey.session
    return session.page.id if session and session.page else "review"


def pressed(host: Host, *codes: str) -> None:
    """Large buttons, one after another."""
    for code in codes:
        host.fold(lambda journey, code=code: enter(journey, code=code))


MUST = entry("single_choice", "must", choices=CHOICES, required="true()")
LAST = entry("open_text", "last")


def test_a_required_question_is_not_skipped_but_may_be_refused() -> None:
    host = begun(MUST, LAST)
    host.go_on()
    assert page(host) == "must"
    assert isinstance(host.journey.stage, Answering)
    assert host.journey.stage.is_faulty
    host.prefer_not()
    assert page(host) == "last"
    assert host.journey.session
    assert host.journey.session.answers["must"] == Refused()


def test_an_answer_takes_the_remark_away_and_leads_on() -> None:
    host = begun(MUST, LAST)
    host.go_on()
    host.choose("bad")
    assert isinstance(host.journey.stage, Answering)
    assert not host.journey.stage.is_faulty
    host.go_on()
    assert page(host) == "last"


def test_an_answer_that_breaks_a_rule_stays_until_it_is_changed() -> None:
    host = begun(entry("number", "even", constraint=". mod 2 = 0"), LAST)
    pressed(host, "3")
    host.go_on()
    assert page(host) == "even"
    pressed(host, "erase", "4")
    host.go_on()
    assert page(host) == "last"


def test_a_number_out_of_its_bounds_is_never_passed_over_as_skipped() -> None:
    host = begun(entry("number", "age", least=0, most=120), LAST)
    pressed(host, "9", "9", "9")
    host.go_on()
    assert page(host) == "age"
    pressed(host, "erase", "erase", "erase")
    host.go_on()
    assert page(host) == "last"


@pytest.mark.parametrize(("looks", "after"), [(["quick"], "last"), ([], "q")])
def test_a_quick_question_goes_on_by_itself_and_back_undoes_it(looks: list[str], after: str) -> None:
    host = begun(entry("single_choice", "q", choices=CHOICES, looks=looks), LAST)
    host.choose("good")
    assert page(host) == after
    host.back()
    assert page(host) == "q"


def test_another_round_is_asked_for_until_there_is_none() -> None:
    repeat = entry("repeat", "kids", questions=[entry("number", "age")], most_rounds=3)
    host = begun(repeat, LAST)
    passed = []
    for code in ("more", "enough"):
        pressed(host, "7")
        host.go_on()
        passed.append(page(host))
        host.pick_way(code)
        passed.append(page(host))
    assert passed == ["kids[1]-more", "age[2]", "kids[2]-more", "last"]
    assert host.journey.session
    assert host.journey.session.answers["age[2]"] == Answered(Numbered("7"), host.journey.language)


ROUTES = [
    {"id": "short", "text": en("Short"), "minutes": 1, "leaves_out": ["must"]},
    {"id": "long", "text": en("Long"), "minutes": 8},
]


@pytest.mark.parametrize(
    ("code", "first", "route"),
    [("short", "last", "short"), ("long", "must", "long"), ("whole-way", "must", "whole")],
)
def test_who_consents_says_how_much_time_there_is(code: str, first: str, route: str) -> None:
    host = begun(MUST, LAST, routes=ROUTES)
    assert host.journey.stage == Routing()
    host.pick_way(code)
    assert page(host) == first
    assert host.journey.session
    assert host.journey.session.draw.route == route


def test_before_the_time_is_told_the_promise_can_be_read_again() -> None:
    host = begun(MUST, LAST, routes=ROUTES)
    host.back()
    assert host.journey.stage == Promising()


def test_a_sound_is_played_counted_and_silent_on_the_next_page() -> None:
    host = begun(LAST, MUST)
    played: list[str] = []
    host.play = played.append
    host.listen("q.ogg")
    host.go_on()
    assert played == ["q.ogg", ""]
    assert host.journey.session
    assert host.journey.session.sitting.heard == 1

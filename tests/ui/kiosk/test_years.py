"""A year that was counted in another calendar is asked about and never taken silently."""

from typing import Any

import pytest

from icc_consult.domain.response import Answered, Dated
from icc_consult.domain.survey import Date
from icc_consult.packs import pack_of

from ui.kiosk.calendars import Calendar
from ui.kiosk.entering import enter
from ui.kiosk.entry import derive_entry_props
from ui.kiosk.faults import held_back
from ui.kiosk.heading import headed
from ui.kiosk.journey import Journey
from ui.kiosk.scene import Scene
from ui.kiosk.years import is_gregorian, years_there

from tests.domain.forms import en, entry, form_document
from tests.ui.kiosk.scenes import answering, scene_of

PAST = {"constraint": ". < date('2026-06-01')", "constraint_message": en("Not in the future, please.")}


def asked(language: str, codes: list[str], **members: Any) -> Scene:
    """A date is asked for in this language, and these buttons were pressed."""
    document = form_document(entry("date", "q", **members), languages=["en", "fa", "am", "ar"])
    consultation = pack_of(document).consultation
    journey = answering("q", {}, language=language, consultation=consultation)
    for code in codes:
        journey = enter(journey, code=code)
    return scene_of(journey, consultation=consultation)


def question(scene: Scene) -> Date:
    session = scene.journey.session
    assert session
    found = session.page.question  # type: ignore[union-attr]
    assert isinstance(found, Date)
    return found


def told(scene: Scene, journey: Journey) -> str:
    return str(headed(scene_of(journey, consultation=scene.consultation), question(scene))["fault"])


def answer(scene: Scene) -> str:
    session = scene.journey.session
    assert session
    given = session.answers.get("q")
    return given.value.date if isinstance(given, Answered) and isinstance(given.value, Dated) else ""


def pressed(year: str) -> list[str]:
    return [*year, "pick-3", "pick-5"]


@pytest.mark.parametrize(
    ("calendar", "year", "gregorian"),
    [
        (Calendar.PERSIAN, "2026", True),
        (Calendar.PERSIAN, "1990", True),
        (Calendar.PERSIAN, "1369", False),
        (Calendar.PERSIAN, "1405", False),
        (Calendar.PERSIAN, "199", False),
        (Calendar.ISLAMIC, "2026", True),
        (Calendar.ISLAMIC, "1447", False),
        (Calendar.ETHIOPIAN, "2018", False),
        (Calendar.ETHIOPIAN, "2026", False),
        (Calendar.GREGORIAN, "2026", False),
        (Calendar.GREGORIAN, "1369", False),
    ],
)
def test_a_gregorian_year_is_known_where_it_lies_centuries_ahead(
    calendar: Calendar, year: str, gregorian: bool
) -> None:
    assert is_gregorian(calendar, year) is gregorian


@pytest.mark.parametrize(
    ("calendar", "years"),
    [
        (Calendar.PERSIAN, (1404, 1405)),
        (Calendar.ISLAMIC, (1447, 1448)),
        (Calendar.ETHIOPIAN, (2018, 2019)),
    ],
)
def test_a_gregorian_year_lies_in_two_of_the_calendar(calendar: Calendar, years: tuple[int, int]) -> None:
    assert years_there(calendar, "2026") == years


def test_a_gregorian_year_in_the_persian_calendar_is_no_answer_and_is_asked_about() -> None:
    scene = asked("fa", [*"2026"])
    assert answer(scene) == ""
    assert [part["now"] for part in derive_entry_props(scene, question(scene)).parts] == [True, False, False]
    at_once = told(scene, scene.journey)
    assert all(year in at_once for year in ("۲۰۲۶", "۱۴۰۴", "۱۴۰۵"))
    stayed = held_back(scene.journey)
    assert stayed is not None
    assert told(scene, stayed) == at_once
    assert held_back(stayed) is not None, "it stays refused"


def test_the_year_that_was_meant_is_taken() -> None:
    scene = asked("fa", [*"2026", *"1405", "pick-3", "pick-5"])
    assert answer(scene) == "2026-05-26"
    assert held_back(scene.journey) is None


def test_what_a_rule_refuses_and_would_take_in_the_gregorian_calendar_is_asked_about() -> None:
    scene = asked("am", pressed("2026"), **PAST)
    stayed = held_back(scene.journey)
    assert stayed is not None
    assert all(year in told(scene, stayed) for year in ("2026", "2018", "2019"))
    assert held_back(scene.journey) is not None, "looking changed nothing"


def test_what_a_rule_refuses_in_either_calendar_is_told_in_the_words_of_the_form() -> None:
    scene = asked("am", pressed("2040"), **PAST)
    stayed = held_back(scene.journey)
    assert stayed is not None
    assert told(scene, stayed) == "Not in the future, please."


def test_a_rule_without_words_does_not_call_a_whole_date_incomplete() -> None:
    scene = asked("en", pressed("2040"), constraint=PAST["constraint"])
    stayed = held_back(scene.journey)
    assert stayed is not None
    assert told(scene, stayed) == "This answer does not fit. Please change it."


@pytest.mark.parametrize("year", ["1369", "9999", "0203"])
def test_a_year_that_hardly_anybody_has_is_asked_about_once(year: str) -> None:
    scene = asked("en", pressed(year))
    stayed = held_back(scene.journey)
    assert stayed is not None
    assert told(scene, stayed) == f"Is the year {year} right? If it is, please go on."
    assert held_back(stayed) is None


def test_a_usual_year_is_not_asked_about() -> None:
    assert held_back(asked("en", pressed("1937")).journey) is None
    assert held_back(asked("am", pressed("1990")).journey) is None

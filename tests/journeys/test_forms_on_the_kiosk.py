"""Every form of the tests on the real kiosk, from the welcome to *thank you*, by touch alone."""

import random
from pathlib import Path

import pytest

from icc_consult.domain.response import Ended

from tests.builders import opened
from tests.formats.forms.drawn_forms import NAMES, pack_of_form
from tests.journeys.form_resident import FormResident
from tests.journeys.kiosks import hands_at, only_one_stored


@pytest.mark.parametrize("name", NAMES)
def test_a_form_runs_to_its_end_and_holds_what_was_tapped(name: str, place: Path) -> None:
    pack = pack_of_form(name)
    desk = opened(place, pack)
    chance = random.Random(name)  # noqa: S311 - so as to repeat
    language = chance.choice(pack.consultation.languages)
    with hands_at(desk, media=pack.media) as hands:
        resident = FormResident(hands, language, chance)
        resident.go()
    response = only_one_stored(desk)
    assert (response.language, response.ended) == (language, Ended.COMPLETE)
    assert resident.answers
    assert {item: response.answers.get(item) for item in resident.answers} == resident.answers

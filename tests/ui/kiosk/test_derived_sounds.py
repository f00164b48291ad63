"""Which sound stands beside which text, as tables of cases."""

from dataclasses import replace

import pytest

from icc_consult.packs import pack_of

from ui.kiosk.choice import derive_choice_props
from ui.kiosk.heading import headed

from tests.domain.forms import en, entry, form_document
from tests.ui.kiosk.scenes import answering, scene_of
from tests.ui.kiosk.test_derived_forms import asked, standing


def test_a_sound_is_offered_only_where_something_can_play_it() -> None:
    heard = {"code": "good", "text": en("Good"), "sound": {"en": "good.ogg"}, "picture": {"en": "good.png"}}
    scene = standing(entry("single_choice", "q", choices=[heard], sound={"en": "q.ogg"}), at="q")
    question = asked(scene)
    for plays, sounds in ((False, ("", "")), (True, ("q.ogg", "good.ogg"))):
        props = derive_choice_props(replace(scene, plays=plays), question)
        assert (props.heading["sound"], props.choices[0]["sound"]) == sounds
    assert derive_choice_props(scene, question).choices[0]["picture"] == "image://pack/good.png"


@pytest.mark.parametrize(
    ("language", "read", "heard"),
    [
        ("fa-AF", "fa-AF", "dari.ogg"),
        ("fa", "fa", "farsi.ogg"),
        ("so", "en", "english.ogg"),
        ("ar", "ar", ""),
    ],
)
def test_one_hears_the_language_that_one_reads(language: str, read: str, heard: str) -> None:
    text = {"en": "How is it?", "fa": "چطور است؟", "fa-AF": "چطور اس؟", "ar": "كيف هو؟"}
    sound = {"en": "english.ogg", "fa": "farsi.ogg", "fa-AF": "dari.ogg"}
    asking = {**entry("open_text", "q", sound=sound), "text": text}
    consultation = pack_of(form_document(asking, languages=["en", "fa", "fa-AF", "so", "ar"])).consultation
    journey = answering("q", {}, language=language, consultation=consultation)
    scene = replace(scene_of(journey, consultation=consultation), plays=True)
    heading = headed(scene, asked(scene))
    assert (heading["language"], heading["sound"]) == (read, heard)
    assert bool(scene.notice(asked(scene).text)) is (read != language)


@pytest.mark.parametrize(("unheard", "offered"), [({"q.ogg"}, ""), ({""}, ""), ({"other.ogg"}, "q.ogg")])
def test_a_sound_that_could_not_be_played_is_not_offered_again(unheard: set[str], offered: str) -> None:
    scene = standing(entry("open_text", "q", sound={"en": "q.ogg"}), at="q")
    missed = replace(scene, plays=True, journey=replace(scene.journey, unheard=frozenset(unheard)))
    assert headed(missed, asked(missed))["sound"] == offered

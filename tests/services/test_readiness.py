"""What is said of a language before residents may choose it."""

from typing import Any

import pytest

from icc_consult.equipment import equipment, tag_of
from icc_consult.services.manuscript import Manuscript
from icc_consult.services.readiness import Equipment, Lack, Readiness, readiness

from tests.sketches import document_of

SKETCH = "languages en fr so\nsurvey life\nq1 one How is it?\nyes Yes"


def brings(tag: str, **facts: Any) -> Equipment:
    return Equipment(
        **({"english": tag, "interface": 1.0, "has_fonts": True, "is_mainly_oral": False} | facts)
    )


def french(document: dict[str, Any], media: tuple[str, ...] = (), **facts: Any) -> Readiness:
    found = readiness(Manuscript(document, tag_of), lambda tag: brings(tag, **facts), media)
    return next(one for one in found if one.language == "fr")


@pytest.fixture
def document() -> dict[str, Any]:
    return document_of(SKETCH)


def test_every_language_is_told_in_the_order_of_the_document(document: dict[str, Any]) -> None:
    found = readiness(Manuscript(document, tag_of), brings)
    assert [one.language for one in found] == ["en", "fr", "so"]


def test_a_draft_can_be_read_and_lacks_its_review(document: dict[str, Any]) -> None:
    one = french(document)
    assert (one.is_ready, one.lacks) == (True, Lack.REVIEW)
    assert one.shares == {"interface": 1.0, "content": 1.0, "audio": 0.0, "reviewed": 0.0}


def test_a_missing_text_makes_a_language_unready(document: dict[str, Any]) -> None:
    document["title"]["fr"] = ""
    one = french(document)
    assert (one.is_ready, one.lacks, one.missing, one.texts) == (False, Lack.CONTENT, 1, 6)
    assert one.shares["content"] == pytest.approx(5 / 6)


def test_texts_of_a_hidden_question_are_not_missed(document: dict[str, Any]) -> None:
    del document["parts"][0]["questions"][0]["text"]["fr"]
    document["parts"][0]["questions"][0]["hidden"] = True
    assert (french(document).is_ready, french(document).texts) == (True, 4)


@pytest.mark.parametrize(
    ("facts", "lacks"), [({"has_fonts": False}, Lack.FONTS), ({"interface": 0.0}, Lack.INTERFACE)]
)
def test_a_language_without_letters_or_buttons_is_not_ready(
    document: dict[str, Any], facts: dict[str, Any], lacks: Lack
) -> None:
    one = french(document, **facts)
    assert (one.is_ready, one.lacks) == (False, lacks)


def test_some_sentences_of_the_program_may_be_missing(document: dict[str, Any]) -> None:
    one = french(document, interface=0.98)
    assert (one.is_ready, one.lacks) == (True, Lack.SENTENCES)


def test_reviewed_texts_are_counted_and_changed_ones_told_first(document: dict[str, Any]) -> None:
    document["translations"]["fr"] = {"state": "reviewed", "texts": {"title": {"state": "needs_review"}}}
    one = french(document)
    assert (one.is_ready, one.lacks, one.changed, one.reviewed) == (True, Lack.CHANGED, 1, 5)


def test_nothing_is_lacking_where_every_text_was_agreed_on(document: dict[str, Any]) -> None:
    document["translations"]["fr"]["state"] = "pretested"
    assert french(document).lacks is None
    assert french(document, is_mainly_oral=True).lacks is Lack.AUDIO


def test_a_sound_of_the_pack_is_counted_and_one_that_is_not_there_is_not(document: dict[str, Any]) -> None:
    question = document["parts"][0]["questions"][0]
    question["sound"] = {"fr": "media/q1-fr.ogg", "so": "media/q1-so.ogg"}
    assert french(document, ("media/q1-fr.ogg",)).spoken == 1
    assert french(document, ("media/q1-so.ogg",)).spoken == 0
    assert french(document).texts == 6


def test_the_source_language_is_its_own_review(document: dict[str, Any]) -> None:
    source = readiness(Manuscript(document, tag_of), brings)[0]
    assert (source.is_source, source.is_ready, source.lacks) == (True, True, None)


def test_the_program_brings_sentences_and_letters_for_languages_it_knows() -> None:
    assert equipment("en").interface == 1.0
    assert 0 < equipment("fr").interface <= 1
    assert equipment("ar").has_fonts
    assert not equipment("xx").has_fonts
    assert equipment("xx").interface == 0
    assert equipment("rom").interface == 0

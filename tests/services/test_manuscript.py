"""A document as texts: every text is found, under a key that lasts."""

import json
from copy import deepcopy
from typing import Any

import pytest

from icc_consult.assets import resources
from icc_consult.domain.consultation import TranslationState
from icc_consult.equipment import tag_of
from icc_consult.services.handing_out import ROLES, hint_of, longest
from icc_consult.services.manuscript import Manuscript

from tests.sketches import document_of

SAMPLE = resources() / "consultations" / "our-city-our-voice" / "consultation.json"


def manuscript(document: dict[str, Any]) -> Manuscript:
    return Manuscript(document, tag_of)


@pytest.fixture
def document() -> dict[str, Any]:
    return document_of("languages en pt-PT\nsurvey life\nq1 one Here?\nyes Yes\nno No\nq2 text 40 What?")


def test_every_text_of_a_document_has_a_key_of_ids_and_members(document: dict[str, Any]) -> None:
    assert list(manuscript(document).units) == [
        "title",
        "consent/title",
        "consent/lines/1",
        "parts/life/questions/q1/text",
        "parts/life/questions/q1/choices/yes/text",
        "parts/life/questions/q1/choices/no/text",
        "parts/life/questions/q2/text",
        "finish/lines/1",
    ]


def test_a_key_does_not_change_where_other_things_come_before_it(document: dict[str, Any]) -> None:
    moved = deepcopy(document)
    moved["parts"][0]["questions"].reverse()
    moved["parts"].insert(0, {"id": "first", "kind": "survey", "questions": []})
    assert set(manuscript(moved).units) == set(manuscript(document).units)


def test_texts_of_members_that_nobody_knows_are_found_too(document: dict[str, Any]) -> None:
    document["parts"][0]["questions"][0]["rows"] = [{"label": {"en": "Row"}}, {"label": {"en": "Other"}}]
    keys = list(manuscript(document).units)
    assert "parts/life/questions/q1/rows/1/label" in keys
    assert "parts/life/questions/q1/rows/2/label" in keys


def test_objects_that_are_no_texts_are_left_alone(document: dict[str, Any]) -> None:
    document["about"] = {"source": "Somebody", "licence": "free"}
    document["numbers"] = {"en": 1}
    document["tables"] = {"towns": [{"code": "a", "en": "A town"}]}
    document["parts"][0]["questions"][0]["choices"][0]["columns"] = {"en": "a"}
    document["parts"][0]["questions"][0]["sound"] = {"en": "media/q1.ogg", "pt": ""}
    document["translations"]["pt-PT"]["note"] = {"en": "not a text of the consultation"}
    assert not {"about", "numbers"} & set(manuscript(document).units)
    assert len(manuscript(document).units) == 8
    assert not [key for key in manuscript(document).units if key.startswith("translations")]


def test_entries_of_one_name_are_told_apart_by_their_place(document: dict[str, Any]) -> None:
    document["extra"] = [{"id": "a", "text": {"en": "1"}}, {"id": "a", "text": {"en": "2"}}]
    units = manuscript(document).units
    assert [units[f"extra/{place}/text"].text("en") for place in (1, 2)] == ["1", "2"]


def test_a_slash_in_a_name_makes_no_other_key(document: dict[str, Any]) -> None:
    document["x"] = {"a/b": {"en": "one"}, "a": {"b": {"en": "other"}}, "a~1b": {"en": "third"}}
    units = manuscript(document).units
    assert [units[key].text("en") for key in ("x/a~1b", "x/a/b", "x/a~01b")] == ["one", "other", "third"]


def test_a_tag_of_another_spelling_means_its_language(document: dict[str, Any]) -> None:
    document["title"] = {"en": "Title", "pt": "Título"}
    assert manuscript(document).units["title"].text("pt-PT") == "Título"
    document["title"]["pt-PT"] = "O título"
    assert manuscript(document).units["title"].text("pt-PT") == "O título"


def test_the_page_of_a_text_is_the_one_on_the_screen(document: dict[str, Any]) -> None:
    document["parts"][0]["questions"][0]["help"] = {"title": {"en": "Help"}, "lines": []}
    units = manuscript(document).units
    pages = {key: unit.page for key, unit in units.items()}
    assert pages["consent/lines/1"] == "consent"
    assert pages["parts/life/questions/q1/choices/yes/text"] == "q1"
    assert pages["parts/life/questions/q1/help/title"] == "q1-help"


def test_texts_of_a_hidden_question_are_known_to_be_hidden(document: dict[str, Any]) -> None:
    document["parts"][0]["questions"][0]["hidden"] = True
    hidden = [key for key, unit in manuscript(document).units.items() if unit.is_hidden]
    assert len(hidden) == 3
    assert all("/q1/" in key for key in hidden)


def test_the_hint_says_what_a_text_is_for_and_what_its_writer_adds(document: dict[str, Any]) -> None:
    key = "parts/life/questions/q1/choices/yes/text"
    document["translations"]["en"] = {"texts": {key: {"hint": "Said to a neighbour.", "max_length": 9}}}
    book = manuscript(document)
    assert hint_of(book, book.units[key]) == f"{ROLES['choices']} Said to a neighbour."
    assert longest(book, book.units[key]) == 9
    assert hint_of(book, book.units["title"]) == ROLES["title"]
    assert longest(book, book.units["title"]) == 24


def test_the_state_of_a_text_is_its_own_else_that_of_its_language(document: dict[str, Any]) -> None:
    document["translations"]["pt-PT"] = {"state": "reviewed", "texts": {"title": {"state": "needs_review"}}}
    del document["finish"]["lines"][0]["pt-PT"]
    book = manuscript(document)
    states = [book.state("pt-PT", book.units[key]) for key in ("title", "consent/title", "finish/lines/1")]
    assert states == [TranslationState.NEEDS_REVIEW, TranslationState.REVIEWED, TranslationState.MISSING]
    assert book.weakest("pt-PT") is TranslationState.MISSING


@pytest.mark.parametrize(
    "noted", [None, 7, [], {"state": 5}, {"state": []}, {"texts": 3}, {"texts": {"title": 1}}]
)
def test_notes_that_make_no_sense_are_a_draft(document: dict[str, Any], noted: object) -> None:
    document["translations"] = {"pt-PT": noted}
    book = manuscript(document)
    assert book.state("pt-PT", book.units["title"]) is TranslationState.DRAFT


def test_the_sample_has_a_hint_for_every_text_that_residents_read() -> None:
    book = manuscript(json.loads(SAMPLE.read_text("utf-8")))
    unexplained = {key for key, unit in book.units.items() if hint_of(book, unit) not in ROLES.values()}
    assert len(book.units) > 100
    assert {key.split("/")[0] for key in unexplained} <= {"commitments"}

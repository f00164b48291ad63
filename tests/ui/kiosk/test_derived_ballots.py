"""What the pages of ballot papers show, derived without Qt."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from icc_consult.domain.session import Draw, Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs.media import MediaFile
from icc_consult.packs.pack import pack_of
from icc_consult.services.responding import Seat

from ui.kiosk import casting, giving
from ui.kiosk.answers import rows_of
from ui.kiosk.bar import derive_bar_props
from ui.kiosk.card import derive_learning_props
from ui.kiosk.journey import Answering, Journey, Learning
from ui.kiosk.pages import later_page
from ui.kiosk.scene import Scene

from tests.builders import OGG, PNG
from tests.papers import ballots, document
from tests.ui.kiosk.papers import on, reviewed, standing
from tests.ui.kiosk.scenes import EN, RECEIPT, scene_of
from tests.ui.kiosk.test_casting import bought, dotted, ranked

PACK = ballots()


def at(page: str, language: str = "en") -> Journey:
    return standing(PACK, page, Journey(LanguageTag(language)))


def scene(journey: Journey) -> Scene:
    return scene_of(journey, consultation=PACK.consultation)


def made_file(content: bytes) -> MediaFile:
    return MediaFile(len(content), sha256(content).hexdigest(), content, lambda: content)


def shown(journey: Journey) -> Any:
    """The props of the page."""
    return later_page(scene(journey), journey.stage).props  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("order", "RankingPage"),
        ("ranks", "RankingPage"),
        ("words", "GradePage"),
        ("scores", "GradePage"),
        ("dots", "DotsPage"),
        ("money", "BudgetPage"),
        ("pairs", "PairwisePage"),
        ("ideas-proposal", "WritingPage"),
    ],
)
def test_every_paper_has_a_page_of_its_kind(page: str, file: str) -> None:
    journey = at(page)
    place = later_page(scene(journey), journey.stage)  # type: ignore[arg-type]
    assert (place.name, place.file) == (page, file)


def test_places_are_told_in_the_digits_of_the_language() -> None:
    props = shown(ranked(at("ranks", "bn"), "t3", "t1"))
    assert [one["place"] for one in props.options] == ["২", "", "১", "", "", ""]


def test_a_full_ranking_says_what_to_do_and_marks_what_has_no_place() -> None:
    before, after = shown(at("ranks")), shown(ranked(at("ranks"), "t1", "t2", "t3", "t4"))
    assert not before.is_remark
    assert after.is_remark
    assert after.instruction == "All 3 places are given. Tap one to take its place away."
    assert [one["isOut"] for one in after.options] == [False] * 3 + [True] * 3
    assert after.options[0]["said"] == "Place 1"


def test_scores_stand_in_a_row_and_words_under_each_other() -> None:
    assert (shown(at("scores")).longest, shown(at("words")).longest) == (1, 0)


def test_a_step_shows_its_own_topic_and_grade() -> None:
    first = casting.grade(at("words"), code="well")
    assert (shown(first).name, shown(first).given) == ("t1", "well")
    assert (shown(on(first, 1)).name, shown(on(first, 1)).given) == ("t2", "")


def test_dots_say_how_many_are_left_and_why_one_more_is_refused() -> None:
    assert shown(dotted(at("dots"), "t1", "t2")).instruction == "4 of 6 dots left"
    assert shown(dotted(at("dots"), *["t1"] * 5)).instruction == "At most 4 dots on one topic."
    empty = shown(dotted(at("dots"), *["t1"] * 4, "t2", "t2", "t3"))
    assert (empty.left, empty.is_remark) == (0, True)
    assert empty.instruction == "No dot is left. Take one away first."


def test_a_purse_is_told_as_money_and_what_it_no_longer_holds_says_so() -> None:
    props = shown(bought(at("money"), "t5"))
    assert props.instruction == "€100,000 left of €400,000"
    assert props.share == 0.25
    cells = {one["id"]: one for one in props.topics}
    assert cells["t1"]["isOut"]
    assert cells["t1"]["cost"] == "€150,000 · not enough money left"
    assert not cells["t2"]["isOut"]
    assert cells["t5"]["said"] == "€300,000, paid for"
    refused = shown(bought(at("money"), "t5", "t1"))
    assert refused.is_remark
    assert refused.instruction == "This costs €150,000, and €100,000 is left. Take something away first."


def test_money_is_written_as_the_language_writes_it() -> None:
    assert "150.000\xa0€" in shown(at("money", "de")).topics[0]["cost"]
    assert "১,৫০,০০০" in shown(at("money", "bn")).topics[0]["cost"]


def test_the_foot_counts_topics_and_pairs_and_says_next_once_one_is_decided() -> None:
    bar = derive_bar_props(scene(on(at("words"), 2)))
    assert (bar.progress_text, bar.next_label, bar.can_go_back) == ("Topic 3 of 6", "Skip this", True)
    graded = derive_bar_props(scene(casting.grade(on(at("words"), 2), code="well")))
    assert (graded.next_label, graded.is_next_primary) == ("Next", True)
    assert derive_bar_props(scene(on(at("pairs"), 1))).progress_text == "Pair 2 of 3"
    assert derive_bar_props(scene(bought(at("money"), "t5"))).progress_text == "€100,000 left of €400,000"


def test_a_pair_tells_which_side_was_preferred() -> None:
    pair = shown(at("pairs"))
    assert shown(casting.prefer(at("pairs"), topic=pair.second["id"])).given == "second"
    assert shown(casting.prefer(at("pairs"), topic="")).given == "alike"
    assert pair.given == ""


def test_a_paper_without_a_question_is_not_marked_as_untranslated() -> None:
    assert shown(at("ranks", "so")).notice == ""


def test_more_about_a_topic_brings_its_picture_and_its_sound() -> None:
    plain = document()
    ranks = next(part for part in plain["parts"] if part["id"] == "ranks")
    media = {"picture": {"en": "media/bus.png"}, "sound": {"en": "media/bus.ogg"}}
    ranks["topics"] = [{"id": "a", "text": {"en": "Buses"}, **media}, {"id": "b", "text": {"en": "Trams"}}]
    plain["parts"] = [{**ranks, "most": 2}]
    files = {"media/bus.png": made_file(PNG), "media/bus.ogg": made_file(OGG)}
    consultation = pack_of(plain, files).consultation
    session = Session.begin(consultation, EN, Draw())
    journey = giving.learn(Journey(EN).at(Answering(Seat(session, RECEIPT))), "a")
    assert isinstance(journey.overlay, Learning)
    loud = replace(scene_of(journey, consultation=consultation), plays=True)
    card = derive_learning_props(loud, journey.overlay)
    assert (card.picture, card.sound) == ("image://pack/bus.png", "media/bus.ogg")
    assert giving.learn(journey.under(None), "b").overlay is None


def test_room_for_a_sentence_says_where_it_goes() -> None:
    props = shown(at("ideas-proposal"))
    assert props.heading["text"] == "Is a sentence missing? Write your own."
    assert "desk" in props.hint["text"]
    assert props.notice == ""


def test_the_check_of_the_answers_tells_every_ballot_in_words() -> None:
    journey = reviewed(PACK, Journey(EN))
    session = journey.session
    assert session is not None
    rows = {
        row["key"]: row["answer"]
        for page in session.answerable
        for row in rows_of(scene(journey), session, page)
    }
    assert rows["ranks"] == "1. Free rooms for local groups\n2. City letters in many languages"
    assert [rows[f"scores-{step}"] for step in range(3)] == ["4", "You skipped this.", "You skipped this."]
    assert rows["dots"] == (
        "City letters in many languages: 2 dots\nA meeting place in every part of the city: 1 dot"
    )
    assert str(rows["money"]).endswith("€210,000 of €400,000")
    assert [rows[f"pairs-{step}"] for step in range(3)] == [
        "City letters in many languages",
        "City letters in many languages",
        "Both alike",
    ]
    assert rows["words"] == "You skipped this."

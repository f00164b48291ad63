"""A resident's whole way, tap by tap, and what is found of it in the end."""

import random
from pathlib import Path

import pytest

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.response import (
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Ended,
    Refused,
    Skipped,
    Voted,
    Written,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag

from ui.demo.visit import Visit

from tests.builders import EN, opened, sample
from tests.journeys.kiosks import begin, hands_at, only_one_stored, tap_all
from tests.sketches import pack_drawn

AR = LanguageTag("ar")


@pytest.mark.parametrize(("language", "is_mirrored"), [("ar", True), ("uk", False)])
def test_what_was_tapped_on_the_whole_sample_is_exactly_what_is_stored(
    place: Path, language: str, is_mirrored: bool
) -> None:
    pack = sample()
    desk = opened(place, pack)
    with hands_at(desk) as hands:
        visit = Visit(hands, pack.consultation, language, random.Random(7))  # noqa: S311 - so as to repeat
        visit.arrive()
        visit.pick_language()
        visit.consent()
        visit.pass_page()
        assert (hands.centre("next").x() < hands.centre("back").x()) is is_mirrored
        visit.go_to_review()
        assert desk.directory.counts().sealed == 0
        visit.send()
        assert desk.directory.counts().sealed == 1
        hands.tap("finish")
        hands.expect("welcome")
    response = only_one_stored(desk)
    assert dict(response.answers) == visit.answers
    assert (response.language, response.ended) == (language, Ended.COMPLETE)
    assert response.fingerprint == pack.consultation.fingerprint
    assert len(response.drawn) == 10
    assert {item for item in visit.answers if item.startswith("s")} == set(response.drawn)


def test_each_kind_of_answer_is_stored_as_it_was_tapped(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        begin(hands)
        tap_all(hands, "choice-bad", "choice-good", "next")
        tap_all(hands, "choice-none", "choice-health", "choice-work", "choice-school", "next")
        hands.write("More buses")
        hands.tap("next")
        first = hands.page
        hands.tap("vote-unsure")
        second = hands.page
        hands.tap("next")
        tap_all(hands, "topic-t2", "topic-t1", "topic-t2", "next")
        hands.tap("preferNot")
        hands.expect("review")
        hands.tap("next")
        hands.expect("thanks")
    response = only_one_stored(desk)
    assert dict(response.answers) == {
        "q1": Answered(Chosen(ChoiceCode("good")), EN),
        "q2": Answered(ChosenMany((ChoiceCode("health"), ChoiceCode("work"))), EN),
        "q3": Answered(Written("More buses"), EN),
        first: Answered(Voted(Vote.UNSURE), EN),
        second: Skipped(),
        "topics": Answered(Approved((TopicId("t1"),)), EN),
        "p1": Refused(),
    }


def test_one_choice_too_many_changes_nothing_and_says_so(place: Path) -> None:
    with hands_at(opened(place, pack_drawn())) as hands:
        begin(hands)
        tap_all(hands, "next", "choice-health", "choice-school")
        before = hands.texts()
        hands.tap("choice-work")
        assert [text for text in hands.texts() if text not in before] == [
            "You can choose only 2. Take one away first."
        ]
        hands.tap("choice-none")
        assert hands.texts() == before


def test_another_language_in_the_middle_keeps_every_answer(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        begin(hands)
        tap_all(hands, "choice-bad", "next", "choice-health", "switchLanguage", "language-ar")
        assert hands.page == "q2"
        assert "Which services are hard to use? (ar)" in hands.texts()
        tap_all(hands, "back", "next", "next", "write", "key-0-0", "switchLanguage", "language-en")
        tap_all(hands, "key-0-0", "done", "next")
        while hands.page != "review":
            hands.tap("next")
        hands.tap("next")
    response = only_one_stored(desk)
    assert response.language == EN
    assert response.sitting.language_switches == 2
    assert response.answers["q1"] == Answered(Chosen(ChoiceCode("bad")), EN)
    assert response.answers["q2"] == Answered(ChosenMany((ChoiceCode("health"),)), EN)
    assert response.answers["q3"] == Answered(Written("ضq"), EN)


def test_an_answer_is_changed_from_the_check_of_all_answers(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        begin(hands, "ar")
        hands.tap("choice-bad")
        while hands.page != "review":
            hands.tap("next")
        tap_all(hands, "change-q1", "choice-unknown", "next")
        hands.expect("review")
        hands.tap("next")
    response = only_one_stored(desk)
    assert response.answers["q1"] == Answered(Chosen(ChoiceCode("unknown")), AR)


def test_how_the_screen_was_used_is_told_with_the_answers(place: Path) -> None:
    desk = opened(place, pack_drawn())
    with hands_at(desk) as hands:
        begin(hands)
        tap_all(hands, "textSize", "textSize", "contrast", "hide")
        assert not [text for text in hands.texts() if "How is it" in text]
        tap_all(hands, "unhide", "help", "close")
        while hands.page != "review":
            hands.tap("next")
        hands.tap("next")
    sitting = only_one_stored(desk).sitting
    assert (sitting.text_size, sitting.contrast) == (3, "dark")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Уроки мови"),
        ("fa-AF", "کورس زبان"),
        ("bn", "ভাষার ক্লাস"),
        ("am", "የቋንቋ ትምህርት"),
        ("zh-Hans", "住房"),
        ("tr", "İş veya iş bulma kurumu"),
    ],
)
def test_words_are_written_on_the_screen_in_their_own_script(place: Path, language: str, text: str) -> None:
    desk = opened(place, pack_drawn(f"languages {language}\nsurvey life\nq1 text 40 What first?"))
    with hands_at(desk) as hands:
        begin(hands, language)
        hands.write(text)
        assert text in hands.texts()
        tap_all(hands, "next", "next")
        hands.expect("thanks")
    assert only_one_stored(desk).answers["q1"] == Answered(Written(text), LanguageTag(language))

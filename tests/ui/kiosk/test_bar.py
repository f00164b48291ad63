"""The way and the tools, page by page."""

import pytest

from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import Answer, Refused
from icc_consult.domain.session import Draw

from ui.kiosk import giving
from ui.kiosk.bar import BarProps, derive_bar_props
from ui.kiosk.journey import Gone, Journey, Picking, Promising, Thanked, Welcome, Wishing

from tests.builders import sample
from tests.domain.forms import entry, form
from tests.ui.kiosk.scenes import EN, RECEIPT, answering, chose, scene_of, voted

SAMPLE = sample().consultation
TOOLS = BarProps(can_switch=True, can_leave=True)


@pytest.mark.parametrize(
    ("stage", "bar"),
    [
        (Welcome(), BarProps(is_bare=True)),
        (Picking(), BarProps(can_go_back=True, can_leave=True)),
        (Wishing(), BarProps(can_go_back=True, can_leave=True, can_switch=True)),
        (Thanked(RECEIPT), TOOLS),
        (Gone(has_deleted=True), TOOLS),
    ],
)
def test_before_and_after_the_questions_there_are_tools_and_a_way_back(
    stage: Welcome | Picking | Wishing | Thanked | Gone, bar: BarProps
) -> None:
    assert derive_bar_props(scene_of(Journey(EN).at(stage))) == bar


def test_consent_is_asked_with_an_equal_no() -> None:
    bar = derive_bar_props(scene_of(Journey(EN).at(Promising())))
    assert (bar.asks_consent, bar.next_label, bar.can_go_back) == (True, "I want to start", True)


@pytest.mark.parametrize(
    ("item", "given", "label", "is_primary"),
    [
        ("q1", None, "Skip this", False),
        ("q1", chose("good"), "Next", True),
        ("q1", Refused(), "Skip this", False),
        ("s1", None, "Skip this", False),
        ("s1", voted(Vote.AGREE), "Next", True),
        ("", None, "Send my answers", True),
    ],
)
def test_next_says_what_it_does(item: str, given: Answer | None, label: str, is_primary: bool) -> None:
    bar = derive_bar_props(scene_of(answering(item, {item: given} if given else {})))
    assert (bar.next_label, bar.is_next_primary) == (label, is_primary)


@pytest.mark.parametrize(
    ("item", "done", "text"),
    [
        ("q1", 0, "Question 1 of 4"),
        ("q3", 2, "Question 3 of 4"),
        ("s2", 4, "Sentence 2 of 2"),
        ("topics", 5, "Mark all you want discussed."),
        ("p1", 6, "Question 4 of 4"),
        ("", 7, "Check your answers"),
    ],
)
def test_progress_glazes_what_is_passed_and_says_it_in_words(item: str, done: int, text: str) -> None:
    bar = derive_bar_props(scene_of(answering(item)))
    assert (bar.progress_count, bar.progress_done, bar.progress_text) == (7, done, text)


def test_a_help_card_is_no_step_of_its_own() -> None:
    bar = derive_bar_props(scene_of(answering("q02-help", consultation=SAMPLE), consultation=SAMPLE))
    assert (bar.next_label, bar.progress_done, bar.progress_text) == ("Continue", 2, "Question 2 of 16")
    assert not bar.can_prefer_not


def test_a_note_before_all_questions_counts_none() -> None:
    note = form(entry("note", "hello"), entry("number", "age"))
    bar = derive_bar_props(scene_of(answering("hello", consultation=note, draw=Draw()), consultation=note))
    assert (bar.progress_done, bar.progress_text) == (0, "")


@pytest.mark.parametrize(("item", "can"), [("q1", True), ("q3", True), ("s1", False), ("topics", False)])
def test_only_a_question_can_be_declined(item: str, can: bool) -> None:
    assert derive_bar_props(scene_of(answering(item))).can_prefer_not is can


@pytest.mark.parametrize("item", ["q1", "q2", "s1", "topics", ""])
def test_every_page_has_a_way_back(item: str) -> None:
    assert derive_bar_props(scene_of(answering(item))).can_go_back


def test_while_somebody_writes_the_keyboard_has_the_place_of_the_way() -> None:
    assert derive_bar_props(scene_of(giving.take_keyboard(answering("q3")))) == TOOLS

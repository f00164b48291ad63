"""Which pages of a form change with the answers, wherever on the page it shows."""

from typing import Any

import pytest

from icc_consult.domain.dependence import referring
from icc_consult.domain.draw import Draw
from icc_consult.domain.response import Answered, Written
from icc_consult.domain.ruled_way import form_of
from icc_consult.domain.session import QuestionPage, Session

from tests.builders import EN
from tests.domain.forms import Entry, entry, form

FIRST = entry("open_text", "first")
SENTENCE = "Is it ${first}?"
TOLD = {"en": SENTENCE}


def around(*entries: Entry, **members: Any) -> Entry:
    return {"id": "around", "kind": "group", "questions": list(entries), **members}


def asked(kind: str = "open_text", **members: Any) -> Entry:
    return entry(kind, "last", **members)


@pytest.mark.parametrize(
    "last",
    [
        asked(text=SENTENCE),
        asked(hint=TOLD),
        asked("single_choice", choices=[{"code": "a", "text": TOLD}, {"code": "b", "text": {"en": "B"}}]),
        asked("single_choice", choices="a b", choice_filter="name = ${first}"),
        around(asked(), text=TOLD),
    ],
)
def test_what_was_answered_shows_wherever_a_page_puts_it_in(last: Entry) -> None:
    begun = Session.begin(form(FIRST, last), EN, Draw())
    pages = {}
    for given in ("a", "b"):
        page = begun.with_answer("first", Answered(Written(given), EN)).pages[-1]
        assert isinstance(page, QuestionPage)
        pages[given] = page
    assert pages["a"] != pages["b"]


def test_a_page_that_no_answer_changes_is_made_once() -> None:
    begun = Session.begin(form(FIRST, asked(relevant="${first} != 'x'")), EN, Draw())
    answered = begun.with_answer("first", Answered(Written("y"), EN))
    assert answered.pages[-1] is begun.pages[-1]


def test_a_form_names_the_entries_whose_pages_change() -> None:
    consultation = form(FIRST, around(asked(), text=TOLD), entry("note", "end", text="$ {first} $"))
    assert form_of(consultation).changing == {"around", "last"}


def test_a_form_whose_texts_mention_nothing_refers_to_nothing() -> None:
    consultation = form(FIRST, asked(relevant="${first} = 'x'"))
    assert referring(consultation.questions()) == frozenset()

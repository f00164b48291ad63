"""A form is open at its first page before any of its rules is run."""

from typing import Any

import pytest

from icc_consult.domain import ruled_way
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.draw import Draw
from icc_consult.domain.first_page import PagesFromFirst, first_page
from icc_consult.domain.response import Answered, Written
from icc_consult.domain.ruled_way import RuledWay
from icc_consult.domain.session import Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import pack_of

from tests.builders import EN
from tests.domain.forms import PAPERS, Entry, entry, form, form_document
from tests.formats.forms.drawn_forms import NAMES, pack_of_form

FR = LanguageTag("fr")
RULED = entry("open_text", "last", relevant="${first} = 'x'")
MENTIONING = {"en": "${last}?"}


def group(*entries: Entry, **members: Any) -> Entry:
    return {"id": "around", "kind": "group", "questions": list(entries), **members}


def asked(name: str = "first", **members: Any) -> Entry:
    return entry("open_text", name, **members)


def first_of(*entries: Entry, draw: Draw | None = None) -> str:
    page = first_page(form(*entries, RULED), draw or Draw())
    return page.id if page else ""


def pages_at_once(consultation: Consultation, draw: Draw) -> tuple[object, ...]:
    """All pages, from a way that was followed before."""
    way = RuledWay(consultation, draw)
    assert way.evaluations >= 0
    pages = way.pages({}, EN)
    assert isinstance(pages, tuple)
    return pages


def test_no_rule_is_run_before_somebody_asks_what_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    consultation = form(asked(), RULED)
    with monkeypatch.context() as patch:
        patch.setattr(ruled_way, "LogicRun", None)
        patch.setattr(ruled_way, "form_of", None)
        session = Session.begin(consultation, EN, Draw())
        assert session.page is not None
        assert session.page.id == "first"
    assert [page.id for page in session.pages] == ["first"]


@pytest.mark.parametrize(
    ("entries", "first"),
    [
        ([asked()], "first"),
        ([asked(relevant="true()")], ""),
        ([asked(text="${last}?")], ""),
        ([entry("calculated", "sum", calculation="1 + 1"), asked()], "first"),
        ([asked("unseen", hidden=True), asked()], "first"),
        ([group(asked())], "first"),
        ([group(asked(), relevant="true()")], ""),
        ([group(asked(), text=MENTIONING)], ""),
        ([{**group(asked()), "kind": "repeat"}], ""),
        ([entry("single_choice", "first", choices=[{"code": "a", "text": MENTIONING}])], ""),
        ([entry("single_choice", "first", choices="a b", choice_filter="name = 'a'")], ""),
    ],
)
def test_it_is_known_where_neither_rules_nor_answers_have_a_say(entries: list[Entry], first: str) -> None:
    assert first_of(*entries) == first


def test_what_the_chosen_route_leaves_out_does_not_come_first() -> None:
    assert first_of(asked("left"), asked(), draw=Draw(leaves_out=frozenset({"left"}))) == "first"
    assert first_of(group(asked("left")), asked(), draw=Draw(leaves_out=frozenset({"around"}))) == "first"


def test_chance_may_have_a_say() -> None:
    assert first_of(asked(), draw=Draw(groups={"around": ("first",)})) == ""


def test_a_ballot_paper_may_come_first() -> None:
    document = form_document(asked(), RULED)
    document["parts"] = [PAPERS[0], *document["parts"]]
    session = Session.begin(pack_of(document).consultation, EN, Draw())
    assert isinstance(session.pages, PagesFromFirst)
    assert [page.id for page in session.pages] == ["rank", "first"]


@pytest.mark.parametrize("name", sorted({*NAMES} - {"random_blocks.xlsx"}))
def test_the_others_follow_as_if_all_had_been_worked_out_at_once(name: str) -> None:
    consultation = pack_of_form(name).consultation
    session = Session.begin(consultation, EN, Draw())
    first, pages = session.page, pages_at_once(consultation, Draw())
    assert session.pages == pages
    assert first == pages[0]
    assert hash(session.pages) == hash(pages)


def test_pages_that_are_asked_for_late_are_still_those_of_the_beginning() -> None:
    begun = Session.begin(form(asked(), RULED), EN, Draw())
    french = begun.in_language(FR)
    answered = french.with_answer("first", Answered(Written("x"), FR))
    assert [page.id for page in answered.pages] == ["first", "last"]
    assert [page.id for page in begun.pages] == ["first"]
    assert [page.id for page in answered.without_answer("first").pages] == ["first"]


def test_what_depends_on_the_language_is_worked_out_in_the_one_it_was_begun_in() -> None:
    named = "jr:choice-name(${first}, '${first}')"
    shown = entry("note", "said", text="${word}")
    consultation = form(
        entry("single_choice", "first", choices="a", default="'a'"),
        entry("calculated", "word", calculation=named),
        shown,
    )
    texts = {}
    for tag in (EN, FR):
        session = Session.begin(consultation, tag, Draw())
        texts[tag] = session.pages[-1].card.title.texts[tag]  # type: ignore[union-attr]
    assert texts == {EN: "A", FR: "A fr fr"}

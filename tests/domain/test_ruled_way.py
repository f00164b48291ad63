"""A form with rules: its pages follow the answers."""

import gc
import weakref
from typing import Any

import pytest

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import (
    Answer,
    Answered,
    AnswerState,
    Chosen,
    Ended,
    Numbered,
    Refused,
    Skipped,
    Value,
    Worked,
    Written,
)
from icc_consult.domain.ruled_way import RuledWay
from icc_consult.domain.session import CardPage, Draw, MorePage, QuestionPage, Session
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import PackRefused, pack_of
from icc_consult.packs.refusals import Reason

from tests.builders import EN
from tests.domain.forms import PAPERS, entry, form, form_document

FR = LanguageTag("fr")


def begin(consultation: Consultation, draw: Draw | None = None) -> Session:
    return Session.begin(consultation, EN, draw or Draw())


def ids(session: Session) -> list[str]:
    return [page.id for page in session.pages]


def given(session: Session, item: str, value: Value) -> Session:
    return session.with_answer(item, Answered(value, EN))


def one(code: str) -> Chosen:
    return Chosen(ChoiceCode(code))


CHILDREN = form(
    entry("single_choice", "has", choices="yes no"),
    entry(
        "number",
        "count",
        relevant="${has} = 'yes'",
        constraint=". <= 3",
        constraint_message={"en": "At most 3."},
    ),
    entry("open_text", "end"),
)


def test_a_question_comes_when_it_applies_and_goes_when_it_does_not() -> None:
    session = begin(CHILDREN)
    assert ids(session) == ["has", "end"]
    session = given(session, "has", one("yes"))
    assert ids(session) == ["has", "count", "end"]
    assert ids(given(session, "has", one("no"))) == ["has", "end"]


def test_what_no_longer_applies_is_not_stored_and_comes_back_when_it_does() -> None:
    session = given(given(begin(CHILDREN), "has", one("yes")), "count", Numbered("2"))
    without = given(session, "has", one("no"))
    assert without.response(Ended.COMPLETE).state("count") is AnswerState.NOT_SHOWN
    again = given(without, "has", one("yes"))
    assert again.response(Ended.COMPLETE).answers["count"] == Answered(Numbered("2"), EN)


def test_an_answer_that_breaks_a_rule_holds_the_page_with_the_words_of_the_form() -> None:
    session = given(given(begin(CHILDREN), "has", one("yes")).at("count"), "count", Numbered("4"))
    assert session.fault is not None
    assert (session.fault.message.texts["en"], session.fault.is_missing) == ("At most 3.", False)
    assert given(session, "count", Numbered("3")).fault is None
    assert session.with_answer("count", Refused()).fault is None


def test_an_answer_that_breaks_a_rule_is_not_stored_when_somebody_leaves() -> None:
    session = given(given(begin(CHILDREN), "has", one("yes")), "count", Numbered("4"))
    assert session.response(Ended.LEFT).answers["count"] == Skipped()
    assert session.answered_count == 1


def test_a_required_answer_may_be_refused_but_not_passed_by() -> None:
    consultation = form(entry("open_text", "name", required="true()"), entry("open_text", "end"))
    session = begin(consultation)
    assert session.fault is not None
    assert session.fault.is_missing
    assert session.with_answer("name", Skipped()).fault is not None
    assert session.with_answer("name", Refused()).fault is None


REGIONS = form(
    entry("single_choice", "country", choices="fr de"),
    entry(
        "single_choice",
        "town",
        choice_filter="country = ${country}",
        choices=[
            {"code": "paris", "text": {"en": "Paris"}, "columns": {"country": "fr"}},
            {"code": "bonn", "text": {"en": "Bonn"}, "columns": {"country": "de"}},
        ],
    ),
    entry("note", "told", text="You live in ${town}."),
)


def town_choices(session: Session) -> list[str]:
    page = next(page for page in session.pages if page.id == "town")
    assert isinstance(page, QuestionPage)
    return [choice.code for choice in page.question.choices]  # type: ignore[union-attr]


def test_a_cascade_offers_what_fits_and_takes_back_what_no_longer_does() -> None:
    session = begin(REGIONS)
    assert "town" not in ids(session)
    session = given(session, "country", one("fr"))
    assert town_choices(session) == ["paris"]
    session = given(session, "town", one("paris"))
    moved = given(session, "country", one("de"))
    assert town_choices(moved) == ["bonn"]
    assert "town" not in moved.answers


def test_a_text_tells_what_was_answered_in_the_words_of_the_choice() -> None:
    session = given(given(begin(REGIONS), "country", one("fr")), "town", one("paris"))
    note = session.pages[-1]
    assert isinstance(note, CardPage)
    assert note.card.title.texts["en"] == "You live in Paris."


PEOPLE = form(
    {
        "id": "person",
        "kind": "repeat",
        "most_rounds": 3,
        "questions": [entry("open_text", "name"), entry("number", "age", relevant="${name} != ''")],
    },
    entry("calculated", "people", calculation="count(${person})"),
    entry("open_text", "end"),
)


def test_every_round_asks_again_until_there_is_no_other_one() -> None:
    session = begin(PEOPLE)
    assert ids(session) == ["name[1]", "person[1]-more", "end"]
    session = given(session, "name[1]", Written("A")).at("person[1]-more").with_another_round()
    assert ids(session) == ["name[1]", "age[1]", "name[2]", "person[2]-more", "end"]
    assert session.page is not None
    assert session.page.id == "name[2]"
    session = given(session, "name[2]", Written("B")).at("person[2]-more").with_another_round()
    assert "person[3]-more" not in ids(session)


def test_what_is_worked_out_is_stored_and_never_shown() -> None:
    session = begin(PEOPLE).at("person[1]-more").with_another_round()
    assert session.response(Ended.COMPLETE).answers["people"] == Answered(Worked("2"), EN)
    assert "people" not in ids(session)


def test_a_repeat_with_a_count_asks_nobody_for_another_round() -> None:
    consultation = form(
        entry("number", "how_many", least=0, most=9),
        {
            "id": "person",
            "kind": "repeat",
            "repeat_count": "${how_many}",
            "most_rounds": 3,
            "questions": [entry("open_text", "name")],
        },
    )
    session = given(begin(consultation), "how_many", Numbered("2"))
    assert ids(session) == ["how_many", "name[1]", "name[2]"]
    assert not any(isinstance(page, MorePage) for page in session.pages)
    assert ids(given(session, "how_many", Numbered("9"))) == ["how_many", "name[1]", "name[2]", "name[3]"]


def test_rounds_within_rounds_are_named_by_both() -> None:
    inner = {"id": "word", "kind": "repeat", "most_rounds": 2, "questions": [entry("open_text", "letter")]}
    consultation = form({"id": "text", "kind": "repeat", "most_rounds": 2, "questions": [inner]})
    session = begin(consultation).at("word[1][1]-more").with_another_round()
    assert ids(session) == ["letter[1][1]", "letter[1][2]", "text[1]-more"]
    session = session.at("text[1]-more").with_another_round()
    assert ids(session)[2:] == ["letter[2][1]", "word[2][1]-more"]
    assert list(consultation.items()) == ["letter[1][1]", "letter[1][2]", "letter[2][1]", "letter[2][2]"]


def test_a_default_stands_there_until_it_is_changed() -> None:
    consultation = form(entry("number", "adults", default="2"), entry("open_text", "end"))
    session = begin(consultation)
    assert session.answers["adults"] == Answered(Numbered("2"), EN)
    changed = given(session, "adults", Numbered("5")).forward().back()
    assert changed.answers["adults"] == Answered(Numbered("5"), EN)


def test_coming_back_from_the_check_leads_past_what_is_answered_to_what_is_new() -> None:
    session = given(begin(CHILDREN), "has", one("no")).forward().forward().at_review()
    back = given(session.at("has"), "has", one("yes"))
    assert back.onward().page is not None
    assert back.onward().page.id == "count"  # type: ignore[union-attr]
    assert back.onward().onward().page is None


def test_an_answer_works_out_only_what_depends_on_it() -> None:
    entries = [entry("open_text", "first")]
    entries += [entry("open_text", f"q{n}", relevant=f"${{q{n - 1}}} != 'x'") for n in range(1, 200)]
    entries[1]["relevant"] = "${first} != 'x'"
    session = begin(form(*entries))
    assert isinstance(session.way, RuledWay)
    before = session.way.evaluations
    given(session, "q150", Written("y"))
    assert session.way.evaluations - before <= 3


def test_ballot_papers_follow_a_survey_with_rules() -> None:
    document = form_document(entry("open_text", "a"), entry("open_text", "b", relevant="${a} != ''"))
    document["parts"] += PAPERS[:1]
    assert ids(begin(pack_of(document).consultation)) == ["a", "rank"]


def test_a_sitting_that_ends_is_gone_at_once_with_its_answers() -> None:
    session = given(begin(CHILDREN), "has", one("yes"))
    way = weakref.ref(session.way)
    gc.disable()
    try:
        del session
        assert way() is None
    finally:
        gc.enable()


def test_what_chance_left_out_is_recorded_as_not_shown() -> None:
    group = {
        "id": "block",
        "kind": "group",
        "draw": 1,
        "questions": [entry("open_text", "a"), entry("open_text", "b")],
    }
    for extra in ({}, {"relevant": "true()"}):
        consultation = form({**group, **extra}, entry("open_text", "end"))
        session = begin(consultation, Draw(groups={"block": ("b",)}))
        assert ids(session) == ["b", "end"]
        response = session.response(Ended.COMPLETE)
        assert response.state("a") is AnswerState.NOT_SHOWN
        assert response.drawn == ("b",)


def test_a_shuffled_group_stands_in_its_drawn_order() -> None:
    questions = [entry("open_text", "a"), entry("open_text", "b")]
    group = {"id": "block", "kind": "group", "shuffled": True, "questions": questions}
    for extra in ({}, {"relevant": "true()"}):
        session = begin(form({**group, **extra}), Draw(groups={"block": ("b", "a")}))
        assert ids(session) == ["b", "a"]


def test_another_language_reads_the_names_of_choices_anew() -> None:
    consultation = form(
        entry("single_choice", "has", choices="yes no"),
        entry("calculated", "name_of_it", calculation="jr:choice-name(${has}, '${has}')"),
        entry("note", "told", text="${name_of_it}"),
    )
    session = given(begin(consultation), "has", one("yes"))
    title = session.in_language(FR).pages[-1].card.title  # type: ignore[union-attr]
    assert title.texts["fr"] == "Yes fr fr"


@pytest.mark.parametrize(
    ("rules", "where"),
    [
        ({"relevant": "unknown-function(${a})"}, "b.relevant"),
        ({"relevant": "${nobody} = 1"}, "b.relevant"),
        ({"constraint": "((("}, "b.constraint"),
    ],
)
def test_a_rule_that_cannot_be_run_is_found_when_the_pack_is_read(rules: dict[str, Any], where: str) -> None:
    with pytest.raises(PackRefused) as refused:
        form(entry("open_text", "a"), entry("open_text", "b", **rules))
    assert (refused.value.reason, refused.value.where) == (Reason.WRONG_LOGIC, where)


def test_rules_that_wait_for_each_other_are_found_when_the_pack_is_read() -> None:
    with pytest.raises(PackRefused) as refused:
        form(entry("open_text", "a", relevant="${b} = 1"), entry("open_text", "b", relevant="${a} = 1"))
    assert refused.value.reason is Reason.WRONG_LOGIC


def test_nothing_is_demanded_of_an_answer_to_what_is_gone() -> None:
    answers: dict[str, Answer] = {"has": Answered(one("no"), EN), "count": Answered(Numbered("9"), EN)}
    session = begin(CHILDREN)
    assert [page.id for page in session.way.pages(answers, EN)] == ["has", "end"]


def test_what_depends_on_the_language_is_worked_out_in_the_one_it_was_begun_in() -> None:
    consultation = form(
        entry("single_choice", "first", choices="a", default="'a'"),
        entry("calculated", "word", calculation="jr:choice-name(${first}, '${first}')"),
        entry("note", "said", text="${word}"),
    )
    texts = {}
    for tag in (EN, FR):
        page = Session.begin(consultation, tag, Draw()).pages[-1]
        assert isinstance(page, CardPage)
        texts[tag] = page.card.title.texts[tag]
    assert texts == {EN: "A", FR: "A fr fr"}


def test_pages_are_those_of_the_answers_they_were_asked_with() -> None:
    begun = begin(form(entry("open_text", "first"), entry("open_text", "last", relevant="${first} = 'x'")))
    answered = given(begun, "first", Written("x"))
    assert ids(answered) == ["first", "last"]
    assert ids(begun) == ids(answered.without_answer("first")) == ["first"]

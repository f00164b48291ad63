"""Answers that a form puts in by itself: they follow what they come from, and fit their question."""

import pytest

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import Answer, Answered, Ended, Numbered, Refused, Skipped, Value, Written
from icc_consult.domain.session import Draw, Session

from tests.builders import EN
from tests.domain.forms import Entry, entry, form


def worked_out(**members: object) -> Consultation:
    shown: Entry = entry("number", "next", calculation="${age} + 1", **members)
    return form(entry("number", "age"), shown, entry("open_text", "end", relevant="${next} > 5"))


def begin(consultation: Consultation) -> Session:
    return Session.begin(consultation, EN, Draw())


def given(session: Session, item: str, value: Value) -> Session:
    return session.at(item).with_answer(item, Answered(value, EN))


def stored(session: Session) -> dict[str, Answer]:
    return dict(session.response(Ended.COMPLETE).answers)


def number(text: str) -> Answered:
    return Answered(Numbered(text), EN)


@pytest.mark.parametrize("members", [{"read_only": True}, {}, {"trigger": "${age}"}])
def test_what_was_worked_out_and_seen_follows_a_changed_answer(members: dict[str, object]) -> None:
    session = given(begin(worked_out(**members)), "age", Numbered("1")).forward().forward()
    assert stored(session)["next"] == number("2")
    session = given(session, "age", Numbered("7"))
    assert stored(session)["next"] == number("8")


def test_what_can_no_longer_be_worked_out_is_no_answer() -> None:
    session = begin(
        form(entry("number", "age"), _named("if(${age} > 3, 'old', '')"), entry("open_text", "end"))
    )
    session = given(session, "age", Numbered("7")).forward().forward()
    assert stored(session)["named"] == Answered(Written("old"), EN)
    session = given(session, "age", Numbered("1"))
    assert stored(session)["named"] == Skipped()
    assert stored(given(session, "age", Numbered("9")))["named"] == Answered(Written("old"), EN)


def _named(calculation: str) -> Entry:
    return entry("open_text", "named", calculation=calculation, read_only=True)


def test_a_hidden_page_comes_back_with_what_is_worked_out_then() -> None:
    shown = entry("number", "next", calculation="${age} + 1", read_only=True, relevant="${age} != 5")
    session = begin(form(entry("number", "age"), shown, entry("open_text", "end")))
    session = given(session, "age", Numbered("1")).forward().forward()
    session = given(given(session, "age", Numbered("5")), "age", Numbered("6"))
    assert stored(session)["next"] == number("7")


def test_a_residents_own_answer_is_not_worked_out_again() -> None:
    session = given(begin(worked_out()), "age", Numbered("1")).forward()
    session = given(session, "next", Numbered("40"))
    assert stored(given(session, "age", Numbered("2")))["next"] == number("40")


@pytest.mark.parametrize("choice", [Refused(), Skipped()])
def test_a_question_that_was_passed_by_stays_so(choice: Answer) -> None:
    session = given(begin(worked_out()), "age", Numbered("1")).forward().with_answer("next", choice)
    assert stored(given(session, "age", Numbered("2")))["next"] == choice


@pytest.mark.parametrize(
    "question",
    [
        entry("date", "asked", default="'soon'"),
        entry("time", "asked", default="'noon'"),
        entry("number", "asked", default="9", most=5),
        entry("number", "asked", default="1.5"),
        entry("ranking", "asked", default="'a a'", choices="a b"),
        entry("multiple_choice", "asked", default="'a b'", choices="a b", max_choices=1),
    ],
    ids=lambda question: question["kind"],
)
def test_what_is_no_answer_to_its_question_is_not_put_in(question: Entry) -> None:
    session = begin(form(question, entry("open_text", "end"))).forward()
    assert stored(session)["asked"] == Skipped()


@pytest.mark.parametrize(
    "members",
    [
        {"default": "now()"},
        {"default": "uuid()"},
        {"calculation": "concat('at ', now())", "read_only": True},
        {"default": "${moment}"},
    ],
    ids=lambda members: next(iter(members.values())),
)
def test_no_question_that_is_shown_lets_the_time_or_a_mark_into_the_answers(
    members: dict[str, object],
) -> None:
    moment = entry("calculated", "moment", calculation="now()")
    session = begin(form(moment, entry("open_text", "asked", **members), entry("open_text", "end"))).forward()
    assert stored(session) == {"asked": Skipped()}

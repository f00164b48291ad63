"""What the pages of a form show, as tables of cases."""

from dataclasses import replace
from typing import Any

import pytest

from icc_consult.domain.response import Answer, Answered, Dated, Numbered, Timed, Written
from icc_consult.domain.survey import Date, MultipleChoice, Number, Question, SingleChoice, Time
from icc_consult.packs import pack_of

from ui.kiosk.asking import question_place
from ui.kiosk.card import derive_given_props
from ui.kiosk.choice import derive_choice_props, derive_steps_props
from ui.kiosk.entering import enter
from ui.kiosk.entry import EntryProps, derive_entry_props
from ui.kiosk.faults import held_back
from ui.kiosk.heading import headed
from ui.kiosk.journey import Answering, Journey, Routing
from ui.kiosk.pick import derive_more_props, derive_route_props
from ui.kiosk.progress import answering_bar
from ui.kiosk.ranking import derive_ranking_props
from ui.kiosk.review import derive_review_props
from ui.kiosk.scene import Scene
from ui.kiosk.writing import derive_writing_props

from tests.domain.forms import en, entry, form_document
from tests.ui.kiosk.scenes import EN, answering, scene_of

CHOICES = "good bad"


def standing(*entries: dict[str, Any], at: str, answer: Answer | None = None, language: str = "en") -> Scene:
    """At the page of this name in a form of these entries."""
    document = form_document(*entries, languages=["en", "fr", "ar", "fa", "am"])
    consultation = pack_of(document).consultation
    answers = {at: answer} if answer else {}
    journey = answering(at, answers, language=language, consultation=consultation)
    return scene_of(journey, consultation=consultation)


def asked(scene: Scene) -> Any:
    """The question of the page."""
    session = scene.journey.session
    assert session
    return session.page.question  # type: ignore[union-attr]


def given(value: Any) -> Answered:
    return Answered(value, EN)


def file_of(**members: Any) -> str:
    """Which file draws a question."""
    scene = standing(entry(members.pop("kind"), "q", **members), at="q")
    session = scene.journey.session
    assert session
    return question_place(scene, session, session.page).file  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("members", "file"),
    [
        ({"kind": "number"}, "EntryPage"),
        ({"kind": "number", "least": 1, "most": 5, "step": 1}, "TilesPage"),
        ({"kind": "number", "least": 1, "most": 50, "step": 1}, "EntryPage"),
        ({"kind": "date"}, "EntryPage"),
        ({"kind": "time"}, "EntryPage"),
        ({"kind": "scale", "choices": CHOICES}, "ChoicePage"),
        ({"kind": "scale", "choices": CHOICES, "looks": ["likert"]}, "TilesPage"),
        ({"kind": "single_choice", "choices": CHOICES, "looks": ["minimal"]}, "ChoicePage"),
        ({"kind": "single_choice", "choices": CHOICES, "looks": ["columns"]}, "TilesPage"),
        ({"kind": "open_text"}, "WritingPage"),
        ({"kind": "open_text", "read_only": True, "default": "'x'"}, "CardPage"),
    ],
)
def test_each_kind_and_look_has_its_page(members: dict[str, Any], file: str) -> None:
    assert file_of(**members) == file


@pytest.mark.parametrize(
    ("members", "instruction"),
    [
        ({}, ""),
        ({"least": 0, "most": 120}, "From 0 to 120"),
        ({"least": 1}, "1 or more"),
        ({"most": 9}, "9 or less"),
    ],
)
def test_a_number_tells_its_bounds(members: dict[str, Any], instruction: str) -> None:
    assert entry_props(entry("number", "q", **members)).instruction == instruction


def entry_props(one: dict[str, Any], answer: Any = None, language: str = "en") -> EntryProps:
    scene = standing(one, at="q", answer=given(answer) if answer else None, language=language)
    question = asked(scene)
    assert isinstance(question, Number | Date | Time)
    return derive_entry_props(scene, question)


@pytest.mark.parametrize(
    ("members", "keys"),
    [
        ({"least": 0}, ["", "0", "erase"]),
        ({}, ["sign", "0", "erase"]),
        ({"least": 0, "whole": False}, ["mark", "0", "erase"]),
        ({"whole": False}, ["mark", "", "0", "", ""]),
    ],
)
def test_a_pad_has_a_sign_and_a_mark_only_where_they_are_allowed(
    members: dict[str, Any], keys: list[str]
) -> None:
    props = entry_props(entry("number", "q", **members))
    assert [key["code"] for key in props.keys][-len(keys) :] == keys


def test_digits_are_those_of_the_language_and_stored_ones_are_ascii() -> None:
    props = entry_props(entry("number", "q", whole=False), Numbered("-12.5"), "fa")
    assert props.parts[0]["text"] == "−۱۲٫۵"
    assert [key["label"] for key in props.keys[:3]] == ["۱", "۲", "۳"]
    assert [key["code"] for key in props.keys[:3]] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("language", "parts", "note"),
    [
        ("en", ["1990", "September", "30"], ""),
        ("fa", ["۱۳۶۹", "مهر", "۸"], "۳۰ سپتامبر ۱۹۹۰"),
        ("am", ["1983", "መስከረም", "20"], "30 ሴፕቴምበር 1990"),
    ],
)
def test_a_date_stands_in_the_calendar_of_the_language_with_the_gregorian_one_beside_it(
    language: str, parts: list[str], note: str
) -> None:
    props = entry_props(entry("date", "q"), Dated("1990-09-30"), language)
    assert [part["text"] for part in props.parts] == parts
    assert note in props.note
    assert bool(props.note) is bool(note)


def test_days_are_as_many_as_the_month_has() -> None:
    scene = standing(entry("date", "q"), at="q")
    journey = scene.journey
    for code in (*"2023", "pick-2"):
        journey = enter(journey, code=code)
    props = derive_entry_props(replace(scene, journey=journey), asked(scene))
    assert [key["code"] for key in props.keys][-1] == "pick-28"


def test_a_number_with_few_steps_is_picked_from_a_row() -> None:
    scene = standing(
        entry("number", "q", least=1, most=5, step=1, looks=["rating"]), at="q", answer=given(Numbered("4"))
    )
    props = derive_steps_props(scene, asked(scene))
    assert [one["code"] for one in props.choices] == ["1", "2", "3", "4", "5"]
    assert (props.chosen, props.layout, props.sign) == (("4",), "row", "star")


@pytest.mark.parametrize(
    ("looks", "layout", "sign"),
    [
        ([], "list", "ring"),
        (["likert"], "row", "ring"),
        (["horizontal"], "row", "ring"),
        (["minimal"], "compact", "ring"),
        (["picker"], "compact", "ring"),
        (["columns"], "grid", "ring"),
        (["no-buttons"], "grid", ""),
        (["unheard-of"], "list", "ring"),
    ],
)
def test_a_look_decides_how_choices_stand(looks: list[str], layout: str, sign: str) -> None:
    scene = standing(entry("single_choice", "q", choices=CHOICES, looks=looks), at="q")
    question = asked(scene)
    assert isinstance(question, SingleChoice | MultipleChoice)
    props = derive_choice_props(scene, question)
    assert (props.layout, props.sign) == (layout, sign)


REPEAT = entry("repeat", "kids", text="Children", questions=[entry("number", "age")], most_rounds=3)
GROUP = entry(
    "group", "home", text="Your home", questions=[entry("number", "rooms", hint=en("With the kitchen"))]
)


@pytest.mark.parametrize(
    ("entries", "at", "above", "hint"),
    [
        ([GROUP], "rooms", "Your home", "With the kitchen"),
        ([REPEAT], "age[1]", "Children · 1", ""),
        ([entry("number", "q")], "q", "", ""),
    ],
)
def test_over_a_question_stands_its_group_and_its_round(
    entries: list[dict[str, Any]], at: str, above: str, hint: str
) -> None:
    scene = standing(*entries, at=at)
    heading = headed(scene, asked(scene))
    assert (heading["above"], heading["hint"]) == (above, hint)


def test_after_a_round_two_ways_on_weigh_the_same() -> None:
    scene = standing(REPEAT, at="kids[1]-more")
    session = scene.journey.session
    assert session
    props = derive_more_props(scene, session.page)  # type: ignore[arg-type]
    assert (props.heading["text"], props.heading["above"]) == ("Is there another one?", "Children")
    assert [way["code"] for way in props.ways] == ["more", "enough"]
    bar = answering_bar(scene, session)
    assert (bar.next_label, bar.can_prefer_not) == ("", False)


def routes(*routes: dict[str, Any]) -> list[tuple[object, object]]:
    consultation = pack_of(form_document(entry("number", "q"), minutes=9, routes=list(routes))).consultation
    scene = scene_of(Journey(EN).at(Routing()), consultation=consultation)
    return [(way["code"], way["second"]) for way in derive_route_props(scene).ways]


SHORT = {"id": "short", "text": en("Short"), "minutes": 1, "leaves_out": ["q"]}
LONG = {"id": "long", "text": en("Long"), "minutes": 8}


def test_the_whole_way_is_offered_where_every_route_is_shorter() -> None:
    assert routes(SHORT, LONG) == [("short", "About 1 minute"), ("long", "About 8 minutes")]
    assert routes(SHORT) == [("short", "About 1 minute"), ("whole-way", "About 9 minutes")]


MUST = entry(
    "single_choice", "q", choices=CHOICES, required="true()", required_message=en("The city has to know.")
)
EVEN = entry("number", "q", constraint=". mod 2 = 0", constraint_message=en("An even number, please."))
PLAIN_MUST = entry("single_choice", "q", choices=CHOICES, required="true()")
BOUND = entry("number", "q", least=0, most=9)


@pytest.mark.parametrize(
    ("one", "codes", "told"),
    [
        (MUST, (), "The city has to know."),
        (PLAIN_MUST, (), "Please answer, or choose “I prefer not to answer”."),
        (EVEN, ("3",), "An even number, please."),
        (entry("number", "q"), ("sign",), "This number does not fit."),
        (entry("date", "q"), ("1",), "This date is not complete yet."),
        (entry("time", "q"), ("pick-7",), "This time is not complete yet."),
    ],
)
def test_who_cannot_go_on_reads_why(one: dict[str, Any], codes: tuple[str, ...], told: str) -> None:
    scene = standing(one, at="q")
    journey = scene.journey
    for code in codes:
        journey = enter(journey, code=code)
    stayed = held_back(journey)
    assert stayed is not None
    question: Question = asked(scene)
    assert headed(scene, question)["fault"] == ""
    assert headed(replace(scene, journey=stayed), question)["fault"] == told
    assert isinstance(journey.stage, Answering)
    bar = answering_bar(replace(scene, journey=journey), journey.stage.session)
    assert bar.next_label == "Next"
    assert bar.can_prefer_not


@pytest.mark.parametrize(
    ("one", "value", "language", "told"),
    [
        (entry("number", "q", whole=False), Numbered("1.5"), "fr", "1,5"),
        (entry("date", "q"), Dated("1990-09-30"), "en", "30 September 1990"),
        (entry("date", "q"), Dated("2025-03-20"), "fa", "۳۰ اسفند ۱۴۰۳"),
        (entry("date", "q", precision="month"), Dated("2018-09"), "en", "September 2018"),
        (entry("date", "q", precision="year"), Dated("2018"), "en", "2018"),
        (entry("time", "q"), Timed("07:05"), "fa", "۰۷:۰۵"),
    ],
)
def test_the_check_tells_what_was_entered(one: dict[str, Any], value: Any, language: str, told: str) -> None:
    scene = standing(one, at="q", answer=given(value), language=language)
    session = scene.journey.session
    assert session
    assert [row["answer"] for row in derive_review_props(scene, session).rows] == [told]


def test_shuffled_choices_stand_as_this_sitting_drew_them() -> None:
    codes = "one two three four five six"
    scene = standing(entry("single_choice", "q", choices=codes, shuffled=True), at="q")
    stage = scene.journey.stage
    assert isinstance(stage, Answering)
    orders = set()
    for seed in (1, 2, 1):
        session = replace(stage.session, draw=replace(stage.session.draw, seed=seed))
        at = scene.journey.at(replace(stage, seat=replace(stage.seat, session=session)))
        props = derive_choice_props(replace(scene, journey=at), asked(scene))
        orders.add(tuple(str(one["code"]) for one in props.choices))
    assert len(orders) == 2
    assert {frozenset(order) for order in orders} == {frozenset(codes.split())}


def test_a_ranked_question_says_too_what_its_form_demands() -> None:
    scene = standing(
        entry("ranking", "q", choices=CHOICES, required="true()", hint=en("All of them")), at="q"
    )
    stayed = held_back(scene.journey)
    assert stayed is not None
    heading = derive_ranking_props(replace(scene, journey=stayed), asked(scene)).heading
    assert (heading["hint"], heading["fault"]) == (
        "All of them",
        "Please answer, or choose “I prefer not to answer”.",
    )


def test_hidden_letters_are_dots_on_the_page_and_at_the_check() -> None:
    scene = standing(entry("open_text", "q", masked=True), at="q", answer=given(Written("abc")))
    session = scene.journey.session
    assert session
    assert derive_writing_props(scene, asked(scene)).words == "●●●"
    assert [row["answer"] for row in derive_review_props(scene, session).rows] == ["●●●"]


def test_what_the_form_fills_in_is_read_and_not_changed() -> None:
    one = entry("number", "q", read_only=True)
    scene = standing(one, at="q", answer=given(Numbered("7")))
    session = scene.journey.session
    assert session
    props = derive_given_props(scene, session, session.page)  # type: ignore[arg-type]
    assert [line["text"] for line in props.lines] == ["7", "This was filled in for you."]

"""What a survey of LimeSurvey becomes at the kiosk, whichever version wrote it."""

import pytest

from icc_consult.domain.survey import Survey
from icc_consult.formats.limesurvey.changes import Change
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.limesurvey.sentences import CHANGES, LIME_LOSSES
from icc_consult.packs import pack_of

from tests.formats.limesurvey.drawing import Drawn

BOTH = pytest.mark.parametrize("old", [True, False])
END = ("S", "end")


def kinds(drawn: Drawn) -> dict[str, object]:
    return {name: entry["kind"] for name, entry in drawn.entries().items() if name != "group-1"}


@BOTH
def test_every_language_of_a_survey_is_read(old: bool) -> None:
    drawn = Drawn("en", "ar", "de-informal", old=old)
    drawn.told(title={"en": "Ways", "ar": "طرق"}, welcometext="<p>Hello</p><p>you</p>", endtext={"en": "Bye"})
    drawn.group({"en": "Travel", "ar": "سفر"})
    answers = {"A1": {"en": "Bus", "ar": "حافلة"}, "A2": {"en": "Bike", "ar": "دراجة", "de-informal": "Rad"}}
    drawn.ask("L", "way", {"en": "How?", "ar": "كيف؟", "de-informal": "Wie?"}, answers=answers)
    document = drawn.document()
    assert document["languages"] == ["en", "ar", "de"]
    assert document["title"] == {"en": "Ways", "ar": "طرق"}
    assert [line["ar"] for line in document["consent"]["lines"]] == ["Hello", "you"]
    assert document["finish"]["lines"] == [{"en": "Bye"}]
    way = drawn.entries()["way"]
    assert way["text"] == {"en": "How?", "ar": "كيف؟", "de": "Wie?"}
    assert [choice["text"] for choice in way["choices"]] == [
        {"en": "Bus", "ar": "حافلة"},
        {"en": "Bike", "ar": "دراجة", "de": "Rad"},
    ]
    assert drawn.entries()["group-1"]["text"] == {"en": "Travel", "ar": "سفر"}


@BOTH
@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("L", "single_choice"),
        ("!", "single_choice"),
        ("O", "single_choice"),
        ("Y", "single_choice"),
        ("G", "single_choice"),
        ("5", "scale"),
        ("M", "multiple_choice"),
        ("P", "multiple_choice"),
        ("R", "ranking"),
        ("S", "open_text"),
        ("T", "open_text"),
        ("U", "open_text"),
        ("N", "number"),
        ("D", "date"),
        ("X", "note"),
    ],
)
def test_every_letter_becomes_its_kind(letter: str, kind: str, old: bool) -> None:
    drawn = Drawn(old=old).ask(letter, "q", subquestions="ab", answers="xy").ask(*END)
    assert kinds(drawn)["q"] == kind
    drawn.consultation()


@pytest.mark.parametrize(
    ("letter", "rows"),
    [
        ("F", {"q_a": "single_choice", "q_b": "single_choice"}),
        ("H", {"q_a": "single_choice", "q_b": "single_choice"}),
        ("A", {"q_a": "scale", "q_b": "scale"}),
        ("B", {"q_a": "scale", "q_b": "scale"}),
        ("C", {"q_a": "single_choice", "q_b": "single_choice"}),
        ("E", {"q_a": "single_choice", "q_b": "single_choice"}),
        ("Q", {"q_a": "open_text", "q_b": "open_text"}),
        ("K", {"q_a": "number", "q_b": "number"}),
        ("1", dict.fromkeys(("q_a_0", "q_a_1", "q_b_0", "q_b_1"), "single_choice")),
        (":", dict.fromkeys(("q_a_m", "q_a_n", "q_b_m", "q_b_n"), "number")),
        (";", dict.fromkeys(("q_a_m", "q_a_n", "q_b_m", "q_b_n"), "open_text")),
    ],
)
def test_an_array_is_a_group_with_a_question_for_every_row(letter: str, rows: dict[str, str]) -> None:
    drawn = Drawn().ask(letter, "q", subquestions="ab", columns="mn", answers="xy", more_answers="vw")
    assert kinds(drawn) == {"q": "group", **rows}
    drawn.consultation()


def test_a_grid_of_boxes_is_a_multiple_choice_for_every_row() -> None:
    boxes = {"multiflexible_checkbox": "1"}
    drawn = Drawn().ask(":", "q", subquestions="a", columns="mn", attributes=boxes)
    drawn.ask("S", "why", relevance='q_a_m.NAOK == "1"')
    assert kinds(drawn) == {"q": "group", "q_a": "multiple_choice", "why": "open_text"}
    assert drawn.entries()["why"]["relevant"] == "selected(${q_a}, 'm')"


@BOTH
def test_other_is_one_more_choice_and_a_text(old: bool) -> None:
    attributes = {"other_replace_text": "Something else"}
    drawn = Drawn(old=old).ask("L", "q", answers=("A1",), other="Y", attributes=attributes)
    drawn.ask("S", "why", relevance='q.NAOK == "-oth-" && q_other.NAOK != ""')
    found = drawn.entries()
    assert [choice["code"] for choice in found["q"]["choices"]] == ["A1", "other"]
    assert found["q_other"]["relevant"] == "selected(${q}, 'other')"
    assert found["why"]["relevant"] == "(${q} = 'other') and (${q_other} != '')"


def test_other_finds_a_code_that_nobody_has() -> None:
    found = Drawn().ask("M", "q", subquestions=("other", "other2"), other="Y").entries()
    assert found["q"]["choices"][-1]["code"] == "other3"
    assert found["q_other"]["relevant"] == "selected(${q}, 'other3')"


def test_remarks_beside_choices_are_asked_where_they_are_marked() -> None:
    found = Drawn().ask("P", "q", subquestions=("a",)).ask("O", "r", answers=("x",)).entries()
    assert found["q_acomment"]["relevant"] == "selected(${q}, 'a')"
    assert found["r_comment"]["kind"] == "open_text"


def test_exclusive_choices_and_bounds_are_kept() -> None:
    attributes = {"exclude_all_others": "c", "max_answers": "2", "min_answers": "1"}
    drawn = Drawn().ask("M", "q", subquestions="abc", attributes=attributes, mandatory="Y")
    entry = drawn.entries()["q"]
    assert [choice.get("exclusive", False) for choice in entry["choices"]] == [False, False, True]
    assert (entry["max_choices"], entry["constraint"]) == (2, "count-selected(.) >= 1")
    assert entry["required"] == "true()"


@pytest.mark.parametrize(
    ("letter", "attributes", "constraint"),
    [
        ("N", {"min_num_value_n": "3", "max_num_value_n": "9"}, "(. >= 3) and (. <= 9)"),
        ("N", {"em_validation_q": "self.NAOK != 4"}, ". != 4"),
        ("D", {"date_min": "2020-01-01"}, ". >= date('2020-01-01')"),
    ],
)
def test_bounds_are_constraints(letter: str, attributes: dict[str, str], constraint: str) -> None:
    drawn = Drawn().ask(letter, "q", attributes=attributes)
    assert drawn.entries()["q"]["constraint"] == constraint
    drawn.consultation()


def test_a_pattern_is_found_anywhere_in_an_answer() -> None:
    drawn = Drawn().ask("S", "q", preg="/^[a-z]+@/i")
    assert drawn.entries()["q"]["constraint"] == r"regex(., '(?i)[\s\S]*(?:^[a-z]+@)[\s\S]*')"
    assert Drawn().ask("S", "q", preg="/(?=x)/").losses() == [("questions", "lime_check", "q")]


def test_numbers_of_one_question_may_have_to_add_up() -> None:
    drawn = Drawn().ask("K", "q", subquestions="ab", attributes={"equals_num_value": "100"})
    found = drawn.entries()
    assert "constraint" not in found["q_a"]
    assert found["q_b"]["constraint"] == "sum(${q_a}, .) = 100"


@pytest.mark.parametrize(
    ("written", "kind", "precision"),
    [
        ("dd.mm.yyyy", "date", "day"),
        ("mm/yyyy", "date", "month"),
        ("yyyy", "date", "year"),
        ("HH:MM", "time", "day"),
    ],
)
def test_the_format_of_a_date_tells_how_exact_it_is(written: str, kind: str, precision: str) -> None:
    entry = Drawn().ask("D", "q", attributes={"date_format": written}).entries()["q"]
    assert (entry["kind"], entry.get("precision", "day")) == (kind, precision)


def test_what_a_kiosk_cannot_ask_is_refused_by_name_or_left_out_when_agreed() -> None:
    moment = {"date_format": "dd.mm.yyyy HH:MM"}
    drawn = Drawn().ask("|", "photo").ask("D", "when", attributes=moment).ask("Z", "odd").ask(*END)
    refused = drawn.read()
    assert refused.document is None
    assert sorted(one.detail["name"] for one in refused.problems if one.is_error) == ["odd", "photo", "when"]
    agreed = drawn.read(leaves_out=True)
    assert agreed.document is not None
    assert not any(one.is_error for one in agreed.problems)
    assert [one["id"] for one in agreed.document["parts"][0]["questions"][0]["questions"]] == ["end"]


def test_a_question_for_the_language_is_dropped_with_a_word() -> None:
    drawn = Drawn().ask("I", "lang").ask(*END)
    assert drawn.losses() == [("questions", LimeLoss.LANGUAGE_SWITCH, "lang")]
    assert "lang" not in drawn.entries()


@BOTH
def test_what_cannot_be_translated_is_always_shown_and_told(old: bool) -> None:
    drawn = Drawn(old=old).group(grelevance="rand(1,2) == 1").ask("S", "a", relevance="strpos(b, 'x')")
    drawn.ask("S", "b", relevance="1")
    found = drawn.read().problems
    assert [(one.what, one.sheet, one.row, one.column) for one in found] == [
        (LimeLoss.GROUP_RELEVANCE, "groups", 1, "grelevance"),
        (LimeLoss.RELEVANCE, "questions", 1, "relevance"),
    ]
    assert found[1].detail == {"name": "a", "expression": "strpos(b, 'x')", "piece": "strpos()"}
    assert "relevant" not in drawn.entries()["a"]
    assert "relevant" not in drawn.entries()["group-1"]


def test_relevance_that_runs_in_a_circle_ends() -> None:
    drawn = Drawn().ask("S", "a", relevance="b != 'x'").ask("S", "b", relevance="a != 'x'")
    assert "lime_relevance" in [what for _, what, _ in drawn.losses()]


def test_a_long_row_of_questions_that_wait_for_each_other_is_read() -> None:
    drawn = Drawn()
    for number in range(400):
        drawn.ask("S", f"q{number}", relevance=f"q{number + 1} != 'x'")
    assert "lime_relevance" in [what for _, what, _ in drawn.losses()]


def test_a_hidden_group_hides_what_depends_on_it() -> None:
    drawn = Drawn().ask("Y", "first")
    drawn.group("Second", grelevance='first.NAOK == "Y"').ask("Y", "inner").ask(
        *END, relevance='inner != "Y"'
    )
    assert drawn.entries()["group-2"]["relevant"] == "${first} = 'Y'"
    assert drawn.entries()["end"]["relevant"] == "(${first} = 'Y') and (${inner} != 'Y')"
    drawn.consultation()


def test_old_conditions_that_no_equation_repeats_are_told() -> None:
    drawn = Drawn().ask("Y", "a").ask("S", "b", relevance="1")
    number = next(row["qid"] for row in drawn.rows["questions"] if row["title"] == "b")
    drawn._add("conditions", qid=number, cfieldname="4711X1X2", value="Y")
    assert drawn.losses() == [("questions", LimeLoss.CONDITIONS, "b")]


def test_equations_are_worked_out_where_they_can_be() -> None:
    drawn = (
        Drawn().ask("N", "age").ask("*", "sum", "{sum(age.NAOK, 3)}").ask("*", "odd", "{rand(1)} of {age}")
    )
    drawn.ask("S", "why", relevance="sum > 10").ask("S", "not", relevance="odd > 10")
    found = drawn.entries()
    assert (found["sum"]["kind"], found["sum"]["calculation"]) == ("calculated", "sum(${age}, 3)")
    assert found["why"]["relevant"] == "${sum} > 10"
    assert "odd" not in found
    assert [(what, name) for _, what, name in drawn.losses()] == [
        (LimeLoss.EQUATION, "odd"),
        (LimeLoss.RELEVANCE, "not"),
    ]
    drawn.consultation()


def test_neighbours_in_random_order_make_a_shuffled_group() -> None:
    drawn = Drawn().ask("S", "a", attributes={"random_group": "r"})
    drawn.ask("S", "b", attributes={"random_group": "r"}).ask("S", "c")
    found = drawn.entries()
    assert found["a-shuffled"]["shuffled"] is True
    assert [one["id"] for one in found["a-shuffled"]["questions"]] == ["a", "b"]


def test_groups_in_random_order_lie_in_a_shuffled_group() -> None:
    drawn = Drawn()
    for name in "ab":
        drawn.group(name, randomization_group="r").ask("S", name)
    found = drawn.entries()
    assert [one["id"] for one in found["group-1-shuffled"]["questions"]] == ["group-1", "group-2"]


def test_a_group_apart_from_its_random_neighbours_stays_and_is_told() -> None:
    drawn = Drawn()
    for name, order in (("a", "r"), ("b", ""), ("c", "r")):
        drawn.group(name, randomization_group=order).ask("S", name)
    assert [what for _, what, _ in drawn.losses()] == [LimeLoss.ORDER, LimeLoss.ORDER]


def test_defaults_are_kept_where_they_are_fixed() -> None:
    drawn = Drawn().ask("L", "q", answers=("A1", "A2")).ask("S", "r")
    for code, value in (("q", "A2"), ("r", "{age + 1}")):
        number = next(row["qid"] for row in drawn.rows["questions"] if row["title"] == code)
        drawn._add("defaultvalues", dvid=number, qid=number, sqid="0", scale_id="0", specialtype="")
        drawn._add("defaultvalue_l10ns", dvid=number, language="en", defaultvalue=value)
    assert drawn.entries()["q"]["default"] == "'A2'"
    assert drawn.losses() == [("questions", LimeLoss.DEFAULT, "r")]


def test_answers_stand_in_texts_by_name() -> None:
    drawn = Drawn().ask("S", "name").ask("X", "hi", "<b>Hi {name.NAOK}</b>, {if(1, 2, 3)}{ not this }")
    assert drawn.entries()["hi"]["text"] == {"en": "Hi ${name}, …{ not this }"}
    assert drawn.losses() == [("questions", LimeLoss.EXPRESSION_IN_TEXT, "hi")]


def test_a_code_that_is_used_twice_gets_another() -> None:
    drawn = Drawn().ask("S", "q").ask("S", "Q").ask("S", "")
    assert list(kinds(drawn)) == ["q", "Qx2", "q4"]
    assert [what for _, what, _ in drawn.losses()] == [LimeLoss.DUPLICATE_CODE, LimeLoss.NO_CODE]


def test_an_array_without_rows_is_told_and_not_asked() -> None:
    assert Drawn().ask("F", "q", answers="xy").ask(*END).losses() == [
        ("questions", LimeLoss.NOTHING_TO_ANSWER, "q")
    ]


def test_a_whole_survey_is_a_consultation_with_its_logic() -> None:
    drawn = (
        Drawn("en", "ar")
        .group("G")
        .ask("Y", "a")
        .ask("F", "b", subquestions="xy", answers="mn", mandatory="Y")
    )
    drawn.ask("S", "c", relevance='b_x.NAOK == "m" and a == "Y"')
    [part] = drawn.consultation().parts
    assert isinstance(part, Survey)
    assert [question.id for question in part.asked] == ["a", "b_x", "b_y", "c"]


def test_everything_that_can_be_told_has_its_sentences() -> None:
    assert set(LIME_LOSSES) == set(LimeLoss)
    assert set(CHANGES) == set(Change)
    assert pack_of(Drawn().ask(*END).document()).consultation.languages == ("en",)


def test_codes_that_are_numbers_to_one_side_only_are_not_compared_as_numbers() -> None:
    drawn = Drawn().ask("L", "q", answers=("01", "02")).ask("S", "a", relevance="q.NAOK == 1")
    drawn.ask("S", "b", relevance='q.NAOK == "01"')
    assert drawn.losses() == [("questions", LimeLoss.RELEVANCE, "a")]
    assert drawn.entries()["b"]["relevant"] == "${q} = '01'"


def test_the_row_of_the_first_language_decides_where_others_differ() -> None:
    drawn = Drawn("en", "fr", old=True).ask("S", "q", mandatory="Y").ask("S", "r")
    [_, french] = [row for row in drawn.rows["questions"] if row["title"] == "q"]
    french["mandatory"] = "N"
    assert drawn.entries()["q"]["required"] == "true()"

"""A consultation as LimeSurvey's table, and what comes back from there."""

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.cli import DONE, main
from icc_consult.formats.limesurvey.changes import Change
from icc_consult.formats.limesurvey.coding import Codes
from icc_consult.formats.limesurvey.reading import read_survey
from icc_consult.formats.limesurvey.writing import Written, written_survey
from icc_consult.packs import pack_of, write_pack
from icc_consult.sources import read_source

from tests.builders import sample
from tests.domain.forms import PAPERS, entry, everything, form_document

Row = Mapping[str, str]
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")


def rows_of(written: Written) -> list[Row]:
    assert written.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(written.content.decode("utf-8-sig"), newline=""), delimiter="\t"))


def rows(*entries: Mapping[str, Any], of: str = "Q", language: str = "en", **members: Any) -> list[Row]:
    found = rows_of(written_survey(form_document(*entries, **members)))
    return [row for row in found if row["class"] == of and row["language"] == language]


def changes(*entries: Mapping[str, Any], **members: Any) -> list[tuple[str, str]]:
    notes = written_survey(form_document(*entries, **members)).notes
    return [(note.change.value, note.detail.get("name", "")) for note in notes]


def back(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All questions that come back, those inside groups too."""
    read = read_survey(written_survey(document).content)
    assert read.document is not None, read.problems
    assert not read.problems
    pack_of(read.document)
    return list(_all(read.document["parts"][0]["questions"]))


def _all(entries: Sequence[dict[str, Any]]):
    for one in entries:
        if one["kind"] != "group":
            yield one
        yield from _all(one.get("questions", ()))


def test_the_table_stands_in_the_order_that_limesurvey_reads() -> None:
    found = rows_of(written_survey(form_document(entry("single_choice", "q", choices="a b"))))
    assert [(row["class"], row["name"], row["language"]) for row in found] == [
        ("S", "language", ""),
        ("S", "additional_languages", ""),
        ("S", "format", ""),
        ("S", "anonymized", ""),
        ("SL", "surveyls_title", "en"),
        ("SL", "surveyls_title", "fr"),
        ("G", "Form", "en"),
        ("Q", "q", "en"),
        ("A", "a", "en"),
        ("A", "b", "en"),
        ("G", "Form fr", "fr"),
        ("Q", "q", "fr"),
        ("A", "a", "fr"),
        ("A", "b", "fr"),
    ]
    assert list(found[0])[:6] == ["id", "related_id", "class", "type/scale", "name", "relevance"]


def test_one_thing_has_one_number_in_every_language() -> None:
    found = rows_of(written_survey(everything()))
    numbers: dict[tuple[str, str], set[str]] = {}
    for row in found:
        if row["class"] in {"Q", "SQ"}:
            numbers.setdefault((row["class"] + row["related_id"], row["name"]), set()).add(row["id"])
    assert all(len(found) == 1 for found in numbers.values())
    flat = [number for found in numbers.values() for number in found]
    assert len(flat) == len(set(flat))


@pytest.mark.parametrize("document", [everything(), sample().document], ids=["everything", "sample"])
def test_names_and_codes_fit_into_limesurvey(document: Mapping[str, Any]) -> None:
    for row in rows_of(written_survey(document)):
        if row["class"] == "Q":
            assert CODE.fullmatch(row["name"])
        if row["class"] in {"A", "SQ"}:
            assert row["name"].isalnum()
            assert len(row["name"]) <= (5 if row["class"] == "A" else 20)


KINDS = {
    "single": "L",
    "scale": "L",
    "many": "M",
    "order": "R",
    "words": "S",
    "whole": "N",
    "share": "N",
    "day": "D",
    "clock": "D",
    "note": "X",
    "twice": "*",
    "rank": "R",
    "judge": "F",
    "score": "F",
    "dots": "K",
    "money": "M",
    "pairsbuspark": "L",
    "say": "F",
    "sayown": "T",
}


def test_every_kind_has_its_letter() -> None:
    found = rows_of(written_survey(everything()))
    letters = {row["name"]: row["type/scale"] for row in found if row["class"] == "Q"}
    assert letters.items() >= KINDS.items()


def test_the_sample_comes_back_with_every_question_language_and_choice() -> None:
    document = sample().document
    read = read_survey(written_survey(document).content)
    assert read.document is not None
    assert set(read.document["languages"]) == set(document["languages"])
    assert read.document["title"] == document["title"]
    before = [
        one for part in document["parts"] if part["kind"] == "survey" for one in _all(part["questions"])
    ]
    after = {one["id"]: one for one in _all(read.document["parts"][0]["questions"])}
    assert len(before) > 5
    for one in before:
        assert after[one["id"]]["text"] == one["text"]
        texts = [choice["text"] for choice in one.get("choices", ())]
        assert [choice["text"] for choice in after[one["id"]].get("choices", ())] == texts


def test_rules_of_a_form_come_back() -> None:
    choices = [{"code": code, "text": {"en": code, "fr": code}} for code in ("a", "none")]
    choices[1]["exclusive"] = True
    document = form_document(
        entry("number", "age", least=3, most=99, required="true()"),
        entry("multiple_choice", "many", choices=choices, constraint="count-selected(.) >= 1"),
        entry("open_text", "word", constraint="regex(., '[a-z/]+')", max_length=20),
        entry("open_text", "why", relevant="${age} > 17 and selected(${many}, 'a')"),
        entry("calculated", "twice", calculation="${age} * 2"),
        entry("number", "less", constraint=". < ${age}"),
    )
    assert changes(*document["parts"][0]["questions"]) == []
    found = {one["id"]: one for one in back(document)}
    assert (found["age"]["constraint"], found["age"]["required"]) == ("(. >= 3) and (. <= 99)", "true()")
    assert found["many"]["choices"][1]["exclusive"] is True
    assert found["many"]["constraint"] == "count-selected(.) >= 1"
    assert found["why"]["relevant"] == "(${age} > 17) and selected(${many}, 'a')"
    assert found["word"]["max_length"] == 20
    assert found["word"]["constraint"] == r"regex(., '[\s\S]*(?:^(?:[a-z/]+)$)[\s\S]*')"
    assert found["twice"]["calculation"] == "${age} * 2"
    assert "${age}" in found["less"]["constraint"]


def test_another_choice_with_its_text_comes_back() -> None:
    entries = (
        entry("single_choice", "q", choices="a other"),
        entry("open_text", "q_other", relevant="selected(${q}, 'other')"),
    )
    [row] = rows(*entries)
    assert (row["other"], row["other_replace_text"]) == ("Y", "Other")
    found = {one["id"]: one for one in back(form_document(*entries))}
    assert found["q"]["choices"][1] == {"code": "other", "text": {"en": "Other", "fr": "Other fr"}}
    assert found["q_other"]["relevant"] == "selected(${q}, 'other')"


def test_a_group_inside_another_gives_its_rule_to_its_questions() -> None:
    inner = {"id": "in", "kind": "group", "relevant": "${a} = 'x'", "questions": [entry("open_text", "b")]}
    outer = {"id": "out", "kind": "group", "relevant": "${a} != ''", "questions": [inner, entry("note", "c")]}
    entries = (entry("open_text", "a"), outer)
    assert [(row["name"], row["relevance"]) for row in rows(*entries)] == [
        ("a", "1"),
        ("b", 'a.NAOK == "x"'),
        ("c", "1"),
    ]
    assert [row["relevance"] for row in rows(*entries, of="G")] == ["1", "!(is_empty(a.NAOK))"]
    assert ("nested", "in") in changes(*entries)


def test_rounds_are_written_out_as_far_as_they_are_counted() -> None:
    inside = [entry("number", "age"), entry("open_text", "who", relevant="${age} > 3")]
    counted = {"id": "kid", "kind": "repeat", "most_rounds": 3, "repeat_count": "${n}", "questions": inside}
    found = {row["name"]: row["relevance"] for row in rows(entry("number", "n"), counted)}
    assert found == {
        "n": "1",
        "ager1": "n.NAOK >= 1",
        "whor1": "(n.NAOK >= 1) && (ager1.NAOK > 3)",
        "ager2": "n.NAOK >= 2",
        "whor2": "(n.NAOK >= 2) && (ager2.NAOK > 3)",
        "ager3": "n.NAOK >= 3",
        "whor3": "(n.NAOK >= 3) && (ager3.NAOK > 3)",
    }
    fixed = {**counted, "repeat_count": "2"}
    assert [row["relevance"] for row in rows(fixed)] == ["1", "ager1.NAOK > 3", "1", "ager2.NAOK > 3"]


def test_rounds_without_a_count_ask_whether_there_is_another_one() -> None:
    asked = {"id": "kid", "kind": "repeat", "most_rounds": 3, "questions": [entry("number", "age")]}
    found = [(row["name"], row["relevance"]) for row in rows(asked)]
    assert found == [
        ("ager1", "1"),
        ("kidmorer2", "1"),
        ("ager2", 'kidmorer2.NAOK == "yes"'),
        ("kidmorer3", 'kidmorer2.NAOK == "yes"'),
        ("ager3", '(kidmorer2.NAOK == "yes") && (kidmorer3.NAOK == "yes")'),
    ]


def test_what_all_rounds_said_cannot_be_asked_from_outside() -> None:
    asked = {"id": "kid", "kind": "repeat", "most_rounds": 2, "questions": [entry("number", "age")]}
    assert ("relevance", "end") in changes(asked, entry("open_text", "end", relevant="sum(${age}) > 3"))


@pytest.mark.parametrize(
    ("members", "change"),
    [
        ({"relevant": "today() > '2020-01-01'"}, Change.RELEVANCE),
        ({"constraint": "concat(., 'x') = 'ax'"}, Change.CHECK),
        ({"required": "${first} = 'x'"}, Change.REQUIRED),
        ({"default": "today()"}, Change.DEFAULT),
        ({"trigger": "${first}"}, Change.TRIGGER),
        ({"masked": True}, Change.MASKED),
        ({"read_only": True}, Change.READ_ONLY),
        ({"text": "Hello ${many}"}, Change.TEXT),
        ({"picture": {"en": "media/a.png"}}, Change.MEDIA),
    ],
)
def test_whatever_is_said_otherwise_is_told(members: Mapping[str, Any], change: Change) -> None:
    others = (entry("open_text", "first"), entry("multiple_choice", "many", choices="a b"))
    assert changes(*others, entry("open_text", "q", **members)) == [(change.value, "q")]


def test_a_text_that_lacks_a_language_stands_in_the_source() -> None:
    document = form_document({"id": "q", "kind": "open_text", "text": {"en": "Who & <why>?\nWhere {x}"}})
    written = written_survey(document)
    said = [row["text"] for row in rows_of(written) if row["class"] == "Q"]
    assert said == ["Who &amp; &lt;why&gt;?<br />Where &#123;x&#125;"] * 2
    assert [(note.change, dict(note.detail)) for note in written.notes] == [
        (Change.LANGUAGE, {"language": "French"})
    ]
    [question] = back(document)
    assert question["text"]["en"] == "Who & <why>?\nWhere {x}"


def test_answers_in_texts_go_by_their_codes() -> None:
    choice = entry("single_choice", "my_way", choices="bus bike")
    [_, row] = rows(choice, entry("open_text", "age"), entry("note", "n", text="${my_way} and ${age}"))[1:]
    assert row["text"] == "{myway.shown} and {age.NAOK}"


def test_costs_of_a_budget_stand_in_the_texts_and_in_an_equation() -> None:
    document = form_document(entry("note", "n"), parts=[one for one in PAPERS if one["kind"] == "budget"])
    found = rows_of(written_survey(document))
    assert [row["text"] for row in found if row["class"] == "SQ" and row["language"] == "en"] == [
        "Bus (60 EUR)",
        "Park (60 EUR)",
    ]
    [question] = [row for row in found if row["class"] == "Q" and row["language"] == "en"]
    assert question["em_validation_q"] == (
        'sum(if(money_bus.NAOK == "Y", 60, 0), if(money_park.NAOK == "Y", 60, 0)) <= 100'
    )
    [money] = back(document)
    assert money["constraint"] == "sum(if(selected(., 'bus'), 60, 0), if(selected(., 'park'), 60, 0)) <= 100"


def test_ballot_papers_come_back_as_the_questions_that_stand_for_them() -> None:
    found = {one["id"]: one for one in back(form_document(entry("note", "n"), parts=PAPERS))}
    assert found["rank"]["max_choices"] == 2
    assert [choice["code"] for choice in found["say_s1"]["choices"]] == ["agree", "disag", "unsur"]
    assert "sum(${dots_bus}, .) <= 5" in found["dots_park"]["constraint"]
    assert len([name for name in found if name.startswith("pairs")]) == 3


@given(st.lists(st.text(max_size=30), max_size=12), st.sampled_from([5, 20]))
@settings(max_examples=150, deadline=None)
def test_codes_are_short_plain_and_never_the_same(wanted: list[str], most: int) -> None:
    codes = Codes(most, begins_with_letter=True)
    found = [codes.code(one) for one in wanted]
    assert len({one.casefold() for one in found}) == len(found)
    assert all(one.isascii() and one.isalnum() and one[0].isalpha() and len(one) <= most for one in found)


@pytest.mark.parametrize("suffix", [".tsv", ".txt"])
def test_a_pack_is_converted_to_a_table_and_back(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = pack_of(everything())
    source, table = tmp_path / "form.iccpack", tmp_path / f"form{suffix}"
    write_pack(pack, source)
    assert main(["convert", str(source), str(table)]) == DONE
    told = capsys.readouterr().err
    assert "money (budget) stands there as the nearest question" in told
    assert main(["check", str(table)]) == DONE
    assert read_source(table).is_usable

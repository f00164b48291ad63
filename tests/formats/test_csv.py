import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.response import (
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Ended,
    Refused,
    Response,
    Skipped,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.csv import answer_rows, text_cell, write_csv
from icc_consult.packs import pack_of
from icc_consult.services.errors import Cancelled

from tests.builders import response_with, responses_to, sample
from tests.sketches import consultation_drawn, document_of

SKETCH = consultation_drawn()
AR, FR = LanguageTag("ar"), LanguageTag("fr")
FILES = ("answers.csv", "texts.csv", "codebook.csv", "frequencies.csv", "CONFIDENTIAL.txt")


def exported(
    out: Path, responses: Sequence[Response], *, separator: str = ",", consultation=SKETCH
) -> dict[str, list[dict[str, str]]]:
    """The four files as a reader that knows nothing of us reads them."""
    write_csv(out, consultation, responses, note="Keep it.", separator=separator)
    return {
        name: list(
            csv.DictReader(io.StringIO((out / name).read_bytes().decode("utf-8-sig")), delimiter=separator)
        )
        for name in FILES[:4]
    }


def given_one(item: str, value: Value, language: LanguageTag = FR) -> Response:
    return response_with(SKETCH, {item: Answered(value, language)}, language=language)


def test_the_columns_stand_in_the_order_of_the_questionnaire(place: Path) -> None:
    [row] = exported(place, [response_with(SKETCH, {})])["answers.csv"]
    assert list(row) == [
        "q1", "q1__lang", "q1__state",
        "q2", "q2__health", "q2__school", "q2__work", "q2__none", "q2__lang", "q2__state",
        "q3__lang", "q3__state",
        "s1", "s1__lang", "s1__state", "s2", "s2__lang", "s2__state", "s3", "s3__lang", "s3__state",
        "topics", "topics__t1", "topics__t2", "topics__lang", "topics__state",
        "p1", "p1__lang", "p1__state",
        "response__language", "response__ended", "response__fingerprint",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "value", "cells"),
    [
        ("q1", Chosen(ChoiceCode("good")), {"q1": "good"}),
        (
            "q2",
            ChosenMany((ChoiceCode("health"), ChoiceCode("work"))),
            {"q2": "health work", "q2__health": "1", "q2__school": "0", "q2__work": "1", "q2__none": "0"},
        ),
        ("s2", Voted(Vote.UNSURE), {"s2": "unsure"}),
        ("topics", Approved((TopicId("t2"),)), {"topics": "t2", "topics__t1": "0", "topics__t2": "1"}),
        ("topics", Approved(()), {"topics": "", "topics__t1": "0", "topics__t2": "0"}),
    ],
)
def test_answers_are_codes_with_their_language_and_state(
    place: Path, item: str, value: Value, cells: dict[str, str]
) -> None:
    [row] = exported(place, [given_one(item, value)])["answers.csv"]
    expected = cells | {f"{item}__lang": "fr", f"{item}__state": "answered"}
    assert {name: row[name] for name in expected} == expected


def test_what_has_no_value_is_empty_and_says_why(place: Path) -> None:
    answers = {"q1": Skipped(), "q2": Refused()}
    [row] = exported(place, [response_with(SKETCH, answers, offered=frozenset({"q1", "q2", "s1"}))])[
        "answers.csv"
    ]
    states = {name: value for name, value in row.items() if name.endswith("__state")}
    assert states == {
        "q1__state": "skipped",
        "q2__state": "refused",
        "q3__state": "not_shown",
        "s1__state": "not_reached",
        "s2__state": "not_shown",
        "s3__state": "not_shown",
        "topics__state": "not_shown",
        "p1__state": "not_shown",
    }
    assert {
        value for name, value in row.items() if "__state" not in name and not name.startswith("response")
    } == {""}


def test_a_row_ends_with_language_ending_and_fingerprint(place: Path) -> None:
    [row] = exported(place, [response_with(SKETCH, {}, language=AR, ended=Ended.TIMED_OUT)])["answers.csv"]
    assert list(row.values())[-3:] == ["ar", "timed_out", SKETCH.fingerprint]


def test_own_words_stand_apart_from_all_other_answers(place: Path) -> None:
    files = exported(place, [given_one("q3", Written("Plus de bus"))])
    assert files["texts.csv"] == [{"question": "q3", "language": "", "text": "Plus de bus"}]
    assert "Plus de bus" not in (place / "answers.csv").read_text("utf-8-sig")
    assert files["answers.csv"][0]["q3__state"] == "answered"


def test_the_language_of_words_is_told_only_where_ten_texts_have_it(place: Path) -> None:
    responses = [given_one("q3", Written(f"fr {number}")) for number in range(10)]
    responses += [given_one("q3", Written(f"ar {number}"), AR) for number in range(9)]
    rows = exported(place, responses)["texts.csv"]
    assert {row["language"] for row in rows if row["text"].startswith("fr")} == {"fr"}
    assert {row["language"] for row in rows if row["text"].startswith("ar")} == {""}


def test_rows_and_texts_come_in_an_order_of_their_own(place: Path, tmp_path: Path) -> None:
    responses = [given_one("q3", Written(f"{number:03}")) for number in range(80)]
    texts = [row["text"] for row in exported(place, responses)["texts.csv"]]
    again = [row["text"] for row in exported(tmp_path / "again", responses)["texts.csv"]]
    assert sorted(texts) == [f"{number:03}" for number in range(80)]
    assert texts not in (sorted(texts), again)
    many = [response_with(SKETCH, {}, language=tag) for tag in ["fr"] * 40 + ["ar"] * 40]
    rows = [row["response__language"] for row in exported(tmp_path / "rows", many)["answers.csv"]]
    assert rows not in (["fr"] * 40 + ["ar"] * 40, ["ar"] * 40 + ["fr"] * 40)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-1+2", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")', "＝1", "+49 30 1234", "-"],
)
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(place: Path, text: str) -> None:
    assert exported(place, [given_one("q3", Written(text))])["texts.csv"][0]["text"] == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3", "12", "-1.5", "-1,5", "a=b", "'quoted'", " =1", "٣", "1-2"])
def test_numbers_and_harmless_texts_are_never_touched(text: str) -> None:
    assert text_cell(text) == text


def test_a_code_that_is_a_negative_number_is_never_touched(place: Path) -> None:
    document = document_of("survey s\nq1 one Which?\n-1 Less\n1 More")
    consultation = pack_of(document).consultation
    response = response_with(consultation, {"q1": Answered(Chosen(ChoiceCode("-1")), LanguageTag("en"))})
    assert exported(place, [response], consultation=consultation)["answers.csv"][0]["q1"] == "-1"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_words_come_back_from_a_csv_reader(text: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow([text_cell(text)])
    buffer.seek(0)
    [[cell]] = csv.reader(buffer)
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("separator", [",", ";"])
def test_files_begin_with_a_byte_order_mark_and_are_read_with_either_separator(
    place: Path, separator: str
) -> None:
    text = 'a,b;c "d"\ne'
    files = exported(place, [given_one("q3", Written(text))], separator=separator)
    assert files["texts.csv"][0]["text"] == text
    for name in FILES[:4]:
        content = (place / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")


def test_the_codebook_has_every_code_with_its_texts_in_every_language(place: Path) -> None:
    rows = exported(place, [])["codebook.csv"]
    assert list(rows[0]) == ["name", "kind", "paper", "column", "value", "code", "en", "fr", "ar"]
    found = {(row["name"], row["code"]): row for row in rows}
    assert found["q1", ""]["fr"] == "How is it here? (fr)"
    assert found["q1", "good"]["column"] == "q1"
    assert found["q2", "health"] == {
        "name": "q2",
        "kind": "multiple_choice",
        "paper": "",
        "column": "q2__health",
        "value": "",
        "code": "health",
        "en": "Doctor",
        "fr": "Doctor (fr)",
        "ar": "Doctor (ar)",
    }
    assert found["topics", "t1"]["column"] == "topics__t1"
    assert found["s1", "agree"]["kind"] == "statement"
    kinds = {row["kind"] for row in rows}
    assert kinds == {
        "scale", "multiple_choice", "open_text", "statement", "approval", "single_choice", "state", "ended",
    }  # fmt: skip


def test_every_column_of_the_answers_is_in_the_codebook(place: Path) -> None:
    files = exported(place, [response_with(SKETCH, {})])
    columns = {row["column"] for row in files["codebook.csv"]}
    plain = [name for name in files["answers.csv"][0] if not name.endswith(("__lang", "__state"))]
    assert set(plain) - columns == {"response__language", "response__fingerprint"}


def test_frequencies_tell_counts_with_their_bases(place: Path) -> None:
    responses = [
        given_one("q1", Chosen(ChoiceCode("good"))),
        given_one("q1", Chosen(ChoiceCode("bad"))),
        given_one("q1", Chosen(ChoiceCode("bad"))),
        response_with(SKETCH, {"q1": Skipped()}),
    ]
    rows = [row for row in exported(place, responses)["frequencies.csv"] if row["name"] == "q1"]
    assert [tuple(row.values())[1:] for row in rows] == [
        ("answer", "good", "1", "3", "0.3333"),
        ("answer", "bad", "2", "3", "0.6667"),
        ("answer", "unknown", "0", "3", "0.0000"),
        ("state", "answered", "3", "4", "0.7500"),
        ("state", "skipped", "1", "4", "0.2500"),
        ("state", "refused", "0", "4", "0.0000"),
        ("state", "not_shown", "0", "4", "0.0000"),
        ("state", "not_reached", "0", "4", "0.0000"),
    ]


def test_without_responses_the_files_are_there_and_shares_are_empty(place: Path) -> None:
    files = exported(place, [])
    assert files["answers.csv"] == []
    assert {row["share"] for row in files["frequencies.csv"]} == {""}


def test_a_note_says_that_the_files_are_confidential(place: Path) -> None:
    assert write_csv(place, SKETCH, [], note="Keep it.") == FILES
    assert sorted(path.name for path in place.iterdir()) == sorted(FILES)
    assert (place / "CONFIDENTIAL.txt").read_text("utf-8") == "Keep it.\n"


def test_an_export_that_fails_changes_nothing(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_csv(place, SKETCH, [], note="before")
    before = {path.name: path.read_bytes() for path in place.iterdir()}

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device", str(handle))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_csv(place, SKETCH, [response_with(SKETCH, {})], note="after")
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before
    with pytest.raises(OSError, match="No space"):
        write_csv(tmp_path / "new" / "out", SKETCH, [], note="after")
    assert not (tmp_path / "new").exists()


class Stop:
    """Somebody presses *Stop* when so many rows were written."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, _done: int, _of: int) -> None:
        """Raise `Cancelled` when it is time."""
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_stop_changes_nothing_however_much_was_written(place: Path, tmp_path: Path) -> None:
    responses = [response_with(SKETCH, {})] * 3
    write_csv(place, SKETCH, [], note="before")
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    counted = Stop(100_000)
    write_csv(tmp_path / "whole", SKETCH, responses, note="after", progress=counted)
    rows = 100_000 - counted.left
    assert rows > 20
    for after in range(rows):
        with pytest.raises(Cancelled):
            write_csv(place, SKETCH, responses, note="after", progress=Stop(after))
        assert {path.name: path.read_bytes() for path in place.iterdir()} == before
    with pytest.raises(Cancelled):
        write_csv(tmp_path / "new" / "out", SKETCH, responses, note="after", progress=Stop(5))
    assert not (tmp_path / "new").exists()


@given(st.lists(responses_to(SKETCH), max_size=4))
def test_every_row_has_a_cell_for_every_column(responses: list[Response]) -> None:
    heading, *rows = answer_rows(SKETCH, responses)
    assert len(rows) == len(responses)
    assert {len(row) for row in rows} <= {len(heading)}


def test_the_sample_has_no_column_twice(place: Path) -> None:
    consultation = sample().consultation
    exported(place, [], consultation=consultation)
    heading = (place / "answers.csv").read_text("utf-8-sig").strip().split(",")
    assert len(set(heading)) == len(heading) > 100

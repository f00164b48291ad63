"""Files of LimeSurvey that nobody should trust, and files that only look like some."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.formats.limesurvey import tables
from icc_consult.formats.limesurvey.reading import read_survey
from icc_consult.formats.limesurvey.sniffing import Shape, shape_of
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.sources import read_source

from tests.formats.limesurvey.drawing import Drawn

SURVEY = Drawn("en", "ar").ask("L", "q", answers="xy", relevance='q2 == "1"').ask("S", "q2").xml()
BODY = SURVEY.partition(b"\n")[2]


def reason_of(content: bytes) -> Refusal:
    with pytest.raises(FormRefused) as refused:
        read_survey(content)
    return refused.value.reason


def reason_or_none(content: bytes) -> Refusal | None:
    try:
        read_survey(content)
    except FormRefused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE d [<!ENTITY a "b">]>',
        b'<!DOCTYPE d SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
    ],
)
def test_abbreviations_and_bombs_are_refused(declared: bytes) -> None:
    assert reason_of(declared + BODY) is Refusal.SURVEY_ENTITIES


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SURVEY[: len(SURVEY) // 2], Refusal.DAMAGED),
        (SURVEY.replace(b"Survey<", b"Question<"), Refusal.NOT_A_SURVEY),
        (b"<x><LimeSurveyDocType>Survey</LimeSurveyDocType></x>", Refusal.NOT_A_SURVEY),
        (b"class\ttype/scale\tname\n\xff\xfe", Refusal.DAMAGED),
        (b"hello", Refusal.NOT_A_SURVEY),
    ],
)
def test_what_is_no_whole_survey_is_refused(content: bytes, reason: Refusal) -> None:
    assert reason_of(content) is reason


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.lss"
    path.write_bytes(SURVEY)
    monkeypatch.setattr("icc_consult.formats.limesurvey.reading.MOST_BYTES", 100)
    with pytest.raises(FormRefused) as refused:
        read_survey(path)
    assert (refused.value.reason, refused.value.detail) == (Refusal.TOO_LARGE, str(len(SURVEY)))


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    assert reason_of(SURVEY) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("head", "shape"),
    [
        (SURVEY, Shape.STRUCTURE),
        (b"\xef\xbb\xbf" + SURVEY, Shape.STRUCTURE),
        (b'"id"\t"class"\t"type/scale"\t"name"\n', Shape.TABLE),
        (b"class\tname\n", None),
        (b"<html><body>LimeSurveyDocType</body></html>", None),
        (b"", None),
    ],
)
def test_a_survey_is_known_by_its_content(head: bytes, shape: Shape | None) -> None:
    assert shape_of(head) is shape


@pytest.mark.parametrize("name", ["survey.lss", "survey.xlsx", "survey"])
def test_a_survey_is_opened_like_a_form_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(Drawn().told(title="Ways").ask("Y", "q").xml())
    source = read_source(path)
    assert (source.title, source.is_usable, source.findings) == ("Ways", True, ())


def test_findings_tell_table_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "survey.lss"
    path.write_bytes(Drawn().ask("S", "a", relevance="rand() == 1").xml())
    [finding] = read_source(path).findings
    assert (finding.sheet, finding.row, finding.column) == ("questions", 1, "relevance")
    assert finding.message.startswith("a depends on rand() == 1, which has no exact translation (rand())")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_survey_with_pieces_missing_or_doubled_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(40, len(SURVEY) - 20))
    length = data.draw(st.integers(0, 60))
    piece = data.draw(
        st.sampled_from([b"", SURVEY[start : start + length] * 2, b"<row></row>", b"{", b"&#x85;"])
    )
    reason = reason_or_none(SURVEY[:start] + piece + SURVEY[start + length :])
    assert reason in {None, Refusal.DAMAGED, Refusal.NOT_A_SURVEY, Refusal.SURVEY_ENTITIES}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.text(max_size=6) | st.sampled_from(["Q", "SQ", "A", "G", "L", "en", "1"]), max_size=9)
    )
)
def test_any_table_with_the_right_headers_is_read(cells: list[list[str]]) -> None:
    head = "class\ttype/scale\tname\trelevance\ttext\tlanguage\tid\tdefault\tother"
    rows = ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in cells]
    assert reason_or_none("\n".join([head, *rows]).encode("utf-8", "replace")) in {None, Refusal.DAMAGED}

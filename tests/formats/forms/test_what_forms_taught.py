"""What went wrong once with a form that somebody could have written."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from icc_consult.domain.draw import Draw
from icc_consult.domain.errors import AnswerDoesNotFit
from icc_consult.domain.fitting import fits
from icc_consult.domain.form_logic import as_given, as_value
from icc_consult.domain.response import Answered, Chosen, Dated, Ended, Numbered, Worked
from icc_consult.domain.session import Session
from icc_consult.domain.survey import Date
from icc_consult.formats.xlsform.kinds import kind_of
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.packs import pack_of
from icc_consult.services import rehearsing

from tests.builders import EN
from tests.formats.forms.drawn_forms import FORMS
from tests.formats.forms.markdown import consultation, made, one, table
from tests.formats.xlsform.sheets import changed


def test_a_list_may_begin_with_an_underscore() -> None:
    assert kind_of("select_one _yn").list_name == "_yn"
    assert kind_of("select multiple  _yn or_other").list_name == "_yn"
    assert kind_of("select_one yn").list_name == "yn"


def test_a_month_is_compared_by_its_first_day() -> None:
    header = "type | name | label | appearance | constraint"
    drawn = consultation(one("date | since | Since? | month-year | . <= date('2020-05-01')", header))
    session = Session.begin(drawn, EN, Draw())
    assert session.with_answer("since", Answered(Dated("2020-05"), EN)).fault is None
    assert session.with_answer("since", Answered(Dated("2020-06"), EN)).fault is not None
    assert as_given(Answered(Dated("1999"), EN)) == "1999-01-01"


def test_a_day_as_default_of_a_month_is_that_month() -> None:
    header = "type | name | label | appearance | default"
    drawn = consultation(one("date | since | Since? | month-year | 2020-05-17", header))
    [question] = drawn.questions()
    assert isinstance(question, Date)
    assert as_value(question, "2020-05-17") == Dated("2020-05")


def test_what_a_form_works_out_can_be_read_again() -> None:
    """Sealed answers that do not fit their questions are not taken for answers."""
    header = "type | name | label | calculation"
    drawn = consultation(one("integer | people | People? |", header, "calculate | twice | | 2 * ${people}"))
    session = Session.begin(drawn, EN, Draw()).with_answer("people", Answered(Numbered("4"), EN))
    worked = session.forward().response(Ended.COMPLETE).answers["twice"]
    assert worked == Answered(Worked("8"), EN)
    fits(drawn, "twice", worked)
    with pytest.raises(AnswerDoesNotFit):
        fits(drawn, "people", worked)


def test_a_rehearsal_tells_what_could_not_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = consultation(one("integer | people | People? |", "type | name | label | default"))
    monkeypatch.setattr(rehearsing, "fits", refuse)
    assert set(rehearsing.rehearse(drawn, runs=9, seed=1).inconsistent) == {"people"}


def refuse(_: object, item: str, answer: object) -> None:
    """As if nothing fitted."""
    raise AnswerDoesNotFit(item)


def test_a_rule_may_read_a_row_that_is_left_out() -> None:
    """Many forms compare a date with `${today}`, which is dropped; nothing of it is stored."""
    header = "type | name | label | constraint"
    drawn = consultation(one("today | today | |", header, "date | since | Since ${today}? | . <= ${today}"))
    session = Session.begin(drawn, EN, Draw())
    assert session.with_answer("since", Answered(Dated("2020-05-01"), EN)).fault is None
    later = session.with_answer("since", Answered(Dated("2999-05-01"), EN))
    assert later.fault is not None
    assert set(later.response(Ended.COMPLETE).answers) == {"since"}


def test_a_rule_may_read_the_row_of_an_attached_table() -> None:
    """It has no answer, and never had one."""
    rows = ("csv-external | places | |", "text | why | Why? | ${places} = ''")
    drawn = consultation(one(rows[0], "type | name | label | relevant", rows[1]))
    assert list(drawn.items()) == ["why"]


def test_a_question_that_is_left_out_is_read_as_not_answered() -> None:
    rows = (
        "image | photo | Photo",
        "text | why | Why? | ${photo} = ''",
        "text | what | What? | ${photo} != ''",
    )
    result = made(one(rows[0], "type | name | label | relevant", *rows[1:]), leaves_out=True)
    assert result.document is not None
    found = rehearsing.rehearse(pack_of(result.document).consultation, runs=9, seed=1)
    assert found.never_reached == ("what",)


@pytest.mark.parametrize("encoding", [b"nobody-knows", b"utf-7", b"shift_jis"])
def test_a_workbook_in_an_encoding_that_nobody_knows_is_damaged(encoding: bytes) -> None:
    book = (FORMS / "odd_names.xlsx").read_bytes()
    links = "xl/_rels/workbook.xml.rels"
    with ZipFile(BytesIO(book)) as archive:
        part = archive.read(links).replace(b"UTF-8", encoding)
    with pytest.raises(FormRefused) as refused:
        read_form(changed(book, {links: part}))
    assert refused.value.reason is Refusal.DAMAGED


def test_a_code_that_has_to_change_changes_for_every_question_and_rule() -> None:
    """The list is asked once for one choice and once for several, and a rule reads the first."""
    rows = (
        "select_one offices | first | First? |",
        "select_multiple offices | all | All? |",
        "text | why | Why? | ${first} = 'state'",
    )
    drawn = consultation(
        table("survey", "type | name | label | relevant", *rows),
        table("choices", "list_name | name | label", "offices | state | State", "offices | town | Town"),
    )
    session = Session.begin(drawn, EN, Draw())
    first, several, _ = drawn.questions()
    [state, _] = first.choices  # type: ignore[union-attr]
    assert state.code not in {"state", "lang"}
    assert several.choices[0].code == state.code  # type: ignore[union-attr]
    session = session.with_answer("first", Answered(Chosen(state.code), EN)).forward().forward()
    assert session.page is not None
    assert session.page.id == "why"


def test_an_old_workbook_that_lost_its_root_is_damaged() -> None:
    book = (FORMS / "library.xls").read_bytes()
    root, other = ("Root Entry".encode("utf-16-le"), "Rust Entry".encode("utf-16-le"))
    small = book.replace(
        (4096).to_bytes(4, "little"), (2**20).to_bytes(4, "little"), 1
    )  # every stream is small
    with pytest.raises(FormRefused) as refused:
        read_form(small.replace(root, other))
    assert refused.value.reason is Refusal.DAMAGED


@pytest.mark.parametrize("encoding", ["utf-32-be", "utf-32-le", "utf-16-le", "utf-16-be"])
def test_what_is_no_character_in_a_marked_text_is_replaced(encoding: str) -> None:
    text = "\ufeff" + one("text | why | Why?")
    content = text.encode(encoding)
    for broken in (content + b"\xff", content.replace("?".encode(encoding), b"\xff" * 4)):
        assert read_form(broken, name="drawn").form is not None


@pytest.mark.parametrize(
    "extent", ["00000002 05000000 0000 0600", "00000000 00000200 0000 0600", "00000000 05000000 0700 0600"]
)
def test_an_old_workbook_that_says_it_is_larger_than_any_is_damaged(extent: str) -> None:
    book = (FORMS / "interpreters_old.xls").read_bytes()
    record = book.index(bytes.fromhex("0002 0e00")) + 4
    said = bytes.fromhex(extent)
    with pytest.raises(FormRefused) as refused:
        read_form(book[:record] + said + book[record + len(said) :])
    assert refused.value.reason is Refusal.DAMAGED


def test_a_sheet_behind_empty_records_is_looked_at_too() -> None:
    book = (FORMS / "interpreters_old.xls").read_bytes()
    end = book.index(bytes.fromhex("0a00 0000 0908"))
    cut = book[:end] + bytes(4) + book[end + 4 :]
    extent = cut.rindex(bytes.fromhex("0002 0e00")) + 4
    with pytest.raises(FormRefused) as refused:
        read_form(cut[:extent] + bytes.fromhex("00000002 05000000") + cut[extent + 8 :])
    assert refused.value.reason is Refusal.DAMAGED

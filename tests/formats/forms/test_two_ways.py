"""A form is seen without its document, and what is seen is what the document says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from icc_consult import outside
from icc_consult.domain.consultation import Consultation
from icc_consult.formats.forms import packed
from icc_consult.formats.forms.drafting import document_of
from icc_consult.formats.forms.seeing import consultation_of
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.packs import Pack, PackRefused, Reason, pack_of, pack_seen
from icc_consult.sources import read_source

from tests.formats.forms.drawn_forms import NAMES, PATHS
from tests.formats.forms.markdown import made, one, table
from tests.formats.forms.workbooks import Rows, bytes_of, sheets


def ended(way: Callable[[], Pack]) -> PackRefused | tuple[Consultation, str]:
    """What a way comes to, or why it comes to nothing."""
    try:
        pack = way()
    except PackRefused as refused:
        return refused
    return pack.consultation, pack.fingerprint


def from_document(path: Path, seen: Pack) -> Consultation:
    """What is read back, member by member."""
    return pack_of(seen.document, dict(seen.media), path).consultation


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_what_is_seen_is_what_the_document_says(path: Path) -> None:
    seen = read_source(path).pack
    assert seen is not None
    assert seen.consultation == from_document(path, seen)


def test_only_a_form_with_lists_in_files_of_their_own_goes_by_its_document() -> None:
    drawn = [path.name for path in PATHS if outside.made(path, leaves_out=False).seeing is None]
    assert drawn == ["attached_list.xlsx"]


@settings(
    max_examples=300,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate, Phase.shrink),
    deadline=None,
)
@given(sheets())
def test_a_form_that_nobody_thought_of_is_seen_as_its_document_says(drawn: dict[str, Rows]) -> None:
    try:
        form = read_form(bytes_of(drawn), name="drawn").form
    except FormRefused:
        return
    result = None if form is None else packed(form, leaves_out=True)
    if result is None or result.drawing is None or not result.drawing.is_plain:
        return
    document, drawing = result.document, result.drawing
    assert document is not None
    read, seen = (
        ended(way)
        for way in (
            lambda: pack_of(document),
            lambda: pack_seen(lambda: document, lambda naming: consultation_of(drawing, naming)),
        )
    )
    assert seen == read


def test_nobody_drafts_the_document_of_a_form_that_is_only_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def draft(_: object) -> None:
        pytest.fail("drafted")

    monkeypatch.setattr(outside, "document_of", draft)
    assert read_source(PATHS[0]).pack is not None


def test_a_document_is_drafted_once() -> None:
    pack = read_source(PATHS[0]).pack
    assert pack is not None
    assert pack.document is pack.document


def test_nothing_in_a_document_is_shared() -> None:
    choices = table("choices", "list_name | name | label", "yn | yes | Yes", "yn | no | No")
    asked = one("select_one yn | a | A", "type | name | label", "select_one yn | b | B")
    document = made(asked, choices).document
    assert document is not None
    first, other = document["parts"][0]["questions"]
    first["choices"][0]["text"]["en"] = "Changed"
    assert other["choices"][0]["text"]["en"] == "Yes"


def test_a_form_that_is_too_long_is_refused_as_its_document_is(tmp_path: Path) -> None:
    path = tmp_path / "form.md"
    path.write_text(table("survey", "type | name | label", *(f"text | q{n} | Q" for n in range(200))))
    source = read_source(path)
    assert source.pack is None
    assert source.refused is not None
    assert (source.refused.reason, source.refused.where) == (Reason.TOO_LONG, "parts")


@pytest.mark.parametrize(
    ("header", "row", "is_plain"),
    [
        ("type | name | label::English (en)", "text | q | Q", True),
        ("type | name | label::English (en) | label::Klingon", "text | q | Q | Qu'", False),
        ("type | name | label | icc::max_length", "text | q | Q | 9", False),
        ("type | name | label | icc::hidden", "text | q | Q | yes", False),
        ("type | name | label | read_only", "text | q | Q | yes", True),
    ],
)
def test_what_a_pack_may_refuse_or_leave_out_goes_by_the_document(
    header: str, row: str, *, is_plain: bool
) -> None:
    drawing = made(table("survey", header, row)).drawing
    assert drawing is not None
    assert drawing.is_plain is is_plain


def test_a_name_that_begins_with_a_digit_of_any_script_is_a_name_packs_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "form.md"
    sheets_ = one("text | q | Q"), table("settings", "form_id", "٣form")
    path.write_text("".join(sheets_))
    pack = read_source(path).pack
    assert pack is not None
    assert pack.consultation.id == "form"


def test_rules_that_no_document_may_have_are_refused_as_its_document_is() -> None:
    drawing = made(one("text | q | Q"), table("settings", "form_id", "f")).drawing
    assert drawing is not None
    [question] = drawing.entries
    wrong = drawing._replace(entries=(question._replace(rules={"relevant": "${nobody} = 1"}),))
    with pytest.raises(PackRefused) as refused:
        pack_seen(lambda: document_of(wrong), lambda naming: consultation_of(wrong, naming))
    assert (refused.value.reason, refused.value.where) == (Reason.WRONG_LOGIC, "q.relevant")

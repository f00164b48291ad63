"""What is handed out comes back, letter by letter, in every format."""

from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring, tostring
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations import FORMATS, read_texts, write_texts
from icc_consult.services.handing_out import Given, Handout, ReturnedFile
from icc_consult.services.translation_rules import unwritable

HARD = [
    "=1+1",
    " leading and trailing ",
    "two\nlines\n",
    "carriage\r\nreturn\rhere",
    "_x000D_ as it stands, and _x005F_",
    '"quotes" \\n \\" and <b>&amp;</b> ]]>',
    "مرحبا \u200f(ABC)\u200e שלום",
    "👩‍👩‍👧‍👦 🇺🇦 e\u0301",
    "${name} and {n}",
    "\ttabs\t",
    "#~ obsolete, fuzzy",
    "'0012",
    "#N/A",
    "TRUE",
    "12.50",
]
LETTERS = st.characters(codec="utf-8").filter(lambda letter: not unwritable(letter))
TEXTS = st.one_of(st.sampled_from(HARD), st.text(LETTERS, min_size=1, max_size=40))
STATES = st.sampled_from(sorted(set(TranslationState) - {TranslationState.MISSING}))
ONE = ["xliff12", "xliff21", "po"]


@st.composite
def handouts(draw: st.DrawFn) -> Handout:
    rows = draw(st.lists(st.tuples(TEXTS, TEXTS | st.just(""), TEXTS, STATES), min_size=1, max_size=5))
    given = [
        Given(
            f"parts/p/{place}", "p", hint, 30, source, target, state if target else TranslationState.MISSING
        )
        for place, (source, target, hint, state) in enumerate(rows)
    ]
    return Handout("sketch", "en", "fa-AF", tuple(given))


def seen(file: ReturnedFile) -> list[tuple[str, str, str | None, str]]:
    return [(one.key, one.language, one.source, one.text) for one in file.returned]


def sent(handout: Handout) -> list[tuple[str, str, str | None, str]]:
    return [(one.key, handout.language, one.source, one.target) for one in handout.given]


@pytest.mark.parametrize("name", FORMATS)
@given(handout=handouts())
def test_any_text_comes_back_as_it_went_out_and_in_its_state(name: str, handout: Handout) -> None:
    file = FORMATS[name].read(write_texts([handout], FORMATS[name]))
    assert (file.consultation, file.source_language) == ("sketch", "en")
    assert seen(file) == sent(handout)
    if name != "po":
        assert [one.state for one in file.returned] == [one.state for one in handout.given]


@given(handout=handouts())
def test_po_knows_that_a_text_needs_review(handout: Handout) -> None:
    file = FORMATS["po"].read(write_texts([handout], FORMATS["po"]))
    weak = [one.state is TranslationState.NEEDS_REVIEW for one in handout.given]
    assert [one.state is TranslationState.NEEDS_REVIEW for one in file.returned] == weak


def drawn(language: str = "fr", **changes: object) -> Handout:
    facts = {"former_source": "", "drafts": ()} | changes
    given = Given(
        "q1/text", "q1", "A question.", 30, "How?", "Comment ?", TranslationState.NEEDS_REVIEW, **facts
    )
    return Handout("sketch", "en", language, (given,))


@pytest.mark.parametrize("name", FORMATS)
def test_a_translator_sees_page_hint_length_former_source_and_both_drafts(name: str, tmp_path: Path) -> None:
    drafts = (("first", "Ada", "Comment va ?"), ("second", "Bo", "Comment est-ce ?"))
    content = write_texts([drawn(former_source="Why?", drafts=drafts)], FORMATS[name])
    if name == "xlsx":
        path = tmp_path / "a.xlsx"
        path.write_bytes(content)
        book = load_workbook(path)
        told = "\n".join(str(c.value) for sheet in book for row in sheet for c in row)
    else:
        told = content.decode()
    for part in ("q1", "A question.", "30", "Why?", "Ada", "Comment va ?", "Bo", "Comment est-ce ?"):
        assert part in told


def test_a_workbook_has_one_row_a_text_and_one_column_a_language(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_texts([drawn("fr"), drawn("ar")], FORMATS["xlsx"]))
    rows = list(load_workbook(path)["Texts"].iter_rows(values_only=True))
    assert rows[0] == ("key", "page", "hint", "maximum length", "mark of the source", "en", "fr", "ar")
    assert [row[0] for row in rows[1:]] == ["q1/text"]


def test_a_text_that_looks_like_a_formula_is_a_text_in_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    given = Given("k", "p", "h", 30, "=1+1", "=HYPERLINK(1)", TranslationState.DRAFT)
    path.write_bytes(write_texts([Handout("sketch", "en", "fr", (given,))], FORMATS["xlsx"]))
    cells = [cell for row in load_workbook(path)["Texts"] for cell in row if str(cell.value).startswith("=")]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)] * 2


def test_equal_sources_stay_apart_in_po() -> None:
    first, second = (
        Given(key, "p", "h", 30, "Yes", text, TranslationState.DRAFT)
        for key, text in (("a", "Oui"), ("b", "Si"))
    )
    file = FORMATS["po"].read(write_texts([Handout("sketch", "en", "fr", (first, second))], FORMATS["po"]))
    assert [(one.key, one.text) for one in file.returned] == [("a", "Oui"), ("b", "Si")]


def test_segments_of_xliff_21_are_one_text_again(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    one = write_texts([drawn()], FORMATS["xliff21"]).decode()
    split = one[: one.index("<segment")] + (
        "<segment state='translated'><source>One.</source><target>Un.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment state='final'><source>Two.</source><target>D<mrk id='m'>eu</mrk>x.</target></segment>"
    )
    path.write_text(split + one[one.index("</segment>") + 10 :], "utf-8")
    (back,) = read_texts(path).returned
    assert (back.source, back.text, back.state) == ("One. Two.", "Un. Deux.", TranslationState.DRAFT)
    path.write_text(path.read_text("utf-8").replace("<target>Un.</target>", ""), "utf-8")
    assert [one.text for one in read_texts(path).returned] == [""]


@pytest.mark.parametrize("name", ["xliff12", "xliff21"])
def test_xliff_says_its_version_and_languages(name: str) -> None:
    root = fromstring(write_texts([drawn()], FORMATS[name]))
    assert root.get("version") == {"xliff12": "1.2", "xliff21": "2.1"}[name]
    told = tostring(root, "unicode")
    assert '="en"' in told
    assert '="fr"' in told

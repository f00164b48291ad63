"""What a form that is only looked at does not pay for, and what comes out the same all the same."""

from pathlib import Path

import pytest

from icc_consult.packs import PackRefused, pack_of
from icc_consult.packs import fingerprint as naming
from icc_consult.sources import read_source

from tests.domain.forms import entry, form_document
from tests.formats.forms.drawn_forms import NAMES, PATHS

SURVEY = (
    "| survey | | | |\n| | type | name | label |\n| | select_one_from_file teas.csv | tea | Which tea? |\n"
)


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_fingerprint_that_waited_is_that_of_the_document(path: Path) -> None:
    pack = read_source(path).pack
    assert pack is not None
    assert pack.fingerprint == pack_of(pack.document, dict(pack.media)).fingerprint


def test_nobody_works_out_the_fingerprint_of_a_form_that_is_only_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(naming, "canonical_bytes", None)
    assert read_source(PATHS[0]).pack is not None


def test_half_a_character_in_a_list_beside_the_form_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text(SURVEY)
    (tmp_path / "teas.csv").write_bytes("name,label\nmint,Mi\udc00nt\n".encode("utf-8", "surrogatepass"))
    pack = read_source(tmp_path / "form.md").pack
    assert pack is not None
    assert len(pack.fingerprint) == 64


def test_questions_that_offer_the_same_share_one_list() -> None:
    first, other, last = (
        entry("single_choice", name, choices=codes)
        for name, codes in zip("abc", ("x y", "x y", "x z"), strict=True)
    )
    asked = list(pack_of(form_document(first, other, last)).consultation.questions())
    assert asked[0].choices is asked[1].choices  # type: ignore[union-attr]
    assert asked[0].choices != asked[2].choices  # type: ignore[union-attr]


def test_a_list_that_is_wrong_is_refused_beside_one_that_compares_the_same() -> None:
    lists = [[{"code": "x", "text": {"en": "X"}, "exclusive": value}] for value in (True, 1)]
    entries = [
        {**entry("multiple_choice", name), "choices": choices}
        for name, choices in zip("ab", lists, strict=True)
    ]
    with pytest.raises(PackRefused) as refused:
        pack_of(form_document(*entries))
    assert refused.value.where == "parts[0].questions[1].choices[0].exclusive"

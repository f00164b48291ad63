import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.wording import UNWORDED, LanguageTag, Shown, Wording

from tests.sketches import consultation_drawn

EN, FR, AR = LanguageTag("en"), LanguageTag("fr"), LanguageTag("ar")


def test_the_wanted_language_is_shown() -> None:
    assert Wording({EN: "Yes", FR: "Oui"}).shown(FR, (EN,)) == Shown("Oui", FR, is_fallback=False)


@pytest.mark.parametrize("texts", [{EN: "Yes"}, {EN: "Yes", FR: ""}])
def test_a_missing_text_is_shown_in_the_fallback_and_says_so(texts: dict[LanguageTag, str]) -> None:
    assert Wording(texts).shown(FR, (EN,)) == Shown("Yes", EN, is_fallback=True)


def test_any_language_is_better_than_an_empty_page() -> None:
    assert Wording({AR: "نعم"}).shown(FR, (EN,)) == Shown("نعم", AR, is_fallback=True)


def test_no_text_at_all_is_empty() -> None:
    assert UNWORDED.shown(FR, (EN,)) == Shown("", FR, is_fallback=True)
    assert not UNWORDED
    assert not Wording({EN: ""})


def test_a_consultation_falls_back_to_its_fallback_before_its_source() -> None:
    consultation = consultation_drawn("languages en fr\nsurvey s\nq1 text 40 What?")
    assert consultation.shown(Wording({EN: "Yes"}), FR).language == EN
    assert consultation.shown(consultation.title, FR).text == "A sketch (fr)"


def test_a_wording_cannot_be_changed_behind_its_back() -> None:
    texts = {EN: "Yes"}
    wording = Wording(texts)
    texts[EN] = "No"
    assert wording.texts[EN] == "Yes"
    with pytest.raises(TypeError):
        wording.texts[EN] = "No"  # type: ignore[index]


@given(st.dictionaries(st.sampled_from([EN, FR, AR]), st.text(max_size=3)))
def test_equal_wordings_have_equal_hashes(texts: dict[LanguageTag, str]) -> None:
    one, other = Wording(texts), Wording(dict(reversed(texts.items())))
    assert one == other
    assert hash(one) == hash(other)

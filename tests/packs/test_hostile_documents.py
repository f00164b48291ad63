"""Documents that are JSON and nothing that a kiosk could show."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import PackRefused, Reason, pack_of, read_pack

from tests.builders import pack_directory
from tests.sketches import document_of


def refusal_of(place: Path, text: bytes) -> PackRefused:
    root = pack_directory(place, {})
    (root / "consultation.json").write_bytes(text)
    with pytest.raises(PackRefused) as caught:
        read_pack(root)
    return caught.value


def with_extra(raw: str, member: str = "extra") -> bytes:
    return json.dumps(document_of() | {member: "@"}).replace('"@"', raw).encode()


def refused(**changes: Any) -> PackRefused:
    with pytest.raises(PackRefused) as caught:
        pack_of(document_of() | changes)
    return caught.value


def test_a_number_of_thousands_of_digits_is_refused(place: Path) -> None:
    assert refusal_of(place, with_extra("9" * 5_000)) == PackRefused(
        Reason.NOT_JSON, "consultation.json", "digits"
    )


@pytest.mark.parametrize("depth", [65, 300, 990, 5_000])
@pytest.mark.parametrize("member", ["extra", "translations"])
def test_deep_nesting_is_refused_wherever_it_lies(place: Path, member: str, depth: int) -> None:
    text = with_extra('{"a":' * depth + "1" + "}" * depth, member)
    assert refusal_of(place, text) == PackRefused(Reason.NOT_JSON, "consultation.json", "nesting")


def test_one_member_that_stands_twice_among_very_many_is_found_quickly(place: Path) -> None:
    members = ",".join(f'"m{number}":0' for number in (*range(200_000), 199_999))
    refusal = refusal_of(place, f"{{{members}}}".encode())
    assert refusal == PackRefused(Reason.DUPLICATE_MEMBER, "consultation.json", "m199999")


@pytest.mark.parametrize("raw", [str(2**60), str(-(2**60)), "1e999"])
def test_a_number_without_a_canonical_form_is_pointed_at(place: Path, raw: str) -> None:
    refusal = refusal_of(place, with_extra(f'{{"a": [1, {raw}]}}'))
    assert (refusal.reason, refusal.where) == (Reason.WRONG_VALUE, "extra.a[1]")


@pytest.mark.parametrize("member", ["extra", "translations"])
@pytest.mark.parametrize("raw", ['{"fr": {"note": "\\ud800"}}', '{"fr": {"\\udc00": 1}}'])
def test_half_a_letter_is_refused_wherever_it_lies(place: Path, member: str, raw: str) -> None:
    refusal = refusal_of(place, with_extra(raw, member))
    assert refusal.reason is Reason.WRONG_VALUE
    assert refusal.where.startswith(f"{member}.fr")


def test_half_a_letter_in_the_name_of_a_member_is_refused(place: Path) -> None:
    text = json.dumps(document_of() | {"a\udc00": 1}).encode()
    assert refusal_of(place, text).reason is Reason.WRONG_VALUE


@pytest.mark.parametrize("value", [5, True, 1.5, "Hello", ["Hello"]])
def test_a_welcome_that_is_no_text_is_refused(value: object) -> None:
    assert refused(welcome=value) == PackRefused(Reason.WRONG_KIND, "welcome", "object")


def test_a_text_that_may_be_missing_may_be_empty_in_every_language() -> None:
    assert not pack_of(document_of() | {"welcome": {"en": "", "fr": ""}}).consultation.welcome


def test_a_version_far_ahead_is_a_newer_one() -> None:
    assert refused(version=2**40, extra=2**60).reason is Reason.NEWER_VERSION


def test_a_consultation_that_asks_nothing_is_refused() -> None:
    empty = {"id": "life", "kind": "survey", "questions": []}
    assert refused(parts=[]) == refused(parts=[empty]) == PackRefused(Reason.WRONG_VALUE, "parts", "[]")


@pytest.mark.parametrize(("kind", "member"), [("statements", "statements"), ("approval", "topics")])
def test_a_paper_with_nothing_on_it_is_refused(kind: str, member: str) -> None:
    refusal = refused(parts=[{"id": "life", "kind": kind, member: []}])
    assert refusal == PackRefused(Reason.WRONG_VALUE, f"parts[0].{member}", "[]")


@pytest.mark.parametrize("name", ["_q1", "q1_", "_"])
def test_a_name_begins_and_ends_so_that_no_two_columns_are_one(name: str) -> None:
    document = document_of()
    document["parts"][0]["questions"][0]["id"] = name
    with pytest.raises(PackRefused) as caught:
        pack_of(document)
    assert caught.value.reason is Reason.BAD_NAME


class TestLanguages:
    def test_one_that_stands_twice_is_refused(self) -> None:
        assert refused(languages=["en", "fr", "EN"]) == PackRefused(Reason.DUPLICATE_ID, "languages[2]", "EN")

    def test_one_that_the_program_does_not_know_is_refused(self) -> None:
        refusal = refused(languages=["en", "fr", "tlh"])
        assert refusal == PackRefused(Reason.UNKNOWN_LANGUAGE, "languages[2]", "tlh")

    def test_a_text_in_an_unknown_one_is_kept_and_not_shown(self) -> None:
        title = {"en": "Ours", "tlh": "maj"}
        pack = pack_of(document_of() | {"title": title})
        assert pack.consultation.title.texts == {"en": "Ours"}
        assert pack.document["title"] == title
        assert refused(title={"tlh": "maj"}).reason is Reason.NO_TEXT

    def test_every_tag_is_the_one_that_the_wall_of_languages_gives(self) -> None:
        document = json.loads(json.dumps(document_of("languages en fr\nsurvey s\nq1 text 40 What?")))
        swapped = json.loads(json.dumps(document).replace('"fr"', '"pt"').replace('"en"', '"EN"'))
        consultation = pack_of(swapped).consultation
        assert consultation.languages == ("en", "pt-PT")
        assert (consultation.source_language, consultation.fallback_language) == ("en", "en")
        assert set(consultation.title.texts) == {"en", "pt-PT"}
        assert set(consultation.translation_states) == {"pt-PT"}

    def test_a_text_under_its_very_tag_comes_before_one_under_a_relative(self) -> None:
        for title in ({"pt": "um", "pt-PT": "dois"}, {"pt-PT": "dois", "pt-BR": "um"}):
            texts = pack_of(document_of() | {"title": {"en": "one"} | title}).consultation.title.texts
            assert texts[LanguageTag("pt-PT")] == "dois"


def test_a_consultation_whose_responses_would_be_huge_is_refused() -> None:
    question = {"kind": "open_text", "max_length": 10_000, "text": {"en": "What?"}}
    questions = [{"id": f"q{number}", **question} for number in range(20)]
    refusal = refused(parts=[{"id": "life", "kind": "survey", "questions": questions}])
    assert (refusal.reason, refusal.where) == (Reason.TOO_LONG, "parts")
    assert int(refusal.detail) > 1_000_000

"""What an import changes, what it refuses, and what becomes of translations whose source changed."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from icc_consult.domain.consultation import TranslationState
from icc_consult.equipment import tag_of
from icc_consult.packs import pack_of
from icc_consult.services.handing_out import Returned, ReturnedFile, Step, handout
from icc_consult.services.manuscript import Manuscript
from icc_consult.services.translating import Change, Deed, import_texts, revised
from icc_consult.services.translation_errors import Flaw, TextsRefused
from icc_consult.services.translation_rules import length_to_aim_at, mark_of, placeholders

from tests.sketches import document_of

Q1 = "parts/life/questions/q1/text"
YES = "parts/life/questions/q1/choices/yes/text"
State = TranslationState
ADA, BO, EVE = Deed(Step.FIRST, "Ada"), Deed(Step.SECOND, "Bo"), Deed(Step.ADJUDICATION, "Eve")
TRIED = Deed(Step.PRETEST, "Eve", "Five readers understood it.")


@pytest.fixture
def document() -> dict[str, Any]:
    return document_of("languages en fr ar\nsurvey life\nq1 one How is ${place}?\nyes Yes")


def came(key: str, text: str, **facts: Any) -> Returned:
    return Returned(key, **({"language": "fr", "text": text, "where": "line 3"} | facts))


def file(*returned: Returned) -> ReturnedFile:
    return ReturnedFile("sketch", "en", returned)


def take(document: Any, *returned: Returned, deed: Deed = Deed()) -> Any:  # noqa: B008 - frozen
    return import_texts(document, file(*returned), deed, tag_of=tag_of).document


def state(document: Any, key: str, tag: str = "fr") -> State:
    book = Manuscript(document, tag_of)
    return book.state(tag, book.units[key])


def record(document: Any, key: str) -> Any:
    return Manuscript(document, tag_of).record("fr", key)


def agreed(document: Any, key: str, text: str = "Oui") -> Any:
    for deed in (ADA, BO, EVE):
        document = take(document, came(key, text), deed=deed)
    return document


def flaws(document: Any, *returned: Returned, deed: Deed = Deed()) -> list[Flaw]:  # noqa: B008 - frozen
    with pytest.raises(TextsRefused) as caught:
        take(document, *returned, deed=deed)
    return [problem.flaw for problem in caught.value.problems]


class TestDrafts:
    def test_an_import_changes_the_text_and_leaves_the_document_it_was_given(self, document: Any) -> None:
        before = deepcopy(document)
        imported = import_texts(document, file(came(YES, "Oui")), Deed(), tag_of=tag_of)
        assert imported.changes == (Change(YES, "fr", "text", "Yes (fr)", "Oui"),)
        assert imported.document["parts"][0]["questions"][0]["choices"][0]["text"]["fr"] == "Oui"
        assert document == before
        assert pack_of(imported.document)

    def test_nothing_new_changes_nothing(self, document: Any) -> None:
        same = file(came(YES, "Yes (fr)", source="Yes", state=State.DRAFT))
        imported = import_texts(document, same, Deed(), tag_of=tag_of)
        assert (imported.changes, imported.document) == ((), document)

    def test_an_empty_text_takes_nothing_away(self, document: Any) -> None:
        assert take(document, came(YES, "")) == document

    def test_a_text_that_was_missing_is_a_draft_and_completes_its_language(self, document: Any) -> None:
        del document["title"]["fr"]
        document["translations"]["fr"]["state"] = "missing"
        after = take(document, came("title", "Un titre"))
        assert state(after, "title") is State.DRAFT
        assert after["translations"]["fr"]["state"] == "draft"

    def test_drafts_are_noted_one_by_one_only_where_they_differ_from_their_language(
        self, document: Any
    ) -> None:
        del document["title"]["fr"]
        after = take(document, came(YES, "Oui"))
        assert after["translations"]["fr"] == {"state": "missing", "texts": {YES: {"state": "draft"}}}

    def test_a_text_is_written_under_the_tag_that_stands_there(self, document: Any) -> None:
        document = document_of("languages en pt\nsurvey s\nq1 text 40 What?")
        after = take(document, came("title", "Título", language="pt-PT"))
        assert after["title"] == {"en": "A sketch", "pt": "Título"}

    def test_a_translation_of_a_former_source_needs_review_and_keeps_that_source(self, document: Any) -> None:
        after = take(document, came(YES, "Oui", source="Yeah"))
        assert state(after, YES) is State.NEEDS_REVIEW
        assert record(after, YES)["source"] == "Yeah"

    def test_a_translator_who_confirms_a_text_makes_it_a_draft_again(self, document: Any) -> None:
        old = take(document, came(YES, "Oui", source="Yeah"))
        assert (
            state(take(old, came(YES, "Oui", source="Yes", state=State.NEEDS_REVIEW)), YES)
            is State.NEEDS_REVIEW
        )
        assert take(old, came(YES, "Oui", source="Yeah", state=State.DRAFT)) == old
        after = take(old, came(YES, "Oui", source="Yes", state=State.DRAFT))
        assert state(after, YES) is State.DRAFT
        assert "source" not in record(after, YES)

    def test_a_file_cannot_make_a_text_reviewed(self, document: Any) -> None:
        after = take(document, came(YES, "Oui", state=State.PRETESTED))
        assert state(after, YES) is State.DRAFT

    def test_a_text_that_is_longer_than_it_should_be_is_told(self, document: Any) -> None:
        long, short = came(YES, "o" * 21), came("title", "court")
        imported = import_texts(document, file(long, short), Deed(), tag_of=tag_of)
        assert imported.too_long == (long,)


class TestTwoTranslators:
    def test_two_translations_stay_beside_the_text_until_they_are_adjudicated(self, document: Any) -> None:
        after = take(take(document, came(YES, "Oui"), deed=ADA), came(YES, "Si"), deed=BO)
        assert Manuscript(after, tag_of).units[YES].text("fr") == "Yes (fr)"
        assert record(after, YES)["first"] == {"by": "Ada", "text": "Oui"}
        assert record(after, YES)["second"] == {"by": "Bo", "text": "Si"}
        after = take(after, came(YES, "Ouais"), deed=EVE)
        assert Manuscript(after, tag_of).units[YES].text("fr") == "Ouais"
        assert state(after, YES) is State.REVIEWED
        assert record(after, YES)["adjudicated_by"] == "Eve"

    def test_neither_translator_sees_the_other_translation(self, document: Any) -> None:
        after = take(document, came(YES, "Secret"), deed=ADA)
        for step in (Step.DRAFT, Step.SECOND):
            assert "Secret" not in str(handout(Manuscript(after, tag_of), "fr", step))
        (mine,) = [g for g in handout(Manuscript(after, tag_of), "fr", Step.FIRST).given if g.key == YES]
        assert mine.target == "Secret"
        (both,) = [
            g for g in handout(Manuscript(after, tag_of), "fr", Step.ADJUDICATION).given if g.key == YES
        ]
        assert both.drafts == (("first", "Ada", "Secret"),)

    def test_one_person_cannot_be_both_translators(self, document: Any) -> None:
        after = take(document, came(YES, "Oui"), deed=ADA)
        assert flaws(after, came(YES, "Si"), deed=Deed(Step.SECOND, " ada ")) == [Flaw.SAME_PERSON]

    def test_one_translation_is_not_enough_to_adjudicate(self, document: Any) -> None:
        after = take(document, came(YES, "Oui"), deed=ADA)
        assert flaws(after, came(YES, "Oui"), deed=EVE) == [Flaw.NOT_TWO]

    def test_a_language_says_no_more_than_its_weakest_text(self, document: Any) -> None:
        after = agreed(document, YES)
        assert after["translations"]["fr"]["state"] == "draft"
        for key in Manuscript(document, tag_of).units:
            after = agreed(after, key, "${place}" if key == Q1 else "Oui")
        assert after["translations"]["fr"]["state"] == "reviewed"
        after = take(after, came("title", "Autre"))
        assert after["translations"]["fr"]["state"] == "draft"
        assert state(after, YES) is State.REVIEWED

    def test_texts_of_a_reviewed_language_stay_reviewed_when_one_becomes_a_draft(self, document: Any) -> None:
        document["translations"]["fr"] = {"state": "reviewed", "notes": "by two"}
        after = take(document, came(YES, "Oui"))
        assert after["translations"]["fr"]["state"] == "draft"
        assert after["translations"]["fr"]["notes"] == "by two"
        assert (state(after, YES), state(after, Q1)) == (State.DRAFT, State.REVIEWED)

    def test_another_text_than_the_agreed_one_is_a_draft_and_the_agreed_one_is_remembered(
        self, document: Any
    ) -> None:
        after = take(agreed(document, YES), came(YES, "Ouais"))
        assert state(after, YES) is State.DRAFT
        (former,) = record(after, YES)["history"]
        assert (former["text"], former["adjudicated_by"]) == ("Oui", "Eve")
        assert state(take(after, came(YES, "Ouais"), deed=EVE), YES) is State.REVIEWED

    def test_a_pretest_is_noted_and_needs_a_reviewed_text(self, document: Any) -> None:
        assert flaws(document, came(YES, "Yes (fr)"), deed=TRIED) == [Flaw.NOT_REVIEWED]
        after = take(agreed(document, YES), came(YES, "Oui"), deed=TRIED)
        assert state(after, YES) is State.PRETESTED
        assert record(after, YES)["pretests"] == [{"by": "Eve", "note": TRIED.note}]
        assert len(record(take(after, came(YES, "Oui"), deed=TRIED), YES)["pretests"]) == 2

    def test_another_text_than_that_of_the_pack_was_not_pretested(self, document: Any) -> None:
        assert flaws(agreed(document, YES), came(YES, "Non"), deed=TRIED) == [Flaw.OTHER_TEXT]

    @pytest.mark.parametrize("step", [step for step in Step if step is not Step.DRAFT])
    def test_who_did_a_step_must_be_said(self, document: Any, step: Step) -> None:
        assert Flaw.NO_NAME in flaws(document, came(YES, "Oui"), deed=Deed(step, " ", "found"))

    def test_a_pretest_says_what_it_found(self, document: Any) -> None:
        assert Flaw.NO_NOTE in flaws(document, came(YES, "Oui"), deed=Deed(Step.PRETEST, "Eve"))

    @pytest.mark.parametrize("deed", [ADA, BO, EVE, TRIED])
    def test_work_on_a_former_source_is_refused(self, document: Any, deed: Deed) -> None:
        assert Flaw.OTHER_SOURCE in flaws(document, came(YES, "Oui", source="Yeah"), deed=deed)


class TestChangedSources:
    def changed(self, document: Any, text: str = "Yes, please") -> Any:
        new = deepcopy(document)
        new["parts"][0]["questions"][0]["choices"][0]["text"]["en"] = text
        return new

    def test_translations_of_a_changed_source_need_review_and_keep_the_former_one(
        self, document: Any
    ) -> None:
        new = self.changed(document)
        after = revised(document, new, tag_of=tag_of)
        for tag in ("fr", "ar"):
            assert state(after, YES, tag) is State.NEEDS_REVIEW
            assert state(after, Q1, tag) is State.DRAFT
        assert record(after, YES)["source"] == "Yes"
        assert "texts" not in new["translations"]["fr"]
        assert pack_of(after).fingerprint == pack_of(new).fingerprint

    def test_the_source_that_was_translated_is_kept_through_several_changes(self, document: Any) -> None:
        once = revised(document, self.changed(document), tag_of=tag_of)
        twice = revised(once, self.changed(once, "Yes!"), tag_of=tag_of)
        assert record(twice, YES)["source"] == "Yes"
        back = revised(twice, self.changed(twice, "Yes"), tag_of=tag_of)
        assert state(back, YES) is State.DRAFT
        assert "source" not in record(back, YES)

    def test_an_agreed_translation_goes_into_the_history_with_its_source(self, document: Any) -> None:
        good = agreed(document, YES)
        after = revised(good, self.changed(good), tag_of=tag_of)
        assert not {"first", "second", "adjudicated_by"} & record(after, YES).keys()
        (former,) = record(after, YES)["history"]
        assert (former["source"], former["text"], former["first"]["by"]) == ("Yes", "Oui", "Ada")

    def test_a_translation_rewritten_with_its_source_is_a_draft(self, document: Any) -> None:
        new = self.changed(document)
        new["parts"][0]["questions"][0]["choices"][0]["text"]["fr"] = "Oui, merci"
        after = revised(document, new, tag_of=tag_of)
        assert (state(after, YES), state(after, YES, "ar")) == (State.DRAFT, State.NEEDS_REVIEW)

    def test_a_document_without_changed_sources_stays_as_it_is(self, document: Any) -> None:
        new = deepcopy(document)
        new["title"]["fr"] = "Autre"
        new["extra"] = {"en": "New", "fr": "Neuf"}
        assert revised(document, new, tag_of=tag_of) == new

    def test_a_source_that_was_moved_to_another_place_is_not_a_changed_one(self, document: Any) -> None:
        new = deepcopy(document)
        new["parts"].insert(0, {"id": "first", "kind": "survey", "questions": []})
        assert revised(document, new, tag_of=tag_of) == new

    def test_a_source_edited_in_a_workbook_changes_the_pack(self, document: Any) -> None:
        edited = came(YES, "Sure", language="en", mark=mark_of("Yes"))
        imported = import_texts(document, file(edited), Deed(), tag_of=tag_of)
        assert Change(YES, "en", "source", "Yes", "Sure") in imported.changes
        assert state(imported.document, YES) is State.NEEDS_REVIEW
        assert record(imported.document, YES)["source"] == "Yes"

    def test_a_source_edited_on_both_sides_is_refused(self, document: Any) -> None:
        assert flaws(document, came(YES, "Sure", language="en", mark=mark_of("Yep"))) == [Flaw.SOURCE_MOVED]

    def test_a_source_is_edited_in_the_step_draft_only(self, document: Any) -> None:
        edited = came(YES, "Sure", language="en", mark=mark_of("Yes"))
        assert flaws(document, edited, deed=ADA) == [Flaw.SOURCE_EDITED]

    def test_a_translation_must_fit_the_source_that_was_edited_with_it(self, document: Any) -> None:
        edited = came(Q1, "How is ${city}?", language="en", mark=mark_of("How is ${place}?"))
        assert take(document, edited, came(Q1, "Comment va ${city} ?"))
        assert flaws(document, edited, came(Q1, "Comment va ${place} ?")) == [Flaw.PLACEHOLDERS]


@pytest.mark.parametrize(
    "text", ["Comment ?", "${place} ${place}", "${Place}", "$ {place}", "{place}", "${place} {", "${place"]
)
def test_a_broken_placeholder_is_refused_with_its_place(document: Any, text: str) -> None:
    with pytest.raises(TextsRefused) as caught:
        take(document, came(Q1, text), came(YES, "Oui"))
    (problem,) = caught.value.problems
    assert (problem.flaw, problem.where, problem.key) == (Flaw.PLACEHOLDERS, "line 3", Q1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("${a} and {b}", ["${a}", "{b}"]),
        ("{a", ["{"]),
        ("}{", ["{", "}"]),
        ("{{a}}", ["{", "{a}", "}"]),
    ],
)
def test_placeholders_are_references_and_single_braces(text: str, found: list[str]) -> None:
    assert placeholders(text) == found


REFUSALS: list[tuple[Flaw, Callable[[], ReturnedFile]]] = [
    (Flaw.UNKNOWN_KEY, lambda: file(came("parts/life/q9", "Oui"))),
    (Flaw.UNKNOWN_LANGUAGE, lambda: file(came(YES, "Ja", language="de"))),
    (Flaw.SOURCE_LANGUAGE, lambda: file(came(YES, "Yep", language="en"))),
    (Flaw.KEY_TWICE, lambda: file(came(YES, "Oui"), came(YES, "Si"))),
    (Flaw.UNWRITABLE, lambda: file(came(YES, "O\x07ui"))),
    (Flaw.OTHER_CONSULTATION, lambda: ReturnedFile("other", "en", (came(YES, "Oui"),))),
    (Flaw.OTHER_SOURCE_LANGUAGE, lambda: ReturnedFile("sketch", "fr", (came(YES, "Oui"),))),
]


@pytest.mark.parametrize(("flaw", "bad"), REFUSALS, ids=[flaw.value for flaw, _ in REFUSALS])
def test_what_does_not_belong_to_the_pack_is_refused(
    document: Any, flaw: Flaw, bad: Callable[[], ReturnedFile]
) -> None:
    with pytest.raises(TextsRefused) as caught:
        import_texts(document, bad(), Deed(), tag_of=tag_of)
    assert flaw in {problem.flaw for problem in caught.value.problems}


def test_everything_that_is_wrong_is_told_at_once(document: Any) -> None:
    assert flaws(document, came("nowhere", "x"), came(Q1, "no placeholder")) == [
        Flaw.UNKNOWN_KEY,
        Flaw.PLACEHOLDERS,
    ]


def test_the_source_language_is_handed_out_to_nobody(document: Any) -> None:
    for tag, flaw in (("en", Flaw.SOURCE_LANGUAGE), ("de", Flaw.UNKNOWN_LANGUAGE)):
        with pytest.raises(TextsRefused) as caught:
            handout(Manuscript(document, tag_of), tag)
        assert caught.value.problems[0].flaw is flaw


def test_a_letter_that_no_file_can_carry_is_named_before_a_file_is_written(document: Any) -> None:
    document["title"]["fr"] = "Un\x0btitre"
    with pytest.raises(TextsRefused) as caught:
        handout(Manuscript(document, tag_of), "fr")
    assert [(p.key, p.detail) for p in caught.value.problems] == [("title", "U+000B")]


@pytest.mark.parametrize(
    ("size", "most"), [(1, 20), (10, 30), (20, 40), (30, 54), (50, 80), (70, 105), (100, 130)]
)
def test_a_short_source_may_grow_more_than_a_long_one(size: int, most: int) -> None:
    assert length_to_aim_at("x" * size) == most

"""The paper about the format says what the program does."""

from icc_consult.assets import resources
from icc_consult.domain.consultation import Policy, TranslationState
from icc_consult.packs import container, document, entries, parts

PAPER = (resources().parent / "docs" / "pack-format.md").read_text("utf-8")


def test_every_kind_of_part_and_question_is_described() -> None:
    assert [kind for kind in parts.PARTS if f'"kind": "{kind}"' not in PAPER] == []
    assert [kind for kind in entries.ENTRIES if f"`{kind}`" not in PAPER and f'"{kind}"' not in PAPER] == []


def test_every_word_that_a_document_may_use_is_named() -> None:
    words = [*Policy, *TranslationState, document.FORMAT, container.DOCUMENT, container.SUMS, container.MEDIA]
    assert [word for word in words if word not in PAPER] == []


def test_the_limits_are_those_of_the_program() -> None:
    limits = (container.MOST_FILES, container.MOST_BYTES, container.MOST_DOCUMENT_BYTES)
    assert [limit for limit in limits if f"{limit:,}" not in PAPER] == []
    assert container.MOST_RATIO == 100
    assert document.VERSION == 1

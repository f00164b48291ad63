import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.ballot import ApprovalPaper, StatementPaper
from icc_consult.domain.consultation import TranslationState
from icc_consult.domain.survey import MultipleChoice, OpenText, Scale, SingleChoice, Survey
from icc_consult.packs import pack_of, read_pack, write_pack

from tests.builders import OGG, PNG, pack_directory, sample
from tests.sketches import document_of, pack_drawn

MEDIA = {"media/picture.png": PNG, "media/sounds/q1.ogg": OGG}


def test_a_document_is_seen_as_its_consultation() -> None:
    consultation = pack_drawn().consultation
    survey, statements, approval, profile = consultation.parts
    assert isinstance(survey, Survey)
    assert [type(question) for question in survey.questions] == [Scale, MultipleChoice, OpenText]
    assert survey.questions[1].maximum == 2
    assert [choice.is_exclusive for choice in survey.questions[1].choices] == [False, False, False, True]
    assert [choice.is_aside for choice in survey.questions[0].choices] == [False, False, True]
    assert survey.questions[2].max_length == 40
    assert isinstance(statements, StatementPaper)
    assert (statements.draw, [one.direction for one in statements.statements]) == (
        2,
        ["positive", "negative", "proposal"],
    )
    assert isinstance(approval, ApprovalPaper)
    assert [topic.id for topic in approval.topics] == ["t1", "t2"]
    assert isinstance(profile, Survey)
    assert profile.is_optional
    assert isinstance(profile.questions[0], SingleChoice)


def test_the_sample_has_its_twelve_questions_twenty_statements_and_six_topics() -> None:
    survey, statements, topics, profile = sample().consultation.parts
    assert isinstance(survey, Survey)
    assert isinstance(statements, StatementPaper)
    assert isinstance(topics, ApprovalPaper)
    assert isinstance(profile, Survey)
    assert (len(survey.asked), len(statements.statements), len(topics.topics)) == (12, 20, 6)
    assert [question.id for question in profile.questions if question.is_hidden] == ["p4"]


def test_translation_states_are_read() -> None:
    consultation = pack_drawn("languages en fr\nsurvey s\nq1 text 40 What?").consultation
    assert consultation.state_of("fr") is TranslationState.DRAFT
    assert consultation.state_of("en") is TranslationState.REVIEWED
    assert consultation.state_of("ar") is TranslationState.MISSING


@pytest.mark.parametrize("target", ["pack.iccpack", "pack.zip", "directory"])
def test_what_was_written_is_read_again(place: Path, tmp_path: Path, target: str) -> None:
    pack = read_pack(pack_directory(place, document_of(), MEDIA))
    write_pack(pack, tmp_path / target)
    again = read_pack(tmp_path / target)
    assert again.document == pack.document
    assert again.consultation == pack.consultation
    assert {name: file.read() for name, file in again.media.items()} == MEDIA


def test_members_that_nobody_knows_survive(place: Path, tmp_path: Path) -> None:
    document = document_of() | {"colour": {"deep": [1, 2.5, None, True]}}
    document["parts"][0]["questions"][0]["choices"][0]["score"] = 7
    write_pack(read_pack(pack_directory(place, document)), tmp_path / "pack.iccpack")
    write_pack(read_pack(tmp_path / "pack.iccpack"), tmp_path / "again")
    assert read_pack(tmp_path / "again").document == document


def test_zip_and_directory_have_the_same_fingerprint(place: Path, tmp_path: Path) -> None:
    pack = read_pack(pack_directory(place, document_of(), MEDIA))
    write_pack(pack, tmp_path / "pack.iccpack")
    assert read_pack(tmp_path / "pack.iccpack").fingerprint == pack.fingerprint
    assert len(pack.fingerprint) == 64


def test_the_state_of_a_translation_does_not_change_the_fingerprint() -> None:
    document = document_of()
    reviewed = document | {"translations": {"fr": {"state": "reviewed", "notes": "by two"}}}
    assert pack_of(reviewed).fingerprint == pack_of(document).fingerprint


def test_the_order_of_members_does_not_change_the_fingerprint() -> None:
    document = document_of()
    assert pack_of(dict(reversed(document.items()))).fingerprint == pack_of(document).fingerprint


def test_a_word_changes_the_fingerprint() -> None:
    document = document_of()
    document["title"]["fr"] += "!"
    assert pack_of(document).fingerprint != pack_of(document_of()).fingerprint


@pytest.mark.parametrize(
    "media", [{}, MEDIA | {"media/picture.png": PNG + b"x"}, {"media/other.png": PNG}], ids=len
)
def test_every_byte_and_name_of_the_media_changes_the_fingerprint(
    place: Path, tmp_path: Path, media: dict[str, bytes]
) -> None:
    one = read_pack(pack_directory(place, document_of(), MEDIA))
    other = read_pack(pack_directory(tmp_path / "other", document_of(), media))
    assert one.fingerprint != other.fingerprint


def test_the_fingerprint_is_the_one_the_papers_define(place: Path) -> None:
    document = document_of("languages en ar\nsurvey s\nq1 text 40 \u0645\u0627\u0630\u0627\u061f")
    pack = read_pack(pack_directory(place, document, {"media/a.png": PNG}))
    del document["translations"]
    content = {"document": document, "media": {"media/a.png": sha256(PNG).hexdigest()}}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert pack.fingerprint == sha256(canonical.encode()).hexdigest()


def test_the_same_pack_gives_the_same_zip(place: Path, tmp_path: Path) -> None:
    pack = read_pack(pack_directory(place, document_of(), MEDIA))
    for name in ("one.iccpack", "other.iccpack"):
        write_pack(pack, tmp_path / name)
    assert (tmp_path / "one.iccpack").read_bytes() == (tmp_path / "other.iccpack").read_bytes()


def test_writing_over_a_directory_forgets_checksums_that_no_longer_hold(place: Path) -> None:
    root = pack_directory(place, document_of(), MEDIA)
    pack = read_pack(root)
    (root / "SHA256SUMS").write_text("no longer true\n")
    write_pack(pack, root)
    assert read_pack(root).fingerprint == pack.fingerprint


def test_other_files_beside_a_pack_are_left_alone(place: Path) -> None:
    root = pack_directory(place, document_of(), MEDIA)
    fingerprint = read_pack(root).fingerprint
    (root / "notes.txt").write_text("ours")
    (root / "media" / ".thumbnails").write_text("theirs")
    assert read_pack(root).fingerprint == fingerprint


def test_a_zip_that_cannot_be_written_leaves_the_one_that_was_there(place: Path, tmp_path: Path) -> None:
    pack = read_pack(pack_directory(place, document_of(), MEDIA))
    target = tmp_path / "pack.iccpack"
    write_pack(pack, target)
    before = target.read_bytes()
    (place / "media" / "picture.png").unlink()
    with pytest.raises(FileNotFoundError):
        write_pack(pack, target)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack.iccpack", "place"]


@given(st.dictionaries(st.text(max_size=4), st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1)))
def test_any_canonical_content_has_a_fingerprint(extra: dict[str, object]) -> None:
    document = document_of("survey s\nq1 text 40 What?") | {"extra": extra}
    assert pack_of(document).fingerprint == pack_of(document).fingerprint

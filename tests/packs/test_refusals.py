import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icc_consult.packs import MediaKind, PackRefused, Reason, media_kind, pack_of, read_pack
from icc_consult.packs.container import check_sizes
from icc_consult.packs.media import HEAD
from icc_consult.sentences import sentence

from tests.builders import OGG, PNG, pack_directory
from tests.rules.tree import ROOT
from tests.sketches import document_of

SOUNDS = ROOT / "tests" / "data" / "sounds"
Change = Callable[[dict[str, Any]], object]


def refusal_of(path: Path) -> PackRefused:
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(PackRefused) as caught:
        read_pack(path)
    assert sorted(path.parent.rglob("*")) == before
    return caught.value


def question(document: dict[str, Any], number: int = 0) -> dict[str, Any]:
    return document["parts"][0]["questions"][number]


CHANGES: dict[str, tuple[Change, Reason, str, str]] = {
    "another format": (lambda d: d.update(format="zip"), Reason.NOT_A_PACK, "format", ""),
    "no format": (lambda d: d.pop("format"), Reason.NOT_A_PACK, "format", ""),
    "a newer version": (lambda d: d.update(version=2), Reason.NEWER_VERSION, "version", "2"),
    "no version": (lambda d: d.pop("version"), Reason.MISSING_FIELD, "version", "0"),
    "version zero": (lambda d: d.update(version=0), Reason.WRONG_VALUE, "version", "0"),
    "a version in words": (lambda d: d.update(version="1"), Reason.WRONG_KIND, "version", "whole number"),
    "a truth for a number": (lambda d: d.update(minutes=True), Reason.WRONG_KIND, "minutes", "whole number"),
    "no title": (lambda d: d.pop("title"), Reason.MISSING_FIELD, "title", ""),
    "a title in no language": (lambda d: d.update(title={"en": "", "fr": ""}), Reason.NO_TEXT, "title", ""),
    "a plain title": (lambda d: d.update(title="Ours"), Reason.WRONG_KIND, "title", "object"),
    "a number for a text": (lambda d: d.update(title={"en": 5}), Reason.WRONG_KIND, "title.en", "text"),
    "no language tag": (
        lambda d: d.update(title={"English": "x", "no tag": "y"}),
        Reason.BAD_LANGUAGE,
        "title.no tag",
        "no tag",
    ),
    "an absent fallback": (
        lambda d: d.update(fallback_language="de"),
        Reason.NO_FALLBACK,
        "fallback_language",
        "de",
    ),
    "an absent source": (lambda d: d.update(source_language="de"), Reason.NO_SOURCE, "source_language", "de"),
    "no such policy": (lambda d: d.update(policy="sell"), Reason.WRONG_VALUE, "policy", "sell"),
    "no such state": (
        lambda d: d.update(translations={"fr": {"state": "done"}}),
        Reason.WRONG_VALUE,
        "translations.fr.state",
        "done",
    ),
    "an unknown part": (
        lambda d: d["parts"][1].update(kind="lottery"),
        Reason.UNKNOWN_PART,
        "parts[1].kind",
        "lottery",
    ),
    "an unknown question": (
        lambda d: question(d).update(kind="slider"),
        Reason.UNKNOWN_QUESTION,
        "parts[0].questions[0].kind",
        "slider",
    ),
    "two questions of one name": (
        lambda d: question(d, 1).update(id="q1"),
        Reason.DUPLICATE_ID,
        "parts[0]",
        "q1",
    ),
    "a part named like a question": (
        lambda d: d["parts"][2].update(id="q1"),
        Reason.DUPLICATE_ID,
        "parts[2]",
        "q1",
    ),
    "two choices of one code": (
        lambda d: question(d)["choices"][1].update(code="good"),
        Reason.DUPLICATE_ID,
        "parts[0].questions[0].choices[1].code",
        "good",
    ),
    "two topics of one name": (
        lambda d: d["parts"][2]["topics"][1].update(id="t1"),
        Reason.DUPLICATE_ID,
        "parts[2].topics[1].id",
        "t1",
    ),
    "a name with a space": (
        lambda d: question(d).update(id="q 1"),
        Reason.BAD_NAME,
        "parts[0].questions[0].id",
        "q 1",
    ),
    "a name that is no column": (
        lambda d: question(d).update(id="q1__lang"),
        Reason.BAD_NAME,
        "parts[0].questions[0].id",
        "q1__lang",
    ),
    "a code that is a formula": (
        lambda d: question(d)["choices"][0].update(code="=1+1"),
        Reason.BAD_NAME,
        "parts[0].questions[0].choices[0].code",
        "=1+1",
    ),
    "a code that is a column": (
        lambda d: question(d, 1)["choices"][0].update(code="lang"),
        Reason.BAD_NAME,
        "parts[0].questions[1].choices",
        "lang",
    ),
    "no choices": (
        lambda d: question(d).update(choices=[]),
        Reason.WRONG_VALUE,
        "parts[0].questions[0].choices",
        "[]",
    ),
    "more to choose than choices": (
        lambda d: question(d, 1).update(max_choices=9),
        Reason.WRONG_VALUE,
        "parts[0].questions[1].max_choices",
        "9",
    ),
    "more to draw than statements": (
        lambda d: d["parts"][1].update(draw=4),
        Reason.WRONG_VALUE,
        "parts[1].draw",
        "4",
    ),
    "questions that are no list": (
        lambda d: d["parts"][0].update(questions={}),
        Reason.WRONG_KIND,
        "parts[0].questions",
        "list",
    ),
    "a word for a truth": (
        lambda d: question(d).update(hidden="yes"),
        Reason.WRONG_KIND,
        "parts[0].questions[0].hidden",
        "true or false",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_document_that_cannot_be_used_is_refused_at_its_place(place: Path, name: str) -> None:
    change, reason, where, detail = CHANGES[name]
    document = document_of()
    change(document)
    refusal = refusal_of(pack_directory(place, document))
    assert (refusal.reason, refusal.where, refusal.detail) == (reason, where, detail)


def test_a_help_card_takes_its_name_from_its_question() -> None:
    document = document_of()
    card = {"title": {"en": "Help"}, "lines": [{"en": "Call."}]}
    question(document).update(help=card)
    question(document, 1).update(id="q1-help")
    with pytest.raises(PackRefused) as caught:
        pack_of(document)
    assert caught.value == PackRefused(Reason.DUPLICATE_ID, "parts[0]", "q1-help")


@pytest.mark.parametrize(
    ("text", "reason", "where"),
    [
        (b"{", Reason.NOT_JSON, "consultation.json:1:2"),
        (b'{\n "a": 1,\n}', Reason.NOT_JSON, "consultation.json:3:1"),
        (b"", Reason.NOT_JSON, "consultation.json:1:1"),
        (b"\xff\xfe{", Reason.NOT_JSON, "consultation.json"),
        (b'{"a": NaN}', Reason.NOT_JSON, "consultation.json"),
        (b"[" * 100_000, Reason.NOT_JSON, "consultation.json"),
        (b'{"a": 1, "a": 2}', Reason.DUPLICATE_MEMBER, "consultation.json"),
        (b"[]", Reason.NOT_A_PACK, "consultation.json"),
        (b"{}", Reason.NOT_A_PACK, "format"),
    ],
)
def test_what_is_no_json_object_is_refused_with_line_and_column(
    place: Path, text: bytes, reason: Reason, where: str
) -> None:
    root = pack_directory(place, {})
    (root / "consultation.json").write_bytes(text)
    refusal = refusal_of(root)
    assert (refusal.reason, refusal.where) == (reason, where)


@pytest.mark.parametrize("value", [2**60, "\ud800"], ids=["a large number", "half a letter"])
def test_what_has_no_canonical_form_is_refused(place: Path, value: object) -> None:
    assert refusal_of(pack_directory(place, document_of() | {"extra": value})).reason is Reason.WRONG_VALUE


def test_a_directory_without_a_document_is_refused(place: Path) -> None:
    place.mkdir()
    assert refusal_of(place) == PackRefused(Reason.NO_DOCUMENT, "consultation.json")


def test_a_path_that_is_not_there_is_refused(place: Path) -> None:
    assert refusal_of(place).reason is Reason.NOT_FOUND


def test_a_link_that_leads_out_of_a_directory_is_refused(place: Path, tmp_path: Path) -> None:
    root = pack_directory(place, document_of(), {"media/a.png": PNG})
    (tmp_path / "secret.png").write_bytes(PNG)
    (root / "media" / "b.png").symlink_to(tmp_path / "secret.png")
    assert refusal_of(root) == PackRefused(Reason.PATH_OUTSIDE, "media/b.png")


def test_checksums_in_a_directory_must_hold_where_there_are_some(place: Path) -> None:
    root = pack_directory(place, document_of())
    (root / "SHA256SUMS").write_text(f"{'0' * 64}  consultation.json\n")
    assert refusal_of(root) == PackRefused(Reason.WRONG_CHECKSUM, "consultation.json")


@pytest.mark.parametrize("text", ["junk\n", f"{'0' * 64}  a\n{'0' * 64}  a\n", "\udcff"])
def test_checksums_that_cannot_be_read_are_refused(place: Path, text: str) -> None:
    root = pack_directory(place, document_of())
    (root / "SHA256SUMS").write_bytes(text.encode(errors="surrogateescape"))
    assert refusal_of(root).reason is Reason.BAD_CHECKSUMS


@pytest.mark.parametrize(
    "head",
    [
        b"\x1a\x45\xdf\xa3webm",
        b"\0\0\0\x18ftypisom",
        b"\0\0\0\x18ftypqt  ",
        b"RIFF\0\0\0\0AVI ",
        b"OggS" + bytes(24) + b"\x80theora",
        b"\0\0\x01\xba",
        b"FLV\x01",
    ],
)
def test_a_video_is_refused_by_name(place: Path, head: bytes) -> None:
    root = pack_directory(place, document_of(), {"media/welcome.png": head + bytes(40)})
    refusal = refusal_of(root)
    assert refusal == PackRefused(Reason.VIDEO, "media/welcome.png")
    assert sentence(refusal, pack="ours").startswith("ours, media/welcome.png: this is a video")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x18ftypM4A ", "M4A"),
        (b"OggS" + bytes(24) + b"OpusHead", "Opus"),
        (b"OggS" + bytes(24) + b"Speex   ", "Speex"),
        (b"OggS" + bytes(24) + b"\x7fFLAC", "Ogg FLAC"),
        (b"\xff\xf1\x50\x80", "AAC"),
        (b"#!AMR\n", "AMR"),
        (b"FORM\0\0\0\0AIFF", "AIFF"),
    ],
)
def test_a_sound_that_nothing_here_can_play_is_refused_by_its_kind(
    place: Path, head: bytes, kind: str
) -> None:
    root = pack_directory(place, document_of(), {"media/q1.mp3": head + bytes(40)})
    refusal = refusal_of(root)
    assert refusal == PackRefused(Reason.UNPLAYABLE, "media/q1.mp3", kind)
    assert sentence(refusal, pack="ours").endswith("convert it to MP3 or Ogg Vorbis.")


@pytest.mark.parametrize("name", ["word.wav", "word.mp3", "word.ogg", "word.flac"])
def test_real_sounds_are_known_as_such(name: str) -> None:
    assert media_kind(name, (SOUNDS / name).read_bytes()[:HEAD]) is MediaKind.SOUND


def test_a_real_opus_file_is_refused() -> None:
    with pytest.raises(PackRefused) as refused:
        media_kind("word.ogg", (SOUNDS / "word-opus.ogg").read_bytes()[:HEAD])
    assert refused.value.detail == "Opus"


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"<svg/>", b"RIFF\0\0\0\0CDDA", b"#!/bin/sh"])
def test_what_is_neither_picture_nor_sound_is_refused(place: Path, content: bytes) -> None:
    root = pack_directory(place, document_of(), {"media/a.png": content})
    assert refusal_of(root) == PackRefused(Reason.UNKNOWN_MEDIA, "media/a.png")


@pytest.mark.parametrize(
    "content",
    [
        PNG,
        OGG,
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBP",
        b"RIFF\0\0\0\0WAVE",
        b"ID3\x04",
        b"fLaC",
    ],
)
def test_pictures_and_sounds_are_known_by_their_first_bytes(place: Path, content: bytes) -> None:
    assert read_pack(pack_directory(place, document_of(), {"media/a.bin": content})).media["media/a.bin"].size


def test_too_many_files_and_too_many_bytes_are_refused() -> None:
    with pytest.raises(PackRefused) as many:
        check_sizes({f"media/{number}": 1 for number in range(10_001)})
    with pytest.raises(PackRefused) as large:
        check_sizes({"media/a": 1_500_000_000, "media/b": 600_000_000})
    with pytest.raises(PackRefused) as document:
        check_sizes({"consultation.json": 64_000_001})
    assert many.value == PackRefused(Reason.TOO_MANY_FILES, "", "10001")
    assert large.value == PackRefused(Reason.TOO_LARGE, "media/b", "600000000")
    assert document.value.where == "consultation.json"


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_one_sentence_that_names_the_place(reason: Reason) -> None:
    told = sentence(PackRefused(reason, "parts[0]", "this"), pack="our.iccpack")
    assert told.startswith("our.iccpack, parts[0]: ")
    assert told.endswith(".")
    assert "\n" not in told
    assert "{" not in told


def test_a_refused_document_stays_as_it_was() -> None:
    document = document_of()
    question(document).update(kind="slider")
    before = json.dumps(document)
    with pytest.raises(PackRefused):
        pack_of(document)
    assert json.dumps(document) == before

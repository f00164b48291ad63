"""What the first pages show comes from the same words as the whole pack, and judges nothing."""

import json
import os
import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from icc_consult import doorstep
from icc_consult.assets import resources
from icc_consult.bootstrap import desk_at
from icc_consult.domain.wording import LanguageTag
from icc_consult.doorstep import NoDoorstep, read_doorstep
from icc_consult.packs import DOCUMENT, read_pack, write_pack
from icc_consult.services.opening import open_consultation
from icc_consult.services.premises import Terms

SAMPLE = resources() / "consultations" / "our-city-our-voice"


def _edited(folder: Path, **members: object) -> Path:
    folder.mkdir()
    document = json.loads((SAMPLE / DOCUMENT).read_bytes())
    (folder / DOCUMENT).write_text(json.dumps(document | members), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("desk") / "data"
    pack = read_pack(SAMPLE)
    open_consultation(
        desk_at(where),
        consultation=pack.consultation,
        copy_pack=lambda path: write_pack(pack, path),
        terms=Terms(pack.consultation.policy),
        passphrase="apple river stone cloud garden window",
        pin="2468",
    )
    return where


def test_it_knows_the_document_by_the_packs_own_name() -> None:
    assert doorstep.DOCUMENT == DOCUMENT


def test_a_doorstep_says_what_the_whole_pack_says() -> None:
    whole, found = read_pack(SAMPLE).consultation, read_doorstep(SAMPLE, None)
    assert (found.title, found.welcome, found.languages) == (whole.title, whole.welcome, whole.languages)
    assert found.fallback_language == whole.fallback_language
    for language in (*whole.languages, LanguageTag("ti")):
        assert found.shown(found.welcome, language) == whole.shown(whole.welcome, language)


def test_a_zip_and_a_directory_have_the_same_doorstep(tmp_path: Path) -> None:
    write_pack(read_pack(SAMPLE), tmp_path / "sample.iccpack")
    assert read_doorstep(tmp_path / "sample.iccpack", None) == read_doorstep(SAMPLE, None)


def test_an_opened_consultation_is_greeted_from_its_own_pack(data: Path) -> None:
    assert read_doorstep(None, data) == read_doorstep(SAMPLE, data) == read_doorstep(SAMPLE, None)


def test_another_revision_than_the_opened_one_is_read_thoroughly(data: Path, tmp_path: Path) -> None:
    other = _edited(tmp_path / "other", minutes=7)
    assert read_doorstep(other, None)
    with pytest.raises(NoDoorstep):
        read_doorstep(other, data)


def test_a_closed_consultation_is_read_thoroughly(data: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    shutil.copytree(data, closed)
    opening = json.loads((closed / "opening.json").read_bytes())
    (closed / "opening.json").write_text(json.dumps(opening | {"state": "closed"}))
    with pytest.raises(NoDoorstep):
        read_doorstep(None, closed)


_TITLES = ({"title": None}, {"title": "x"}, {"title": {"en": 5}})
_LANGUAGES: tuple[dict[str, object], ...] = (
    {"languages": 3},
    {"languages": [1]},
    {"languages": []},
    {"languages": ["en", "en"]},
    {"languages": ["en", "pt"]},
    {"languages": ["en", "tlh"]},
    {"fallback_language": "tlh"},
    {"source_language": "ti"},
)
_ODD = (*_TITLES, {"title": {"en": ""}}, {"title": {"en": "x", "tlh": "y"}}, {"welcome": 1}, *_LANGUAGES)


@pytest.mark.parametrize("members", _ODD)
def test_what_looks_like_no_pack_is_read_thoroughly(tmp_path: Path, members: dict[str, object]) -> None:
    with pytest.raises(NoDoorstep):
        read_doorstep(_edited(tmp_path / "odd", **members), None)


def test_a_pipe_or_a_device_is_read_thoroughly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.iccpack")
    for name, target in (("endless", "/dev/zero"), ("waiting", tmp_path / "pipe.iccpack")):
        (tmp_path / name).mkdir()
        (tmp_path / name / DOCUMENT).symlink_to(target)
    for name in ("pipe.iccpack", "endless", "waiting"):
        with pytest.raises(NoDoorstep):
            read_doorstep(tmp_path / name, None)


def test_a_damaged_zip_is_read_thoroughly(tmp_path: Path) -> None:
    write_pack(read_pack(SAMPLE), tmp_path / "sample.iccpack")
    whole = (tmp_path / "sample.iccpack").read_bytes()
    for position in (60, 70, 90, 200):
        harm = bytes([whole[position] ^ 0xFF])
        (tmp_path / "sample.iccpack").write_bytes(whole[:position] + harm + whole[position + 1 :])
        with pytest.raises(NoDoorstep):
            read_doorstep(tmp_path / "sample.iccpack", None)


def test_files_that_are_no_pack_are_read_thoroughly(tmp_path: Path) -> None:
    (tmp_path / "notes.iccpack").write_text("buy milk")
    with ZipFile(tmp_path / "empty.iccpack", "w", ZIP_DEFLATED) as archive:
        archive.writestr("other.json", "{}")
    for name in ("notes.iccpack", "empty.iccpack", "nothing.iccpack"):
        with pytest.raises(NoDoorstep):
            read_doorstep(tmp_path / name, None)
    with pytest.raises(NoDoorstep):
        read_doorstep(None, tmp_path)

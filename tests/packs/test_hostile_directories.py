"""Directories that are no honest pack, or could not become the zip that an opening keeps."""

import os
from pathlib import Path

import pytest

from icc_consult.packs import PackRefused, Reason, pack_of, read_pack, write_pack

from tests.builders import PNG, pack_directory
from tests.sketches import document_of


def refusal_of(path: Path) -> PackRefused:
    with pytest.raises(PackRefused) as caught:
        read_pack(path)
    return caught.value


@pytest.mark.parametrize("name", ["consultation.json", "SHA256SUMS"])
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(place: Path, name: str) -> None:
    root = pack_directory(place, document_of())
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert refusal_of(root) == PackRefused(Reason.UNREADABLE, name, "not a regular file")


def test_a_pipe_in_place_of_a_pack_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.iccpack")
    assert refusal_of(tmp_path / "pipe.iccpack") == PackRefused(Reason.UNREADABLE, "", "not a regular file")


@pytest.mark.parametrize("name", ["a:b.png", "a\\b.png", "a\nb.png", "a\x85b.png", "\udcff.png", "x" * 235])
def test_a_file_that_other_systems_cannot_name_is_refused(place: Path, name: str) -> None:
    root = pack_directory(place, document_of(), {f"media/{name}": PNG})
    assert refusal_of(root) == PackRefused(Reason.BAD_FILE_NAME, f"media/{name}")


def test_files_that_differ_only_in_capitals_are_refused(place: Path) -> None:
    root = pack_directory(place, document_of(), {"media/A.png": PNG, "media/a.png": PNG})
    assert refusal_of(root) == PackRefused(Reason.DUPLICATE_ENTRY, "media/a.png")


def test_a_document_that_packs_very_small_is_read_again(place: Path, tmp_path: Path) -> None:
    pack = read_pack(pack_directory(place, document_of() | {"title": {"en": "a" * 2_000_000}}))
    write_pack(pack, tmp_path / "pack.iccpack")
    assert read_pack(tmp_path / "pack.iccpack").fingerprint == pack.fingerprint


def test_a_zip_that_nobody_could_read_again_is_not_left_behind(tmp_path: Path) -> None:
    pack = pack_of(document_of())
    broken = pack_of(document_of() | {"minutes": 7})
    mixed = type(pack)(broken.drafting, pack.consultation)
    with pytest.raises(PackRefused) as caught:
        write_pack(mixed, tmp_path / "pack.iccpack")
    assert caught.value.reason is Reason.DAMAGED
    assert list(tmp_path.iterdir()) == []

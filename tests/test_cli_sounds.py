"""A form whose sounds no kiosk can play is told so before it goes anywhere."""

import shutil
from pathlib import Path

import pytest

from icc_consult.cli import main
from icc_consult.packs import read_pack

from tests.rules.tree import ROOT

SOUNDS = ROOT / "tests" / "data" / "sounds"
FORM = """survey,,,,
,type,name,label::en,media::audio::en
,note,hello,Hello,hello.mp3
,text,why,Why?,
settings,,,,
,form_id,form_title,default_language,
,f,Form,en,
"""
M4A = b"\0\0\0\x18ftypM4A " + bytes(100)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "kind"), [(M4A, "M4A"), ((SOUNDS / "word-opus.ogg").read_bytes(), "Opus")]
)
def test_a_sound_that_cannot_be_played_is_named_with_what_to_do(
    form: Path, capsys: pytest.CaptureFixture[str], content: bytes, kind: str
) -> None:
    form.with_name("hello.mp3").write_bytes(content)
    assert main(["check", str(form)]) == 1
    told = capsys.readouterr().out
    assert f"media/hello.mp3: the kiosk cannot play a sound of the kind {kind}; convert it to MP3" in told
    assert main(["convert", str(form), str(form.with_name("form.iccpack"))]) == 1
    assert not form.with_name("form.iccpack").exists()


@pytest.mark.parametrize("name", ["word.mp3", "word.ogg", "word.flac", "word.wav"])
def test_a_sound_that_can_be_played_goes_along(form: Path, name: str) -> None:
    shutil.copy(SOUNDS / name, form.with_name("hello.mp3"))
    pack = form.with_name("form.iccpack")
    assert main(["convert", str(form), str(pack)]) == 0
    assert read_pack(pack).media["media/hello.mp3"].read() == (SOUNDS / name).read_bytes()

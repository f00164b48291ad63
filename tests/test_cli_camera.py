"""`receive --camera`: a real film of the codes, read by what reads cameras."""

import json
import socket
import sys
from pathlib import Path

import pytest

from icc_consult import cameras
from icc_consult.bundles.stream import FRAME
from icc_consult.cameras import MOST_PIXELS, NoCamera, NoCameraLibrary, NoFilm, pictures
from icc_consult.cli import main
from icc_consult.sentences import sentence

from tests.films import WALL, film_of, write_film
from tests.test_cli_streaming import DONE, KEY, LACKING, NO, UNUSABLE, collect, here, quick

__all__ = ["here", "quick"]


@pytest.fixture
def shown(here: Path, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    """The pictures that a kiosk would show, a part of them to spare."""
    collect(12)
    assert main(["stream", "data", "shown", "--spare", "50"]) == DONE
    capsys.readouterr()
    return sorted(Path("shown").iterdir())


def test_a_film_with_lost_and_repeated_frames_brings_every_answer(
    shown: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    film_of(Path("film.avi"), shown, lost=0.15)
    assert main(["receive", "in.iccb", "--camera", "film.avi"]) == DONE
    assert "whole, in in.iccb" in capsys.readouterr().err
    assert not Path("in.iccb.frames").exists()
    assert main(["merge", "city", "in.iccb", *KEY, "--json"]) == DONE
    merged = json.loads(capsys.readouterr().out)
    assert (merged["added"], merged["findings"]) == (12, [])


def test_what_was_seen_is_kept_and_the_next_film_goes_on(
    shown: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    third = len(shown) // 3
    film_of(Path("first.avi"), shown[:third], lost=0)
    film_of(Path("second.avi"), shown[third:], lost=0)
    assert main(["receive", "in.iccb", "--camera", "first.avi", "--json"]) == NO
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert document["streams"][0]["frames"] == third
    assert "More frames needed" in said.err
    assert main(["receive", "in.iccb", "--camera", "second.avi"]) == DONE


def test_frames_are_kept_when_somebody_stops(
    shown: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    film_of(Path("film.avi"), shown, lost=0)
    seen = []

    def stopping(picture: object) -> object:
        seen.append(picture)
        if len(seen) == 12:
            raise KeyboardInterrupt
        return cameras.codes_of(picture)  # type: ignore[arg-type]

    monkeypatch.setattr("icc_consult.commands.streaming.codes_of", stopping)
    assert main(["receive", "in.iccb", "--camera", "film.avi"]) == NO
    assert "stopped" in capsys.readouterr().err
    assert Path("in.iccb.frames").stat().st_size > 2 * FRAME


def test_a_wall_is_no_bundle(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_film(Path("wall.avi"), [WALL] * 3)
    assert main(["receive", "in.iccb", "--camera", "wall.avi"]) == NO
    assert "No frame of a bundle was found before the camera." in capsys.readouterr().err
    assert not Path("in.iccb.frames").exists()


@pytest.mark.parametrize(
    ("source", "code", "told"),
    [
        ("97", LACKING, "Camera 97 is not there"),
        ("none.avi", UNUSABLE, "there is no such file"),
        ("words.txt", UNUSABLE, "cannot be read as a film"),
        (".", UNUSABLE, "Is a directory"),
    ],
)
def test_what_is_no_camera_is_told_in_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], source: str, code: int, told: str
) -> None:
    Path("words.txt").write_text("no film")
    assert main(["receive", "in.iccb", "--camera", source]) == code
    assert told in capsys.readouterr().err.splitlines()[-1]


def test_without_the_extra_one_sentence_names_it(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    assert main(["receive", "in.iccb", "--camera"]) == LACKING
    assert "install icc-consult[camera]" in capsys.readouterr().err


@pytest.mark.parametrize("call", [["in.iccb"], ["in.iccb", "one.png", "--camera", "0"]])
def test_either_pictures_or_a_camera(here: Path, capsys: pytest.CaptureFixture[str], call: list[str]) -> None:
    assert main(["receive", *call]) == UNUSABLE
    assert "Give pictures, or --camera" in capsys.readouterr().err


@pytest.mark.parametrize("error", [NoCameraLibrary(), NoCamera("0"), NoFilm("a.avi")])
def test_what_is_amiss_with_a_camera_is_one_sentence(error: NoCamera) -> None:
    assert sentence(error).endswith(".")
    assert "{" not in sentence(error)


def test_a_film_with_too_many_pixels_is_refused_before_a_picture_is_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = write_film(Path("film.avi").absolute(), [WALL])
    monkeypatch.setattr(cameras, "MOST_PIXELS", WALL.size - 1)
    assert WALL.size < MOST_PIXELS
    with pytest.raises(NoFilm):
        next(pictures(film))


def test_a_film_names_no_place_in_the_network(here: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        where = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        playlist = Path("list.m3u8").absolute()
        playlist.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{where}\n#EXT-X-ENDLIST\n")
        with pytest.raises(NoFilm):
            next(pictures(playlist))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()

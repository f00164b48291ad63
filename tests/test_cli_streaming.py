"""Running `stream` and `receive` as a person would: no stick, a screen, a camera and some losses."""

import errno
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from icc_consult.bootstrap import open_kiosk
from icc_consult.bundles.pictures import write_picture
from icc_consult.cli import main
from icc_consult.packs import write_pack
from icc_consult.services import responding

from tests.sketches import pack_drawn
from tests.test_cli_carrying import locked, unlocked

DONE, NO, UNUSABLE, LACKING = range(4)
KEY = ("--from", "data", "--passphrase-file", "words")


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """The key file is the real one; only its lock, which takes a second each time, is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("icc_consult.trust.vault.locked", locked)
        patch.setattr("icc_consult.trust.vault.unlocked", unlocked)
        yield


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_pack(pack_drawn(), Path("sketch.iccpack"))
    Path("pin").write_text("2468")
    given = ["--data", "data", "--passphrase-file", "words", "--pin-file", "pin"]
    assert main(["open", "sketch.iccpack", "--not-ready-too", *given]) == DONE
    return tmp_path


def collect(count: int) -> None:
    kiosk = open_kiosk(Path("data"))
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=kiosk.consultation.languages[0]))
    assert kiosk.store is not None
    kiosk.store.release()


def test_answers_travel_by_pictures_and_losses_are_made_up_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collect(12)
    assert main(["stream", "data", "shown", "--json"]) == DONE
    document = json.loads(capsys.readouterr().out)
    pictures = sorted(map(str, Path("shown").iterdir()))
    assert (document["parts"], document["books"]["sealed"]) == ([len(pictures)], 12)
    random.Random(1).shuffle(pictures)  # noqa: S311
    few, lost = pictures[: len(pictures) // 3], len(pictures) // 10
    assert main(["receive", "in.iccb", *few, "--json"]) == NO
    said = capsys.readouterr()
    assert json.loads(said.out)["more"] > 0
    assert "More frames needed: " in said.err
    assert not Path("in.iccb").exists()
    assert main(["receive", "in.iccb", *pictures[lost:]]) == DONE
    assert main(["merge", "city", "in.iccb", *KEY, "--json"]) == DONE
    merged = json.loads(capsys.readouterr().out)
    assert (merged["added"], merged["findings"]) == (12, [])


def test_a_desk_tells_what_it_has_and_gets_the_rest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    collect(12)
    assert main(["stream", "data", "first"]) == DONE
    assert main(["receive", "first.iccb", "first"]) == DONE
    assert main(["merge", "city", "first.iccb", *KEY]) == DONE
    collect(11)
    assert main(["held", "city", "told"]) == DONE
    assert main(["receive", "desk.held", "told"]) == DONE
    capsys.readouterr()
    assert main(["stream", "data", "second", "--held", "desk.held", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["answers"] == 11
    assert main(["receive", "second.iccb", "second"]) == DONE
    assert main(["merge", "city", "second.iccb", *KEY, "--json"]) == DONE
    merged = json.loads(capsys.readouterr().out)
    assert (merged["added"], merged["books"]["sealed"], merged["findings"]) == (11, 23, [])


def test_too_few_answers_are_not_shown_either(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    collect(3)
    assert main(["stream", "data", "shown"]) == NO
    assert "Only 3 answers are new" in capsys.readouterr().err
    assert not Path("shown").exists()


@pytest.mark.parametrize(
    ("call", "code", "sentence"),
    [
        (["stream", "data", "data/shown"], UNUSABLE, "there is something here already"),
        (["stream", "data", "full"], UNUSABLE, "there is something here already"),
        (["stream", "none", "shown"], UNUSABLE, "no consultation was opened here"),
        (["stream", "data", "shown", "--spare", "400"], UNUSABLE, "from 0 to 300"),
        (["stream", "data", "shown", "--spare", "much"], UNUSABLE, "from 0 to 300"),
        (["stream", "data", "shown", "--held", "pin"], UNUSABLE, "what the desk has already"),
        (["held", "data", "full"], UNUSABLE, "there is something here already"),
        (["receive", "in.zip", "full"], UNUSABLE, "the name of a bundle ends in .iccb"),
        (["receive", "in.iccb", "full"], NO, "No frame of a bundle was found"),
        (["receive", "in.iccb", "full/words.txt"], NO, "No frame of a bundle was found"),
        (["receive", "in.iccb", "none.png"], UNUSABLE, "none.png"),
    ],
)
def test_a_clumsy_call_is_told_what_to_do(
    call: list[str], code: int, sentence: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("full").mkdir()
    Path("full/words.txt").write_text("no picture")
    collect(10)
    assert main(call) == code
    assert sentence in capsys.readouterr().err
    assert not Path("in.iccb").exists()


@pytest.mark.parametrize("stop", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("is_there", [True, False])
def test_half_of_the_pictures_are_none(
    here: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException, is_there: bool
) -> None:
    def stopping(place: Path, picture: bytes) -> None:
        if place.stem == "00003":
            raise stop
        write_picture(place, picture)

    collect(10)
    if is_there:
        Path("shown").mkdir()
    monkeypatch.setattr("icc_consult.commands.streaming.write_picture", stopping)
    assert main(["stream", "data", "shown"]) in (NO, LACKING)
    assert Path("shown").exists() == is_there
    assert not list(Path().rglob("*.png"))
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert main(["stream", "data", "shown"]) == DONE

"""Which sounds of a pack are played, in which order, and what is told when one cannot be."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icc_consult.packs import MediaFile

from ui import sounds
from ui.loudspeaker import Loudspeaker, NoOutlet, NotDecodable
from ui.sounds import Player, has_outlet, player

from tests.builders import OGG, PNG


class Speaker(Loudspeaker):
    """Writes down what it is asked to do."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[object] = []
        self.trouble: Exception | None = None
        self.end: Callable[[], None] = lambda: None

    def play(self, content: bytes, when_ended: Callable[[], None]) -> None:
        if self.trouble:
            raise self.trouble
        self.acts.append(content)
        self.end = when_ended

    def stop(self) -> None:
        self.acts.append("stop")

    def close(self) -> None:
        self.acts.append("close")


def media(**files: Callable[[], bytes]) -> dict[str, MediaFile]:
    return {f"media/{name}": MediaFile(1, "", OGG, read) for name, read in files.items()}


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


@pytest.fixture
def shown(qapp: object, speaker: Speaker) -> Iterator[Player]:
    playing = Player(media(a=lambda: b"a", b=lambda: b"b"), lambda: speaker)
    yield playing
    playing.close()


def at_rest(shown: Player) -> None:
    """Wait for the player's own thread."""
    shown._thread.submit(lambda: None).result(10)


def test_a_sound_is_played_from_the_pack_and_the_one_before_stops(shown: Player, speaker: Speaker) -> None:
    for name in ("a", "media/b", ""):
        shown.play(name)
        at_rest(shown)
    assert speaker.acts == [b"a", "stop", b"b", "stop"]


def test_the_same_sound_can_be_heard_again(shown: Player, speaker: Speaker) -> None:
    for _ in range(2):
        shown.play("a")
        at_rest(shown)
    assert speaker.acts == [b"a", "stop", b"a"]


def test_after_its_end_the_device_rests_unless_another_one_plays(shown: Player, speaker: Speaker) -> None:
    shown.play("a")
    at_rest(shown)
    end_of_the_first = speaker.end
    shown.play("b")
    at_rest(shown)
    end_of_the_first()
    at_rest(shown)
    assert speaker.acts == [b"a", "stop", b"b"]
    speaker.end()
    at_rest(shown)
    assert speaker.acts[3:] == ["stop"]


def test_a_slow_file_holds_nobody_up_and_is_silent_when_the_page_was_turned(
    qapp: object, speaker: Speaker
) -> None:
    is_read, may_go_on = threading.Event(), threading.Event()

    def slowly() -> bytes:
        is_read.set()
        assert may_go_on.wait(10)
        return b"slow"

    shown = Player(media(slow=slowly), lambda: speaker)
    shown.play("slow")
    assert is_read.wait(10)
    shown.play("")
    may_go_on.set()
    shown.close()
    assert speaker.acts == ["stop", "close"]


@pytest.mark.parametrize(
    ("trouble", "name", "told"),
    [(NotDecodable(), "a", "a"), (NoOutlet(), "a", ""), (None, "gone", "gone")],
)
def test_a_sound_that_cannot_be_played_is_told(
    qtbot: QtBot, shown: Player, speaker: Speaker, trouble: Exception | None, name: str, told: str
) -> None:
    speaker.trouble = trouble
    with qtbot.waitSignal(shown.unheard) as unheard:
        shown.play(name)
    assert unheard.args == [told]


def test_a_stick_that_was_pulled_out_is_told(qtbot: QtBot, speaker: Speaker) -> None:
    def gone() -> bytes:
        raise OSError

    shown = Player(media(a=gone), lambda: speaker)
    with qtbot.waitSignal(shown.unheard):
        shown.play("a")
    shown.close()


def test_only_a_pack_with_sounds_is_given_a_player(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounds, "has_outlet", lambda: True)
    pictures = {"media/a.png": MediaFile(1, "", PNG, lambda: PNG)}
    assert player(pictures) is None
    playing = player({**pictures, **media(b=lambda: OGG)})
    assert playing is not None
    playing.close()
    monkeypatch.setattr(sounds, "has_outlet", lambda: False)
    assert player(media(b=lambda: OGG)) is None


def test_a_card_or_a_sound_server_is_something_to_be_heard_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PULSE_SERVER", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    cards = tmp_path / "pcm"
    assert not has_outlet(cards)
    cards.write_text("00-00: USB Camera : : capture 1\n")
    assert not has_outlet(cards)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not has_outlet(cards)
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert has_outlet(cards)
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    cards.write_text("00-00: ALC269 Analog : ALC269 Analog : playback 1 : capture 1\n")
    assert has_outlet(cards)
    cards.unlink()
    monkeypatch.setenv("PULSE_SERVER", "unix:/run/pulse")
    assert has_outlet(cards)

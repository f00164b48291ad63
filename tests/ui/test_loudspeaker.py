"""Real sound files through the real device library, into a device that nobody hears."""

import io
import threading
import wave
from collections.abc import Iterator

import miniaudio
import pytest

from ui import loudspeaker
from ui.loudspeaker import CHANNELS, RATE, WIDTH, Loudspeaker, NoOutlet, NotDecodable

from tests.ui.ear import SOUNDS, Ear, samples

KINDS = ["word.wav", "word.mp3", "word.ogg", "word.flac"]


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loudspeaker]:
    Ear.forget()
    monkeypatch.setattr(loudspeaker, "PlaybackDevice", Ear)
    shown = Loudspeaker([miniaudio.Backend.NULL])
    yield shown
    shown.close()


def hum(seconds: int) -> bytes:
    """A long WAV whose samples are all 1."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((CHANNELS, 2, RATE, 0, "NONE", ""))
        writer.writeframes(b"\1\0" * (seconds * RATE * CHANNELS))
    return file.getvalue()


def heard_to_the_end(speaker: Loudspeaker, content: bytes) -> None:
    ended = threading.Event()
    speaker.play(content, ended.set)
    assert ended.wait(10)
    speaker.stop()


@pytest.mark.parametrize("name", KINDS)
def test_every_frame_of_a_file_reaches_the_device_and_then_its_end_is_told(
    speaker: Loudspeaker, name: str
) -> None:
    content = (SOUNDS / name).read_bytes()
    expected = samples(content)
    heard_to_the_end(speaker, content)
    assert len(expected) > RATE * WIDTH // 5
    assert any(expected)
    assert Ear.heard[: len(expected)] == expected
    assert len(Ear.heard) > len(expected)
    assert not any(Ear.heard[len(expected) :])


def test_after_stop_nothing_of_it_is_heard_and_the_next_begins_at_its_beginning(speaker: Loudspeaker) -> None:
    word = (SOUNDS / "word.wav").read_bytes()
    ended = threading.Event()
    speaker.play(hum(600), ended.set)
    assert Ear.has_begun.wait(10)
    speaker.stop()
    assert set(Ear.heard) == {0, 1}
    Ear.heard.clear()
    heard_to_the_end(speaker, word)
    assert Ear.heard.startswith(samples(word))
    assert not ended.is_set()
    assert Ear.opened == 1


def test_a_sound_that_begins_ends_the_one_before(speaker: Loudspeaker) -> None:
    word = (SOUNDS / "word.mp3").read_bytes()
    speaker.play(hum(600), lambda: None)
    assert Ear.has_begun.wait(10)
    heard_to_the_end(speaker, word)
    assert Ear.heard.endswith(b"\0" * WIDTH)
    assert samples(word) in Ear.heard


def test_a_file_that_ends_too_early_is_heard_as_far_as_it_goes(speaker: Loudspeaker) -> None:
    whole = (SOUNDS / "word.wav").read_bytes()
    half = len(samples(whole)) // 2
    heard_to_the_end(speaker, whole[: len(whole) // 2])
    assert any(Ear.heard[: half - RATE * WIDTH // 100])
    assert not any(Ear.heard[half + RATE * WIDTH // 100 :])


@pytest.mark.parametrize(
    "content", [b"", b"ID3" + bytes(5000), b"OggS\1vorbis" + bytes(400), b"RIFF\0\0\0\0WAVE"]
)
def test_a_broken_file_is_said_to_be_broken_and_opens_no_device(speaker: Loudspeaker, content: bytes) -> None:
    with pytest.raises(NotDecodable):
        speaker.play(content, lambda: None)
    assert Ear.opened == 0


def test_opus_is_not_decoded(speaker: Loudspeaker) -> None:
    with pytest.raises(NotDecodable):
        speaker.play((SOUNDS / "word-opus.ogg").read_bytes(), lambda: None)


def test_a_device_that_was_plugged_out_is_opened_anew(speaker: Loudspeaker) -> None:
    word = (SOUNDS / "word.wav").read_bytes()
    heard_to_the_end(speaker, word)
    Ear.faults = 1
    heard_to_the_end(speaker, word)
    assert Ear.opened == 2


def test_where_no_device_opens_that_is_told(speaker: Loudspeaker) -> None:
    Ear.faults = 1
    with pytest.raises(NoOutlet):
        speaker.play((SOUNDS / "word.wav").read_bytes(), lambda: None)

"""Sounds of a pack: played from its bytes where something can play them, silence elsewhere."""

import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from icc_consult.packs import MediaFile

from ui.sounds import player


class Loudspeaker:
    """Stands for QtMultimedia; writes down what it is asked to do."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_there: bool) -> None:
        self.acts: list[object] = []
        module = ModuleType("PySide6.QtMultimedia")
        output = SimpleNamespace(isNull=lambda: not is_there)
        module.QMediaDevices = SimpleNamespace(defaultAudioOutput=lambda: output)  # type: ignore[attr-defined]
        module.QAudioOutput = object  # type: ignore[attr-defined]
        module.QMediaPlayer = lambda: self  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)

    def setAudioOutput(self, _: object) -> None:  # noqa: N802 - Qt's names
        pass

    def setSourceDevice(self, device: Any) -> None:  # noqa: N802
        self.acts.append(bytes(device.readAll().data()))

    def stop(self) -> None:
        self.acts.append("stop")

    def play(self) -> None:
        self.acts.append("play")


def media(*names: str) -> dict[str, MediaFile]:
    def reading(name: str) -> Callable[[], bytes]:
        return name.encode

    return {f"media/{name}": MediaFile(1, "", b"", reading(name)) for name in names}


def test_a_sound_is_played_from_the_pack_and_the_one_before_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = Loudspeaker(monkeypatch, is_there=True)
    play = player(media("a.ogg", "b.ogg"))
    assert play is not None
    for name in ("a.ogg", "media/b.ogg", "", "gone.ogg"):
        play(name)
    assert speaker.acts == ["stop", b"a.ogg", "play", "stop", b"b.ogg", "play", "stop", "stop"]


def test_where_nothing_can_be_heard_nothing_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    Loudspeaker(monkeypatch, is_there=False)
    assert player(media("a.ogg")) is None


def test_without_qt_multimedia_nothing_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert player(media("a.ogg")) is None

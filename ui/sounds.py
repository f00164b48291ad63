"""Plays the sounds of a pack, where this machine has QtMultimedia and something to play them on."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from icc_consult.packs import Media

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

_FOLDER = "media/"


def player(media: Media) -> Callable[[str], None] | None:
    """What plays a sound by its name; an empty one is silence. None where nothing can play."""
    try:
        multimedia: Any = import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
    if multimedia.QMediaDevices.defaultAudioOutput().isNull():
        return None
    return Player(multimedia, media).play


class Player:
    """One sound at a time."""

    def __init__(self, multimedia: Any, media: Media) -> None:
        self._media = media
        self._output = multimedia.QAudioOutput()
        self._player = multimedia.QMediaPlayer()
        self._player.setAudioOutput(self._output)
        self._buffer = QBuffer()

    def play(self, name: str) -> None:
        """Stop what is heard, and begin with this sound where the pack has it."""
        self._player.stop()
        file = self._media.get(_FOLDER + name.removeprefix(_FOLDER)) if name else None
        if file is None:
            return
        buffer = QBuffer()
        buffer.setData(QByteArray(file.read()))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(buffer)
        self._buffer = buffer  # the player reads from it as long as it plays
        self._player.play()

"""Plays the sounds of a pack where something can be heard. What decodes them comes in with the first."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from icc_consult.domain.errors import BrokenRule
from icc_consult.packs import Media, MediaKind, media_kind

from PySide6.QtCore import QObject, Signal

from ui.later import Later

if TYPE_CHECKING:
    from ui import loudspeaker
    from ui.loudspeaker import Loudspeaker
else:
    loudspeaker = Later("ui.loudspeaker")

_FOLDER = "media/"
_DEVICES = Path("/proc/asound/pcm")


def player(media: Media) -> Player | None:
    """What plays the sounds of a pack; none where there is no sound, or nothing that plays one."""
    kinds = (media_kind(name, file.head) for name, file in media.items())
    return Player(media) if MediaKind.SOUND in kinds and has_outlet() else None


def has_outlet(devices: Path = _DEVICES) -> bool:
    """Whether this machine seems to have a sound card or a sound server; no library is asked."""
    if os.environ.get("PULSE_SERVER"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and (Path(runtime) / "pulse" / "native").exists():
        return True
    try:
        return "playback" in devices.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _loudspeaker() -> Loudspeaker:
    return loudspeaker.Loudspeaker()


class Player(QObject):
    """One sound at a time. Files are read, and the device is opened, on a thread of its own.

    `unheard` names a sound that could not be played; where nothing can be heard at all, its name is empty.
    """

    unheard = Signal(str)

    def __init__(self, media: Media, speaker: Callable[[], Loudspeaker] = _loudspeaker) -> None:
        super().__init__()
        self._media = media
        self._open = speaker
        self._speaker: Loudspeaker | None = None
        self._turn = 0
        self._thread = ThreadPoolExecutor(max_workers=1)

    def play(self, name: str) -> None:
        """Stop what is heard, and begin with this sound where the pack has it; an empty name is silence."""
        self._turn += 1
        self._thread.submit(self._stop)
        if name:
            self._thread.submit(self._play, self._turn, name)

    def _play(self, turn: int, name: str) -> None:
        try:
            self._begin(turn, name)
        except (KeyError, OSError, BrokenRule, loudspeaker.NotDecodable):
            self.unheard.emit(name)
        except loudspeaker.NoOutlet:
            self.unheard.emit("")

    def _begin(self, turn: int, name: str) -> None:
        content = self._media[_FOLDER + name.removeprefix(_FOLDER)].read()
        if self._speaker is None:
            self._speaker = self._open()
        if turn == self._turn:  # the page was not turned meanwhile
            self._speaker.play(content, partial(self._ended, turn))

    def _ended(self, turn: int) -> None:
        """On the device's thread, which cannot stop itself."""
        with suppress(RuntimeError):  # closed meanwhile
            self._thread.submit(self._stop_after, turn)

    def _stop_after(self, turn: int) -> None:
        if turn == self._turn:
            self._stop()

    def _stop(self) -> None:
        if self._speaker is not None:
            self._speaker.stop()

    def close(self) -> None:
        """Silence; the device is given back."""
        self._turn += 1
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _close(self) -> None:
        if self._speaker is not None:
            self._speaker.close()

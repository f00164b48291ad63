"""What a sound is heard through: decoded while it plays, on the thread of the audio device. No Qt here."""

from collections.abc import Callable, Generator, Sequence
from typing import Any

from miniaudio import Backend, DecodeError, MiniaudioError, PlaybackDevice, SampleFormat, stream_memory

RATE = 48_000
CHANNELS = 2
WIDTH = 2 * CHANNELS
_BUFFER_MILLISECONDS = 100
_MOST = 16_384  # frames that the decoder gives at once
_TAIL = RATE * 3 // 10  # silence behind a sound, so that its end is heard before the device stops
_OUTLETS = (Backend.PULSEAUDIO, Backend.ALSA, Backend.JACK)


class NotDecodable(Exception):
    """These bytes are no sound that can be decoded."""


class NoOutlet(Exception):
    """Nothing here can be heard."""


Frames = Generator[bytes, int, None]


class Loudspeaker:
    """One sound at a time. The device is opened with the first one, and again after it was unplugged."""

    def __init__(self, backends: Sequence[Backend] = _OUTLETS) -> None:
        self._backends = list(backends)
        self._device: Any = None

    def play(self, content: bytes, when_ended: Callable[[], None]) -> None:
        """Begin with the sound in these bytes: WAV, MP3, FLAC or Vorbis in Ogg.

        `when_ended` is called on the device's own thread, after the last frame.
        Raises `NotDecodable` and `NoOutlet`.
        """
        self.stop()
        frames = _frames(content, when_ended)
        may_be_gone = self._device is not None
        if not (self._started(frames) or (may_be_gone and self._started(frames))):
            raise NoOutlet

    def _started(self, frames: Frames) -> bool:
        try:
            if self._device is None:
                self._device = self._opened()
            self._device.start(frames)
        except MiniaudioError:
            self.close()
            return False
        return True

    def _opened(self) -> Any:
        return PlaybackDevice(
            SampleFormat.SIGNED16, CHANNELS, RATE, _BUFFER_MILLISECONDS, backends=self._backends
        )

    def stop(self) -> None:
        """Silence; the device rests."""
        if self._device is not None:
            try:
                self._device.stop()
            except MiniaudioError:
                self.close()

    def close(self) -> None:
        """Silence; the device is given back."""
        device, self._device = self._device, None
        if device is not None:
            device.close()


def _frames(content: bytes, when_ended: Callable[[], None]) -> Frames:
    """The sound as a device asks for it: it sends how many frames it wants."""
    try:
        decoded = stream_memory(content, SampleFormat.SIGNED16, CHANNELS, RATE)
    except DecodeError as trouble:
        raise NotDecodable from trouble
    frames = _sounding(decoded, when_ended)
    next(frames)
    return frames


def _sounding(decoded: Any, when_ended: Callable[[], None]) -> Frames:
    wanted = yield b""
    while block := _next_block(decoded, min(wanted, _MOST)):
        wanted = yield block
    silent = 0
    while silent < _TAIL:
        silent += wanted
        wanted = yield bytes(wanted * WIDTH)
    when_ended()


def _next_block(decoded: Any, wanted: int) -> bytes:
    """Empty at the end, and where the rest of the file is broken."""
    try:
        return bytes(decoded.send(wanted))
    except (StopIteration, DecodeError):
        return b""

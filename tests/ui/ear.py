"""A device that no machine has: it asks for sound as a real one does, and remembers what it got."""

import threading

import miniaudio

from ui.loudspeaker import CHANNELS, RATE, WIDTH

from tests.rules.tree import ROOT

SOUNDS = ROOT / "tests" / "data" / "sounds"


class Ear(miniaudio.PlaybackDevice):  # type: ignore[misc]
    """The device of no machine at all, and what it would have made heard."""

    heard = bytearray()
    opened = 0
    faults = 0
    has_begun = threading.Event()

    def __init__(self, *settings: object, **more: object) -> None:
        super().__init__(*settings, **more)
        Ear.opened += 1

    def start(self, callback_generator: object) -> None:
        if Ear.faults:
            Ear.faults -= 1
            raise miniaudio.MiniaudioError("unplugged")
        super().start(callback_generator)

    def _data_callback(self, device: object, output: object, given: object, frames: int) -> None:
        super()._data_callback(device, output, given, frames)
        Ear.heard += miniaudio.ffi.buffer(output, frames * WIDTH)[:]
        Ear.has_begun.set()

    @staticmethod
    def forget() -> None:
        """Nothing was ever heard or opened."""
        Ear.heard, Ear.opened, Ear.faults, Ear.has_begun = bytearray(), 0, 0, threading.Event()


def samples(content: bytes) -> bytes:
    """Every frame of a file, decoded at once."""
    decoded = miniaudio.decode(content, miniaudio.SampleFormat.SIGNED16, CHANNELS, RATE)
    return bytes(decoded.samples.tobytes())

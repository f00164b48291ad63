"""Residents who write a word that exists nowhere else into every field of the real kiosk, key by key.

`python -m scripts.torture.typist DATA SEED END...` says each word on standard output before it is typed. At
the end `crash` it stands still, so that it can be killed where it stands.
"""

import random
import sys
from pathlib import Path

from icc_consult.packs import read_pack

from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.kiosk_command import kiosk_window

LETTERS = {"en": "abdefghjkmnprtuvwxyz", "uk": "абвгдежзийклмнопрсту", "ar": "بتثجحخدرزسشصضطعغفقكل"}
LENGTH = 8
_PATIENCE = 300


class Typist:
    """One resident after the other at the same kiosk."""

    def __init__(self, hands: Hands, chance: random.Random) -> None:
        self.hands, self.chance = hands, chance

    def sit(self, end: str) -> None:
        """From the welcome to an end: send, leave, delete, walk_off, or crash before sending."""
        language = self.chance.choice(sorted(LETTERS))
        for name in ("start", f"language-{language}", "consent"):
            self.hands.tap(name)
        while self.hands.page != "review":
            if self.hands.sees("write"):
                self.hands.write(self._word(language))
            self.hands.tap("next")
        getattr(self, f"_{end}")()

    def _word(self, language: str) -> str:
        word = "".join(self.chance.sample(LETTERS[language], LENGTH))
        sys.stdout.write(word + "\n")
        sys.stdout.flush()
        return word

    def _tap(self, *names: str) -> None:
        for name in names:
            self.hands.tap(name)

    def _send(self) -> None:
        self._tap("next", "finish")

    def _leave(self) -> None:
        self._tap("leave", "sendAndLeave", "finish")

    def _delete(self) -> None:
        self._tap("leave", "deleteAnswers", "confirmDelete", "finish")

    def _walk_off(self) -> None:
        self.hands.wait_for("welcome", at_most=_PATIENCE)

    def _crash(self) -> None:
        """The power is cut while this waits."""
        sys.stdout.write("standing\n")
        sys.stdout.flush()
        sys.stdin.read()


def main(data: str, seed: str, *ends: str) -> None:
    """Sit down once for every end."""
    pack = read_pack(Path(data) / "pack.iccpack")
    clock = Clock()
    window = kiosk_window(pack, Path(data), clock=clock)
    window.show(windowed=True)
    typist = Typist(Hands(window, clock), random.Random(seed))  # noqa: S311 - so as to repeat
    for end in ends:
        typist.sit(end)
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

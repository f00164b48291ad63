"""Residents at the real kiosk, one after the other, who say on standard output what they were told.

`python -m scripts.torture.resident DATA SEED [END...]`: an END is send, leave, delete or walk_off; without
any they come for ever. Whoever listens knows from `scripts.torture.power.told` what each line promises.
"""

import itertools
import os
import random
import sys
from collections.abc import Iterable
from pathlib import Path

from icc_consult.packs import read_pack

from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.kiosk.journey import Answering, Thanked
from ui.kiosk_command import kiosk_window

ENDS = ("send", "leave", "delete", "walk_off")
_LETTERS = "abdefghjkmnprtuvwxyz"
_LENGTH = 6
_PATIENCE = 300


class Resident:
    """Whoever sits at the kiosk now."""

    def __init__(self, hands: Hands, chance: random.Random) -> None:
        self.hands, self.chance = hands, chance
        self.words: list[str] = []

    def sit(self, end: str) -> None:
        """From the welcome to an end."""
        self.words = []
        self._tap("start", "language-en")
        _say("comes")
        self._tap("consent")
        _say("sits", self.receipt)
        for _ in range(self.chance.randint(1, 3)):
            self._answer()
        getattr(self, f"_{end}")()

    @property
    def receipt(self) -> str:
        """The one that this sitting will have, or has."""
        match self.hands.window.host.journey.stage:
            case Answering(seat=seat):
                return str(seat.receipt)
            case Thanked(receipt=receipt):
                return str(receipt)
            case stage:
                raise RuntimeError(stage)

    def _answer(self) -> None:
        word = "".join(self.chance.sample(_LETTERS, _LENGTH))
        self.hands.write(word)
        self.words.append(word)
        _say("keeps", self.receipt)
        self._tap("next")
        _say("kept", self.receipt, *self.words)

    def _tap(self, *names: str) -> None:
        for name in names:
            self.hands.tap(name)

    def _send(self) -> None:
        while self.hands.page != "review":
            self._tap("next")
        self._sent("next")

    def _leave(self) -> None:
        self._tap("leave")
        self._sent("sendAndLeave")

    def _sent(self, button: str) -> None:
        receipt = self.receipt
        _say("sends", receipt, "")
        self._tap(button)
        self.hands.expect("thanks")
        if self.receipt != receipt:
            raise RuntimeError(receipt)
        _say("thanked", receipt, "", *self.words)
        self._tap("finish")

    def _delete(self) -> None:
        receipt = self.receipt
        self._tap("leave", "deleteAnswers")
        _say("deletes", receipt)
        self._tap("confirmDelete")
        self.hands.expect("goodbye")
        _say("deleted", receipt)
        self._tap("finish")

    def _walk_off(self) -> None:
        receipt = self.receipt
        _say("sends", receipt, "")
        self.hands.wait_for("welcome", at_most=_PATIENCE)
        _say("thanked", receipt, "", *self.words)


def _say(*words: str) -> None:
    """At once, and in one piece."""
    os.write(1, ("\t".join(words) + "\n").encode())


def main(data: str, seed: str, *ends: str) -> None:
    """Sit down once for every end, or for ever."""
    pack, clock = read_pack(Path(data) / "pack.iccpack"), Clock()
    window = kiosk_window(pack, Path(data), clock=clock)
    window.show(windowed=True)
    chance = random.Random(seed)  # noqa: S311 - so as to repeat
    resident = Resident(Hands(window, clock), chance)
    for_ever: Iterable[str] = (chance.choice(ENDS) for _ in itertools.count())
    for end in ends or for_ever:
        resident.sit(end)
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

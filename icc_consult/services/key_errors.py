"""Rules that can be broken around the private key, its holders, its paper and its end, and by observers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from icc_consult.domain.errors import BrokenRule


class LineNumbers(tuple[int, ...]):
    """Numbers of lines, as a person reads them."""

    __slots__ = ()

    def __new__(cls, numbers: Iterable[int]) -> Self:
        """Each once, in order."""
        return super().__new__(cls, sorted(set(numbers)))

    def __str__(self) -> str:
        return ", ".join(map(str, self))


@dataclass
class HoldersAlike(BrokenRule):
    """Two of the three holders have the same passphrase."""


@dataclass
class SecondHolderNeeded(BrokenRule):
    """The key opens with the passphrases of two of its three holders, and one was given."""


@dataclass
class KeyDestroyed(BrokenRule):
    """The private key was destroyed on that day; nobody can read the answers any more."""

    day: str


@dataclass
class NotConfirmed(BrokenRule):
    """What was typed is not the name of the consultation whose key was to be destroyed."""

    consultation: str


@dataclass
class PaperMistyped(BrokenRule):
    """Lines of a text, counted in it, are none of a paper, or there is a slip in them."""

    lines: LineNumbers


@dataclass
class PaperContradicts(BrokenRule):
    """Lines of a paper, by their own numbers, stand in the text twice and differ."""

    lines: LineNumbers


@dataclass
class PaperLacks(BrokenRule):
    """Lines of a paper, by their own numbers, are not in the text."""

    lines: LineNumbers


@dataclass
class PaperDiffers(BrokenRule):
    """Every line fits by itself, and together they are not what was printed."""


@dataclass
class NoOpenText(BrokenRule):
    """Without an open text no answer can be told from the others, so none can be a control answer."""


@dataclass
class ControlsUnknown(BrokenRule):
    """These phrases are not those that were noted before answers were given."""

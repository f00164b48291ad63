"""What is hunted: a file or a rule that brings forth anything but a result or an error by name."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic import LogicError, parse
from icc_consult.sources import read_source

from scripts.fuzz.carried import READERS, sound
from scripts.fuzz.mutating import broken_files, edited, edits, rules

_AT_ONCE = 200
_LONGEST_SECONDS = 20.0
_OFTEN = settings(
    max_examples=_AT_ONCE,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


class TooSlow(Exception):
    """An input that took longer than anybody waits."""


@dataclass(slots=True)
class Tally:
    """How many inputs there were, what became of them, and how long the slowest took, in seconds."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def inputs(self) -> int:
        """All of them."""
        return self.outcomes.total()

    def timed(self, act: Callable[[], str]) -> None:
        """Do it and count; raises `TooSlow`, and whatever nobody declared."""
        begun = time.process_time()
        outcome = act()
        took = time.process_time() - begun
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, took)
        if took > _LONGEST_SECONDS:
            raise TooSlow(f"{took:.1f} s")


def hunt_files(sound: list[bytes], place: Path, until: float) -> Tally:
    """Broken forms through the reader, until the clock says so."""
    tally, path = Tally(), place / "form"

    def read(content: bytes) -> str:
        path.write_bytes(content)
        try:
            source = read_source(path)
        except BrokenRule as refused:
            return f"refused as {getattr(refused, 'reason', type(refused).__name__)}"
        return "accepted" if source.is_usable else "errors with their cells"

    @_OFTEN
    @given(broken_files(sound))
    def search(content: bytes) -> None:
        tally.timed(lambda: read(content))

    while time.monotonic() < until:
        search()
    return tally


def hunt_carried(name: str, until: float) -> Tally:
    """Broken inputs for one of the readers of what is carried, until the clock says so."""
    tally, reader, one = Tally(), READERS[name], sound(name)

    def read(content: bytes) -> str:
        reader(content)
        return "read or refused"

    @_OFTEN
    @given(st.binary(max_size=200) | edits.map(partial(edited, one)))
    def search(content: bytes) -> None:
        tally.timed(lambda: read(content))

    while time.monotonic() < until:
        search()
    return tally


def hunt_rules(until: float) -> Tally:
    """Scrambled rules through the parser, until the clock says so."""
    tally = Tally()

    def read(rule: str) -> str:
        try:
            parse(rule)
        except LogicError as error:
            return f"refused as {type(error).__name__}"
        return "understood"

    @_OFTEN
    @given(rules)
    def search(rule: str) -> None:
        tally.timed(lambda: read(rule))

    while time.monotonic() < until:
        search()
    return tally

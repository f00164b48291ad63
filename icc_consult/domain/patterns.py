"""The port through which regular expressions of forms are matched. The domain has no engine of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from icc_consult.domain.errors import BrokenRule

Matcher = Callable[[str], bool]


@dataclass
class PatternRefused(BrokenRule):
    """The engine does not run this pattern: malformed, or not to be matched in linear time."""

    pattern: str
    reason: str


class NoRegexEngine(BrokenRule):
    """A pattern was to be matched before anything was registered with `provide_regex_engine`."""


class RegexEngine(Protocol):
    """Something that matches in time linear in the text, whatever the pattern."""

    def matcher(self, pattern: str) -> Matcher:
        """Compile: the matcher says whether the pattern covers a whole text. Raises `PatternRefused`."""
        ...


_providers: list[Callable[[], RegexEngine]] = []


def provide_regex_engine(provider: Callable[[], RegexEngine]) -> None:
    """Name the engine to use where a caller brings none; it is made when the first pattern is met."""
    _providers[:] = [provider]
    default_regex_engine.cache_clear()


@cache
def default_regex_engine() -> RegexEngine:
    """The registered engine. Raises `NoRegexEngine`."""
    if not _providers:
        raise NoRegexEngine
    return _providers[0]()

"""What is said otherwise in LimeSurvey than in a pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Change(StrEnum):
    """The kinds of it."""

    NAME = "name"
    CODE = "code"
    NESTED = "nested"
    ROUNDS = "rounds"
    RELEVANCE = "relevance"
    CHECK = "check"
    REQUIRED = "required"
    FILTER = "filter"
    CALCULATION = "calculation"
    DEFAULT = "default"
    TRIGGER = "trigger"
    DRAW = "draw"
    MEDIA = "media"
    MASKED = "masked"
    CALENDAR = "calendar"
    STEP = "step"
    READ_ONLY = "read_only"
    ASIDE = "aside"
    TEXT = "text"
    ARGUMENTS = "arguments"
    PAPER = "paper"
    ROUTES = "routes"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Note:
    """One change; `detail` has what its sentence names."""

    change: Change
    detail: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "detail", MappingProxyType(dict(self.detail)))


class Notes:
    """The changes in the order in which they are met, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Note] = {}

    def tell(self, change: Change, **detail: str) -> None:
        """One change more."""
        self._found.setdefault((change, *detail.items()), Note(change, detail))

    @property
    def all(self) -> tuple[Note, ...]:
        """Everything told so far."""
        return tuple(self._found.values())

"""Text in several languages, and which of them a person is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NewType

LanguageTag = NewType("LanguageTag", str)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen: its own language decides direction and font, also when it is a fallback."""

    text: str
    language: LanguageTag
    is_fallback: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in every language it was written in."""

    texts: Mapping[LanguageTag, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    @classmethod
    def over(cls, texts: Mapping[LanguageTag, str]) -> "Wording":
        """A wording over texts that nobody will change, without a copy of them."""
        one = object.__new__(cls)
        object.__setattr__(one, "texts", MappingProxyType(texts))
        return one

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.texts.items())))

    def __bool__(self) -> bool:
        return any(self.texts.values())

    def shown(self, wanted: LanguageTag, fallbacks: Iterable[LanguageTag] = ()) -> Shown:
        """The text in `wanted`, else in the first fallback that has one, else in any language at all."""
        for tag in (wanted, *fallbacks, *self.texts):
            if text := self.texts.get(tag):
                return Shown(text, tag, is_fallback=tag != wanted)
        return Shown("", wanted, is_fallback=True)


UNWORDED = Wording()

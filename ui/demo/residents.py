"""Made-up residents: most answer to the end, and some do what people do."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from icc_consult.wishes import wishable_languages

_FIRST = ("ar", "uk", "fa-AF", "bn", "am", "de", "tr", "zh-Hans")


class Role(StrEnum):
    """What somebody does at the kiosk."""

    ORDINARY = "ordinary"
    SWITCHES = "switches"
    LEAVES = "leaves"
    DELETES = "deletes"
    FALLS_ASLEEP = "falls_asleep"
    LIKES_IT_LARGE = "likes_it_large"
    WISHES = "wishes"
    CHANGES = "changes"
    LOSES_POWER = "loses_power"
    DECLINES = "declines"


_ONE_EACH = (
    Role.SWITCHES,
    Role.LEAVES,
    Role.LIKES_IT_LARGE,
    Role.LOSES_POWER,
    Role.CHANGES,
    Role.DELETES,
    Role.WISHES,
    Role.FALLS_ASLEEP,
)
LEAST = len(_ONE_EACH)


@dataclass(frozen=True)
class Resident:
    """Somebody who comes to the kiosk; `other` is the language of a switch or a wish."""

    role: Role
    language: str
    seed: int
    other: str = ""

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Resident":
        """The resident that `as_plain` made plain."""
        return cls(Role(plain["role"]), plain["language"], plain["seed"], plain["other"])

    def as_plain(self) -> dict[str, Any]:
        """As JSON shows it."""
        return asdict(self)


def cast(languages: Sequence[str], count: int, *, seed: int = 0) -> tuple[Resident, ...]:
    """So many residents, at least `LEAST`, and one more who says no; every language in its turn."""
    turn = spread(languages)
    chance = random.Random(seed)  # noqa: S311 - the same day every time
    roles = [*_ONE_EACH, *[Role.ORDINARY] * (count - LEAST)]
    chance.shuffle(roles)
    roles.insert(1, Role.DECLINES)
    return tuple(
        Resident(role, turn[place % len(turn)], chance.getrandbits(32), _other(role, turn, place, chance))
        for place, role in enumerate(roles)
    )


def spread(languages: Sequence[str]) -> tuple[str, ...]:
    """The languages, those first that differ most in script and direction."""
    first = [tag for tag in _FIRST if tag in languages]
    return (*first, *(tag for tag in languages if tag not in first))


def _other(role: Role, turn: Sequence[str], place: int, chance: random.Random) -> str:
    if role is Role.SWITCHES:
        return turn[(place + 1) % len(turn)]
    if role is Role.WISHES:
        return chance.choice([tag for tag, _ in wishable_languages() if tag not in turn])
    return ""

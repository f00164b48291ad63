"""What a count yields: the outcome, its ties, the lots that were drawn and the steps that led to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Step = Mapping[str, object]
Choice = str | tuple[str, ...]
SIGNIFICANT_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """Options that the rule could not part.

    `at` says where (order, seats, winner, round, surplus, lock, purchase, list), `step` which step of the
    count, `settled` how it ended: `stands` (they share the place), `lot`, `cost`, `votes` or `earlier round`.
    """

    at: str
    options: tuple[str, ...]
    settled: str = "stands"
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot: `among` in the order the seed gives them, first first, and who was `drawn` and `to` what."""

    among: tuple[str, ...]
    drawn: tuple[str, ...]
    to: str
    seed: int
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one count.

    `outcome` is the order of the options, or the winning set where the rule chooses; a nested tuple holds
    options that are tied. Where lots decided who wins, the nested tuple comes last and holds every option
    that wins under some lots but not under all, and `chosen` holds the options that won under the lots
    recorded here. `steps` is plain data for JSON.
    """

    rule: str
    participants: int
    options: tuple[str, ...]
    outcome: tuple[Choice, ...]
    chosen: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    lots: tuple[Lot, ...] = ()
    steps: tuple[Step, ...] = ()

    def plain(self) -> dict[str, Json]:
        """The outcome as data for JSON, numbers with twelve significant digits."""
        return {
            "rule": self.rule,
            "participants": self.participants,
            "options": list(self.options),
            "outcome": plain(self.outcome),
            "chosen": list(self.chosen),
            "ties": [_tie(tie) for tie in self.ties],
            "lots": [_lot(lot) for lot in self.lots],
            "steps": plain(self.steps),
        }


def plain(value: object) -> Json:
    """Tuples as lists, numpy numbers as Python's, floats with twelve significant digits."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return float(f"{value:.{SIGNIFICANT_DIGITS}g}")
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case Sequence():
            return [plain(each) for each in value]
        case _ if hasattr(value, "tolist"):
            return plain(value.tolist())
    raise TypeError(type(value))


def _tie(tie: Tie) -> Json:
    return {"at": tie.at, "step": tie.step, "options": list(tie.options), "settled": tie.settled}


def _lot(lot: Lot) -> Json:
    return {
        "among": list(lot.among),
        "drawn": list(lot.drawn),
        "to": lot.to,
        "seed": lot.seed,
        "step": lot.step,
    }

"""The file of what was decided about proposals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.moderating import Decision, Standing, united
from icc_consult.storage.files import read_json, write_json
from icc_consult.verifying.decisions import ToldDecision, decision_in
from icc_consult.verifying.records import Kind, Record

FORMAT = "icc-consult-proposals"
VERSION = 1


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """`proposals.json`: digests and decisions, no words."""

    path: Path

    def load(self) -> dict[str, Decision]:
        """Every decision; none where there is no file. Raises `DirectoryRefused` where it is damaged."""
        try:
            plain = read_json(self.path)
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.path), str(error)) from error
        try:
            return {
                str(name): Decision(Standing(one["standing"]), str(one.get("reason", "")), _change(one))
                for name, one in plain["decisions"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.path), str(error)) from error

    def unite(self, others: Mapping[str, Decision]) -> None:
        """Take in what others decided, the last change of each; raises as `load`, or `OSError`."""
        mine = self.load()
        both = united(mine, others)
        if _plain(both) != _plain(mine):
            self.save(both)

    def records(self) -> Iterator[Record]:
        """Every decision as it is carried; raises as `load`."""
        for name, one in self.load().items():
            told = ToldDecision(name, one.standing.value, one.reason, one.change)
            if not told.is_sound():
                raise DirectoryRefused(Fault.DAMAGED, str(self.path), name)
            yield told.record()

    def take_in(self, records: Iterable[Record]) -> None:
        """Unite with what was carried here, several of one proposal too; raises as `unite`."""
        told = (decision_in(record.content) for record in records if record.kind is Kind.DECISION)
        others: dict[str, Decision] = {}
        for one in told:
            decision = Decision(Standing(one.standing), one.reason, one.change)
            others = united(others, {one.proposal: decision})
        if others:
            self.unite(others)

    def save(self, decisions: Mapping[str, Decision]) -> None:
        """Replace them all; raises `OSError`."""
        write_json(self.path, {"format": FORMAT, "version": VERSION, "decisions": _plain(decisions)})


def _change(one: Mapping[str, Any]) -> int:
    """Decisions that were written before changes were counted were made once."""
    change = one.get("change", 1)
    if type(change) is not int or change < 0:
        raise ValueError("change")
    return change


def _plain(decisions: Mapping[str, Decision]) -> dict[str, dict[str, str | int]]:
    return {
        name: {"standing": one.standing.value, "change": one.change}
        | ({"reason": one.reason} if one.reason else {})
        for name, one in sorted(decisions.items())
    }

"""The file of what was decided about proposals."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.moderating import Decision, Standing
from icc_consult.storage.files import read_json, write_json

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
                str(name): Decision(Standing(one["standing"]), str(one.get("reason", "")))
                for name, one in plain["decisions"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.path), str(error)) from error

    def save(self, decisions: Mapping[str, Decision]) -> None:
        """Replace them all; raises `OSError`."""
        plain = {
            name: {"standing": one.standing.value} | ({"reason": one.reason} if one.reason else {})
            for name, one in sorted(decisions.items())
        }
        write_json(self.path, {"format": FORMAT, "version": VERSION, "decisions": plain})

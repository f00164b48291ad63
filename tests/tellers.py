"""Running `icc-consult tally` as a person would."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.cli import main

VOTES = Path(__file__).parent / "data" / "votes"
CAPITAL = VOTES / "preflib" / "capital.soc"
VILLAGE = VOTES / "pabulib" / "village.pb"
COUNCIL = VOTES / "blt" / "council.blt"
POSTERS = VOTES / "preflib" / "posters.cat"
GRADES = VOTES / "preflib" / "grades.cat"
POLIS = VOTES / "polis-first"


class Teller:
    """Counts files and hands back what was printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def json(self, path: Path, *options: str) -> dict[str, Any]:
        """The document of a count that succeeds."""
        code, shown, _ = self.run(path, "--json", *options)
        assert code == 0
        document: dict[str, Any] = json.loads(shown)
        return document

    def table(self, path: Path, *options: str) -> list[str]:
        """The lines of the table of a count that succeeds."""
        code, shown, _ = self.run(path, *options)
        assert code == 0
        return shown.splitlines()

    def told(self, path: Path, *options: str) -> tuple[int, str]:
        """The exit code, and what is told on standard error."""
        code, _, said = self.run(path, *options)
        return code, said

    def run(self, path: Path, *options: str) -> tuple[int, str, str]:
        """The exit code and both outputs."""
        code = main(["tally", str(path), *options])
        shown = self._capsys.readouterr()
        return code, shown.out, shown.err

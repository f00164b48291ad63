"""Many sittings at the real kiosk with words that exist nowhere else, and a search for them afterwards."""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icc_consult.cli import main as icc_consult

from scripts.torture.cores import on_every_core
from scripts.torture.paper import ROOT, Rows
from scripts.torture.seeking import found

SITTINGS_A_KIOSK = 125
ENDS = ("send", "delete", "walk_off", "leave")
_LANGUAGES = ("en", "uk", "ar")
_HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_OWN_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


class WordFound(Exception):
    """A word of a resident lies in the clear somewhere; where, and which."""


@dataclass
class Canaries:
    """A kiosk whose every directory lies under `place`: data, home, XDG and temporary ones."""

    place: Path
    words: set[str] = field(default_factory=set)
    sittings: int = 0

    @property
    def data(self) -> Path:
        """Where the kiosk writes."""
        return self.place / "data"

    def open(self) -> None:
        """A consultation with every kind of field that takes words."""
        pack, pin = self.place / "pack", self.place / "pin"
        pack.mkdir(parents=True)
        (pack / "consultation.json").write_text(json.dumps(document()))
        pin.write_text("123456\n")
        words = ("--passphrase-file", self.place / "pass", "--pin-file", pin, "--not-ready-too")
        if code := icc_consult([str(word) for word in ("open", pack, "--data", self.data, *words)]):
            raise RuntimeError(f"open ended with {code}")
        for name in (*_HOMES, "TMPDIR", "work"):
            (self.place / name).mkdir(mode=0o700)

    def sit(self, seed: int, *ends: str) -> None:
        """So many residents, of whom the last one loses the power; raises `WordFound`."""
        command = [sys.executable, "-m", "scripts.torture.typist", str(self.data), str(seed), *ends, "crash"]
        pipe, work = subprocess.PIPE, self.place / "work"
        with (
            (self.place / "said").open("ab") as said,
            subprocess.Popen(
                command, cwd=work, env=self._environment(), stdin=pipe, stdout=pipe, stderr=said
            ) as kiosk,
        ):
            self.words |= set(_until_standing(kiosk))
            kiosk.kill()
        self.sittings += len(ends) + 1
        self.search()

    def search(self) -> None:
        """Raise `WordFound` where any word that was ever typed lies anywhere."""
        if hits := found(self.place, self.words):
            raise WordFound(sorted(hits)[:5])

    def _environment(self) -> dict[str, str]:
        homes = {name: str(self.place / name) for name in _HOMES}
        homes |= dict.fromkeys(_OWN_TEMPORARY, str(self.place / "TMPDIR"))
        screen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        return os.environ | homes | screen | {"PYTHONPATH": str(ROOT)}


def _until_standing(kiosk: subprocess.Popen[bytes]) -> Iterator[str]:
    assert kiosk.stdout is not None  # noqa: S101 - it was asked for
    for line in kiosk.stdout:
        if line == b"standing\n":
            return
        yield line.decode().strip()
    raise RuntimeError("the kiosk ended by itself")


def document() -> dict[str, object]:
    """Two open questions, of one line and of many, and statements to which sentences may be proposed."""

    def text(words: str) -> dict[str, str]:
        return {tag: f"{words} ({tag})" for tag in _LANGUAGES}

    questions = [
        {"id": f"q{size}", "kind": "open_text", "text": text("What first?"), "max_length": size}
        for size in (20, 400)
    ]
    statements = [{"id": "s1", "text": text("People listen."), "direction": "positive"}]
    paper = {"id": "paper", "kind": "statements", "draw": 1, "proposals": True, "statements": statements}
    return {
        "format": "icc-consult-pack",
        "version": 1,
        "id": "canaries",
        "title": text("Canaries"),
        "source_language": "en",
        "fallback_language": "en",
        "languages": list(_LANGUAGES),
        "policy": "keep",
        "consent": {"title": text("Before you start"), "lines": [text("We ask no name.")]},
        "parts": [{"id": "life", "kind": "survey", "questions": questions}, paper],
        "finish": {"lines": [text("Thank you.")]},
        "translations": {tag: {"state": "draft"} for tag in _LANGUAGES[1:]},
    }


def sit_many(sittings: int, seed: int) -> Rows:
    """At least so many, at one kiosk after another on every core; raises `WordFound`."""
    done = on_every_core(_sit_some, sittings, SITTINGS_A_KIOSK, seed)
    return [
        ("kiosks", f"{len(done):,}"),
        ("sittings with words that exist nowhere else", f"{sum(sat for sat, _ in done):,}"),
        ("words that were typed", f"{sum(words for _, words in done):,}"),
        ("words that were found in any file", "0"),
    ]


def _sit_some(seed: int) -> tuple[int, int]:
    with tempfile.TemporaryDirectory(prefix="icc-consult-words-") as place:
        done = many(Path(place) / "canaries", SITTINGS_A_KIOSK, random.Random(seed))  # noqa: S311 - to repeat
        return done.sittings, len(done.words)


def many(place: Path, sittings: int, chance: random.Random) -> Canaries:
    """So many sittings, searched after every crash; raises `WordFound`."""
    canaries = Canaries(place)
    canaries.open()
    while canaries.sittings < sittings:
        ends = [chance.choice(ENDS) for _ in range(chance.randint(3, 11))]
        canaries.sit(chance.randrange(1 << 32), *ends)
    return canaries

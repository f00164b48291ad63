"""Processes that save, back up, restore and merge are killed; system calls fail."""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.cli import main as icc_consult
from icc_consult.storage.openings import read_opening

from scripts.torture.faults import can_trace, strikes, struck
from scripts.torture.paper import ROOT, Rows
from scripts.torture.truth import Truth

VOUCHERS = 2_000
LONGEST_BREATH = 0.25


@dataclass
class Torture:
    """A consultation with two places for backups, one place to restore to, one to merge into."""

    place: Path
    chance: random.Random
    truth: Truth
    codes: list[str]
    kills: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)

    def run(self, seconds: float) -> None:
        """Kill and check until the time is over; raises `Lost`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and len(self.codes) > VOUCHERS // 20:
            for victim in ("save", self.chance.choice(("backup", "restore", "merge"))):
                self._torture(victim)
        self._complete()

    def _torture(self, victim: str) -> None:
        match victim:
            case "save":
                self._save_and_kill()
            case "backup":
                said = self._killed(victim, self.data, *map(str, self.sticks))
                self.truth.copied = max([self.truth.copied, *(int(line.split()[1]) for line in said)])
            case "restore" if self.backups[0].exists():
                self._killed(victim, self.restored, str(self.backups[0]))
            case "merge":
                self._killed(victim, self.merged, str(self.data))
        self._check()

    def _save_and_kill(self) -> None:
        self.chance.shuffle(self.codes)
        said = self._killed("save", self.data, *self.codes[:60])
        self.truth.cuts += 1
        for line in said:
            if line.startswith("saved"):
                _, receipt, code = line.split()
                self.truth.receipts.add(receipt)
                self.truth.codes.add(code)
        spent = self._spent()
        self.codes = [code for code in self.codes if code not in spent]

    def _spent(self) -> set[str]:
        from icc_consult.trust.vouchers import decode, tag_of  # noqa: PLC0415 - only here

        from scripts.torture.truth import held  # noqa: PLC0415 - only here

        consultation = read_opening(self.data / "opening.json").consultation
        tags = held(self.data)[2]
        return {code for code in self.codes if tag_of(consultation, decode(code)) in tags}

    def _killed(self, victim: str, *arguments: object) -> list[str]:
        """What a victim said before it was killed, after it was seen to work and some time besides."""
        command = [sys.executable, "-m", "scripts.torture.victims", victim, *map(str, arguments)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            said = [process.stdout.readline().strip() for _ in range(self.chance.randint(1, 12))]
            time.sleep(self.chance.random() * LONGEST_BREATH)
            process.kill()
            said += process.stdout.read().splitlines()
        if said[0] != "ready":
            raise RuntimeError(f"{victim} did not begin")
        self.kills[victim] += 1
        self.acts[victim] += sum(bool(line) for line in said[1:])
        return [line for line in said[1:] if line]

    def _check(self) -> None:
        self.truth.check_answers()
        for backup in self.backups:
            self.truth.check_backup(backup)
        self.truth.check_part(self.merged, whole=False)
        if (self.restored / "answers.db").exists():
            self.truth.check_part(self.restored, whole=False)

    def _complete(self) -> None:
        """What was cut off so often succeeds at last, and then nothing is missing anywhere."""
        from icc_consult.storage.directory import LocalDirectory  # noqa: PLC0415 - only here

        _call("backup", self.data, *self.sticks)
        _call("restore", self.restored, self.backups[0])
        LocalDirectory(self.merged).ledger().add(list(LocalDirectory(self.data).ledger().records()))
        for other in (self.restored, self.merged):
            self.truth.check_part(other, whole=True)

    @property
    def data(self) -> Path:
        """Where the kiosk writes."""
        return self.place / "data"

    @property
    def sticks(self) -> tuple[Path, Path]:
        """Two places for backups."""
        return self.place / "one", self.place / "two"

    @property
    def backups(self) -> tuple[Path, Path]:
        """Where the backups lie in them."""
        opening = read_opening(self.data / "opening.json")
        name = f"icc-consult-{opening.id}-{opening.signer.hex()[:8]}"
        return self.sticks[0] / name, self.sticks[1] / name

    @property
    def restored(self) -> Path:
        """A directory that is made from a backup."""
        return self.place / "restored"

    @property
    def merged(self) -> Path:
        """A directory that takes records in."""
        return self.place / "merged"


def _call(*words: object) -> None:
    if code := icc_consult([str(word) for word in words]):
        raise RuntimeError(f"{words[0]} ended with {code}")


def _prepared(place: Path, seed: int) -> Torture:
    secret, pin, codes = place / "pass", place / "pin", place / "codes.txt"
    pin.write_text("123456\n")
    pack = resources() / "consultations" / "our-city-our-voice"
    common = ("--passphrase-file", secret, "--pin-file", pin, "--admission", "vouchers", "--not-ready-too")
    _call("open", pack, "--data", place / "data", *common)
    _call("vouchers", "make", place / "data", "--count", VOUCHERS, "--out", codes)
    joined = ("--join", place / "data" / "opening.json", "--pin-file", pin)
    _call("open", pack, "--data", place / "merged", *joined)
    chance = random.Random(seed)  # noqa: S311 - so as to repeat the order of acts
    return Torture(place, chance, Truth(place / "data"), codes.read_text().split())


def _struck(torture: Torture) -> int:
    """Every fault of a system call that strace can make; how many. Raises `Lost`."""
    if not can_trace():
        return 0
    fresh = torture.place / "fresh"
    words = ("--passphrase-file", torture.place / "pass", "--pin-file", torture.place / "pin")
    _call("open", torture.data / "pack.iccpack", "--data", fresh, *words, "--not-ready-too")
    for number, strike in enumerate(strikes(), 1):
        data = torture.place / f"struck-{number}"
        shutil.copytree(fresh, data)
        struck(data, strike)
    return number


def tortured(seconds: float, seed: int) -> Rows:
    """Everything that is done to single processes, and its numbers; raises `Lost`."""
    with tempfile.TemporaryDirectory(prefix="icc-consult-torture-") as place:
        torture = _prepared(Path(place), seed)
        began = time.monotonic()
        torture.run(seconds)
        rows = [("duration", f"{time.monotonic() - began:.0f} s, seed {seed}"), *_told(torture)]
        cases = _struck(torture)
    return [
        *rows,
        ("ways in which system calls failed while residents sent", str(cases or "none: no strace here")),
    ]


def _told(torture: Torture) -> Rows:
    answers = torture.truth.check_answers()
    return [
        *((f"kills during {victim}", str(kills)) for victim, kills in sorted(torture.kills.items())),
        *((f"finished acts of {victim}", str(acts)) for victim, acts in sorted(torture.acts.items())),
        ("answers acknowledged", str(len(torture.truth.receipts))),
        ("answers acknowledged and lost", "0"),
        ("answers kept without having been acknowledged", str(answers - len(torture.truth.receipts))),
        ("vouchers spent without an answer, or answers without their voucher", "0"),
        ("backups that could not be opened", "0"),
    ]

"""`make fuzz`: broken forms and scrambled rules for a minute; `--minutes 10 --record` for docs/fuzzing.md."""

import argparse
import importlib.util
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from icc_consult.assets import resources

from scripts.fuzz.apart import APART, hunt_apart
from scripts.fuzz.carried import READERS, sound
from scripts.fuzz.guiding import run_guided
from scripts.fuzz.hunts import Tally, hunt_carried, hunt_files, hunt_rules
from scripts.fuzz.mutating import contents

ROOT = resources().parent
FORMS = ROOT / "tests" / "data" / "forms"
PAPER = ROOT / "docs" / "fuzzing.md"
MARK = "<!-- below this line `make fuzz` writes -->\n"
DIFFERENTIAL = "tests/formats/forms/test_against_pyxform.py"
EXAMPLES_A_SECOND = 20
_ROWS = re.compile(r"^\| (.*) \| (.*) \|$", re.MULTILINE)
GUIDED = ("files", "rules", *READERS)


def main() -> int:
    """Divide the time among the hunts; 1 where anything was found."""
    chosen = _arguments()
    seconds = chosen.minutes * 60
    if chosen.only:
        guide = run_guided if importlib.util.find_spec("atheris") else None
        return _tell(list(hunt_apart(chosen.only, seconds, guide)), chosen)
    rows = [("day", f"{datetime.now(UTC):%Y-%m-%d}"), ("machine", _machine())]
    with tempfile.TemporaryDirectory() as place:
        rows += _guided(Path(place), seconds * 0.25)
        rows += _drawn(Path(place), seconds * 0.3)
        rows += _carried(seconds * 0.2)
        rows += _compared(int(seconds * 0.25 * EXAMPLES_A_SECOND))
    return _tell(rows, chosen)


def _tell(rows: list[tuple[str, str]], chosen: argparse.Namespace) -> int:
    for name, told in rows:
        print(f"{name}: {told}")
    if chosen.record:
        _write(rows, is_apart=bool(chosen.only))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--record", action="store_true", help="write the numbers into docs/fuzzing.md")
    parser.add_argument("--only", nargs="+", choices=[*READERS], help="all the time for these, on every core")
    return parser.parse_args()


def _machine() -> str:
    cores = os.cpu_count()
    return f"{cores} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _drawn(place: Path, seconds: float) -> Iterator[tuple[str, str]]:
    half = seconds / 2
    yield from _told("broken forms", hunt_files(contents(FORMS), place, time.monotonic() + half), half)
    yield from _told("scrambled rules", hunt_rules(time.monotonic() + half), half)


def _carried(seconds: float) -> Iterator[tuple[str, str]]:
    each = seconds / len(READERS)
    for name in READERS:
        tally = hunt_carried(name, time.monotonic() + each)
        yield f"broken {name}", f"{tally.inputs:,} in {each:.0f} s, the slowest {tally.slowest:.2f} s"


def _told(name: str, tally: Tally, seconds: float) -> Iterator[tuple[str, str]]:
    yield name, f"{tally.inputs:,} in {seconds:.0f} s, the slowest {tally.slowest:.2f} s"
    for outcome, count in tally.outcomes.most_common():
        yield f"{name}: {outcome}", f"{count:,}"
    yield f"{name}: anything else", "0"


def _compared(examples: int) -> Iterator[tuple[str, str]]:
    """The differential test with more examples than usual, in a process of its own."""
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", DIFFERENTIAL]
    begun = time.monotonic()
    subprocess.run(call, cwd=ROOT, env=os.environ | {"FORMS_EXAMPLES": str(examples)}, check=True)
    took = time.monotonic() - begun
    yield (
        "random workbooks that pyxform and we read alike, or we refuse by name",
        f"{examples:,} in {took:.0f} s",
    )


def _guided(place: Path, seconds: float) -> Iterator[tuple[str, str]]:
    if importlib.util.find_spec("atheris") is None:
        print("NOT DONE: atheris is missing, so no search was guided by coverage. Install the group fuzz.")
        yield "guided by coverage (atheris)", "not done: atheris has no wheel for this Python"
        return
    for target in GUIDED:
        corpus = place / target
        corpus.mkdir()
        for number, content in enumerate(_seeds(target)):
            (corpus / str(number)).write_bytes(content)
        each = seconds / len(GUIDED)
        yield (
            f"guided by coverage (atheris), {target}",
            f"{run_guided(target, corpus, each):,} in {each:.0f} s",
        )


def _seeds(target: str) -> list[bytes]:
    match target:
        case "files":
            return contents(FORMS)
        case "rules":
            return [b"${a} > 1"]
        case _:
            return [sound(target)]


def _write(rows: list[tuple[str, str]], *, is_apart: bool) -> None:
    """Take the place of the same rows, or of everything but what was hunted apart."""
    head, _, tail = PAPER.read_text("utf-8").partition(MARK)
    known = {name: told for name, told in _ROWS.findall(tail) if name != "what"}
    apart = {name: told for name, told in known.items() if name.startswith(APART)}
    new = {**known, **dict(rows)} if is_apart else {**dict(rows), **apart}
    lines = "".join(f"| {name} | {told} |\n" for name, told in new.items())
    PAPER.write_text(f"{head}{MARK}\n| what | how much |\n|---|---|\n{lines}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

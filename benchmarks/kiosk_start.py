"""Start of the kiosk's process to the first frame of its first pages, beside an empty Qt Quick window.

`form` is the welcome of a kiosk on which a form of 500 questions was opened instead of the sample. All take
turns in one run. Bytecode, compiled QML and the fonts' cache are warm, as on the second morning.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from icc_consult.assets import resources

from benchmarks.forms import workbook

HERE = Path(__file__).resolve().parent
LIMIT = 1.5
PACK = resources() / "consultations" / "our-city-our-voice"


def environment(caches: Path) -> dict[str, str]:
    """Offscreen and in software, with warm caches of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPATH": str(HERE.parent),
        "PYTHONPYCACHEPREFIX": str(caches / "bytecode"),
        "XDG_CACHE_HOME": str(caches),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }


def opened(root: Path, source: Path) -> Path:
    """A data directory in which this pack or form was opened."""
    root.mkdir()
    (root / "pin").write_text("2468")
    call = [sys.executable, "-m", "icc_consult", "open", source, "--data", root / "data", "--not-ready-too"]
    files = ["--passphrase-file", root / "words", "--pin-file", root / "pin"]
    subprocess.run([*call, *files], check=True, capture_output=True, cwd=HERE.parent)
    return root / "data"


def once(program: list[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Milliseconds from here to the first frame, and of the program's CPU until then."""
    call = [sys.executable, str(HERE / program[0]), repr(time.monotonic()), *program[1:]]
    said = subprocess.run(call, env=env, check=True, capture_output=True, text=True, timeout=60).stdout
    wall, cpu = (1000 * float(part) for part in said.split())
    return wall, cpu


def measure(times: int) -> dict[str, list[tuple[float, float]]]:
    """Every program in turn, `times` times after one round that warms the caches."""
    found: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        env = environment(Path(name) / "caches")
        workbook(Path(name) / "form.xlsx")
        data = str(opened(Path(name) / "sample", PACK))
        form = str(opened(Path(name) / "form", Path(name) / "form.xlsx"))
        programs = {
            "empty": ["empty_window.py"],
            "welcome": ["_started_kiosk.py", "welcome", "--data", data],
            "picker": ["_started_kiosk.py", "languages", "--data", data],
            "form": ["_started_kiosk.py", "welcome", "--data", form],
        }
        for turn in range(times + 1):
            for page, program in programs.items():
                figures = once(program, env)
                if turn:
                    found.setdefault(page, []).append(figures)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the medians and the ratios; 1 where one is above 1.5."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    found = measure(parser.parse_args(arguments).times)
    middle = {page: [median(each) for each in zip(*figures, strict=True)] for page, figures in found.items()}
    worst = 0.0
    for page, (wall, cpu) in middle.items():
        ratio, of_cpu = wall / middle["empty"][0], cpu / middle["empty"][1]
        worst = max(worst, ratio)
        print(
            f"{page:8} {wall:6.0f} ms  ratio {ratio:.2f} (at most {LIMIT})   CPU {cpu:.0f} ms, {of_cpu:.2f}"
        )
    return int(worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())

"""`make audit`: a day and the suite without a network, long merges, long orders; into docs/audit.md."""

import argparse
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from icc_consult.assets import resources

ROOT = resources().parent
PAPER = ROOT / "docs" / "audit.md"
MARK = "<!-- below this line `make audit` writes -->\n"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
MONTHS_A_RUN = 500
_SOCKET = re.compile(r"\b(socket|connect|bind|sendto)\(.*AF_(INET6?|PACKET)")
_ROWS = re.compile(r"^\| (.*) \| (.*) \|$", re.MULTILINE)

Row = tuple[str, str]


def main() -> int:
    """Every part that was asked for; 1 where one did not hold."""
    chosen = _arguments()
    rows: dict[str, str] = {}
    for name in chosen.parts or PARTS:
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        rows.update(PARTS[name](chosen))
        rows[f"{name}: done"] = f"{datetime.now(UTC):%Y-%m-%d}, in {time.monotonic() - begun:.0f} s"
    for name, told in rows.items():
        print(f"{name}: {told}")
    if chosen.record:
        _write({"machine": _machine(), **rows})
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make audit")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--record", action="store_true", help="write the numbers into docs/audit.md")
    parser.add_argument("--folders", nargs="*", default=(), help="of tests, for empty; else all")
    parser.add_argument("--merges", type=int, default=20_000, help="how many months of merging")
    parser.add_argument("--residents", type=int, default=30_000, help="how many, for the order")
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().randrange(1_000_000), help="of the months"
    )
    return parser.parse_args()


def _machine() -> str:
    cores = os.cpu_count()
    return f"{cores} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _day(_: argparse.Namespace) -> Iterator[Row]:
    """A whole day at the kiosk and the desk, every call about sockets written down."""
    if shutil.which("strace") is None:
        raise SystemExit("strace is not installed.")
    with tempfile.TemporaryDirectory() as place:
        calls = Path(place) / "calls"
        trace = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(calls)]
        demo = [sys.executable, "-m", "ui.app", "demo", "--out", f"{place}/demo"]
        subprocess.run([*trace, *demo], cwd=ROOT, env=os.environ | OFFSCREEN, check=True)
        lines = calls.read_text("utf-8", "replace").splitlines()
    outside = [line for line in lines if _SOCKET.search(line)]
    if outside:
        raise SystemExit("\n".join(["The day opened sockets to a network:", *outside[:20]]))
    yield "day: calls about sockets of any kind", str(len(lines))
    yield "day: sockets of the internet families", "0"


def _empty(chosen: argparse.Namespace) -> Iterator[Row]:
    """The suite where there is no network but the loopback of its own, on every core."""
    folders = [f"tests/{name}" for name in chosen.folders] or ["tests"]
    new = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]
    call = [
        *new,
        sys.executable,
        "-m",
        "scripts.audit.alone",
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-n",
        str(os.cpu_count()),
        "--dist",
        "worksteal",
        *folders,
    ]
    yield "empty network: tests passed", _passed(call, {})
    yield "empty network: folders", " ".join(chosen.folders) or "all"


def _merges(chosen: argparse.Namespace) -> Iterator[Row]:
    """Months of five kiosks and three centres, whatever their clocks say."""
    runs = -(-chosen.merges // MONTHS_A_RUN)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_merge_some, range(chosen.seed, chosen.seed + runs)))
    yield "merges: months of at most 100 steps, each the same everywhere", f"{runs * MONTHS_A_RUN:,}"
    yield "merges: seeds", f"{chosen.seed} to {chosen.seed + runs - 1}"


def _merge_some(seed: int) -> None:
    """Without pytest, whose watching costs a quarter more."""
    often = {"MERGE_EXAMPLES": str(MONTHS_A_RUN), "MERGE_STEPS": "100", "MERGE_SEED": str(seed)}
    _passed([sys.executable, "-W", "error", "-m", "unittest", "tests.bundles.test_clocks"], often)


def _order(chosen: argparse.Namespace) -> Iterator[Row]:
    """Every table, copy and export, for a rank correlation with the order of arrival."""
    often = {"ORDER_RESIDENTS": str(chosen.residents)}
    _passed([sys.executable, "-m", "pytest", "-q", "tests/storage/test_order_everywhere.py"], often)
    yield "order: residents, and no correlation above 0.05 anywhere", f"{chosen.residents:,}"


def _passed(call: list[str], more: dict[str, str]) -> str:
    done = subprocess.run(
        call, cwd=ROOT, env=os.environ | OFFSCREEN | more, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout[-6000:] + done.stderr[-2000:])
    found = re.search(r"(\d+) passed", done.stdout)
    return f"{int(found[1]):,}" if found else "0"


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "day": _day,
    "empty": _empty,
    "merges": _merges,
    "order": _order,
}


def _write(rows: dict[str, str]) -> None:
    """What was looked at now takes the place of what was there; the rest stays."""
    head, _, tail = PAPER.read_text("utf-8").partition(MARK)
    known = dict(_ROWS.findall(tail))
    lines = "".join(f"| {name} | {told} |\n" for name, told in {**known, **rows}.items() if name != "what")
    PAPER.write_text(f"{head}{MARK}\n| what | how much |\n|---|---|\n{lines}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""Starts searches that are guided by coverage, each in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

from icc_consult.assets import resources

ROOT = resources().parent


def run_guided(target: str, corpus: Path, seconds: float) -> int:
    """How many inputs atheris tried; a crash ends everything, and its input lies in `.fuzz/`."""
    call = [sys.executable, "-m", "scripts.fuzz.guided", target, str(corpus)]
    limits = [
        "-print_final_stats=1",
        f"-max_total_time={max(1, int(seconds))}",
        "-timeout=20",
        "-rss_limit_mb=4096",
    ]
    artifacts = ROOT / ".fuzz"
    artifacts.mkdir(exist_ok=True)
    done = subprocess.run(
        [*call, *limits, f"-artifact_prefix={artifacts}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout[-4000:], done.stderr[-8000:])
        raise SystemExit(1)
    found = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    return int(found[1]) if found else 0

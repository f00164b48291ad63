"""Times one count, and stops it when patience runs out."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType


def peak_memory() -> float:
    """The peak of this process in megabytes; what getrusage tells includes the parent's at the fork."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def timed(count: Callable[[], object], patience: float) -> None:
    """Print the seconds it took, the peak megabytes of this process, and whether it was stopped."""
    start = time.perf_counter()

    def tell(stopped: bool) -> None:  # noqa: FBT001
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "megabytes": peak_memory(), "stopped": stopped}), flush=True)

    def stop(_: int, __: FrameType | None) -> None:
        tell(stopped=True)
        os._exit(0)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, patience)
    count()
    signal.setitimer(signal.ITIMER_REAL, 0)
    tell(stopped=False)

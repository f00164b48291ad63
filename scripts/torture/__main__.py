"""`make torture`: kill, cut the power, check what was promised, and write down the numbers."""

import argparse
import random
import sys
import time
from collections.abc import Callable, Mapping

from scripts.torture.canaries import sit_many
from scripts.torture.faults import can_trace
from scripts.torture.killing import kill_many
from scripts.torture.paper import Rows, record
from scripts.torture.power.images import Tally
from scripts.torture.power.many import many_images, many_replays
from scripts.torture.power.promises import Broken
from scripts.torture.processes import tortured

_MINUTES, _SITTINGS, _IMAGES, _REPLAYS, _KILLS = 5.0, 1_000, 1_000_000, 100_000, 10_000


def main() -> int:
    """Torture part by part; ends with an error at the first promise that does not hold."""
    chosen = _parser().parse_args()
    for title in PARTS if not chosen.only else [title for title in PARTS if _short(title) in chosen.only]:
        print(title, flush=True)
        rows = PARTS[title](chosen)
        for name, told in rows:
            print(f"  {name}: {told}", flush=True)
        record(title, rows)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="torture")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--minutes", type=float, default=_MINUTES, help="of kills of single processes")
    parser.add_argument(
        "--sittings", type=int, default=_SITTINGS, help="at the real kiosk, with words to look for"
    )
    parser.add_argument("--images", type=int, default=_IMAGES, help="of the disk after power cuts")
    parser.add_argument("--replays", type=int, default=_REPLAYS, help="such images of traced processes")
    parser.add_argument("--kills", type=int, default=_KILLS, help="of the real kiosk with its windows")
    parser.add_argument("--only", nargs="+", choices=list(map(_short, PARTS)), help="these parts")
    return parser


def _short(title: str) -> str:
    return title.rpartition(" ")[2]


def _processes(chosen: argparse.Namespace) -> Rows:
    return tortured(chosen.minutes * 60, chosen.seed)


def _images(chosen: argparse.Namespace) -> Rows:
    return _counted(many_images, chosen.images, chosen.seed)


def _replays(chosen: argparse.Namespace) -> Rows:
    if not can_trace():
        return [("images", "none: no strace here")]
    return _counted(many_replays, chosen.replays, chosen.seed)


def _counted(make: Callable[[int, int], Mapping[str, Tally]], images: int, seed: int) -> Rows:
    began = time.monotonic()
    found = make(images, seed)
    for path, tally in found.items():
        if tally.broken:
            raise Broken(path, f"{dict(tally.broken)}: {tally.example}")
    return [
        ("duration", f"{time.monotonic() - began:.0f} s, seed {seed}"),
        *((f"images of *{path.replace('_', ' ')}*", f"{tally.images:,}") for path, tally in found.items()),
        ("images", f"{sum(tally.images for tally in found.values()):,}"),
        ("of which the whole program opened", f"{sum(tally.whole for tally in found.values()):,}"),
        ("promises that did not hold", "0"),
    ]


def _kills(chosen: argparse.Namespace) -> Rows:
    return _timed(kill_many, chosen.kills, chosen.seed)


def _sittings(chosen: argparse.Namespace) -> Rows:
    return _timed(sit_many, chosen.sittings, chosen.seed)


def _timed(act: Callable[[int, int], Rows], times: int, seed: int) -> Rows:
    began = time.monotonic()
    told = act(times, seed)
    return [("duration", f"{time.monotonic() - began:.0f} s, seed {seed}"), *told]


PARTS: Mapping[str, Callable[[argparse.Namespace], Rows]] = {
    "Single processes": _processes,
    "Words of sittings": _sittings,
    "Power cuts as images": _images,
    "Power cuts as replays": _replays,
    "The real kiosk and kills": _kills,
}

if __name__ == "__main__":
    sys.exit(main())

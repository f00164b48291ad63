"""As many images as one likes, of every path in turn, on every core."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import count

from scripts.torture.power.images import Tally
from scripts.torture.power.paths import PATHS, tried_once

A_RECORDING = 2_500


def many(images: int, seed: int) -> Mapping[str, Tally]:
    """At least so many images, path by path; stops at the first promise that does not hold."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        work = _work(seed)
        running: dict[Future[Tally], str] = {}
        while sum(tally.images for tally in found.values()) < images:
            while len(running) < 2 * (os.cpu_count() or 1):
                path, number = next(work)
                running[pool.submit(tried_once, path, number, images=A_RECORDING)] = path
            done = next(iter(running))
            path = running.pop(done)
            found[path].add(done.result())
            if found[path].broken:
                break
        pool.shutdown(cancel_futures=True)
    return found


def _work(seed: int) -> Iterator[tuple[str, int]]:
    for number in count(seed):
        yield from ((path, number) for path in PATHS)

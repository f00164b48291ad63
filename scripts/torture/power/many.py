"""As many images as one likes, on every core."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import count

from scripts.torture.power.images import Tally
from scripts.torture.power.paths import PATHS, tried_once
from scripts.torture.power.replay import replayed

_OF_A_PATH, _OF_A_TRACE = 2_500, 10_000
Work = Iterator[tuple[str, Callable[[], Tally]]]


def many_images(images: int, seed: int) -> Mapping[str, Tally]:
    """At least so many, path by path, each path recorded anew again and again."""

    def work() -> Work:
        for number in count(seed):
            yield from ((path, partial(tried_once, path, number, images=_OF_A_PATH)) for path in PATHS)

    return spread(work(), images)


def many_replays(images: int, seed: int) -> Mapping[str, Tally]:
    """At least so many of the real processes, which are traced again and again."""
    return spread(
        (("real processes", partial(replayed, _OF_A_TRACE, number)) for number in count(seed)), images
    )


def spread(work: Work, images: int) -> Mapping[str, Tally]:
    """All cores work until there are so many; it ends early where a promise does not hold."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        running: list[tuple[str, Future[Tally]]] = []
        while sum(tally.images for tally in found.values()) < images:
            while len(running) < 2 * cores:
                name, act = next(work)
                running.append((name, pool.submit(act)))
            name, done = running.pop(0)
            found[name].add(done.result())
            if found[name].broken:
                break
        pool.shutdown(cancel_futures=True)
    return found

"""Work on every core, in processes of their own."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")


def on_every_core(act: Callable[[int], Done], wanted: int, at_once: int, seed: int) -> list[Done]:
    """What came of so many, rounded up, where `act` does some at once with a seed of its own."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(act, range(seed, seed + -(-wanted // at_once))))

"""Leaving out the search for cycles while millions of records are made that hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nobody looks for cycles meanwhile, which of a million records takes longer than reading them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """Leave what was made meanwhile to the next look through everything. The one at young things is due at
    once, and would find it all in use. What a program has set aside for good (`gc.freeze`) stays so.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()

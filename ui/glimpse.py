"""Something of which a part is known before the whole."""

from collections.abc import Callable
from typing import Any


class Glimpse:
    """Has what is known already; whatever else is asked of it is asked of the whole."""

    def __init__(self, known: object, whole: Callable[[], object]) -> None:
        """`whole` is called with the first question that `known` does not answer."""
        self._known, self._whole = known, whole

    def __getattr__(self, name: str) -> Any:
        if hasattr(self._known, name):
            return getattr(self._known, name)
        return getattr(self._whole(), name)

"""Modules that a screen needs only after its first frame."""

from importlib import import_module
from typing import Any


class Later:
    """Stands for a module and brings it in with the first look into it."""

    def __init__(self, name: str) -> None:
        """`name` is what an import statement would say."""
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)

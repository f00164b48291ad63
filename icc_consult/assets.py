"""Where the files beside the code lie: in the package (a wheel) or next to it (a checkout)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class MissingAssets(Exception):
    """Neither the package nor the folder around it holds the named folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


def resources() -> Path:
    """The folder of fonts, keyboards, sample consultations and the language registry."""
    return _found("resources")


def locales() -> Path:
    """The folder of the gettext catalogues."""
    return _found("locales")


@cache
def _found(folder: str) -> Path:
    for place in (_PACKAGE / folder, _PACKAGE.parent / folder):
        if place.is_dir():
            return place
    raise MissingAssets(folder)

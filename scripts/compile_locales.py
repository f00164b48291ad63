"""Turns every .po into a .mo: the wheel's build hook, and a command for the checkout.

In a checkout and an editable install the .mo lies beside its .po. A wheel carries catalogues and resources
inside icc_consult/, where `icc_consult.assets` finds them; a wheel without fonts is refused.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class FontsMissing(Exception):
    """resources/fonts is empty: run `make setup` before building a wheel."""


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling before it writes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and for a real wheel say what else goes inside."""
        root = Path(self.root)
        catalogues = list(compile_all(root))
        if version == "editable":
            return
        if not any(root.glob("resources/fonts/*.ttf")):
            raise FontsMissing(FontsMissing.__doc__)
        build_data["force_include"][str(root / "resources")] = "icc_consult/resources"
        for catalogue in catalogues:
            build_data["force_include"][str(catalogue)] = f"icc_consult/{catalogue.relative_to(root)}"


def compile_all(root: Path) -> Iterator[Path]:
    """Compile the catalogues that are older than their source; yield all of them."""
    sys.path.insert(0, str(ROOT))
    from icc_consult.languages import known_languages  # noqa: PLC0415 - a build knows us only by our place

    for language in known_languages():
        source = root / "locales" / language.catalogue / "LC_MESSAGES" / "icc_consult.po"
        if source.exists():
            yield _compile(source, language.tag)


def _compile(source: Path, tag: str) -> Path:
    from icc_consult.catalogues import compiled, read_catalogue  # noqa: PLC0415 - as above

    target = source.with_suffix(".mo")
    if not target.exists() or target.stat().st_mtime_ns <= source.stat().st_mtime_ns:
        part = target.with_suffix(f".{os.getpid()}")
        part.write_bytes(compiled(read_catalogue(source, tag)))
        part.replace(target)
    return target


if __name__ == "__main__":
    print(f"{len(list(compile_all(ROOT)))} catalogues compiled")

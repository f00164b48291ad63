"""Turns every .po into a .mo: the wheel's build hook, and a command for the checkout.

In a checkout and an editable install the .mo lies beside its .po. A wheel carries catalogues and resources
inside icc_consult/, where `icc_consult.assets` finds them; a wheel without fonts is refused.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class FontsMissing(Exception):
    """resources/fonts is empty: run `make setup` before building a wheel."""


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling before it writes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and for a real wheel say what else goes inside."""
        catalogues = compile_all(Path(self.root))
        if version == "editable":
            return
        resources = Path(self.root, "resources")
        if not any(resources.glob("fonts/*.ttf")):
            raise FontsMissing(FontsMissing.__doc__)
        build_data["force_include"][str(resources)] = "icc_consult/resources"
        for catalogue in catalogues:
            build_data["force_include"][str(catalogue)] = f"icc_consult/{catalogue.relative_to(self.root)}"


def compile_all(root: Path) -> list[Path]:
    """Compile every catalogue that is older than its source; return all of them."""
    return [_compile(source) for source in sorted(root.glob("locales/*/LC_MESSAGES/*.po"))]


def _compile(source: Path) -> Path:
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
        return target
    with source.open("rb") as po, target.open("wb") as mo:
        write_mo(mo, read_po(po))
    return target


if __name__ == "__main__":
    print(f"{len(compile_all(ROOT))} catalogues compiled")

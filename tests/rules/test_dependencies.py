"""What the program imports is what a wheel asks for."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import grimp

from tests.rules.tree import ROOT

PINNED_WITH_QT = {"shiboken6"}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = [one for extra in project.get("optional-dependencies", {}).values() for one in extra]
    return {_plain(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in [*project["dependencies"], *optional]}


def _imported() -> dict[str, set[str]]:
    graph = grimp.build_graph("icc_consult", "ui", include_external_packages=True, cache_dir=None)
    outside = {name for name in graph.modules if graph.is_module_squashed(name)} - sys.stdlib_module_names
    carriers = packages_distributions()
    return {name: {_plain(one) for one in carriers.get(name.split(".")[0], [name])} for name in outside}


def test_every_package_that_is_imported_is_declared() -> None:
    imported = _imported()
    assert {"PySide6", "sqlalchemy"} <= imported.keys()
    assert {name for name, carriers in imported.items() if not carriers & _declared()} == set()


def test_every_package_that_is_declared_is_imported() -> None:
    used = {carrier for carriers in _imported().values() for carrier in carriers}
    assert _declared() - used - PINNED_WITH_QT == set()

"""Keeps QML honest: describes our Python types to qmllint, lints, and checks or fixes the format.

python scripts/qml.py check | fix
"""

import ast
import difflib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
QT_MODULES = ("core", "gui", "qml", "quick")
PYTHON_TYPES = {"dict": "QVariantMap", "list": "QVariantList"}
NO_TYPES = "import QtQuick.tooling 1.2\nModule {}\n"


def main(arguments: list[str]) -> int:
    """Return 0 when every QML file is sound and formatted, else 1."""
    files = sorted((ROOT / "ui").rglob("*.qml"))
    match arguments:
        case ["fix"]:
            return _tool("qmlformat", "--inplace", *map(str, files)).returncode
        case ["check"]:
            describe()
            return max(_lint(files), _compare(files))
        case _:
            print(__doc__)
            return 2


def describe() -> None:
    """Write `<module>.qmltypes` beside every qmldir, from the Python types of that directory."""
    for qmldir in sorted((ROOT / "ui").rglob("qmldir")):
        place = qmldir.parent
        sources = [path for path in sorted(place.glob("*.py")) if _has_types(path.read_text("utf-8"))]
        target = place / f"{place.name}.qmltypes"
        if sources:
            _write_types(sources, ".".join(place.relative_to(ROOT).parts), target)
        else:
            target.write_text(NO_TYPES, "utf-8")


def _has_types(text: str) -> bool:
    return "@QmlElement" in text or "@Property(" in text


def _write_types(sources: list[Path], module: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch, "types.json")
        _tool("metaobjectdump", "--quiet", "-o", str(found), *map(str, sources), must_work=True)
        _name_qt_types(found, _bases(sources))
        _tool(
            "qmltyperegistrar",
            f"--generate-qmltypes={target}",
            f"--import-name={module}",
            "--major-version=1",
            "--minor-version=0",
            f"--foreign-types={_qt_types()}",
            f"-o{scratch}/types.cpp",
            str(found),
            must_work=True,
        )


def _bases(sources: list[Path]) -> dict[str, list[str]]:
    """The names of the bases of every class; of `Snapshot[Props]`, which the dump leaves out, `Snapshot`."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sources)
    kinds = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return {kind.name: [ast.unparse(base).partition("[")[0] for base in kind.bases] for kind in kinds}


def _inherit(kind: dict[str, Any], kinds: dict[str, dict[str, Any]], bases: dict[str, list[str]]) -> None:
    """What bases of ours have, QML shall find at the class itself."""
    waiting = list(bases.get(kind["className"], ()))
    while waiting:
        name = waiting.pop()
        waiting += bases.get(name, ())
        for part in ("properties", "signals", "slots"):
            kind[part] = [*kinds.get(name, {}).get(part, ()), *kind.get(part, ())]


def _name_qt_types(dump: Path, bases: dict[str, list[str]]) -> None:
    """To QML a base of ours such as `Snapshot[Props]` is a plain QObject, a dict and a list are variants."""
    parts = json.loads(dump.read_text("utf-8"))
    kinds = {kind["className"]: kind for part in parts for kind in part["classes"]}
    for kind in (kind for kind in kinds.values() if "classInfos" in kind):
        _inherit(kind, kinds, bases)
    for kind in (kind for part in parts for kind in part["classes"] if "classInfos" in kind):
        qt_bases = [base for base in kind.get("superClasses", []) if base["name"].startswith("Q")]
        kind |= {"object": True, "superClasses": qt_bases or [{"access": "public", "name": "QObject"}]}
        for shown in kind.get("properties", ()):
            shown["type"] = PYTHON_TYPES.get(shown["type"], shown["type"])
    dump.write_text(json.dumps(parts), "utf-8")


def _qt_types() -> str:
    place = Path(PySide6.__path__[0], "Qt", "metatypes")
    return ",".join(str(place / f"qt6{module}_metatypes.json") for module in QT_MODULES)


def _lint(files: list[Path]) -> int:
    paths = [str(path) for path in files]
    return 1 if _tool("qmllint", "--max-warnings", "0", "-I", str(ROOT), *paths).returncode else 0


def _compare(files: list[Path]) -> int:
    differences = list(_differences(files))
    sys.stdout.writelines(differences)
    return 1 if differences else 0


def _differences(files: list[Path]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        copies = {path: Path(scratch, f"{number}.qml") for number, path in enumerate(files)}
        for path, copy in copies.items():
            shutil.copyfile(path, copy)
        _tool("qmlformat", "--inplace", *map(str, copies.values()), must_work=True)
        for path, copy in copies.items():
            ours, formatted = (text.read_text("utf-8").splitlines(keepends=True) for text in (path, copy))
            yield from difflib.unified_diff(ours, formatted, str(path.relative_to(ROOT)), "formatted")


def _tool(name: str, *arguments: str, must_work: bool = False) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(TOOLS / f"pyside6-{name}"), *arguments], cwd=ROOT, check=must_work)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

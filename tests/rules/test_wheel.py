"""What is built can be installed, and finds its files without the checkout."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.compile_locales import CatalogueHook, FontsMissing
from tests.rules.tree import ROOT, name_of, project_files

ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
import ui
from icc_consult import assets
print(json.dumps([ui.__file__, str(assets.resources()), str(assets.locales())]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(place.glob("*.whl"))


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_a_wheel_carries_every_program_file_and_nothing_generated(contents: set[str]) -> None:
    ours = [name_of(path) for path in project_files()]
    program = {name for name in ours if name.startswith(("icc_consult/", "ui/"))}
    assert program
    assert program - contents == set()
    assert {name for name in contents if name.endswith((".qmltypes", ".pyc", ".po"))} == set()


def test_a_wheel_carries_fonts_with_their_licence_and_every_compiled_catalogue(contents: set[str]) -> None:
    fonts = {f"icc_consult/resources/fonts/{path.name}" for path in (ROOT / "resources/fonts").iterdir()}
    catalogues = {
        f"icc_consult/{name_of(path.with_suffix('.mo'))}" for path in ROOT.glob("locales/*/LC_MESSAGES/*.po")
    }
    assert any(name.endswith("-OFL.txt") for name in fonts)
    assert catalogues
    assert (fonts | catalogues) - contents == set()


def test_an_installed_wheel_finds_its_own_files(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*install, str(target), str(wheel)], check=True, capture_output=True)
    answer = subprocess.run(
        [sys.executable, "-P", "-c", ASK, str(target)], cwd=tmp_path, check=True, capture_output=True
    )
    package = target / "icc_consult"
    expected = [target / "ui/__init__.py", package / "resources", package / "locales"]
    assert json.loads(answer.stdout) == [str(path) for path in expected]


def test_a_wheel_without_fonts_is_refused(tmp_path: Path) -> None:
    hook = CatalogueHook(str(tmp_path), {}, None, None, "", "wheel")
    with pytest.raises(FontsMissing):
        hook.initialize("standard", {"force_include": {}})


def test_an_editable_install_copies_nothing(tmp_path: Path) -> None:
    hook = CatalogueHook(str(tmp_path), {}, None, None, "", "wheel")
    included: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("editable", included)
    assert included == {"force_include": {}}

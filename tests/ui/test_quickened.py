"""What PySide6 does at every start is done once; what it says of a wrong call stays the same."""

import builtins
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest

from icc_consult.assets import resources

from ui.quickened import KeptBytecode, WaitingPattern

ROOT = resources().parent
START = """
import builtins, re, sys
before = builtins.compile, re.compile
from ui.quickened import bring_in_qt
made = []
def noticed(source, name, *rest, **more):
    made.append(name)
    return before[0](source, name, *rest, **more)
builtins.compile = noticed
bring_in_qt()
assert re.compile is before[1], "patterns are compiled as ever"
builtins.compile = before[0]
print(sum(str(name).startswith("shibokensupport/") for name in made))
"""
WRONG = """
from PySide6.QtCore import QSize
try:
    QSize("wide")
except TypeError as error:
    print(error)
"""


def said(program: str, cache: Path) -> str:
    """What a fresh process with this cache prints."""
    environment = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    call = [sys.executable, "-c", program]
    return subprocess.run(
        call, env=environment, check=True, capture_output=True, text=True, timeout=60
    ).stdout


def kept(cache: Path) -> Path:
    """The one file of bytecode."""
    (file,) = (cache / "icc-consult").glob("qt-*.bytecode")
    return file


def test_the_second_start_compiles_nothing(tmp_path: Path) -> None:
    assert int(said(START, tmp_path)) > 5
    assert int(said(START, tmp_path)) == 0


def test_a_wrong_call_is_explained_as_ever(tmp_path: Path) -> None:
    said(START, tmp_path)
    explained = said(START + WRONG, tmp_path)
    assert "Supported signatures" in explained
    assert explained.split("\n", 1)[1] == said(WRONG, tmp_path)


@pytest.mark.parametrize("harm", [lambda held: held[:100], lambda held: held[:-1] + b"\0", lambda _: b""])
def test_damaged_bytecode_is_made_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    first = int(said(START, tmp_path))
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(harm(whole))
    assert int(said(START, tmp_path)) == first
    assert kept(tmp_path).read_bytes()[8:12] == whole[8:12]


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "icc-consult").write_text("a file where the folder should be")
    assert int(said(START, tmp_path)) > 5
    assert [file.name for file in tmp_path.iterdir()] == ["icc-consult"]


def test_changed_source_is_compiled_again(tmp_path: Path) -> None:
    compiled: list[bytes] = []

    def really(source: bytes, name: str, mode: str) -> CodeType:
        compiled.append(source)
        return builtins.compile(source, name, mode)

    bytecode = KeptBytecode(tmp_path / "kept")
    for source in (b"a = 1", b"a = 2", b"a = 1"):
        bytecode.code(source, "shibokensupport/a.py", really)
    bytecode.keep()
    KeptBytecode(tmp_path / "kept").code(b"a = 2", "shibokensupport/a.py", really)
    assert compiled == [b"a = 1", b"a = 2"]


def test_a_waiting_pattern_answers_as_the_pattern_would() -> None:
    waiting = WaitingPattern(r"(\w+)=(\d+)", flags=re.IGNORECASE)
    find = waiting.findall
    assert find("a=1 B=22") == re.compile(r"(\w+)=(\d+)").findall("a=1 B=22")
    assert waiting.sub(r"\2", "x=3") == "3"

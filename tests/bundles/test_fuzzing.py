"""Every reader of what is carried takes what is sound, and of anything else raises only what it declares."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.fuzz import __main__, carried
from scripts.fuzz.__main__ import _ROWS, MARK, _write
from scripts.fuzz.carried import READERS, sound
from scripts.fuzz.mutating import edited, edits

NAMES = sorted(READERS)
SOUND = {name: sound(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_input_is_read_and_not_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the search would only ever see the first line of the reader."""
    refusing: list[str] = []

    class Strict:
        def __init__(self, *_: object) -> None:
            """Nothing is suppressed."""

        def __enter__(self) -> None:
            """Nothing is opened."""

        def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
            refusing.extend([kind.__name__] if kind else [])

    monkeypatch.setattr(carried, "suppress", Strict)
    READERS[name](SOUND[name])
    assert refusing == []


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_carried_is_read_or_refused_by_name(name: str) -> None:
    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @given(st.binary(max_size=120) | edits.map(partial(edited, SOUND[name])))
    def search(content: bytes) -> None:
        READERS[name](content)

    search()


def test_rows_of_what_was_hunted_apart_stay_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "fuzzing.md"
    paper.write_text(f"Before.\n{MARK}\n| what | how much |\n|---|---|\n| rules: refused as Old | 3 |\n")
    monkeypatch.setattr(__main__, "PAPER", paper)
    _write([("apart, frame: broken", "7"), ("apart, bundle: broken", "8")], is_apart=True)
    _write([("apart, frame: broken", "9")], is_apart=True)
    assert _ROWS.findall(paper.read_text())[1:] == [
        ("rules: refused as Old", "3"),
        ("apart, frame: broken", "9"),
        ("apart, bundle: broken", "8"),
    ]
    _write([("rules: understood", "4")], is_apart=False)
    assert _ROWS.findall(paper.read_text())[1:] == [
        ("rules: understood", "4"),
        ("apart, frame: broken", "9"),
        ("apart, bundle: broken", "8"),
    ]
    assert paper.read_text().startswith(f"Before.\n{MARK}")

"""Every reader of what is carried takes what is sound, and of anything else raises only what it declares."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.fuzz import carried
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

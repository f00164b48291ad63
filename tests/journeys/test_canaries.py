"""What residents write at the kiosk lies in the clear nowhere: not in its data, its home, or its scraps."""

import base64
import gzip
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from icc_consult.packs import read_pack
from icc_consult.services.inspecting import inspect

from scripts.torture.canaries import Canaries, WordFound
from scripts.torture.seeking import found
from tests.builders import desk_over

WORD = "fdygvtzr"
AROUND = b"some bytes before it " * 3


@pytest.mark.parametrize("first", [1, 6])
def test_no_word_of_twenty_five_sittings_is_found_in_any_byte(tmp_path: Path, first: int) -> None:
    canaries = Canaries(tmp_path / "place")
    canaries.open()
    ends = ("send", "delete", "walk_off", "leave")
    for number in range(first, first + 5):
        canaries.sit(number, *(ends[(number + place) % 4] for place in range(4)))
    assert canaries.sittings == 25
    assert len(canaries.words) == 75
    assert (canaries.place / "said").read_bytes() == b""
    seen = inspect(desk_over(canaries.data, read_pack(canaries.data / "pack.iccpack")))
    assert (seen.counts.sealed, seen.counts.unfinished) == (19, 1)
    assert (seen.deleted, seen.recovered) == (5, 4)


def test_the_search_finds_a_word_that_was_left(tmp_path: Path) -> None:
    canaries = Canaries(tmp_path / "place", {WORD})
    (canaries.place / "XDG_CACHE_HOME" / "deep").mkdir(parents=True)
    canaries.search()
    (canaries.place / "XDG_CACHE_HOME" / "deep" / "log").write_bytes(AROUND + WORD.encode())
    with pytest.raises(WordFound):
        canaries.search()


@pytest.mark.parametrize(
    "disguise",
    [
        *(bytes, zlib.compress, gzip.compress, bytes.hex, base64.b64encode),
        *(lambda text, shift=shift: base64.b64encode(b"y" * shift + text) for shift in (1, 2)),
        *(
            lambda text, name=name: text.decode().encode(name)
            for name in ("utf-16-le", "utf-16-be", "utf-32-le")
        ),
        lambda text: text.decode()[::-1].encode(),
        lambda text: base64.b64encode(text.decode().encode("utf-16-le")),
    ],
)
@pytest.mark.parametrize("word", [WORD, "джзрлеас", "بتثجحخدر"])
def test_no_disguise_hides_a_word(
    disguise: Callable[[bytes], bytes | str], word: str, tmp_path: Path
) -> None:
    worn = disguise(word.encode())
    (tmp_path / "file").write_bytes(AROUND + (worn.encode() if isinstance(worn, str) else worn) + AROUND)
    assert found(tmp_path, {word, "fghjkmnp"}) == {("file", word)}


def test_a_word_in_a_zip_or_in_a_name_is_found(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("a", AROUND + WORD.encode())
    (tmp_path / f"{WORD}.tmp").touch()
    assert found(tmp_path, {WORD}) == {("zip", WORD), (f"{WORD}.tmp", WORD)}

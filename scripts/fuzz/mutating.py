"""Forms with a few bytes turned, and rules of scrambled words, as hypothesis draws them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from hypothesis import strategies as st

from icc_consult.domain.logic.functions import FUNCTIONS
from icc_consult.domain.logic.special import SPECIAL

from scripts.forms.drawn import all_drawn
from scripts.forms.ooxml import zipped

_LARGEST = 40_000
_LOGIC = ("relevant", "constraint", "calculation", "choice_filter", "default")
_CHUNKS = (
    b"\0",
    b"\xff\xff",
    b"|",
    b",",
    b'"',
    b"<",
    b"&#xD800;",
    b"</row>",
    b"<c r='ZZZ999999'>",
    b"]]>",
    b"::",
    b"${",
    "\u202e".encode(),
    b"<!DOCTYPE a>",
    b"\r",
    b"e",
    b"99999999999",
    b"begin_group",
    b"\xed\xa0\x80",
    b"PK\x05\x06",
)
_SIGNS = "( ) [ ] , . .. / // * + - | = != < <= > >= and or div mod ${ } $ :: : # @"
_MARKS = [*_SIGNS.split(), "'", '"', "\\", "\0", "\u202e", "\ud800", "١", "𝟙"]
_POSITIONS = st.integers(0, 2**24)

Edit = tuple[str, int, int, bytes]
edits = st.lists(
    st.tuples(
        st.sampled_from(("put", "insert", "cut", "double", "turn")),
        _POSITIONS,
        st.integers(1, 40),
        st.sampled_from(_CHUNKS) | st.binary(max_size=6),
    ),
    min_size=1,
    max_size=6,
)


def contents(directory: Path) -> list[bytes]:
    """The bytes of every small form there."""
    files = sorted(path for path in directory.iterdir() if path.is_file() and path.suffix != ".json")
    return [path.read_bytes() for path in files if path.stat().st_size < _LARGEST]


def edited(content: bytes, changes: list[Edit]) -> bytes:
    """The bytes after these changes, one after the other."""
    for act, place, length, chunk in changes:
        at = place % (len(content) + 1)
        before, piece, after = content[:at], content[at : at + length], content[at + length :]
        match act:
            case "put":
                content = before + chunk + content[at + len(chunk) :]
            case "insert":
                content = before + chunk + piece + after
            case "cut":
                content = before + after
            case "double":
                content = before + piece * 2 + after
            case _:
                content = before + piece[::-1] + after
    return content


@st.composite
def broken_files(draw: st.DrawFn, sound: list[bytes]) -> bytes:
    """A form with some bytes changed; of a workbook either the zip or a part inside it."""
    content, changes = draw(st.sampled_from(sound)), draw(edits)
    if not content.startswith(b"PK") or draw(st.booleans()):
        return edited(content, changes)
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    return zipped(parts | {name: edited(parts[name], changes)})


def _rules() -> Iterator[str]:
    """Every rule in our forms."""
    for form in all_drawn():
        header, *rows = form.sheets["survey"]
        for row in rows:
            yield from (cell for name, cell in zip(header, row, strict=True) if name in _LOGIC and cell)


_WORDS = st.sampled_from([*_MARKS, *FUNCTIONS, *SPECIAL, "${a}", "'x'", "1", "2.5", "1e3", " ", "current()"])
scrambled = st.lists(_WORDS | st.text(max_size=3), max_size=30).map("".join)
turned = st.builds(
    lambda rule, changes: edited(rule.encode(), changes).decode("utf-8", "replace"),
    st.sampled_from(sorted(set(_rules()))),
    edits,
)
rules = scrambled | turned

"""Files of translations by their kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icc_consult.formats.translations import po, xliff12, xliff21, xlsx
from icc_consult.services.handing_out import Handout, ReturnedFile
from icc_consult.services.translation_errors import Flaw, refused
from icc_consult.verifying.regular_files import TooLargeHere, read_regular

MOST_BYTES: Final = 16_000_000
_XLIFF: Final = (".xlf", ".xliff")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, its ending, whether one file holds every language."""

    name: str
    suffix: str
    holds_all: bool
    write: Callable[[Sequence[Handout]], bytes]
    read: Callable[[bytes], ReturnedFile]


FORMATS: Final = {
    one.name: one
    for one in (
        Format(
            "xliff12", ".xlf", holds_all=False, write=lambda given: xliff12.write(given[0]), read=xliff12.read
        ),
        Format(
            "xliff21", ".xlf", holds_all=False, write=lambda given: xliff21.write(given[0]), read=xliff21.read
        ),
        Format("po", ".po", holds_all=False, write=lambda given: po.write(given[0]), read=po.read),
        Format("xlsx", ".xlsx", holds_all=True, write=xlsx.write, read=xlsx.read),
    )
}


def format_of(path: Path, content: bytes) -> Format:
    """The kind of a file, by its ending and, of XLIFF, by its namespace; raises `TextsRefused`."""
    suffix = path.suffix.lower()
    if suffix in _XLIFF:
        is_old = xliff12.NAMESPACE.encode() in content
        return FORMATS["xliff12" if is_old else "xliff21"]
    found = next((one for one in FORMATS.values() if one.suffix == suffix), None)
    if found is None:
        raise refused(Flaw.UNKNOWN_FORMAT, detail=suffix)
    return found


def read_texts(path: Path) -> ReturnedFile:
    """What a file brings; raises `TextsRefused` with the place where it cannot be used."""
    try:
        content = read_regular(path, MOST_BYTES)
    except FileNotFoundError as error:
        raise refused(Flaw.NOT_FOUND) from error
    except TooLargeHere as error:
        raise refused(Flaw.TOO_LARGE) from error
    except OSError as error:
        raise refused(Flaw.UNREADABLE, detail=error.strerror or "") from error
    return format_of(path, content).read(content)


def write_texts(handouts: Sequence[Handout], kind: Format) -> bytes:
    """The bytes of a file: one language's, or all where the format holds all."""
    return kind.write(handouts)

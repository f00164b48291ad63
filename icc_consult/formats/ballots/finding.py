"""Which kind of file it is, and the polls in it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from icc_consult.formats.ballots.export import ANSWERS, CODEBOOK, is_export, read_export
from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity, Remark, Remarks
from icc_consult.formats.ballots.text import Source, read_source
from icc_consult.formats.blt.poll import poll_of as poll_of_blt
from icc_consult.formats.blt.reading import read_blt
from icc_consult.formats.pabulib.poll import poll_of as poll_of_pabulib
from icc_consult.formats.pabulib.reading import read_pabulib
from icc_consult.formats.polis.names import COMMENTS, MATRIX, VOTES
from icc_consult.formats.polis.poll import poll_of as poll_of_polis
from icc_consult.formats.polis.reading import is_polis, read_polis
from icc_consult.formats.preflib.poll import poll_of as poll_of_preflib
from icc_consult.formats.preflib.reading import TYPES, read_preflib
from icc_consult.services.polls import Poll

_Reader = Callable[[Source], Poll]
PARTS: Final = (ANSWERS, CODEBOOK, COMMENTS, *MATRIX, VOTES)
"""Files that say something only beside the others of their directory."""


def _pabulib(source: Source) -> Poll:
    return poll_of_pabulib(read_pabulib(source))


def _preflib(source: Source) -> Poll:
    return poll_of_preflib(read_preflib(source))


def _blt(source: Source) -> Poll:
    return poll_of_blt(read_blt(source))


_BY_ENDING: Final[Mapping[str, _Reader]] = {"pb": _pabulib, "blt": _blt, **dict.fromkeys(TYPES, _preflib)}


def read_ballots(path: Path, remarks: Remarks) -> tuple[Poll, ...]:
    """The polls in a file or directory; several only in our own export. Raises BallotsRefused."""
    if path.name in PARTS and not path.is_dir():
        path = path.parent
    if path.is_dir():
        polls = _in_directory(path, remarks)
    else:
        source = read_source(path, remarks)
        polls = (_reader(path, source)(source),)
    for poll in polls:
        if len(poll.options) == 1:
            remarks.add(Remark(Oddity.ONE_OPTION, str(path), 0, 0, poll.options[0].id))
    return polls


def _in_directory(path: Path, remarks: Remarks) -> tuple[Poll, ...]:
    if is_export(path):
        return read_export(path, remarks)
    if is_polis(path):
        return (poll_of_polis(read_polis(path, remarks)),)
    raise BallotsRefused(Fault.NO_BALLOT_FILES, str(path))


def _reader(path: Path, source: Source) -> _Reader:
    """By the ending of the name, else by what the file begins with."""
    reader = _BY_ENDING.get(path.suffix[1:].lower())
    if reader is not None:
        return reader
    start = source.text.lstrip()
    if re.match(r"META\b", start, re.IGNORECASE):
        return _pabulib
    if re.match(r"#[^\n]*:|[0-9]+\s*\n\s*1\s*,", start):
        return _preflib
    if re.match(r"[0-9]+\s+[0-9]+\s", start):
        return _blt
    raise source.refused(Fault.UNKNOWN_FORMAT, 1, 1)

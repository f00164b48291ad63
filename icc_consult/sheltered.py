"""Files from outside are read by a process that can do no harm; what it says is looked at again here."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from icc_consult.assets import resources
from icc_consult.confinement import MOST_SECONDS
from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.xlsform.problems import Problem, Severity, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.outside import Made, had
from icc_consult.packs import Pack, PackRefused, Reason, read_pack
from icc_consult.packs.container import MOST_DOCUMENT_BYTES
from icc_consult.packs.reading import parsed
from icc_consult.reading_child import ALL, LEAVE
from icc_consult.sources import Source, pack_made, source_made, source_of_pack

_MOST_SAID = 2 * MOST_DOCUMENT_BYTES
_KINDS = {kind.__name__: kind for kind in (What, Loss, LimeLoss)}
_ROOT = Path(__file__).resolve().parent.parent
_MISREAD = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def read_source(path: Path, *, leaves_out: bool = False) -> Source:
    """As `sources.read_source`. Raises `FormRefused` too where reading takes more than any file may take."""
    made = _made(path, leaves_out=leaves_out)
    return source_of_pack(read_pack(path)) if made is None else source_made(made, path)


def usable_pack(path: Path) -> Pack:
    """As `sources.usable_pack`."""
    made = _made(path, leaves_out=False)
    return read_pack(path) if made is None else pack_made(made, path)


def _made(path: Path, *, leaves_out: bool) -> Made | None:
    """What a form becomes, none for a sound pack. What came with the program is trusted as the program is."""
    if path.resolve().is_relative_to(resources()):
        return None
    line, _, document = _said(path, leaves_out=leaves_out).partition(b"\n")
    try:
        said = json.loads(line)
        _check_refusal(said)
        return None if said["is"] == "pack" else _form(said, document, path)
    except _MISREAD as error:
        raise FormRefused(Refusal.TOO_COSTLY, str(path)) from error


def _said(path: Path, *, leaves_out: bool) -> bytes:
    how = LEAVE if leaves_out else ALL
    child = [sys.executable, "-P", "-m", "icc_consult.reading_child", str(path), how]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    environment = {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(child, stdin=nothing, stdout=pipe, stderr=nothing, env=environment) as process:
        latest = threading.Timer(2 * MOST_SECONDS, process.kill)
        latest.daemon = True
        latest.start()
        said = _heard(process.stdout)
        if len(said) > _MOST_SAID:
            process.kill()
        code = process.wait()
        latest.cancel()
    if code:
        raise FormRefused(Refusal.TOO_COSTLY, str(path))
    return said


def _heard(stream: IO[bytes] | None) -> bytes:
    return b"" if stream is None else stream.read(_MOST_SAID + 1)


def _check_refusal(said: Mapping[str, Any]) -> None:
    if said["is"] == PackRefused.__name__:
        reason, where, detail = said["told"]
        raise PackRefused(Reason(reason), str(where), str(detail))
    if said["is"] == FormRefused.__name__:
        reason, where, detail = said["told"]
        raise FormRefused(Refusal(reason), str(where), str(detail))


def _form(said: Mapping[str, Any], document: bytes, path: Path) -> Made:
    beside = path.resolve().parent
    media = {str(name): Path(place) for name, place in said["media"].items()}
    for name, place in media.items():
        if not place.resolve().is_relative_to(beside) or not place.is_file():
            raise PackRefused(Reason.PATH_OUTSIDE, name)
    drafting = had(parsed(document) if document else None)
    return Made(str(said["title"]), drafting, media, tuple(_problems(said)))


def _problems(said: Mapping[str, Any]) -> Iterator[Problem]:
    for severity, kind, what, sheet, row, column, detail in said["problems"]:
        told = {str(name): str(text) for name, text in detail.items()}
        yield Problem(Severity(severity), _KINDS[kind](what), str(sheet), int(row), str(column), told)

"""A consultation from whatever file it is in: a pack, or a form as a spreadsheet."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from icc_consult.formats.forms import Loss, packed
from icc_consult.formats.forms.frames import framed, is_untouched, own_document
from icc_consult.formats.forms.native import OWN_PREFIX
from icc_consult.formats.forms.sentences import LOSSES
from icc_consult.formats.xlsform.form import Form
from icc_consult.formats.xlsform.problems import Problem, Severity, What
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.formats.xlsform.sentences import REFUSALS, told
from icc_consult.packs import Pack, PackRefused, pack_of, read_pack
from icc_consult.packs.container import DOCUMENT
from icc_consult.packs.media import HEAD, MediaFile
from icc_consult.sentences import Voice, plainly, printable, sentence

_MOST_TOLD = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a file: where, how grave, what it is and what to do."""

    severity: Severity
    sheet: str
    row: int
    column: str
    message: str
    fix: str

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used before this is put right."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Source:
    """What became of a file: a pack, none where anything is an error, and all there is to say."""

    title: str
    pack: Pack | None
    findings: tuple[Finding, ...]

    @property
    def is_usable(self) -> bool:
        """Whether a kiosk can show it."""
        return self.pack is not None


def read_source(path: Path, *, leaves_out: bool = False, say: Voice = plainly) -> Source:
    """Read a pack or a form, by content and not by name. Changes nothing.

    `leaves_out`: go on without questions that no kiosk can ask. Raises `PackRefused` or `FormRefused` where
    the file as a whole cannot be read.
    """
    if is_pack(path):
        pack = read_pack(path)
        return Source(_title(pack), pack, ())
    return _form_source(path, leaves_out=leaves_out, say=say)


def is_pack(path: Path) -> bool:
    """Whether it is the directory or the zip of a pack, sound or not."""
    if path.is_dir():
        return True
    try:
        with ZipFile(path) as archive:
            return DOCUMENT in archive.namelist()
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return path.suffix.casefold() == ".iccpack"


def _form_source(path: Path, *, leaves_out: bool, say: Voice) -> Source:
    reading = read_form(path)
    findings = [finding_of(problem, say) for problem in reading.problems if not _is_our_own(problem)]
    if reading.form is None:
        return Source(path.stem, None, tuple(findings))
    made = packed(reading.form, beside=path.resolve().parent, leaves_out=leaves_out)
    findings += [finding_of(problem, say) for problem in made.problems]
    title = reading.form.title
    document = _with_frame(reading.form, path, made.document)
    if document is None:
        return Source(title, None, tuple(findings))
    media = {name: media_file(file) for name, file in made.media.items()}
    try:
        return Source(title, pack_of(document, media), tuple(findings))
    except PackRefused as refused:
        refusal = Finding(Severity.ERROR, "", 0, refused.where, sentence(refused, say), "")
        return Source(title, None, (*findings, refusal))


def _is_our_own(problem: Problem) -> bool:
    """Columns in which this program keeps what XLSForm has no word for are no surprise to it."""
    said = " ".join(problem.detail.values())
    return problem.what is What.UNKNOWN_COLUMN and said.startswith(OWN_PREFIX)


def _with_frame(form: Form, path: Path, made: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The document that a form of this program came from, where there is one."""
    own = own_document(form)
    if own is None or made is None:
        return made
    written, document = own
    return document if is_untouched(path.read_bytes(), written) else framed(made, document)


def refusal_sentences(refused: PackRefused | FormRefused, say: Voice = plainly) -> tuple[str, str]:
    """What is wrong with a file as a whole, and what to do."""
    if isinstance(refused, PackRefused):
        return sentence(refused, say), ""
    detail = {"where": printable(refused.where), "detail": printable(refused.detail, _MOST_TOLD)}
    message, fix = (say(text, **detail) for text in REFUSALS[refused.reason])
    return message, fix


def media_file(path: Path) -> MediaFile:
    """A file beside a form as a medium of a pack."""
    content = path.read_bytes()
    return MediaFile(len(content), hashlib.sha256(content).hexdigest(), content[:HEAD], path.read_bytes)


def finding_of(problem: Problem, say: Voice = plainly) -> Finding:
    """A problem, told."""
    sentences = LOSSES[problem.what] if isinstance(problem.what, Loss) else told(problem)
    detail = _printed(problem.detail)
    message, fix = (say(text, **detail) for text in sentences)
    return Finding(problem.severity, problem.sheet, problem.row, problem.column, message, fix)


def _printed(detail: Mapping[str, str]) -> dict[str, str]:
    return {name: printable(text, _MOST_TOLD) for name, text in detail.items()}


def _title(pack: Pack) -> str:
    consultation = pack.consultation
    return consultation.shown(consultation.title, consultation.source_language).text

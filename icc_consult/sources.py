"""A consultation from whatever file it is in: a pack, a form as a spreadsheet, or a survey of LimeSurvey."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from icc_consult.formats.forms import packed
from icc_consult.formats.forms.errors import FormHasErrors
from icc_consult.formats.forms.frames import framed, is_untouched, own_document
from icc_consult.formats.forms.native import OWN_PREFIX
from icc_consult.formats.forms.sentences import told_of
from icc_consult.formats.limesurvey.reading import read_survey
from icc_consult.formats.limesurvey.sniffing import is_limesurvey
from icc_consult.formats.xlsform.form import Form
from icc_consult.formats.xlsform.problems import Problem, Severity, What
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.formats.xlsform.sentences import REFUSALS
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
    """Read a pack, a form or a survey, by content and not by name. Changes nothing.

    `leaves_out`: go on without questions that no kiosk can ask. Raises `PackRefused` or `FormRefused` where
    the file as a whole cannot be read.
    """
    if is_pack(path):
        pack = read_pack(path)
        return Source(_title(pack), pack, ())
    return _form_source(path, leaves_out=leaves_out, say=say)


def is_pack(path: Path) -> bool:
    """Whether it is the directory or the zip of a pack, sound or not."""
    if path.is_dir() or not path.exists():
        return True
    try:
        with ZipFile(path) as archive:
            return DOCUMENT in archive.namelist()
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return path.suffix.casefold() == ".iccpack"


def usable_pack(path: Path) -> Pack:
    """A pack, or what a form becomes. Raises `PackRefused`, `FormRefused`, `FormHasErrors`."""
    if is_pack(path):
        return read_pack(path)
    made = _made(path, leaves_out=False)
    if made.document is None:
        raise FormHasErrors(made.problems)
    return pack_of(made.document, made.media, path)


@dataclass(frozen=True, slots=True)
class _Made:
    title: str
    document: Mapping[str, Any] | None
    media: Mapping[str, MediaFile]
    problems: tuple[Problem, ...]


def _made(path: Path, *, leaves_out: bool) -> _Made:
    if is_limesurvey(path):
        survey = read_survey(path, leaves_out=leaves_out)
        return _Made(survey.title, survey.document, {}, survey.problems)
    reading = read_form(path)
    problems = tuple(problem for problem in reading.problems if not _is_our_own(problem))
    if reading.form is None:
        return _Made(path.stem, None, {}, problems)
    made = packed(reading.form, beside=path.resolve().parent, leaves_out=leaves_out)
    document = _with_frame(reading.form, path, made.document)
    media = {name: media_file(file) for name, file in made.media.items()}
    return _Made(reading.form.title, document, media, (*problems, *made.problems))


def _form_source(path: Path, *, leaves_out: bool, say: Voice) -> Source:
    made = _made(path, leaves_out=leaves_out)
    findings = tuple(finding_of(problem, say) for problem in made.problems)
    if made.document is None:
        return Source(made.title, None, findings)
    try:
        return Source(made.title, pack_of(made.document, made.media, path), findings)
    except PackRefused as refused:
        refusal = Finding(Severity.ERROR, "", 0, refused.where, sentence(refused, say), "")
        return Source(made.title, None, (*findings, refusal))


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
    detail = _printed(problem.detail)
    message, fix = (say(text, **detail) for text in told_of(problem))
    return Finding(problem.severity, problem.sheet, problem.row, problem.column, message, fix)


def _printed(detail: Mapping[str, str]) -> dict[str, str]:
    return {name: printable(text, _MOST_TOLD) for name, text in detail.items()}


def _title(pack: Pack) -> str:
    consultation = pack.consultation
    return consultation.shown(consultation.title, consultation.source_language).text

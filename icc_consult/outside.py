"""What a file from outside becomes: whatever it is, known by its content and not by its name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from icc_consult.formats.forms import packed
from icc_consult.formats.forms.drafting import document_of
from icc_consult.formats.forms.frames import framed, is_untouched, own_document, tables_in
from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.forms.media import found_beside
from icc_consult.formats.forms.native import OWN_PREFIX
from icc_consult.formats.forms.seeing import consultation_of
from icc_consult.formats.limesurvey.sniffing import is_limesurvey
from icc_consult.formats.xlsform.problems import Problem, What
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.packs.container import DOCUMENT
from icc_consult.packs.pack import Drafting, Seeing
from icc_consult.verifying.regular_files import read_regular


@dataclass(frozen=True, slots=True)
class Made:
    """What a form or a survey comes to: its document, where its media lie, and what there is to say.

    `drafting` writes the document or has it, none where anything is an error; `seeing` has the consultation
    without it, where nothing can be refused. `is_canonical`: every text of the document went through the
    check of cells.
    """

    title: str
    drafting: Drafting | None
    media: Mapping[str, Path]
    problems: tuple[Problem, ...]
    is_canonical: bool = False
    seeing: Seeing | None = None

    @property
    def document(self) -> Mapping[str, Any] | None:
        """The document, written if it is not yet."""
        return self.drafting() if self.drafting else None


def had(document: Mapping[str, Any] | None) -> Drafting | None:
    """A document that is there already."""
    return None if document is None else lambda: document


def is_pack(path: Path) -> bool:
    """Whether it is the directory or the zip of a pack, sound or not; a pipe is refused as one."""
    if not path.is_file():
        return True
    try:
        with ZipFile(path) as archive:
            return DOCUMENT in archive.namelist()
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return path.suffix.casefold() == ".iccpack"


def made(path: Path, *, leaves_out: bool) -> Made:
    """Read a form or a survey. Raises `FormRefused`."""
    if is_limesurvey(path):
        from icc_consult.formats.limesurvey.reading import read_survey  # noqa: PLC0415 - most files are none

        survey = read_survey(path, leaves_out=leaves_out)
        return Made(survey.title, had(survey.document), {}, survey.problems)
    reading = read_form(path)
    beside, is_sound = path.resolve().parent, reading.form is not None
    problems = tuple(one for one in reading.problems if not _is_no_surprise(one, beside, is_sound=is_sound))
    if reading.form is None:
        return Made(path.stem, None, {}, problems)
    form = packed(reading.form, beside=beside, leaves_out=leaves_out)
    own = own_document(reading.form)
    carried = tables_in(own[1]) if own else {}
    lost = tuple(problem for problem in form.problems if not _is_carried(problem, carried))
    whole = Made(reading.form.title, None, form.media, (*problems, *lost), is_canonical=own is None)
    if own is None and form.drawing is not None:
        seeing = partial(consultation_of, form.drawing) if form.drawing.is_plain else None
        return replace(whole, drafting=cache(partial(document_of, form.drawing)), seeing=seeing)
    return replace(whole, drafting=had(_with_frame(own, path, form.document)))


def _is_carried(problem: Problem, tables: Mapping[str, Any]) -> bool:
    """A list that came along in the document need not lie beside the form."""
    is_warning = problem.what is Loss.LIST_MISSING and not problem.is_error
    return is_warning and problem.detail["file"].removesuffix(".csv") in tables


def _is_no_surprise(problem: Problem, beside: Path, *, is_sound: bool) -> bool:
    """Whether there is nothing to say: a file is beside the form, or is missed when a sound one is packed."""
    if problem.what is not What.FILE_WANTED:
        return _is_our_own(problem)
    names = (problem.detail["file"], f"{problem.detail['file']}.csv")
    return is_sound or any(found_beside(beside, name) for name in names)


def _is_our_own(problem: Problem) -> bool:
    """Columns in which this program keeps what XLSForm has no word for are no surprise to it."""
    said = " ".join(problem.detail.values())
    return problem.what is What.UNKNOWN_COLUMN and said.startswith(OWN_PREFIX)


def _with_frame(
    own: tuple[str, Mapping[str, Any]] | None, path: Path, made: Mapping[str, Any] | None
) -> Mapping[str, Any] | None:
    """The document that a form of this program came from, where there is one."""
    if own is None or made is None:
        return made
    written, document = own
    return document if is_untouched(read_regular(path), written) else framed(made, document)

"""A consultation from whatever file it is in: a pack, a form as a spreadsheet, or a survey of LimeSurvey."""

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from icc_consult import outside
from icc_consult.formats.forms.errors import FormHasErrors
from icc_consult.formats.forms.sentences import told_of
from icc_consult.formats.xlsform.problems import Problem, Severity
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.formats.xlsform.sentences import REFUSALS
from icc_consult.outside import Made, is_pack
from icc_consult.packs import Pack, PackRefused, pack_of, pack_seen, read_pack
from icc_consult.packs.media import HEAD, MediaFile
from icc_consult.sentences import Voice, plainly, printable, printable_detail, sentence
from icc_consult.services.uncollected import uncollected
from icc_consult.verifying.regular_files import MOST_BYTES, read_regular

MOST_TOLD = 300


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
    problems: tuple[Problem, ...] = ()
    refused: PackRefused | None = None

    def told(self, say: Voice = plainly) -> tuple[Finding, ...]:
        """All there is to say, in the language of `say`."""
        findings = tuple(finding_of(problem, say) for problem in self.problems)
        if self.refused is None:
            return findings
        message = sentence(self.refused, say)
        return (*findings, Finding(Severity.ERROR, "", 0, self.refused.where, message, ""))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All there is to say, in English."""
        return self.told()

    @property
    def is_usable(self) -> bool:
        """Whether a kiosk can show it."""
        return self.pack is not None


@uncollected()
def read_source(path: Path, *, leaves_out: bool = False) -> Source:
    """Read a pack, a form or a survey, by content and not by name. Changes nothing.

    `leaves_out`: go on without questions that no kiosk can ask. Raises `PackRefused` or `FormRefused` where
    the file as a whole cannot be read.
    """
    if is_pack(path):
        return source_of_pack(read_pack(path))
    return source_made(outside.made(path, leaves_out=leaves_out), path)


def source_of_pack(pack: Pack) -> Source:
    """A pack, about which there is nothing to say."""
    return Source(_title(pack), pack)


@uncollected()
def usable_pack(path: Path) -> Pack:
    """A pack, or what a form becomes. Raises `PackRefused`, `FormRefused`, `FormHasErrors`."""
    if is_pack(path):
        return read_pack(path)
    return pack_made(outside.made(path, leaves_out=False), path)


def pack_made(made: Made, path: Path) -> Pack:
    """The pack of what was read at `path`. Raises `PackRefused`, `FormHasErrors`."""
    if made.drafting is None:
        raise FormHasErrors(made.problems)
    media = {name: media_file(file) for name, file in made.media.items()}
    if made.seeing is not None:
        return pack_seen(made.drafting, made.seeing, media, path)
    return pack_of(made.drafting(), media, path, is_canonical=made.is_canonical)


def source_made(made: Made, path: Path) -> Source:
    """All there is to say about what was read at `path`, and the pack where there is one."""
    if made.drafting is None:
        return Source(made.title, None, made.problems)
    try:
        return Source(made.title, pack_made(made, path), made.problems)
    except PackRefused as refused:
        return Source(made.title, None, made.problems, refused)


def refusal_sentences(refused: PackRefused | FormRefused, say: Voice = plainly) -> tuple[str, str]:
    """What is wrong with a file as a whole, and what to do."""
    if isinstance(refused, PackRefused):
        return sentence(refused, say), ""
    detail = {"where": printable(refused.where), "detail": printable(refused.detail, MOST_TOLD)}
    message, fix = (say(text, **detail) for text in REFUSALS[refused.reason])
    return message, fix


def media_file(path: Path) -> MediaFile:
    """A file beside a form as a medium of a pack."""
    content = read_regular(path, MOST_BYTES)
    return MediaFile(
        len(content),
        hashlib.sha256(content).hexdigest(),
        content[:HEAD],
        partial(read_regular, path, MOST_BYTES),
    )


def finding_of(problem: Problem, say: Voice = plainly) -> Finding:
    """A problem, told."""
    detail = printable_detail(problem.detail, MOST_TOLD)
    message, fix = (say(text, **detail) for text in told_of(problem))
    return Finding(problem.severity, problem.sheet, problem.row, problem.column, message, fix)


def _title(pack: Pack) -> str:
    consultation = pack.consultation
    return consultation.shown(consultation.title, consultation.source_language).text

"""`check` and `convert`."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from icc_consult.checking import every_finding, place_of
from icc_consult.commands.speaking import HonestNo, NotPossible, show, show_json, tell
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.survey import Note, Survey
from icc_consult.formats.forms.unpacking import sheets_of
from icc_consult.formats.forms.writing import put, write_form
from icc_consult.formats.limesurvey.sentences import CHANGES
from icc_consult.formats.limesurvey.writing import written_survey
from icc_consult.formats.xlsform.problems import Severity
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.packs import Pack, PackRefused, write_pack
from icc_consult.sentences import printable, printable_detail
from icc_consult.sheltered import read_source
from icc_consult.sources import MOST_TOLD, Finding, Source, refusal_sentences

_PACKS = (".iccpack", ".zip", "")


def run_check(chosen: Namespace) -> int:
    """Say everything there is to say about a file; 1 where it cannot be used as it is."""
    source = read_or_refuse(chosen)
    findings = every_finding(source)
    if chosen.json:
        show_json(_plain(source, findings))
    else:
        show(_as_text(source, findings))
    if not source.is_usable:
        raise HonestNo(_count(findings))
    return 0


def read_or_refuse(chosen: Namespace) -> Source:
    """The file, or its refusal in a sentence, with `--json` as a document too."""
    try:
        return read_source(chosen.file, leaves_out=chosen.leave_out)
    except (FormRefused, PackRefused) as refused:
        message, fix = refusal_sentences(refused)
        if chosen.json:
            problem = Finding(Severity.ERROR, "", 0, refused.where, message, fix)
            show_json(_plain(Source(chosen.file.stem, None), (problem,)))
        raise NotPossible(f"{printable(str(chosen.file))}: {message} {fix}".rstrip()) from refused


def _plain(source: Source, findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        "ok": source.is_usable,
        "title": source.title,
        "questions": _asked(source.pack.consultation) if source.pack else 0,
        "languages": list(source.pack.consultation.languages) if source.pack else [],
        "problems": [_plain_finding(finding) for finding in findings],
    }


def _plain_finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "sheet": finding.sheet or None,
        "row": finding.row or None,
        "column": finding.column or None,
        "message": finding.message,
        "fix": finding.fix,
    }


def _asked(consultation: Consultation) -> int:
    """How many questions, statements and ballot papers there are, rounds not counted."""
    count = 0
    for part in consultation.parts:
        if isinstance(part, Survey):
            count += sum(not isinstance(question, Note) for question in part.asked)
        else:
            count += len(getattr(part, "statements", (part,)))
    return count


def _as_text(source: Source, findings: tuple[Finding, ...]) -> str:
    lines = [_line(one) for one in findings]
    if source.pack:
        asked, languages = _asked(source.pack.consultation), ", ".join(source.pack.consultation.languages)
        lines.append(f"{source.title}: {asked} questions in {languages}. {_count(findings)}")
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    place = place_of(finding)
    told = f"{finding.severity.value}: {finding.message} {finding.fix}".rstrip()
    return f"{place}: {told}" if place else told


def _count(findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.is_error for finding in findings)
    return f"{errors} errors, {len(findings) - errors} warnings."


def run_convert(chosen: Namespace) -> int:
    """Make one file of another; nothing is written where anything stands against it."""
    write = _writer(chosen.target)
    if chosen.target.exists() and chosen.target.resolve() == chosen.source.resolve():
        raise NotPossible(f"{chosen.target}: this is the file itself; choose another name.")
    source = read_or_refuse(Namespace(**vars(chosen) | {"file": chosen.source, "json": False}))
    for finding in source.findings:
        tell(_line(finding))
    if source.pack is None:
        raise HonestNo(f"{chosen.source}: nothing was written. {_count(source.findings)}")
    notes = write(source.pack, chosen.target)
    for note in notes:
        tell(note)
    if chosen.json:
        show_json({"out": str(chosen.target), "notes": list(notes), **_plain(source, source.findings)})
    return 0


def _write_pack(pack: Pack, target: Path) -> tuple[str, ...]:
    if target.suffix == "" and target.is_dir() and any(target.iterdir()):
        raise NotPossible(f"{target}: there is something here already; choose a new or empty directory.")
    write_pack(pack, target)
    return ()


def _write_form(pack: Pack, target: Path) -> tuple[str, ...]:
    media = {name: file.read for name, file in pack.media.items()}
    write_form(sheets_of(pack.document), target, media)
    if all(part["kind"] == "survey" for part in pack.document["parts"]):
        return ()
    return (_NEAREST,)


def _write_survey(pack: Pack, target: Path) -> tuple[str, ...]:
    written = written_survey(pack.document)
    put(target, written.content)
    return tuple(
        CHANGES[note.change].format(**printable_detail(note.detail, MOST_TOLD)) for note in written.notes
    )


_NEAREST = (
    "Statements and ballot papers stand in the form as the nearest questions; read here again, it is the "
    "same consultation."
)
Write = Callable[[Pack, Path], tuple[str, ...]]
_WRITERS: Mapping[str, Write] = {
    **dict.fromkeys(_PACKS, _write_pack),
    **dict.fromkeys((".xlsx", ".csv", ".md"), _write_form),
    **dict.fromkeys((".tsv", ".txt"), _write_survey),
}


def _writer(target: Path) -> Write:
    suffix = target.suffix.casefold()
    if suffix not in _WRITERS:
        known = ", ".join(sorted(name for name in _WRITERS if name))
        raise NotPossible(f"{target}: no file of this kind can be written; choose one of {known}.")
    return _WRITERS[suffix]

"""`translations status`, `translations export` and `translations import`."""

import os
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from icc_consult.commands.ready_languages import languages_of
from icc_consult.commands.speaking import NotPossible, show, show_json, tell
from icc_consult.commands.translation_sentences import change_lines, lack, problem, readiness_table
from icc_consult.equipment import equipment, tag_of
from icc_consult.formats.translations import FORMATS, read_texts, write_texts
from icc_consult.packs import Pack, pack_of, read_pack, write_pack
from icc_consult.sentences import printable
from icc_consult.services.handing_out import Handout, Step, handout
from icc_consult.services.manuscript import Manuscript
from icc_consult.services.readiness import Readiness
from icc_consult.services.translating import Deed, Imported, import_texts
from icc_consult.services.translation_errors import TextsRefused

_MOST_TOLD = 20
_ZIPPED = (".iccpack", ".zip")


def run_translations(chosen: Namespace) -> int:
    """One act about translations."""
    return {"status": _status, "export": _export, "import": _import}[chosen.act](chosen)


def _status(chosen: Namespace) -> int:
    pack = read_pack(chosen.pack)
    found = languages_of(pack)
    fallback = equipment(pack.consultation.fallback_language).english
    if chosen.json:
        show_json(
            {
                "consultation": pack.consultation.id,
                "fingerprint": pack.fingerprint,
                "languages": [_plain(one, fallback) for one in found],
            }
        )
    else:
        show(readiness_table(found, fallback))
    return 0


def _plain(one: Readiness, fallback: str) -> dict[str, object]:
    shares = {name: round(share, 4) for name, share in one.shares.items()}
    return {
        "language": one.language,
        "english": one.english,
        "state": one.state.value,
        **shares,
        "fonts": one.has_fonts,
        "ready": one.is_ready,
        "lacks": one.lacks.value if one.lacks else None,
        "missing": lack(one, fallback),
    }


def _export(chosen: Namespace) -> int:
    manuscript = Manuscript(read_pack(chosen.pack).document, tag_of)
    kind = FORMATS[chosen.format]
    try:
        tags = list(dict.fromkeys(map(tag_of, chosen.language or manuscript.targets)))
        handouts = [handout(manuscript, tag, Step(chosen.step)) for tag in tags]
    except TextsRefused as error:
        raise _not_possible(error, chosen.pack) from error
    if not handouts:
        raise NotPossible(f"{printable(str(chosen.pack))}: it has one language only; add another to it.")
    files: dict[str, bytes] = {}
    for group in [handouts] if kind.holds_all else [[one] for one in handouts]:
        files[_file_name(group, chosen) + kind.suffix] = write_texts(group, kind)
    _write_new(chosen.out, files)
    if chosen.json:
        show_json({"files": [str(chosen.out / name) for name in files], "texts": len(handouts[0].given)})
    for name in files:
        tell(f"Wrote {printable(str(chosen.out / name))}.")
    return 0


def _file_name(group: Sequence[Handout], chosen: Namespace) -> str:
    tags = [one.language for one in group]
    language = "" if FORMATS[chosen.format].holds_all and not chosen.language else "." + "+".join(tags)
    step = "" if chosen.step == Step.DRAFT.value else f".{chosen.step}"
    return f"{group[0].consultation}{language}{step}"


def _write_new(out: Path, files: dict[str, bytes]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name in files:
        if (out / name).exists():
            raise NotPossible(f"{printable(str(out / name))}: there is such a file already; move it first.")
    for name, content in files.items():
        part = out / f".{name}.part"
        try:
            part.write_bytes(content)
            part.replace(out / name)
        finally:
            part.unlink(missing_ok=True)


def _import(chosen: Namespace) -> int:
    pack = read_pack(chosen.pack)
    deed = Deed(Step(chosen.step), chosen.by.strip(), chosen.note.strip())
    try:
        imported = import_texts(pack.document, read_texts(chosen.file), deed, tag_of=tag_of)
    except TextsRefused as error:
        raise _not_possible(error, chosen.file) from error
    out = chosen.out or chosen.pack
    changed = pack_of(imported.document, pack.media, pack.path)
    is_written = not chosen.dry_run and bool(chosen.out or imported.document != pack.document)
    if is_written:
        _write(changed, out, is_new=bool(chosen.out))
    _show(chosen, imported, out, is_written=is_written)
    tell(f"Wrote {printable(str(out))}." if is_written else "Nothing was written.")
    return 0


def _show(chosen: Namespace, imported: Imported, out: Path, *, is_written: bool) -> None:
    if chosen.json:
        changes = [asdict(change) for change in imported.changes]
        show_json({"pack": str(out), "written": is_written, "changes": changes})
    elif imported.changes:
        show("\n".join(line for change in imported.changes for line in change_lines(change)))
    for one in imported.too_long[:_MOST_TOLD]:
        tell(f"icc-consult: warning: {printable(one.key)} ({one.language}) is longer than it should be.")
    if more := len(imported.too_long[_MOST_TOLD:]):
        tell(f"icc-consult: warning: {more} more are longer than they should be.")


def _write(pack: Pack, out: Path, *, is_new: bool) -> None:
    """A zip takes its place at once; a new directory is made beside and then named."""
    if not is_new or out.suffix in _ZIPPED:
        write_pack(pack, out)
        return
    if out.exists():
        raise NotPossible(f"{printable(str(out))}: there is something here already; choose a new place.")
    part = out.with_name(f".{out.name}.{os.getpid()}")
    write_pack(pack, part)
    part.rename(out)


def _not_possible(error: TextsRefused, path: Path) -> NotPossible:
    told = [problem(one, path) for one in error.problems[:_MOST_TOLD]]
    if len(error.problems) > _MOST_TOLD:
        told.append(f"{len(error.problems) - _MOST_TOLD} more problems of this kind or another.")
    return NotPossible("\n".join(told))

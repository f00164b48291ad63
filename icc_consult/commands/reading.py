"""`inspect`, `export` and `frequencies`."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from icc_consult.bootstrap import csv_writer, desk_at, elsewhere_writer
from icc_consult.commands import secrets
from icc_consult.commands.opening import plain_opening
from icc_consult.commands.speaking import HonestNo, NotPossible, progress_of, show, show_json, tell
from icc_consult.domain.consultation import Consultation
from icc_consult.sentences import CONFIDENTIAL, FAULTS, printable, sentence
from icc_consult.services import frequencies as counting
from icc_consult.services.errors import StillOpen
from icc_consult.services.exporting import NoSuchPaper, SeveralPapers, Sift, Write, everything, export
from icc_consult.services.inspecting import Inspection, inspect
from icc_consult.services.ports import DayTotal, Opener
from icc_consult.services.premises import Desk, Trouble
from icc_consult.services.unlocking import read_all, read_wishes, unlock
from icc_consult.trust.holders import needed_for


def run_inspect(chosen: Namespace) -> int:
    """Counts, without any passphrase."""
    seen = inspect(desk_at(chosen.data))
    document = plain_opening(seen.opening, chosen.data) | _plain_counts(seen)
    if chosen.json:
        show_json(document)
    else:
        show(_as_text(document))
    return 0


def _plain_counts(seen: Inspection) -> dict[str, Any]:
    return {
        "responses": seen.counts.sealed,
        "receipts": seen.counts.receipts,
        "recovered": seen.recovered,
        "deleted": seen.deleted,
        "refused": seen.refused,
        "wishes": seen.counts.wishes,
        "unfinished": seen.counts.unfinished,
        "unlocked": seen.unlocked,
        **_plain_vouchers(seen),
        "days": [_plain_day(total) for total in seen.counts.days],
        "trouble": [_plain_trouble(trouble) for trouble in seen.troubles],
    }


def _plain_vouchers(seen: Inspection) -> dict[str, int]:
    issued, revoked = seen.opening.vouchers.issued, seen.opening.vouchers.revoked
    return {
        "vouchers_issued": len(issued),
        "vouchers_spent": seen.counts.spent,
        "vouchers_revoked": len(revoked),
        "vouchers_used_again_at_most": seen.used_more_than_once,
    }


def _plain_day(total: DayTotal) -> dict[str, Any]:
    return asdict(total) | {"day": total.day.isoformat()}


def _plain_trouble(trouble: Trouble) -> dict[str, str | None]:
    day = trouble.day.isoformat() if trouble.day else None
    return {"fault": trouble.fault.value, "what": FAULTS[trouble.fault], "day": day, "detail": trouble.detail}


def _as_text(document: Mapping[str, Any]) -> str:
    plain = [f"{name:>12}  {value}" for name, value in document.items() if not isinstance(value, list)]
    days = ["  ".join(f"{name} {value}" for name, value in day.items()) for day in document["days"]]
    troubles = [f"trouble: {one['what']} ({one['day'] or 'now'})" for one in document["trouble"]]
    return "\n".join([*plain, *days, *troubles])


def run_export(chosen: Namespace) -> int:
    """Hand the answers out as CSV."""
    desk, opener = unlocked(chosen)
    write, sift = _writer(chosen, desk.consultation()), _sift(desk, chosen.without)
    done = export(
        desk, opener=opener, out=chosen.out, write=write, progress=progress_of("Opening responses"), sift=sift
    )
    if chosen.json:
        show_json(asdict(done) | {"out": str(chosen.out)})
    tell(f"{done.responses} responses were written to {chosen.out}. They are confidential.")
    if done.unreadable:
        tell(f"{done.unreadable} responses could not be opened.")
    return 0


def _writer(chosen: Namespace, consultation: Consultation) -> Write:
    if chosen.format == "csv":
        return csv_writer(consultation, note=CONFIDENTIAL, separator=chosen.separator)
    name = chosen.question or ""
    try:
        return elsewhere_writer(consultation, kind=chosen.format, paper=name, note=CONFIDENTIAL)
    except NoSuchPaper as error:
        asked = f"no ballot paper called {printable(name)}" if name else "no ballot paper"
        raise NotPossible(f"There is {asked} that can be written as {chosen.format}.") from error
    except SeveralPapers as error:
        raise NotPossible(f"Choose a ballot paper with --question: {', '.join(error.names)}.") from error


def _sift(desk: Desk, path: Path | None) -> Sift:
    """Everything, or everything but what observers answered."""
    if path is None:
        return everything
    from icc_consult.commands.controls import controls_in  # noqa: PLC0415 - it reads as this does
    from icc_consult.services.observing import without_controls  # noqa: PLC0415

    return partial(without_controls, controls=controls_in(desk, path))


def run_frequencies(chosen: Namespace) -> int:
    """How often what was answered."""
    desk, opener = unlocked(chosen)
    responses = read_all(desk, opener, progress=progress_of("Opening responses")).responses
    items = counting.frequencies(desk.consultation(), responses)
    if chosen.json:
        bands = {
            "languages": counting.languages_in_bands(responses),
            "ended": counting.endings_in_bands(responses),
            "wishes": counting.wishes_by_language(read_wishes(desk, opener)),
        }
        show_json(
            {"items": [_plain_item(item) for item in items], **{k: _plain_bands(v) for k, v in bands.items()}}
        )
    else:
        show("\n".join(_item_as_text(item, desk.consultation()) for item in items))
    return 0


def unlocked(chosen: Namespace) -> tuple[Desk, Opener]:
    """The desk of a closed consultation and what opens its answers."""
    desk = desk_at(chosen.data)
    opening = desk.directory.opening()
    if not opening.is_closed:
        raise HonestNo(sentence(StillOpen(opening.consultation)))
    needed = needed_for(desk.directory.locked_key())
    return desk, unlock(desk, passphrase=secrets.existing_passphrase(chosen.passphrase_file, needed))


def _plain_item(item: counting.Frequencies) -> dict[str, Any]:
    states = {state.value: count for state, count in item.states.items()}
    return {"name": item.asked.id, "base": item.base, "counts": dict(item.counts), "states": states}


def _plain_bands(bands: Mapping[str, counting.Band]) -> dict[str, list[int]]:
    return {value: [band.least, band.most] for value, band in bands.items()}


def _item_as_text(item: counting.Frequencies, consultation: Consultation) -> str:
    heading = consultation.shown(item.asked.text, consultation.source_language).text
    lines = [f"  {code:<16} {count:>6}  {item.share(code) or 0:>6.1%}" for code, count in item.counts.items()]
    return "\n".join([f"{item.asked.id}  {heading}  (answered: {item.base})", *lines])

"""`daysheet`."""

from argparse import Namespace
from datetime import date

from icc_consult.bootstrap import desk_at
from icc_consult.commands.speaking import NotPossible, show_json, tell
from icc_consult.i18n import Say
from icc_consult.languages import UnknownLanguage
from icc_consult.reports.day_sheets import as_pdf
from icc_consult.services.day_sheets import DaySheet, day_sheet
from icc_consult.storage.files import write_whole


def run_daysheet(chosen: Namespace) -> int:
    """Write the sheet of a day; a file that is there stays."""
    out = chosen.out
    if out.suffix.lower() != ".pdf":
        raise NotPossible(f"{out}: give a name that ends in .pdf.")
    if out.exists():
        raise NotPossible(f"{out}: there is such a file already; choose another name.")
    desk = desk_at(chosen.data)
    sheet, say = day_sheet(desk, day=_day(chosen.day)), _voice(chosen.language)
    title = desk.consultation().title.shown(desk.consultation().source_language, ()).text
    write_whole(out, as_pdf(sheet, title, say))
    if chosen.json:
        show_json({"out": str(out), **_plain(sheet)})
    tell(f"The sheet of {sheet.total.day.isoformat()} is in {out}. Print it and sign it.")
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise NotPossible(f"{text}: give a day such as 2026-03-02.") from error


def _voice(tag: str) -> Say:
    try:
        return Say(tag)
    except UnknownLanguage as error:
        raise NotPossible(f"{tag}: this program does not know the language.") from error


def _plain(sheet: DaySheet) -> dict[str, object]:
    return {
        "day": sheet.total.day.isoformat(),
        "responses": sheet.total.responses,
        "all_responses": sheet.responses,
        "audit": {"entries": sheet.entries, "head": sheet.head},
        "checkpoint": sheet.signed.name if sheet.signed else None,
        "fingerprint": sheet.opening.fingerprint,
        "key": sheet.opening.sealing.id,
        "signer": sheet.opening.signer.hex(),
    }

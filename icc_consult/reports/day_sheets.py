"""The sheet of a day as a page of A4: numbers, hashes in groups that can be compared aloud, room to sign."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.i18n import Say
from icc_consult.languages import format_number, language, native_digits
from icc_consult.services.day_sheets import DaySheet

_TEMPLATE = Path(__file__).with_name("day_sheets.typ")
_GROUP = 8
_BRITISH = "en_GB"

Row = tuple[str, str]


def as_pdf(sheet: DaySheet, title: str, say: Say) -> bytes:
    """One page in the language of the voice."""
    import typst  # noqa: PLC0415 - only a printed paper needs it

    return typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[resources() / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(plain(sheet, title, say))},
    )


def plain(sheet: DaySheet, title: str, say: Say) -> Mapping[str, object]:
    """Everything that the page says, sentence by sentence."""
    tongue = language(say.tag)
    return {
        "lang": tongue.tag.split("-")[0],
        "rightToLeft": tongue.is_rtl,
        "fonts": tongue.font_families,
        "heading": say("Day sheet"),
        "title": title,
        "facts": _facts(sheet, say),
        "heads": (say("What was counted"), say("This day"), say("All days")),
        "counts": _counts(sheet, say),
        "marksTitle": say("What anybody can check later"),
        "marks": _marks(sheet, say),
        "care": say(
            "No time, no order and nobody's answer stands on this paper. Keep it where no computer is."
        ),
        "signatures": (say("Place, date, name"), say("Witness")),
    }


def _facts(sheet: DaySheet, say: Say) -> Sequence[Row]:
    opening = sheet.opening
    state = say("Open since {day}", day=_on(opening.opened_at.astimezone().date(), say))
    if opening.closed_at is not None:
        state = say("Closed on {day}", day=_on(opening.closed_at.astimezone().date(), say))
    asks = [(say("Who asks?"), opening.terms.controller)] if opening.terms.controller else []
    return [
        (say("Day"), _on(sheet.total.day, say)),
        *asks,
        (say("State"), state),
        (say("Printed"), _on(sheet.printed, say)),
    ]


def _counts(sheet: DaySheet, say: Say) -> Sequence[tuple[str, str, str]]:
    names = {
        "responses": say("Responses"),
        "spent": say("With a voucher"),
        "unlocked": say("Let in by the staff"),
        "recovered": say("Saved after a power cut"),
        "deleted": say("Deleted"),
        "refused": say("“No, thank you”"),
    }
    days, total = sheet.counts.days, sheet.total
    rows = [
        (what, getattr(total, name), sum(getattr(day, name) for day in days)) for name, what in names.items()
    ]
    return [(what, format_number(one, say.tag), format_number(every, say.tag)) for what, one, every in rows]


def _marks(sheet: DaySheet, say: Say) -> Sequence[Row]:
    opening, signed = sheet.opening, sheet.signed
    kept = (say("Checkpoint"), say("None was written yet."))
    if signed is not None:
        number, day = format_number(signed.number, say.tag), _on(signed.day, say)
        kept = (say("Checkpoint {number}, {day}", number=number, day=day), grouped(signed.name))
    entries = say.counted("Log, {n} entry", "Log, {n} entries", sheet.entries)
    return [
        (entries, grouped(sheet.head)),
        kept,
        (say("Fingerprint of the consultation"), grouped(opening.fingerprint)),
        (say("Key that seals"), grouped(opening.sealing.id)),
        (say("Key that signs"), grouped(opening.signer.hex())),
    ]


def grouped(digits: str) -> str:
    """Hexadecimal digits as they can be read aloud."""
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def _on(day: date, say: Say) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - only a printed paper needs it

    locale = _BRITISH if say.tag == "en" else language(say.tag).plural_locale
    return native_digits(format_date(day, "long", locale=locale), say.tag)

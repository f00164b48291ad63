"""Which texts a form lacks in which of its languages."""

from collections.abc import Iterable

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.entries import Entries
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.tongues import UNDETERMINED


def tell_missing(entries: Entries, languages: Iterable[LanguageTag], findings: Findings) -> None:
    """One warning a column and language, at the first row that lacks the text."""
    wanted = dict.fromkeys(tag for tag in languages if tag != UNDETERMINED).keys()
    lacking: dict[tuple[str, LanguageTag], list[At]] = {}
    for entry in entries:
        for aspect, texts in entry.texts.items():
            if texts.keys() >= wanted or (aspect.is_media and UNDETERMINED in texts):
                continue
            for tag in wanted:
                if tag not in texts:
                    at = entries.at(entry.row, aspect.value, tag)
                    lacking.setdefault((aspect.value, tag), []).append(at)
    for (column, tag), places in lacking.items():
        count = str(len(places))
        findings.warn(What.MISSING_TRANSLATION, places[0], language=tag, column=column, count=count)

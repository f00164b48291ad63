"""What every page of the desk is derived from, and the few sentences that several pages share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.i18n import Say
from icc_consult.languages import UnknownLanguage, language, native_digits
from icc_consult.services.frequencies import BAND, Band
from icc_consult.wishes import wishable_languages

from ui.desk.state import DeskState

Row = Mapping[str, object]
_BRITISH = "en_GB"


@dataclass(frozen=True, slots=True)
class Scene:
    """The state, a voice in the desk's language, and the day it is."""

    state: DeskState
    say: Say
    today: date

    @property
    def consultation(self) -> Consultation | None:
        """The consultation the desk is about."""
        return self.state.pack.consultation if self.state.pack else None

    def spoken(self, wording: Wording, consultation: Consultation | None = None) -> Row:
        """A wording as a page shows it, with the language it is really in."""
        tag = LanguageTag(self.state.language)
        known = consultation or self.consultation
        shown = known.shown(wording, tag) if known else wording.shown(tag, (LanguageTag("en"),))
        return {"text": shown.text, "language": shown.language}

    def told(self, text: str) -> Row:
        """A sentence of ours in the desk's language."""
        return {"text": text, "language": self.state.language}

    def on(self, moment: date | datetime) -> str:
        """A day, written out."""
        from babel.dates import format_date  # noqa: PLC0415 - only the desk writes days

        day = moment.astimezone().date() if isinstance(moment, datetime) else moment
        tag = self.state.language
        locale = _BRITISH if tag == "en" else language(tag).plural_locale
        return native_digits(format_date(day, "long", locale=locale), tag)

    def band(self, band: Band) -> str:
        """A number told by its ten."""
        if band.least == 0:
            return self.say("fewer than {number}", number=BAND)
        return self.say("{least} to {most}", least=band.least, most=band.most)

    def tongue(self, tag: str) -> Row:
        """A language by its own name, in its own script; one that was wished for may be none of ours."""
        try:
            return {"text": language(tag).endonym, "language": language(tag).tag}
        except UnknownLanguage:
            return {"text": dict(wishable_languages()).get(tag, tag), "language": "en"}

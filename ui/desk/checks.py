"""What can be seen to be wrong before anything is tried."""

import re

from icc_consult.equipment import equipment, tag_of
from icc_consult.languages import isolated, language
from icc_consult.packs import Pack
from icc_consult.services.errors import PinDoesNotFit
from icc_consult.services.manuscript import Manuscript
from icc_consult.services.readiness import readiness
from icc_consult.trust.words import as_typed_back, unknown_words

from ui.desk.state import DeskState, Failed, Field, Remark, Slip, Slipped

_LEAST, _MOST = 4, 12


def terms(state: DeskState) -> Remark | None:
    """Somebody must ask, and the PIN must be one, twice."""
    if not state.text(Field.CONTROLLER).strip():
        return Slipped(Slip.NO_CONTROLLER, Field.CONTROLLER)
    return pins(state)


def pins(state: DeskState) -> Remark | None:
    """The same PIN twice."""
    pin = state.text(Field.PIN)
    if not re.fullmatch(rf"[0-9]{{{_LEAST},{_MOST}}}", pin):
        return Failed(PinDoesNotFit(_LEAST, _MOST), Field.PIN)
    if state.text(Field.PIN_AGAIN) != pin:
        return Slipped(Slip.PINS_DIFFER, Field.PIN_AGAIN)
    return None


def languages(pack: Pack) -> Remark | None:
    """Residents should be able to read every language that is offered; a draft can be read."""
    found = readiness(Manuscript(pack.document, tag_of), equipment, pack.media)
    unready = [isolated(language(one.language).endonym) for one in found if not one.is_ready]
    return Slipped(Slip.NOT_READY, Field.PATH, detail=", ".join(unready)) if unready else None


def words(state: DeskState, expected: str) -> Remark | None:
    """All six words, as they were shown; a word that is none of the list is pointed at."""
    typed = state.text(Field.WORDS)
    if as_typed_back(typed) == expected:
        return None
    if strange := unknown_words(typed):
        return Slipped(Slip.UNKNOWN_WORDS, Field.WORDS, detail=", ".join(strange))
    return Slipped(Slip.WORDS_DIFFER, Field.WORDS)
